import type { SignedIn } from '@/platform/session'
import { forget, keep, readKept } from '@/platform/storage'
import type { Draft } from './draft'

/** Someone a person ordered for; on this device alone, until they delete it or sign out. */
export type Remembered = Pick<Draft, 'behalfName' | 'behalfPhone' | 'behalfRelation'>

interface Kept {
  readonly personId: string
  readonly people: readonly Remembered[]
}

const key = 'people'
const most = 6

const isSame = (a: Remembered, b: Remembered) => a.behalfName === b.behalfName && a.behalfRelation === b.behalfRelation

/** Newest first; none for members, whose device may be the office's. */
export function readPeople({ person, memberships }: SignedIn): readonly Remembered[] {
  const kept = readKept<Kept>(key)
  return kept?.personId === person.id && memberships.length === 0 ? kept.people : []
}

function write({ person }: SignedIn, people: readonly Remembered[]): void {
  if (people.length === 0) forget(key)
  else keep(key, { personId: person.id, people } satisfies Kept)
}

/** After an order for someone: the next one needs no typing. */
export function rememberPerson(who: SignedIn, { behalfName, behalfPhone, behalfRelation }: Remembered): void {
  if (who.memberships.length > 0) return
  const person = {
    behalfName: behalfName.trim(),
    behalfPhone: behalfPhone.trim(),
    behalfRelation: behalfRelation.trim(),
  }
  const others = readPeople(who).filter((other) => !isSame(other, person))
  write(who, [person, ...others].slice(0, most))
}

/** @returns those who are left */
export function forgetPerson(who: SignedIn, person: Remembered): readonly Remembered[] {
  const left = readPeople(who).filter((other) => !isSame(other, person))
  write(who, left)
  return left
}
