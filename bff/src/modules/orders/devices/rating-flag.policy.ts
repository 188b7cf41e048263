import type { Actor, ActorMembership } from '../../../context'

/** By which membership someone reads the flags of a district and notes what they found; the first when none is named. */
export const flagReader = (actor: Actor, of: { membershipId?: string | undefined } = {}): ActorMembership | undefined =>
  actor.memberships.find(
    ({ id, role }) =>
      (role === 'auditor' || role === 'district_admin') && (of.membershipId === undefined || id === of.membershipId),
  )

/** The same for one flag. */
export const mayLookAt = (actor: Actor, flag: { districtCode: string }): boolean =>
  actor.memberships.some(
    ({ role, districtCode }) => (role === 'auditor' || role === 'district_admin') && districtCode === flag.districtCode,
  )
