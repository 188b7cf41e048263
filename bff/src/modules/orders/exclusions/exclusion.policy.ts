import { possibleExclusionActions, type ExclusionAction } from '@xinban/shared/domain'
import type { Actor, ActorMembership } from '../../../context'
import type { OrderRow } from '../order.entity'
import type { OrderFacts } from '../order.policy'
import type { ExclusionRow } from './exclusion.entity'

type Territory = Pick<ExclusionRow, 'streetCode' | 'districtCode'>

/** The membership by which someone proposes and decides: staff of the street, or the district's administrator. */
export const officerOf = (actor: Actor, of: Territory): ActorMembership | undefined =>
  actor.memberships.find(
    ({ role, orgCode }) =>
      (role === 'street_staff' && orgCode === of.streetCode) ||
      (role === 'district_admin' && orgCode === of.districtCode),
  )

/** Officers, and the auditor of the district. */
export const maySeeExclusion = (actor: Actor, of: Territory): boolean =>
  officerOf(actor, of) !== undefined ||
  actor.memberships.some(({ role, orgCode }) => role === 'auditor' && orgCode === of.districtCode)

/** Nobody takes their own order out, or decides about it. */
export const isOwn = (actor: Actor, order: Pick<OrderRow, 'ownerId'>): boolean => order.ownerId === actor.personId

/** Whether someone may propose to take an order out of the scores. */
export const mayPropose = (actor: Actor, order: Territory & Pick<OrderRow, 'ownerId'>): boolean =>
  officerOf(actor, order) !== undefined && !isOwn(actor, order)

/** What the actor may do with a docket: the flow's actions, for whom the policy lets. */
export function allowedExclusionActions(
  actor: Actor,
  docket: ExclusionRow,
  order: Pick<OrderRow, 'ownerId'> | undefined,
  { hasHandled }: Pick<OrderFacts, 'hasHandled'>,
): ExclusionAction[] {
  if (!officerOf(actor, docket) || !order) return []
  const possible = possibleExclusionActions(docket, { personId: actor.personId, hasHandled })
  return possible.filter((action) => action === 'withdraw' || !isOwn(actor, order))
}
