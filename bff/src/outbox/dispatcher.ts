import type { EntityManager } from 'typeorm'
import { backoffMs } from '../jobs/backoff'
import type { DueSource, JobCtx, RecurringJob } from '../jobs/job'
import type { OutboxRow } from './outbox.entity'
import { acknowledge, deleteDispatched, findPending, mustWait, noteFailure } from './outbox.queries'

/** With pauses from ten seconds to a quarter of an hour, ten attempts take an hour. */
const maxAttempts = 10
const firstPauseMs = 10_000
/** Days for which a message that was handed over is kept. */
const keptDays = 30
const sweepBatch = 500
const hour = 60 * 60_000

export type OutboxMessage = Pick<OutboxRow, 'id' | 'topic' | 'payload' | 'createdAt'>

/**
 * What is done about messages of some topics. It runs in the transaction that acknowledges the message, so its effect
 * is there once; it writes nothing outside of the database.
 */
export interface OutboxHandler {
  readonly name: string
  readonly topics: readonly string[]
  handle(em: EntityManager, message: OutboxMessage, ctx: JobCtx): Promise<void>
}

/** Hands every message to the handlers of its topic; one that none wants is done at once. */
export function outboxDispatcher(handlers: readonly OutboxHandler[]): DueSource<OutboxRow> {
  return {
    name: 'outbox',
    findDue: findPending,
    keyOf: ({ id }) => id,
    async act(em, row, ctx) {
      if (await mustWait(em, row, ctx.now)) return
      if (!(await acknowledge(em, row.id, ctx.now))) return
      for (const handler of handlers) {
        if (handler.topics.includes(row.topic)) await handler.handle(em, row, ctx)
      }
    },
    async onFailure(em, row, error, { now }) {
      const attempts = row.attempts + 1
      const pause = backoffMs(attempts, firstPauseMs, Math.random())
      const next = attempts >= maxAttempts ? { deadAt: now } : { retryAt: new Date(now.getTime() + pause) }
      await noteFailure(em, row, next, kindOf(error))
    },
  }
}

/** The name of an error and its code, without its words. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const { code } = ((error as { driverError?: unknown }).driverError ?? error) as { code?: unknown }
  return [error.name, ...(typeof code === 'string' ? [code] : [])].join(' ').slice(0, 120)
}

export const sweepOutbox: RecurringJob = {
  name: 'sweep-outbox',
  everyMs: hour,
  async run({ services: { db }, now }, { signal }) {
    const before = new Date(now.getTime() - keptDays * 24 * hour)
    while (!signal.aborted && (await db.unitOfWork((em) => deleteDispatched(em, before, sweepBatch))) === sweepBatch);
  },
}
