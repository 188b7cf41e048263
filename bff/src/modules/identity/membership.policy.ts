import { isWithin, roleLevels, type OrgLevel, type Role } from '@xinban/shared/domain'
import type { Actor, ActorMembership } from '../../context'

interface Place {
  readonly level: OrgLevel
  readonly path: string
}

/** Roles that each role may give and take, always inside its own territory. */
const grantable: Partial<Record<Role, readonly Role[]>> = {
  district_admin: ['grid_worker', 'community_staff', 'unit_staff', 'street_staff', 'auditor', 'district_admin'],
  street_staff: ['grid_worker', 'community_staff', 'unit_staff'],
  community_staff: ['grid_worker'],
}

/** The membership by which `actor` may give or take `role` at `org`; undefined when they may not. */
export function mayGrant(actor: Actor, role: Role, org: Place): ActorMembership | undefined {
  return actor.memberships.find((own) => grantable[own.role]?.includes(role) === true && isWithin(org.path, own.path))
}

/** Whether the role is one that is held at an org of that level. */
export const isHeldAt = (role: Role, level: OrgLevel): boolean => roleLevels[role] === level

/** Staff see who works in their territory; an auditor too. Grid workers and units see nobody's load. */
export function mayListMembers(actor: Actor, org: Place): boolean {
  const overseers: readonly Role[] = ['community_staff', 'street_staff', 'district_admin', 'auditor']
  return actor.memberships.some((own) => overseers.includes(own.role) && isWithin(org.path, own.path))
}
