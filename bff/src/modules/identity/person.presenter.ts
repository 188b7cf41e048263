import type { Me, Person as PersonAnswer } from '@xinban/shared/contracts'
import { maskPhone } from '@xinban/shared/domain'
import type { Actor, Services } from '../../context'
import { notFound } from '../../errors'
import { findOrg, orgRef } from '../orgs'
import { findPerson, hasPassword } from './identity.repository'
import { maskedName } from './shown-names'

/** The signed-in person and their roles, masked. */
export async function presentMe({ db, personalData }: Services, actor: Actor): Promise<Me> {
  const person = await findPerson(db.reader, actor.personId)
  if (!person) throw notFound('你的账号')
  const community = person.communityCode === null ? undefined : await findOrg(db.reader, person.communityCode)
  return {
    person: {
      id: person.id,
      name: maskedName(personalData, person),
      phone: person.phoneSealed ? maskPhone(personalData.open(person.phoneSealed, 'phone')) : null,
      community: community ? orgRef(community) : null,
      isVerified: person.phoneHash !== null && person.communityConfirmedAt !== null,
      hasPassword: await hasPassword(db.reader, person.id),
    } satisfies PersonAnswer,
    memberships: actor.memberships.map(({ id, role, orgCode, orgName, level }) => ({
      id,
      role,
      org: { code: orgCode, name: orgName, level },
    })),
  }
}
