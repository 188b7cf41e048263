import type { EntityManager } from 'typeorm'
import { newId } from '../db/ids'
import { insertRow } from '../db/rows'
import { OutboxRow } from './outbox.entity'

let written = 0

/** How many messages this process has written, or was about to: whoever shows facts knows by it that there are new ones. */
export const factsWritten = (): number => written

/** Adds a message to the outbox of the running unit of work. `topic` is a past-tense event name, `order.accepted`. */
export async function writeOutbox(
  em: EntityManager,
  topic: string,
  payload: Record<string, unknown>,
  now: Date,
): Promise<void> {
  const { orderId, whistleId } = payload
  written += 1
  await insertRow(em, OutboxRow, {
    id: newId(now),
    topic,
    payload,
    createdAt: now,
    dispatchedAt: null,
    subject: subjectOf(orderId, 'order') ?? subjectOf(whistleId, 'whistle'),
    ...{ attempts: 0, retryAt: null, deadAt: null, error: null },
  })
}

const subjectOf = (id: unknown, type: 'order' | 'whistle'): string | null =>
  typeof id === 'string' ? `${type}:${id}` : null
