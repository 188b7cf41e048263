import { isWithin } from '@xinban/shared/domain'
import type { Actor, ActorMembership } from '../../context'
import type { Org } from '../orgs'

type OrgOfHall = Pick<Org, 'code' | 'path' | 'districtCode'>

/** The membership by which someone serves at the counter: staff of the org that the hall belongs to, or the district. */
export const counterOf = (actor: Actor, org: OrgOfHall): ActorMembership | undefined =>
  actor.memberships.find(
    ({ role, orgCode }) =>
      ((role === 'community_staff' || role === 'street_staff') && orgCode === org.code) ||
      (role === 'district_admin' && orgCode === org.districtCode),
  )

/** Whoever serves there keeps the card and the hours; so does the street above a community. */
export const keeperOf = (actor: Actor, org: OrgOfHall): ActorMembership | undefined =>
  counterOf(actor, org) ??
  actor.memberships.find(({ role, path }) => role === 'street_staff' && isWithin(org.path, path))

/** Figures are for whoever oversees the territory, the auditor included. */
export const figuresOf = (actor: Actor, org: OrgOfHall, membershipId?: string): ActorMembership | undefined =>
  actor.memberships.find(
    ({ id, role, path }) =>
      (membershipId === undefined || id === membershipId) &&
      ['community_staff', 'street_staff', 'district_admin', 'auditor'].includes(role) &&
      isWithin(org.path, path),
  )
