import { privacyNoticeVersion, type ConsentKind, type ConsentSource } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { newId } from '../../db/ids'
import { insertRow, selectRows } from '../../db/rows'
import { query } from '../../db/sql'
import { ConsentRow } from './consent.entity'

/** Newest first, withdrawn ones included. */
export const findConsents = (em: EntityManager, personId: string): Promise<ConsentRow[]> =>
  selectRows(em, ConsentRow, 'WHERE person_id = ? ORDER BY id DESC', [personId])

/** Whether the person agreed to the words that hold now, and did not take it back. */
export async function hasAgreed(em: EntityManager, personId: string, kind: ConsentKind): Promise<boolean> {
  const sql =
    'SELECT id FROM consents WHERE person_id = ? AND kind = ? AND notice_version = ? AND withdrawn_at IS NULL LIMIT 1'
  return (await query(em, sql, [personId, kind, privacyNoticeVersion])).length > 0
}

/** The same as a column of a statement that reads more: 1 or 0. */
export const agreement = (personId: string, kind: ConsentKind): { sql: string; params: unknown[] } => ({
  sql: `EXISTS (SELECT 1 FROM consents
    WHERE person_id = ? AND kind = ? AND notice_version = ? AND withdrawn_at IS NULL) AS hasAgreed`,
  params: [personId, kind, privacyNoticeVersion],
})

/** Adds an agreement to the words that hold now. */
export async function insertConsent(
  em: EntityManager,
  { personId, kind, source, at }: { personId: string; kind: ConsentKind; source: ConsentSource; at: Date },
): Promise<void> {
  const noticeVersion = privacyNoticeVersion
  await insertRow(em, ConsentRow, { id: newId(at), personId, kind, noticeVersion, source, at, withdrawnAt: null })
}
