import type { EntityManager } from 'typeorm'
import { consentNeeded } from '../../../errors'
import { hasAgreed } from '../consent.repository'

/** Asks in the running unit of work whether a person's data may be used. Throws consent_needed. */
export async function requireConsent(em: EntityManager, personId: string): Promise<void> {
  if (!(await hasAgreed(em, personId, 'personal_data'))) throw consentNeeded()
}
