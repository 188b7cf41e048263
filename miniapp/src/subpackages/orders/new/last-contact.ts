import type { SignedIn } from '@/platform/session'
import { keep, readKept } from '@/platform/storage'
import type { Draft } from './draft'

/** How a person wanted to be reached last time; on this device alone, until they sign out. */
type Contact = Pick<Draft, 'contactName' | 'contactPhone' | 'contactAddress'>

const key = 'last-contact'

/** Nothing for members: what they type is someone else's. */
export function readContact({ person, memberships }: SignedIn): Partial<Contact> {
  const kept = readKept<{ personId: string; contact: Contact }>(key)
  return kept?.personId === person.id && memberships.length === 0 ? kept.contact : {}
}

/** After an order: the next form begins with the same contact. */
export function rememberContact({ person, memberships }: SignedIn, draft: Contact): void {
  if (memberships.length > 0) return
  const { contactName, contactPhone, contactAddress } = draft
  keep(key, { personId: person.id, contact: { contactName, contactPhone, contactAddress } })
}
