import { backoffMs } from './backoff'

const firstMs = 5_000
/** More failing rows than this are no bad rows but a bad source, which then pauses as a whole. */
const most = 100
/** Milliseconds after which a row that was not tried again is not due any more: somebody else has dealt with it. */
const goneMs = 20 * 60_000

/** Rows whose `act` threw, left alone for a growing time by this process. They must not keep others from their turn. */
export class HeldBack {
  private readonly rows = new Map<string, { failures: number; until: number }>()

  get size(): number {
    return this.rows.size
  }

  isHeld(key: string, now: Date): boolean {
    return (this.rows.get(key)?.until ?? 0) > now.getTime()
  }

  /** Throws when there are too many. */
  hold(key: string, now: Date): void {
    this.forgetGone(now)
    const failures = (this.rows.get(key)?.failures ?? 0) + 1
    this.rows.set(key, { failures, until: now.getTime() + backoffMs(failures, firstMs, Math.random()) })
    if (this.rows.size <= most) return
    this.rows.clear()
    throw new Error(`more than ${most} rows fail`)
  }

  forget(key: string): void {
    this.rows.delete(key)
  }

  private forgetGone(now: Date): void {
    for (const [key, { until }] of this.rows) if (until + goneMs < now.getTime()) this.rows.delete(key)
  }
}
