import type { Ctx, ActorMembership } from '../../context'
import { forbidden } from '../../errors'
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
      return { column: 'community_code', value: orgCode }
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

/** The membership whose queue is asked for; the first one by default. Throws forbidden for someone else's. */
export function membershipFor({ actor }: Ctx, membershipId: string | undefined): ActorMembership {
  const own =
    membershipId === undefined ? actor.memberships[0] : actor.memberships.find(({ id }) => id === membershipId)
  if (!own) {
    throw forbidden(membershipId === undefined ? '你还没有工作身份，看不到待办' : '你没有这个身份，请重新选择')
  }
  return own
}
