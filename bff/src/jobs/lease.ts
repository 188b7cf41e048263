import type { Database } from '../db/database'
import { isDuplicateKey } from '../db/retry'
import { insertRow, selectRows, updateRows } from '../db/rows'
import { JobLease } from './job-lease.entity'

/** Milliseconds after which a holder that was not heard of is taken for dead. */
export const leaseMs = 30_000
/** Milliseconds between two signs of life. */
const heartbeatMs = leaseMs / 3

/** Every lease by the name of its job. */
export async function readLeases(db: Database): Promise<Map<string, JobLease>> {
  const leases = await selectRows(db.reader, JobLease, '', [])
  return new Map(leases.map((lease) => [lease.name, lease]))
}

/** Whether a job may be taken at `now`: its time has come, and nobody who lives has it. */
export const isFree = (lease: JobLease | undefined, now: Date): boolean =>
  lease === undefined || (lease.dueAt <= now && (lease.leasedUntil === null || lease.leasedUntil <= now))

/**
 * A job that this runner has for now. It is taken by a conditional update, so of many runners one gets it, on either
 * dialect and on a cluster. Signs of life go out by themselves until it is given back.
 */
export class Lease {
  private readonly taken = performance.now()
  private readonly timer: NodeJS.Timeout
  private beating: Promise<void> = Promise.resolve()
  private lost = false

  private constructor(
    private readonly db: Database,
    private readonly name: string,
    private readonly ownerId: string,
    private readonly now: Date,
    /** As it was before. */
    readonly before: Pick<JobLease, 'lastAt' | 'failures'>,
  ) {
    this.timer = setInterval(() => {
      this.beating = this.beating.then(() => this.beat())
    }, heartbeatMs)
    this.timer.unref()
  }

  /** @returns undefined when somebody else has the job, or its time has not come */
  static async take(db: Database, name: string, ownerId: string, now: Date): Promise<Lease | undefined> {
    const leasedUntil = new Date(now.getTime() + leaseMs)
    const before = await db.unitOfWork(async (em) => {
      const taken = await updateRows(
        em,
        JobLease,
        { ownerId, leasedUntil },
        'name = ? AND due_at <= ? AND (leased_until IS NULL OR leased_until <= ?)',
        [name, now, now],
      )
      const [row] = await selectRows(em, JobLease, 'WHERE name = ?', [name])
      if (row) return taken === 1 ? row : undefined
      const first = { name, ownerId, leasedUntil, dueAt: now, lastAt: null, failures: 0 }
      try {
        await insertRow(em, JobLease, first)
        return first
      } catch (error) {
        if (isDuplicateKey(error)) return undefined
        throw error
      }
    })
    return before && new Lease(db, name, ownerId, now, before)
  }

  /** Somebody took this runner for dead. What is under way is finished; nothing more is begun. */
  get isLost(): boolean {
    return this.lost
  }

  /**
   * Lets others have it.
   * @param end when it is due next, and how it went
   */
  async giveBack(end: Pick<JobLease, 'dueAt' | 'lastAt' | 'failures'>): Promise<void> {
    clearInterval(this.timer)
    await this.beating
    if (!this.lost) await this.update({ ...end, ownerId: null, leasedUntil: null })
  }

  private async beat(): Promise<void> {
    const leasedUntil = new Date(this.now.getTime() + performance.now() - this.taken + leaseMs)
    // A database that is away for a moment costs one sign of life; the update itself tells when the lease is lost.
    await this.update({ leasedUntil }).catch(() => undefined)
  }

  private async update(set: Partial<JobLease>): Promise<void> {
    const found = await this.db.unitOfWork((em) =>
      updateRows(em, JobLease, set, 'name = ? AND owner_id = ?', [this.name, this.ownerId]),
    )
    if (found === 0) this.lost = true
  }
}
