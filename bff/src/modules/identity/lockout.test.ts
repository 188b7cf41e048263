import { beginAttempt, lockedSeconds, lockMs, maxFailures, type LockState } from './lockout'

const now = new Date('2026-11-22T09:00:00+08:00')
const later = (ms: number) => new Date(now.getTime() + ms)
const free: LockState = { failures: 0, lockedUntil: null }

function attempts(count: number): LockState {
  let state = free
  for (let attempt = 0; attempt < count; attempt++) state = beginAttempt(state, now)
  return state
}

test('lock-out: the fifth attempt locks, none before it does', () => {
  expect(lockedSeconds(attempts(maxFailures - 1), now)).toBe(0)
  expect(attempts(maxFailures)).toEqual({ failures: 5, lockedUntil: later(lockMs) })
  expect(lockedSeconds(attempts(maxFailures), now)).toBe(15 * 60)
})

test('lock-out: it lasts to the second, and the count begins anew after it', () => {
  const locked = attempts(maxFailures)
  expect(lockedSeconds(locked, later(lockMs - 1))).toBe(1)
  expect(lockedSeconds(locked, later(lockMs))).toBe(0)
  expect(beginAttempt(locked, later(lockMs))).toEqual({ failures: 1, lockedUntil: null })
})
