import * as z from 'zod/mini'
import { guideRemark } from '../domain/catalogue/channels'
import { itemActions, itemStates } from '../domain/catalogue/item-flow'
import { offerActions } from '../domain/catalogue/offer-rules'
import { orderKinds } from '../domain/orders/order-flow'
import { Id, Instant, OrgCode, OrgRef, PageQuery, page, text } from './common'
import { GuideContent, ItemContent } from './item-content'

/** A guide as everyone reads it; `remark` is the same under every guide. */
export const Guide = z.strictObject({ ...GuideContent.shape, remark: z.literal(guideRemark) })
export type Guide = z.infer<typeof Guide>

const itemFields = {
  id: Id,
  name: z.string(),
  kind: z.enum(orderKinds),
  category: z.string(),
  summary: z.string(),
  /** Orgs that offer it here, nearest first. */
  offeredBy: z.array(OrgRef),
  isDemo: z.boolean(),
}
export const ServiceItemSummary = z.strictObject(itemFields)
export type ServiceItemSummary = z.infer<typeof ServiceItemSummary>
export const ServiceItem = z.strictObject({
  ...itemFields,
  /** `closed`: orders that have it keep it, new ones are refused. */
  state: z.enum(itemStates),
  /** Which content this is, counted from 1; an order keeps the one it was placed under. */
  version: z.int(),
  latestVersion: z.int(),
  publishedAt: Instant,
  guide: Guide,
})
export type ServiceItem = z.infer<typeof ServiceItem>

const ItemVersion = z.strictObject({ version: z.int(), name: z.string(), publishedAt: Instant })

/** An item as its editors see it. */
export const ManagedItem = z.strictObject({
  id: Id,
  districtCode: OrgCode,
  name: z.string(),
  kind: z.enum(orderKinds),
  category: z.string(),
  state: z.enum(itemStates),
  /** Counts every change, for `If-Match`; not the number of the published content. */
  version: z.int(),
  /** Null before it is published first. */
  publishedVersion: z.nullable(z.int()),
  hasDraft: z.boolean(),
  /** Orgs that offer it anywhere in the district. */
  offeredBy: z.array(OrgRef),
  isDemo: z.boolean(),
  updatedAt: Instant,
  allowedActions: z.array(z.enum(itemActions)),
})
export type ManagedItem = z.infer<typeof ManagedItem>
/** With what is being edited: the draft, or the published content when there is none. */
export const EditableItem = z.strictObject({ ...ManagedItem.shape, content: ItemContent })
export type EditableItem = z.infer<typeof EditableItem>

/** An item in service as an org of its district sees it that may offer it. */
export const OfferableItem = z.strictObject({
  id: Id,
  name: z.string(),
  kind: z.enum(orderKinds),
  category: z.string(),
  summary: z.string(),
  /** The org itself offers it. */
  isOfferedHere: z.boolean(),
  /** Orgs above that offer it, nearest first: it can be ordered here whatever the org does. */
  offeredAbove: z.array(OrgRef),
  isDemo: z.boolean(),
  allowedActions: z.array(z.enum(offerActions)),
})
export type OfferableItem = z.infer<typeof OfferableItem>

const CreateItem = z.strictObject({
  districtCode: OrgCode,
  content: ItemContent,
  /** The district itself when it is absent. */
  offeredBy: z.optional(z.array(OrgCode).check(z.minLength(1), z.maxLength(200))),
})
export type CreateItem = z.output<typeof CreateItem>

const SaveDraft = z.strictObject({ content: ItemContent })

const params = z.strictObject({ id: Id })
const offerParams = z.strictObject({ id: Id, code: OrgCode })
const changeErrors = ['forbidden', 'not_found', 'wrong_state', 'lost_race', 'version_mismatch'] as const
const move = (summary: string) =>
  ({
    summary,
    auth: 'person',
    params,
    status: 200,
    response: EditableItem,
    errors: [...changeErrors, 'already_exists', 'idempotency_key_reused'],
    isIdempotent: true,
    takesVersion: true,
  }) as const
const offer = (summary: string) =>
  ({
    summary,
    auth: 'person',
    params: offerParams,
    status: 200,
    response: ManagedItem,
    errors: ['forbidden', 'not_found', 'wrong_state'],
  }) as const

export const catalogueContracts = {
  'service-items.list': {
    summary: 'What can be ordered at an org; with q, what everyday words ask for, best first',
    auth: 'public',
    query: z.strictObject({ ...PageQuery, org: OrgCode, q: z.optional(text(50)) }),
    status: 200,
    response: page(ServiceItemSummary),
    errors: ['malformed_request', 'not_found', 'invalid'],
  },
  'service-items.suggest': {
    summary: 'Up to three items that the title of an order may mean',
    auth: 'public',
    query: z.strictObject({ org: OrgCode, title: text(80) }),
    status: 200,
    response: z.strictObject({ items: z.array(ServiceItemSummary) }),
    errors: ['not_found'],
  },
  'service-items.show': {
    summary: 'One service item with its guide, as it is or as it was at a version',
    auth: 'public',
    params,
    query: z.strictObject({ version: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(999_999))) }),
    status: 200,
    response: ServiceItem,
    errors: ['not_found', 'invalid'],
  },
  'service-items.versions': {
    summary: 'Every published version of an item, newest first',
    auth: 'public',
    params,
    query: z.strictObject(PageQuery),
    status: 200,
    response: page(ItemVersion),
    errors: ['malformed_request', 'not_found'],
  },
  'service-items.manage': {
    summary: 'All items of a district for its editors, drafts and closed ones too; with q, what it finds, best first',
    auth: 'person',
    query: z.strictObject({ ...PageQuery, districtCode: OrgCode, q: z.optional(text(50)) }),
    status: 200,
    response: page(ManagedItem),
    errors: ['malformed_request', 'forbidden', 'not_found'],
  },
  'service-items.offerable': {
    summary: 'Items in service in the district of an org, and which of them it offers; with q, what it finds',
    auth: 'person',
    query: z.strictObject({ ...PageQuery, org: OrgCode, q: z.optional(text(50)) }),
    status: 200,
    response: page(OfferableItem),
    errors: ['malformed_request', 'forbidden', 'not_found'],
  },
  'service-items.edit': {
    summary: 'One item with what is being edited',
    auth: 'person',
    params,
    status: 200,
    response: EditableItem,
    errors: ['forbidden', 'not_found'],
  },
  'service-items.create': {
    summary: 'Begin an item as a draft',
    auth: 'person',
    body: CreateItem,
    status: 201,
    response: EditableItem,
    errors: ['forbidden', 'not_found', 'already_exists', 'idempotency_key_reused'],
    isIdempotent: true,
  },
  'service-items.save-draft': {
    summary: 'Save what is being edited; nobody else sees it before it is published',
    auth: 'person',
    params,
    body: SaveDraft,
    status: 200,
    response: EditableItem,
    errors: [...changeErrors, 'already_exists'],
    takesVersion: true,
  },
  'service-items.discard-draft': {
    summary: 'Throw the draft away; an item that was never published goes with it',
    auth: 'person',
    params,
    status: 204,
    response: z.void(),
    errors: changeErrors,
    takesVersion: true,
  },
  'service-items.publish': move('Make the draft the next version'),
  'service-items.close': move('Take it out of service; orders that have it go on'),
  'service-items.reopen': move('Put it back in service'),
  'service-items.offer': offer('An org begins to offer it to its territory'),
  'service-items.stop-offering': offer('An org no longer offers it'),
} as const
