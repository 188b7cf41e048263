import { randomUUID } from 'node:crypto'
import type { Database } from '../src/db/database'
import { newId } from '../src/db/ids'
import { Meta } from '../src/db/meta.entity'
import { insertRow, selectRows, updateRows } from '../src/db/rows'
import type { DueSource } from '../src/jobs/job'
import { OutboxRow } from '../src/outbox/outbox.entity'

/** Messages of this topic are what is due in tests of the runner: nothing else reads them. */
const topic = 'test.due'

/** Adds facts that are due from `at`. */
export async function addFacts(db: Database, at: Date, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId(at))
  for (const id of ids) {
    const rest = { dispatchedAt: null, subject: null, attempts: 0, retryAt: null, deadAt: null, error: null }
    const row: OutboxRow = { id, topic, payload: {}, createdAt: at, ...rest }
    await db.unitOfWork((em) => insertRow(em, OutboxRow, row))
  }
  return ids
}

/**
 * The shape of every source: a conditional update acknowledges, and the effect is written with it. An effect has a name
 * of its own each time, so a second one for the same fact would be there to be counted.
 */
export const dueFacts: DueSource<OutboxRow> = {
  name: 'test-due-facts',
  findDue: (em, now, limit) =>
    selectRows(
      em,
      OutboxRow,
      `WHERE topic = ? AND dispatched_at IS NULL AND created_at <= ? ORDER BY id LIMIT ${limit}`,
      [topic, now],
    ),
  keyOf: ({ id }) => id,
  async act(em, { id }, { now }) {
    const isOurs = await updateRows(em, OutboxRow, { dispatchedAt: now }, 'id = ? AND dispatched_at IS NULL', [id])
    if (isOurs === 1) await insertRow(em, Meta, { name: `effect-${randomUUID().slice(0, 23)}`, value: id })
  },
}

/** How many effects there are, and of how many facts. */
export async function countEffects(db: Database): Promise<{ effects: number; facts: number }> {
  const [row] = await db.reader.query<Record<'effects' | 'facts', number | string>[]>(
    "SELECT COUNT(*) AS effects, COUNT(DISTINCT value) AS facts FROM meta WHERE name LIKE 'effect-%'",
  )
  return { effects: Number(row?.effects), facts: Number(row?.facts) }
}
