import { grantableRoles, isWithin, roleLevels, roles, type OrgLevel, type Role } from '@xinban/shared/domain'
import type { Actor, ActorMembership } from '../../context'

interface Place {
  readonly level: OrgLevel
  readonly path: string
}

/** The membership by which `actor` may give or take `role` at `org`; undefined when they may not. */
export function mayGrant(actor: Actor, role: Role, org: Place): ActorMembership | undefined {
  return actor.memberships.find(
    (own) => grantableRoles[own.role]?.includes(role) === true && isWithin(org.path, own.path),
  )
}

/** The roles that `actor` may give at `org`. */
export const rolesToGrant = (actor: Actor, org: Place): Role[] =>
  roles.filter((role) => isHeldAt(role, org.level) && mayGrant(actor, role, org) !== undefined)

/** Whether the role is one that is held at an org of that level. */
export const isHeldAt = (role: Role, level: OrgLevel): boolean => roleLevels[role] === level

/** Staff see who works in their territory; an auditor too. Grid workers and units see nobody's load. */
export function mayListMembers(actor: Actor, org: Place): boolean {
  const overseers: readonly Role[] = ['community_staff', 'street_staff', 'district_admin', 'auditor']
  return actor.memberships.some((own) => overseers.includes(own.role) && isWithin(org.path, own.path))
}
