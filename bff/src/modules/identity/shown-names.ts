import { maskName } from '@xinban/shared/domain'
import type { Ctx, Services } from '../../context'
import type { PersonalData } from '../../crypto/personal-data'
import { ShortMemory } from '../../db/short-memory'
import type { Person } from './identity.entity'
import { findPerson, findPersons } from './identity.repository'

/** `王**`; null for someone who gave no name. */
export function maskedName(personalData: PersonalData, person: Person | undefined): string | null {
  return person?.nameSealed ? maskName(personalData.open(person.nameSealed, 'name')) : null
}

/** The whole name, for nobody but the person; null where none was given. */
export async function ownName({ services: { db, personalData }, actor }: Ctx): Promise<string | null> {
  const person = await findPerson(db.reader, actor.personId)
  return person?.nameSealed ? personalData.open(person.nameSealed, 'name') : null
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
