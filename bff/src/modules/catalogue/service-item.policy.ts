import { isWithin, type Role } from '@xinban/shared/domain'
import type { Actor, ActorMembership } from '../../context'
import type { Org } from '../orgs'

/** The district's administrator writes its catalogue. The membership that is used; undefined when they may not. */
export function mayEdit(actor: Actor, districtCode: string): ActorMembership | undefined {
  return actor.memberships.find((own) => own.role === 'district_admin' && own.orgCode === districtCode)
}

const ownOffers: readonly Role[] = ['street_staff', 'community_staff']

/** The district decides for every org under it; a street or community decides what it offers itself. */
export function mayOffer(actor: Actor, org: Pick<Org, 'code' | 'path'>): ActorMembership | undefined {
  return actor.memberships.find(
    (own) =>
      (own.role === 'district_admin' && isWithin(org.path, own.path)) ||
      (ownOffers.includes(own.role) && own.orgCode === org.code),
  )
}
