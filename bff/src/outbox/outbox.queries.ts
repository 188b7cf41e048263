import type { EntityManager } from 'typeorm'
import { selectRows, updateRows } from '../db/rows'
import { execute, marks, query } from '../db/sql'
import { OutboxRow } from './outbox.entity'

const pending = 'dead_at IS NULL AND dispatched_at IS NULL'

/**
 * Messages to hand over at `now`, oldest first. A message waits as long as an earlier one about the same thing does.
 * Reads what is pending and what waits, by index: the cost does not grow with history.
 */
export function findPending(em: EntityManager, now: Date, limit: number): Promise<OutboxRow[]> {
  return selectRows(
    em,
    OutboxRow,
    `WHERE ${pending} AND (retry_at IS NULL OR retry_at <= ?)
       AND NOT EXISTS (SELECT 1 FROM outbox AS earlier WHERE earlier.retry_at > ?
         AND earlier.subject = outbox.subject AND earlier.id < outbox.id)
     ORDER BY id LIMIT ${limit}`,
    [now, now],
  )
}

/** Whether an earlier message about the same thing waits for another try. */
export async function mustWait(em: EntityManager, { id, subject }: OutboxRow, now: Date): Promise<boolean> {
  if (subject === null) return false
  const rows = await query(em, 'SELECT id FROM outbox WHERE retry_at > ? AND subject = ? AND id < ? LIMIT 1', [
    now,
    subject,
    id,
  ])
  return rows.length > 0
}

/** @returns whether this caller did it; false when somebody was faster */
export async function acknowledge(em: EntityManager, id: string, now: Date): Promise<boolean> {
  const set = { dispatchedAt: now, retryAt: null, error: null }
  return (await updateRows(em, OutboxRow, set, `id = ? AND ${pending}`, [id])) === 1
}

/** Notes a failed attempt, if nobody did meanwhile: the next try, or the end. */
export async function noteFailure(
  em: EntityManager,
  { id, attempts }: OutboxRow,
  next: { retryAt: Date } | { deadAt: Date },
  error: string,
): Promise<void> {
  const set = { retryAt: null, ...next, attempts: attempts + 1, error }
  await updateRows(em, OutboxRow, set, `id = ? AND attempts = ? AND ${pending}`, [id, attempts])
}

/** What was given up, newest first. */
export function listDead(em: EntityManager, beforeId: string | undefined, limit: number): Promise<OutboxRow[]> {
  const before = beforeId === undefined ? '' : 'AND id < ?'
  return selectRows(em, OutboxRow, `WHERE dead_at IS NOT NULL ${before} ORDER BY id DESC LIMIT ${limit}`, [
    ...(beforeId === undefined ? [] : [beforeId]),
  ])
}

export async function findMessage(em: EntityManager, id: string): Promise<OutboxRow | undefined> {
  const [row] = await selectRows(em, OutboxRow, 'WHERE id = ?', [id])
  return row
}

/** Makes a dead letter pending again. @returns false when it is none */
export async function revive(em: EntityManager, id: string): Promise<boolean> {
  const set = { deadAt: null, attempts: 0, retryAt: null }
  return (await updateRows(em, OutboxRow, set, 'id = ? AND dead_at IS NOT NULL', [id])) === 1
}

/** Deletes messages handed over before an instant, some at a time. @returns how many */
export async function deleteDispatched(em: EntityManager, before: Date, limit: number): Promise<number> {
  const rows = await query<{ id: string }>(
    em,
    `SELECT id FROM outbox WHERE dead_at IS NULL AND dispatched_at < ? LIMIT ${limit}`,
    [before],
  )
  const ids = rows.map(({ id }) => id)
  return ids.length === 0 ? 0 : execute(em, `DELETE FROM outbox WHERE id IN (${marks(ids)})`, ids)
}
