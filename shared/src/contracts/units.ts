import * as z from 'zod/mini'
import { unitKinds, wishCategories } from '../domain/wishes/wish-rules'
import { Id, Instant, OrgCode, OrgRef, PageQuery, page, text } from './common'
import { OrderSummary } from './orders'

const Tag = text(12)
/** What a district or a street says of a unit: what it can do, and where. */
const profile = {
  kind: z.enum(unitKinds),
  categories: z.array(z.enum(wishCategories)).check(z.minLength(1), z.maxLength(wishCategories.length)),
  /** What it offers in its own words. */
  tags: z.array(Tag).check(z.maxLength(10)),
}

export const Unit = z.strictObject({
  ...profile,
  /** The code once more: every entry of a list has an id. */
  id: OrgCode,
  code: OrgCode,
  name: z.string(),
  /** Who registered it and looks after it: a district, a street or a community. */
  parent: OrgRef,
  /** Streets and communities that it serves; empty: all of its parent's territory. */
  areas: z.array(OrgRef),
  isActive: z.boolean(),
  /** Wishes in hand now, and how many it may have at once. */
  openClaims: z.int(),
  mostClaims: z.int(),
  /** Who can claim for it: contact persons, masked. */
  members: z.array(z.strictObject({ id: Id, name: z.nullable(z.string()) })),
  version: z.int(),
  allowedActions: z.array(z.enum(['update'])),
})
export type Unit = z.infer<typeof Unit>

const AreaCodes = z.array(OrgCode).check(z.maxLength(30))
const RegisterUnit = z.strictObject({
  ...profile,
  name: text(40),
  /** The district or street that registers it. */
  parentCode: OrgCode,
  areaCodes: z._default(AreaCodes, []),
})
export type RegisterUnit = z.output<typeof RegisterUnit>
const UpdateUnit = z.strictObject({ ...profile, name: text(40), areaCodes: AreaCodes, isActive: z.boolean() })
export type UpdateUnit = z.output<typeof UpdateUnit>

const params = z.strictObject({ code: OrgCode })

const Statement = z.strictObject({
  unit: OrgRef,
  year: z.int(),
  asOf: Instant,
  claimed: z.int(),
  /** Of what was claimed. */
  fulfilled: z.int(),
  returned: z.int(),
  /** First contact in the time that the district set, of all that was due. */
  contactedInTime: z.int(),
  contactDue: z.int(),
  rated: z.int(),
  /** 3 to 5 stars. */
  favourable: z.int(),
  /** Dates for which it called its volunteers, with confirmed hours: how many, of how many people, minutes in all. */
  volunteers: z.strictObject({ activities: z.int(), people: z.int(), minutes: z.int() }),
  /** What was fulfilled, the latest first, by its public title; a hundred at most. */
  items: z.array(
    z.strictObject({
      title: z.nullable(z.string()),
      category: z.nullable(z.enum(wishCategories)),
      communityName: z.string(),
      fulfilledAt: Instant,
      stars: z.nullable(z.int()),
    }),
  ),
})
export type UnitStatement = z.infer<typeof Statement>

export const unitContracts = {
  'orders.invitable-units': {
    summary: 'For the unit that claimed it: whom it may ask to join in; all at once, a hundred at most',
    auth: 'person',
    params: z.strictObject({ id: Id }),
    status: 200,
    response: z.strictObject({ items: z.array(OrgRef) }),
    errors: ['not_found'],
  },
  'wishes.desk': {
    summary: 'For the street: what waits for its word, and what nobody took in time',
    auth: 'person',
    query: z.strictObject({
      ...PageQuery,
      membershipId: z.optional(Id),
      tab: z._default(z.enum(['waiting', 'untaken']), 'waiting'),
    }),
    status: 200,
    response: page(OrderSummary),
    errors: ['malformed_request', 'forbidden'],
  },
  'units.list': {
    summary: 'Registered units of the territory of a membership, by name of their parents',
    auth: 'person',
    query: z.strictObject({ ...PageQuery, membershipId: z.optional(Id) }),
    status: 200,
    response: page(Unit),
    errors: ['malformed_request', 'forbidden'],
  },
  'units.register': {
    summary: 'The district or a street registers a unit or a volunteer team',
    auth: 'person',
    body: RegisterUnit,
    status: 201,
    response: Unit,
    errors: ['forbidden', 'already_exists', 'idempotency_key_reused'],
    isIdempotent: true,
  },
  'units.show': {
    summary: 'One unit, for its members and for those above it',
    auth: 'person',
    params,
    status: 200,
    response: Unit,
    errors: ['not_found'],
  },
  'units.update': {
    summary: 'Whoever registered a unit changes what is said of it, or lets it claim no more',
    auth: 'person',
    params,
    body: UpdateUnit,
    status: 200,
    response: Unit,
    errors: ['forbidden', 'not_found', 'lost_race', 'version_mismatch'],
    takesVersion: true,
  },
  'units.workbench': {
    summary: 'For members of a unit: what it may claim, what it has in hand, what it did',
    auth: 'person',
    params,
    query: z.strictObject({
      ...PageQuery,
      tab: z._default(z.enum(['claimable', 'in-hand', 'history']), 'claimable'),
    }),
    status: 200,
    response: z.strictObject({
      ...page(OrderSummary).shape,
      /** Of what is claimable: what fits the unit best; on the first page alone. */
      suggested: z.array(OrderSummary),
    }),
    errors: ['malformed_request', 'forbidden', 'not_found'],
  },
  'units.statement': {
    summary: 'What a unit did in a year, for its members and for those above it',
    auth: 'person',
    params,
    query: z.strictObject({ year: z.coerce.number().check(z.int(), z.gte(2000), z.lte(2100)) }),
    status: 200,
    response: Statement,
    errors: ['not_found'],
  },
} as const
