import { needFlow } from '@xinban/shared/domain'
import type { Actor, ActorMembership } from '../../context'
import type { NeedRow } from './need.entity'

export type NeedTerritory = Pick<NeedRow, 'communityCode' | 'streetCode' | 'districtCode'>

/** Staff of the community, or of the street above it: they answer and group. */
export const answererOf = (actor: Actor, of: NeedTerritory): ActorMembership | undefined =>
  actor.memberships.find(
    ({ role, orgCode }) =>
      (role === 'community_staff' && orgCode === of.communityCode) ||
      (role === 'street_staff' && orgCode === of.streetCode),
  )

/** Who may write down what they hear on visits: the same, grid workers, and the district's administrator. */
export const listenerOf = (actor: Actor, of: NeedTerritory): ActorMembership | undefined =>
  answererOf(actor, of) ??
  actor.memberships.find(
    ({ role, orgCode, path }) =>
      (role === 'grid_worker' && path.includes(`/${of.communityCode}/`)) ||
      (role === 'district_admin' && orgCode === of.districtCode),
  )

/** Whoever sees a need in its own words: its owner, who wrote it down, and staff of its territory. */
export const mayReadNeed = (actor: Actor | null, need: NeedRow): boolean =>
  actor !== null &&
  (need.ownerId === actor.personId ||
    need.writtenById === actor.personId ||
    listenerOf(actor, need) !== undefined ||
    actor.memberships.some(({ role, orgCode }) => role === 'auditor' && orgCode === need.districtCode))

/** Everyone, once it was answered. */
export const isPublicNeed = (need: Pick<NeedRow, 'publicTitle'>): boolean => need.publicTitle !== null

export function allowedNeedActions(actor: Actor | null, need: NeedRow): ('answer' | 'group')[] {
  if (!actor || !answererOf(actor, need)) return []
  const states: readonly string[] = needFlow.actions.answer.from
  return states.includes(need.state) ? ['answer', 'group'] : []
}
