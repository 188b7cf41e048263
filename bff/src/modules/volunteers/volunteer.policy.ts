import { districtOf, isWithin, type Role, type SignupParty } from '@xinban/shared/domain'
import type { Actor, ActorMembership } from '../../context'
import type { Org } from '../orgs'
import type { SignupRow } from './activity.entity'

type At = Pick<Org, 'code' | 'path'>
const above: readonly Role[] = ['community_staff', 'street_staff', 'district_admin']
const overseers: readonly Role[] = ['street_staff', 'district_admin']

/** Staff of the very team lead its volunteers. */
export const leaderOf = (actor: Actor | null, team: Pick<Org, 'code'>): ActorMembership | undefined =>
  actor?.memberships.find((own) => own.role === 'unit_staff' && own.orgCode === team.code)

/** The community, street or district that the team is attached to runs its activities too, as a stand-in. */
export const runnerOf = (actor: Actor | null, team: At): ActorMembership | undefined =>
  leaderOf(actor, team) ?? actor?.memberships.find((own) => above.includes(own.role) && isWithin(team.path, own.path))

/** The street or district above the team, whoever leads it. */
const overseerOf = (actor: Actor | null, team: At): ActorMembership | undefined =>
  actor?.memberships.find((own) => overseers.includes(own.role) && isWithin(team.path, own.path))

/** Whoever works for a community, street or district runs its own market, and those below. */
export const stallKeeperOf = (actor: Actor | null, org: At): ActorMembership | undefined =>
  actor?.memberships.find((own) => above.includes(own.role) && isWithin(org.path, own.path))

/** The district's administrator sets what hours are worth. */
export const setterOf = (actor: Actor, district: At): ActorMembership | undefined =>
  actor.memberships.find((own) => own.role === 'district_admin' && own.orgCode === districtOf(district.path))

/** How the caller stands to a sign-up; none for whom it is invisible. */
export function partiesOf(actor: Actor | null, signup: Pick<SignupRow, 'personId'>, team: At): SignupParty[] {
  const parties: SignupParty[] = []
  const isOwn = actor?.personId === signup.personId
  if (isOwn) parties.push('volunteer')
  // Nobody confirms what they did themselves, under whatever role.
  if (!isOwn && runnerOf(actor, team)) parties.push('leader')
  if (!isOwn && overseerOf(actor, team)) parties.push('overseer')
  return parties
}
