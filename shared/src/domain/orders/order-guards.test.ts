import { followUpClosesAt } from './bad-review'
import type { OrderAction } from './order-flow'
import { transition, type OrderState, type RefusalReason } from './order-guards'
import { orderIs } from './order-state.fixtures'

const then = new Date('2026-11-02T10:00:00+08:00')
const day = 24 * 60 * 60_000
const days = (count: number, ms = 0) => new Date(then.getTime() + count * day + ms)

/** `ok`, or why not. */
function answer(order: OrderState, action: OrderAction, now: Date, outcome?: string): 'ok' | RefusalReason {
  const move = transition(order, action, now, outcome)
  return move.ok ? 'ok' : move.reason
}

describe('the loop after a bad rating', () => {
  const bad = orderIs('rated', { fulfilledAt: then, ratedAt: days(1), stars: 2 })
  const rectified = { ...bad, calledBackAt: days(2), rectifiedAt: days(3) }

  test('three stars start none', () => {
    const fine = { ...bad, stars: 3 as const }
    for (const action of ['callback', 'rectify', 'follow-up-rating'] as const) {
      expect(answer(fine, action, days(2))).toBe('no_bad_review')
    }
    expect(answer(fine, 'grade', days(2))).toBe('ok')
  })

  test('callback and rectification come once each, in either order', () => {
    expect(answer(bad, 'callback', days(2))).toBe('ok')
    expect(answer(bad, 'rectify', days(2))).toBe('ok')
    expect(answer(rectified, 'callback', days(4))).toBe('already_called_back')
    expect(answer(rectified, 'rectify', days(4))).toBe('already_rectified')
  })

  test('the follow-up rating waits for what was put right, and comes once, within 15 days', () => {
    expect(answer(bad, 'follow-up-rating', days(2))).toBe('not_rectified')
    const end = followUpClosesAt(days(3), 15)
    expect(answer(rectified, 'follow-up-rating', end)).toBe('ok')
    expect(answer(rectified, 'follow-up-rating', new Date(end.getTime() + 1))).toBe('follow_up_window_over')
    expect(answer({ ...rectified, followedUpAt: days(4) }, 'follow-up-rating', days(5))).toBe('already_followed_up')
  })

  test('grading waits until the loop is over', () => {
    expect(answer(bad, 'grade', days(40))).toBe('bad_review_open')
    expect(answer(rectified, 'grade', days(4))).toBe('bad_review_open')
    expect(answer({ ...rectified, followedUpAt: days(4) }, 'grade', days(4))).toBe('ok')
    expect(answer(rectified, 'grade', days(18, 1))).toBe('ok')
    expect(answer({ ...rectified, calledBackAt: null }, 'grade', days(18, 1))).toBe('bad_review_open')
  })
})

describe('an extension', () => {
  const order = orderIs('in_progress', { fulfilDueAt: days(5) })

  test('is asked for once, before the deadline', () => {
    expect(answer(order, 'request-extension', days(5))).toBe('ok')
    expect(answer(order, 'request-extension', days(5, 1))).toBe('overdue')
    expect(answer({ ...order, extensionAskedAt: then }, 'request-extension', days(1))).toBe('extension_used')
    expect(answer(orderIs('in_progress'), 'request-extension', then)).toBe('overdue')
  })

  test('is decided once', () => {
    const asked = { ...order, extensionAskedAt: then }
    expect(answer(order, 'resolve-extension', days(1))).toBe('no_extension')
    expect(answer(asked, 'resolve-extension', days(1))).toBe('ok')
    expect(answer({ ...asked, extensionResolvedAt: days(1) }, 'resolve-extension', days(2))).toBe('no_extension')
  })
})

test('urging is for once a day by the calendar of China', () => {
  const order = orderIs('accepted', { urgedAt: new Date('2026-11-02T23:59:00+08:00') })
  expect(answer(order, 'urge', new Date('2026-11-02T23:59:30+08:00'))).toBe('urged_today')
  expect(answer(order, 'urge', new Date('2026-11-03T00:00:00+08:00'))).toBe('ok')
})

describe('a dispute', () => {
  const done = orderIs('graded', { fulfilledAt: then, ratedAt: days(1), stars: 3 })
  const disputed = { ...done, disputedAt: days(3) }

  test('comes within 30 days of fulfilment, once', () => {
    expect(answer(done, 'dispute', days(30))).toBe('ok')
    expect(answer(done, 'dispute', days(30, 1))).toBe('dispute_window_over')
    expect(answer({ ...disputed, disputeResolvedAt: days(4) }, 'dispute', days(5))).toBe('already_disputed')
  })

  test('leads to rework, or leaves the order where it is', () => {
    expect(transition(disputed, 'resolve-dispute', days(4), 'uphold')).toEqual({ ok: true, to: 'rework' })
    expect(transition(disputed, 'resolve-dispute', days(4), 'graded')).toEqual({ ok: true, to: 'graded' })
    expect(transition(disputed, 'resolve-dispute', days(4), 'fulfilled').ok).toBe(true)
    expect(answer(done, 'resolve-dispute', days(4), 'uphold')).toBe('not_disputed')
  })

  test('is decided before anything else is', () => {
    const open = { ...disputed, status: 'rated' as const }
    expect(answer(open, 'grade', days(4))).toBe('dispute_open')
    expect(answer(open, 'rework', days(4))).toBe('dispute_open')
  })
})

describe('an escalation', () => {
  const third = orderIs('declining', { escalatedAt: then })

  test('takes the decision from the street', () => {
    expect(answer(third, 'resolve-decline', days(1), 'confirm')).toBe('escalated')
    expect(transition(third, 'resolve-escalation', days(1), 'assign')).toEqual({ ok: true, to: 'accepted' })
    expect(transition(third, 'resolve-escalation', days(1), 'end')).toEqual({ ok: true, to: 'declined' })
    expect(answer(orderIs('declining'), 'resolve-escalation', days(1), 'end')).toBe('not_escalated')
  })

  test('is decided once, and what the district assigned is not declined again', () => {
    const decided = { ...third, status: 'accepted' as const, escalationResolvedAt: days(1) }
    expect(answer(decided, 'decline', days(2))).toBe('decided_by_district')
    expect(answer(decided, 'resolve-escalation', days(2), 'end')).toBe('not_escalated')
  })
})
