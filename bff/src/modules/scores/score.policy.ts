import type { Actor } from '../../context'
import type { Org } from '../orgs'

/** Whoever has a role in a district sees how all of it does: figures that rank people are theirs to check. */
export const maySeeScores = (actor: Actor, org: Pick<Org, 'districtCode'>): boolean =>
  actor.memberships.some(({ districtCode }) => districtCode === org.districtCode)
