import { privacyNoticeVersion, type ConsentSource } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { findConsents, insertConsent } from '../consent.repository'

/**
 * Writes down, in the running unit of work, that a person agreed to the words that hold now on another's word: of the
 * demo, or of whoever imports what people sent elsewhere. Somebody who was asked under these words keeps their answer,
 * also a withdrawn one.
 */
export async function recordConsent(
  em: EntityManager,
  { personId, source, at }: { personId: string; source: Exclude<ConsentSource, 'self'>; at: Date },
): Promise<void> {
  const given = await findConsents(em, personId)
  if (given.some(({ noticeVersion }) => noticeVersion === privacyNoticeVersion)) return
  await insertConsent(em, { personId, kind: 'personal_data', source, at })
}
