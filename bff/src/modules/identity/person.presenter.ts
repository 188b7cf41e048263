import type { Me, Person as PersonAnswer } from '@xinban/shared/contracts'
import { maskName, maskPhone } from '@xinban/shared/domain'
import type { Actor, Services } from '../../context'
import type { PersonalData } from '../../crypto/personal-data'
import { ShortMemory } from '../../db/short-memory'
import { notFound } from '../../errors'
import { findOrg, orgRef } from '../orgs'
import type { Person } from './identity.entity'
import { findPerson, findPersons, hasPassword } from './identity.repository'

/** `王**`; null for someone who gave no name. */
export function maskedName(personalData: PersonalData, person: Person | undefined): string | null {
  return person?.nameSealed ? maskName(personalData.open(person.nameSealed, 'name')) : null
}

const shownNames = new ShortMemory<{ readonly masked: string | null }>()

/** After someone changed their name. */
export const forgetNames = (): void => shownNames.forget()

/** Masked names by person, for whoever reads what they did; null for people who are unknown or gave none. */
export async function maskedNames(
  { db: { reader }, personalData }: Services,
  personIds: Iterable<string>,
): Promise<(personId: string) => string | null> {
  const names = await shownNames.read(reader, personIds, async (missing) => {
    const persons = await findPersons(reader, missing)
    return new Map([...persons].map(([id, person]) => [id, { masked: maskedName(personalData, person) }]))
  })
  return (personId) => names.get(personId)?.masked ?? null
}

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
