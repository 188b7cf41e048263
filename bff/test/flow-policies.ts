import {
  exclusionFlow,
  itemFlow,
  orderFlow,
  whistleFlow,
  whistlePartyFlow,
  type Flow,
  type OrderAction,
  type Role,
  type WhistleAction,
} from '@xinban/shared/domain'
import type { Actor, ActorMembership } from '../src/context'
import { mayEdit } from '../src/modules/catalogue/service-item.policy'
import { officerOf } from '../src/modules/orders/exclusions/exclusion.policy'
import { grantOf as orderGrantOf, standingOf } from '../src/modules/orders/order.policy'
import { grantOf as whistleGrantOf } from '../src/modules/whistles/whistle.policy'

const [district, street, community, unit] = ['910001', '910001001', '910001001001', '910001-U1'] as const
const places: Record<Role, [ActorMembership['level'], string]> = {
  grid_worker: ['grid', `${community}001`],
  community_staff: ['community', community],
  unit_staff: ['unit', unit],
  street_staff: ['street', street],
  district_admin: ['district', district],
  auditor: ['district', district],
}
const member = (role: Role): Actor => {
  const [level, orgCode] = places[role]
  const membership = { id: role, role, orgCode, orgName: orgCode, level, path: '/', districtCode: district }
  return { personId: role, memberships: [membership] }
}
const owner: Actor = { personId: 'owner', memberships: [] }
const stranger: Actor = { personId: 'stranger', memberships: [] }
/** The owner of a thing, a stranger, and somebody of every role where it lies. */
export const everyone = [owner, stranger, ...(Object.keys(places) as Role[]).map(member)]

const order = {
  ...{ status: 'submitted' as const, ownerId: 'owner', placedById: 'owner', isOnBehalf: false },
  ...{ communityCode: community, streetCode: street, districtCode: district, assigneeOrgCode: null, assigneeId: null },
  ...{ offeredAt: null, claimedAt: null, partners: [], ownerOrgCode: null },
}
const inHandOf = (assigneeOrgCode: string) => ({ ...order, status: 'in_progress' as const, assigneeOrgCode })
/** As it was placed, claimed by the unit, and claimed by another one that asked the unit to join in, or had it join. */
const orders = [
  order,
  { ...inHandOf(unit), claimedAt: new Date(0) },
  {
    ...inHandOf('910001-U2'),
    ...{ claimedAt: new Date(0), partners: [{ code: unit, name: unit, hasJoined: false }] },
  },
  {
    ...inHandOf('910001-U2'),
    ...{ claimedAt: new Date(0), partners: [{ code: unit, name: unit, hasJoined: true }] },
  },
]
const facts = { hasHandled: false, hasFreeStreetOfficer: true, hasSeconded: false }
const whistle = { streetCode: street, districtCode: district, leadCode: unit }
const called = [{ departmentCode: unit }]
const whistlePolicy = (actor: Actor, action: string) =>
  whistleGrantOf(actor, whistle, called, action as WhistleAction) !== undefined

const orderPolicy = (actor: Actor, action: string) =>
  orders.some((row) => orderGrantOf(standingOf(actor, row, facts), action as OrderAction) !== undefined)

type Policy = (actor: Actor, action: string) => boolean

/** Every flow of the house with the policy that says who may take its actions. A new flow table is one line here. */
export const flowPolicies: readonly (readonly [name: string, flow: Flow<string, string, string>, policy: Policy])[] = [
  ['order', orderFlow, orderPolicy],
  ['whistle', whistleFlow, whistlePolicy],
  ['department of a whistle', whistlePartyFlow, whistlePolicy],
  ['exclusion', exclusionFlow, (actor) => officerOf(actor, order) !== undefined],
  ['service item', itemFlow, (actor) => mayEdit(actor, district) !== undefined],
]
