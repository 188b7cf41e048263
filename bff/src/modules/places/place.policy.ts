import { isWithin, type Role } from '@xinban/shared/domain'
import type { Actor, ActorMembership } from '../../context'
import type { Org } from '../orgs'

const keepers: readonly Role[] = ['community_staff', 'street_staff', 'district_admin']

/** Whoever works for a community, or for the street or district above it, keeps its list of places. */
export function mayKeep(actor: Actor, community: Pick<Org, 'path'>): ActorMembership | undefined {
  return actor.memberships.find((own) => keepers.includes(own.role) && isWithin(community.path, own.path))
}
