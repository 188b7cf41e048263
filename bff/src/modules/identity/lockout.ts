/** Wrong passwords in a row before an account is locked, and for how long. */
export const maxFailures = 5
export const lockMs = 15 * 60_000

export interface LockState {
  readonly failures: number
  readonly lockedUntil: Date | null
}

/** Seconds left of a lock at `now`; 0 when there is none. */
export function lockedSeconds(state: LockState, now: Date): number {
  const left = (state.lockedUntil?.getTime() ?? 0) - now.getTime()
  return left > 0 ? Math.ceil(left / 1000) : 0
}

/**
 * The state when an attempt begins, counted as a failure before the password is looked at, so that many attempts
 * at once get no more tries than one after the other. A success sets it back.
 */
export function beginAttempt(state: LockState, now: Date): LockState {
  const isLockOver = state.lockedUntil !== null && lockedSeconds(state, now) === 0
  const failures = (isLockOver ? 0 : state.failures) + 1
  return { failures, lockedUntil: failures >= maxFailures ? new Date(now.getTime() + lockMs) : null }
}
