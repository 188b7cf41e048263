import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Services } from '../context'
import { isUnavailable } from '../db/retry'
import { backoffMs, spread } from './backoff'
import { HeldBack } from './held-back'
import type { DueSource, JobCtx, JobHooks, Jobs, RecurringJob } from './job'
import { isFree, Lease, readLeases } from './lease'

/** Milliseconds between two looks at what is due. */
const tickMs = 1_000
const batch = 100
/** Batches of one source in a pass: then others have their turn. */
const maxBatches = 50
/** Milliseconds that `stop` waits for the row under way; what does not end by then is taken over by its lease. */
const stopPatienceMs = 4_000

interface Options {
  readonly logger: Logger
  readonly hooks?: JobHooks
  /** What `start` takes for the present. */
  readonly clock?: () => Date
}

/** What one pass did. */
export interface Pass {
  /** Rows acted on. */
  acted: number
  /** Recurring jobs that ran. */
  ran: number
  /** Rows and jobs that failed. */
  failed: number
}

/**
 * Runs jobs in this process, beside others that run the same: a lease keeps them apart, and the conditional updates of
 * the sources keep every effect single even where a lease does not (docs/adr/0012).
 */
export class JobRunner {
  private readonly ownerId = randomUUID()
  private readonly stopping = new AbortController()
  private readonly heldBack = new Map<string, HeldBack>()
  private readonly logger: Logger
  private readonly hooks: JobHooks
  private readonly clock: () => Date
  private loop: Promise<void> = Promise.resolve()

  constructor(
    private readonly services: Services,
    private readonly jobs: Jobs,
    { logger, hooks = {}, clock = () => new Date() }: Options,
  ) {
    this.logger = logger
    this.hooks = hooks
    this.clock = clock
  }

  /** Keeps looking for what is due until `stop`. */
  start(): void {
    this.loop = this.keepRunning()
  }

  /** Finishes the row under way, begins no other, and waits for that. */
  async stop(): Promise<void> {
    this.stopping.abort()
    const isOver = await Promise.race([this.loop.then(() => true), delay(stopPatienceMs, false, { ref: false })])
    if (!isOver) this.logger.warn('a job did not end in time; its lease will lapse')
  }

  /** Does everything that is due at `now`, as far as nobody else is at it. Never throws. */
  async runOnce(now: Date): Promise<Pass> {
    const pass: Pass = { acted: 0, ran: 0, failed: 0 }
    const ctx: JobCtx = { services: this.services, now }
    try {
      const leases = await readLeases(this.services.db)
      for (const source of this.jobs.sources) {
        if (this.isStopping) return pass
        if (isFree(leases.get(source.name), now))
          await this.guard(source.name, pass, () => this.work(source, ctx, pass))
      }
      for (const job of this.jobs.recurring) {
        if (this.isStopping) return pass
        if (isFree(leases.get(job.name), now)) await this.guard(job.name, pass, () => this.recur(job, ctx, pass))
      }
    } catch (error) {
      this.fail('jobs', error, pass)
    }
    return pass
  }

  /** Whether nothing is due at `now`, be it free or somebody else's. */
  async isIdle(now: Date): Promise<boolean> {
    const { db } = this.services
    const leases = await readLeases(db)
    if (this.jobs.recurring.some(({ name }) => (leases.get(name)?.dueAt ?? now) <= now)) return false
    for (const source of this.jobs.sources) if ((await source.findDue(db.reader, now, 1)).length > 0) return false
    return true
  }

  private get isStopping(): boolean {
    return this.stopping.signal.aborted
  }

  private async keepRunning(): Promise<void> {
    const { signal } = this.stopping
    let failures = 0
    while (!signal.aborted) {
      const pass = await this.runOnce(this.clock())
      failures = pass.failed > 0 && pass.acted + pass.ran === 0 ? failures + 1 : 0
      await delay(backoffMs(Math.min(failures, 6), tickMs, Math.random()), undefined, { signal }).catch(() => undefined)
    }
  }

  /** One job that fails keeps no other from its turn. */
  private async guard(job: string, pass: Pass, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      this.fail(job, error, pass)
    }
  }

  private fail(job: string, error: unknown, pass: Pass): void {
    pass.failed += 1
    this.logger.error({ job, err: error }, 'job failed')
  }

  /** Looks first: as long as nothing is due, a source costs one read and writes nothing. */
  private async work(source: DueSource, ctx: JobCtx, pass: Pass): Promise<void> {
    const { now } = ctx
    if ((await this.findFree(source, now, 1)).length === 0) return
    const lease = await Lease.take(this.services.db, source.name, this.ownerId, now)
    if (!lease) return
    try {
      for (let round = 0; round < maxBatches; round++) {
        const items = await this.findFree(source, now, batch)
        if (items.length > 0) await this.hooks.claimed?.(source.name)
        for (const item of items) {
          if (this.isStopping || lease.isLost) break
          await this.actOn(source, item, ctx, pass)
        }
        if (items.length < batch || this.isStopping || lease.isLost) break
      }
      await lease.giveBack({ dueAt: now, lastAt: now, failures: 0 })
    } catch (error) {
      await this.pause(lease, now)
      throw error
    }
  }

  private async findFree(source: DueSource, now: Date, limit: number): Promise<unknown[]> {
    const held = this.heldBackOf(source)
    const items = await source.findDue(this.services.db.reader, now, limit + held.size)
    return items.filter((item) => !held.isHeld(source.keyOf(item), now)).slice(0, limit)
  }

  private async actOn(source: DueSource, item: unknown, ctx: JobCtx, pass: Pass): Promise<void> {
    const { db } = this.services
    const key = source.keyOf(item)
    const held = this.heldBackOf(source)
    try {
      await db.unitOfWork(async (em) => {
        await source.act(em, item, ctx)
        await this.hooks.acted?.(source.name, key)
      })
      held.forget(key)
      pass.acted += 1
    } catch (error) {
      // Nothing is wrong with the row when the database is away.
      if (isUnavailable(error)) throw error
      pass.failed += 1
      this.logger.error({ job: source.name, key, err: error }, 'a row of a job failed')
      if (source.onFailure) await db.unitOfWork(async (em) => source.onFailure?.(em, item, error, ctx))
      else held.hold(key, ctx.now)
      return
    }
    await this.hooks.committed?.(source.name, key)
  }

  private heldBackOf({ name }: DueSource): HeldBack {
    const held = this.heldBack.get(name) ?? new HeldBack()
    this.heldBack.set(name, held)
    return held
  }

  private async recur(job: RecurringJob, ctx: JobCtx, pass: Pass): Promise<void> {
    const { now } = ctx
    const lease = await Lease.take(this.services.db, job.name, this.ownerId, now)
    if (!lease) return
    const { lastAt } = lease.before
    const { signal } = this.stopping
    try {
      await this.hooks.claimed?.(job.name)
      await job.run(ctx, { lastAt, signal })
      const next = new Date(now.getTime() + spread(job.everyMs, Math.random()))
      await lease.giveBack(
        signal.aborted ? { dueAt: now, lastAt, failures: 0 } : { dueAt: next, lastAt: now, failures: 0 },
      )
      pass.ran += 1
    } catch (error) {
      await this.pause(lease, now)
      throw error
    }
  }

  private async pause(lease: Lease, now: Date): Promise<void> {
    const failures = lease.before.failures + 1
    const dueAt = new Date(now.getTime() + backoffMs(failures, tickMs, Math.random()))
    // Where the database is away, the lease lapses instead.
    await lease.giveBack({ dueAt, lastAt: lease.before.lastAt, failures }).catch(() => undefined)
  }
}
