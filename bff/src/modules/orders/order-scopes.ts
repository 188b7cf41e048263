import type { Ctx, ActorMembership } from '../../context'
import type { Scope } from './order.queries'

/** What a person ordered, and what they placed on behalf of others. */
export function ownScopes({ actor }: Ctx): Scope[] {
  return [
    { column: 'owner_id', value: actor.personId },
    { column: 'placed_by_id', value: actor.personId, notOwnedBy: actor.personId },
  ]
}

/** What everyone may see of a community. */
export const publicScope = (communityCode: string): Scope => ({
  ...{ column: 'community_code', value: communityCode, isPublic: true },
})

/** The orders that a membership is about. */
export function queueScope({ role, orgCode }: ActorMembership): Scope {
  switch (role) {
    case 'community_staff':
      return { column: 'community_code', value: orgCode, isOfPeople: true }
    case 'grid_worker':
    case 'unit_staff':
      return { column: 'assignee_org_code', value: orgCode }
    case 'street_staff':
      return { column: 'street_code', value: orgCode }
    case 'district_admin':
    case 'auditor':
      return { column: 'district_code', value: orgCode }
  }
}
