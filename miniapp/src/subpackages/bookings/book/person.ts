import type { BookingPerson } from '@xinban/shared/contracts'

/** Whom a booking is for, as it is being filled in. */
export interface PersonDraft {
  readonly who: 'me' | 'other'
  readonly name: string
  readonly phone: string
  readonly relation: string
  readonly hasConsent: boolean
}

export const emptyPerson: PersonDraft = { who: 'me', name: '', phone: '', relation: '', hasConsent: false }

/** What is still wanted, by the fields' ids. */
export function missingInPerson(person: PersonDraft): Record<string, string> {
  if (person.who === 'me') return {}
  return {
    ...(person.name.trim() === '' && { 'person-name': '请填写对方的姓名' }),
    ...(person.relation.trim() === '' && { 'person-relation': '请填写你和对方的关系，例如：女儿' }),
    ...(!person.hasConsent && { 'person-consent': '请先问过对方，对方同意了再打勾' }),
  }
}

/** The part of a body; nothing when it is for oneself. */
export function toPerson({ who, name, phone, relation }: PersonDraft): { person?: BookingPerson } {
  if (who === 'me') return {}
  const number = phone.trim()
  return {
    person: {
      ...{ name: name.trim(), relation: relation.trim(), consent: true as const },
      ...(number !== '' && { phone: number }),
    },
  }
}
