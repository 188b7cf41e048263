import type { EntityManager } from 'typeorm'
import type { Services } from '../context'

/** What a job is given instead of a clock and an environment of its own. */
export interface JobCtx {
  readonly services: Services
  readonly now: Date
}

/**
 * Work whose time comes row by row, such as a clock of an order or a message of the outbox.
 *
 * A lease lets one process at a time walk through a source, but nothing depends on it alone: a process that was killed,
 * or that slept past its lease, may meet a second one. What makes an effect happen exactly once is `act`: it
 * acknowledges the row by a conditional update and writes its effect in the same transaction.
 */
export interface DueSource<Item = unknown> {
  /** Names its lease and its lines in the log; at most 60 characters, never changed. */
  readonly name: string
  /** Rows that are due at `now` and not acknowledged, in the order in which they shall be acted on; reads an index. */
  findDue(em: EntityManager, now: Date, limit: number): Promise<Item[]>
  /** Unique within the source. */
  keyOf(item: Item): string
  /**
   * Runs in a unit of work of its own, so it does nothing but database work and may run again. Acknowledges first: when
   * the conditional update finds nothing, somebody was faster, and it returns without any effect.
   */
  act(em: EntityManager, item: Item, ctx: JobCtx): Promise<void>
  /**
   * Notes that `act` threw, in a unit of work of its own, such that the row is not due for a while. Without it the
   * runner leaves the row alone for a growing time, as long as its process lives.
   */
  onFailure?(em: EntityManager, item: Item, error: unknown, ctx: JobCtx): Promise<void>
}

/** Work that is done again and again, by one process at a time; doing it twice must be harmless. */
export interface RecurringJob {
  readonly name: string
  /** Milliseconds from one run to the next, give or take a tenth. */
  readonly everyMs: number
  /**
   * @param options.lastAt when it last ran to its end; null before the first time
   * @param options.signal told to stop, it ends soon, and is not counted as done
   */
  run(ctx: JobCtx, options: { readonly lastAt: Date | null; readonly signal: AbortSignal }): Promise<unknown>
}

export interface Jobs {
  readonly sources: readonly DueSource[]
  readonly recurring: readonly RecurringJob[]
}

/** Where tests look in, or end the process: each is awaited at its moment. */
export interface JobHooks {
  /** The lease is taken and the rows are read; nothing was written for them. */
  claimed?(job: string): Promise<void> | void
  /** Inside the transaction: the effect is written, nothing is committed. */
  acted?(job: string, key: string): Promise<void> | void
  /** After the commit, before the next row and before the lease is given back. */
  committed?(job: string, key: string): Promise<void> | void
}
