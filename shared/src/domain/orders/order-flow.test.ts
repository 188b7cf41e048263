import * as fc from 'fast-check'
import { checkFlow, outcomesOf } from '../flow/flow'
import {
  closedStatuses,
  isOpen,
  isReview,
  openStatuses,
  orderActions,
  orderFlow,
  orderStatuses,
  type OrderAction,
  type OrderStatus,
} from './order-flow'
import { defaultOrderRules, possibleActions, ratingClosesAt, transition, type OrderState } from './order-guards'
import { orderIs } from './order-state.fixtures'
import { actionWords, declineReasonWords, kindWords, statusWords } from './order-words'

const fulfilledAt = new Date('2026-09-30T17:00:00+08:00')
const day = 24 * 60 * 60_000
const at = orderIs
const days = (count: number) => new Date(fulfilledAt.getTime() + count * day)

test('every status is reached and every open one has a way out', () => {
  expect(checkFlow(orderFlow)).toEqual({ unreachable: [], deadEnds: [] })
})

test('nothing leads out of a closed status but undoing a merge', () => {
  for (const status of closedStatuses) {
    expect(possibleActions(at(status), fulfilledAt)).toEqual(status === 'merged' ? ['unmerge'] : [])
  }
  expect([...openStatuses, ...closedStatuses].sort()).toEqual([...orderStatuses].sort())
  expect(isOpen('graded')).toBe(false)
  expect(isOpen('rework')).toBe(true)
})

test.each<[OrderStatus, OrderAction, OrderStatus, string | undefined]>([
  ['submitted', 'accept', 'accepted', undefined],
  ['submitted', 'decline', 'declining', undefined],
  ['accepted', 'decline', 'declining', undefined],
  ['declining', 'resolve-decline', 'declined', 'confirm'],
  ['declining', 'resolve-decline', 'submitted', 'redirect'],
  ['declining', 'resolve-decline', 'accepted', 'overrule'],
  ['accepted', 'dispatch', 'in_progress', undefined],
  ['rework', 'dispatch', 'in_progress', undefined],
  ['accepted', 'progress', 'in_progress', undefined],
  ['in_progress', 'progress', 'in_progress', undefined],
  ['accepted', 'fulfil', 'fulfilled', undefined],
  ['rework', 'fulfil', 'fulfilled', undefined],
  ['declining', 'withdraw', 'withdrawn', undefined],
  ['rated', 'grade', 'graded', undefined],
  ['rated', 'rework', 'rework', undefined],
  ['listed', 'claim', 'in_progress', undefined],
  ['in_progress', 'release', 'listed', undefined],
  ['listed', 'unlist', 'accepted', 'back'],
  ['listed', 'withdraw', 'withdrawn', undefined],
])('%s – %s → %s', (from, action, to, outcome) => {
  expect(transition(at(from), action, fulfilledAt, outcome)).toEqual({ ok: true, to })
})

describe('the rating window of 15 days', () => {
  const order = at('fulfilled', { fulfilledAt })

  test('closes 15 days after fulfilment, the last instant included', () => {
    expect(ratingClosesAt(fulfilledAt)).toEqual(new Date('2026-10-15T17:00:00+08:00'))
    expect(transition(order, 'rate', days(15)).ok).toBe(true)
    expect(transition(order, 'rate', new Date(days(15).getTime() + 1))).toEqual({
      ok: false,
      reason: 'rating_window_over',
    })
  })

  test('an unrated order is graded only after it', () => {
    expect(transition(order, 'grade', days(15))).toEqual({ ok: false, reason: 'rating_window_open' })
    expect(transition(order, 'grade', new Date(days(15).getTime() + 1))).toEqual({ ok: true, to: 'graded' })
  })

  test('an order rated before its rework is not rated again, and need not wait to be graded', () => {
    const again = at('fulfilled', { fulfilledAt, ratedAt: fulfilledAt })
    expect(transition(again, 'rate', days(1))).toEqual({ ok: false, reason: 'already_rated' })
    expect(transition(again, 'grade', days(1))).toEqual({ ok: true, to: 'graded' })
  })

  test('its length is the district’s', () => {
    expect(transition(order, 'rate', days(20), undefined, { ...defaultOrderRules, ratingWindowDays: 30 }).ok).toBe(true)
  })
})

test('possibleActions are exactly the transitions that succeed', () => {
  const when = fc.option(fc.integer({ min: -40, max: 20 }).map(days))
  const orders = fc.record<OrderState>({
    status: fc.constantFrom(...orderStatuses),
    fulfilledAt: when,
    ratedAt: when,
    visibility: fc.constantFrom('private' as const, 'public' as const),
    approvedAt: when,
    stars: fc.constantFrom(null, 1, 2, 3, 5),
    calledBackAt: when,
    rectifiedAt: when,
    followedUpAt: when,
    fulfilDueAt: when,
    extensionAskedAt: when,
    extensionResolvedAt: when,
    urgedAt: when,
    disputedAt: when,
    disputeResolvedAt: when,
    escalatedAt: when,
    escalationResolvedAt: when,
    offeredAt: when,
    claimedAt: when,
    contactedAt: when,
  })
  fc.assert(
    fc.property(orders, (order) => {
      const possible = possibleActions(order, fulfilledAt)
      for (const action of orderActions) {
        const [outcome] = outcomesOf(orderFlow.actions[action])
        expect(possible.includes(action)).toBe(transition(order, action, fulfilledAt, outcome).ok)
      }
    }),
  )
})

describe('public orders', () => {
  const offered = at('submitted', { visibility: 'public' })

  test('one that its owner keeps private is never approved', () => {
    expect(transition(at('submitted'), 'approve', fulfilledAt, 'submitted')).toEqual({
      ok: false,
      reason: 'not_public',
    })
    expect(transition(offered, 'approve', fulfilledAt, 'submitted')).toEqual({ ok: true, to: 'submitted' })
  })

  test('only an approved one is seconded, and it is approved once', () => {
    const approved = { ...offered, approvedAt: fulfilledAt }
    expect(transition(offered, 'second', fulfilledAt)).toEqual({ ok: false, reason: 'not_public' })
    expect(transition(approved, 'second', fulfilledAt)).toEqual({ ok: true, to: 'submitted' })
    expect(transition(approved, 'approve', fulfilledAt, 'submitted').ok).toBe(false)
  })
})

describe('the wall', () => {
  const offered = at('accepted', { offeredAt: fulfilledAt })
  const claimed = at('in_progress', { claimedAt: fulfilledAt })
  const of = (order: OrderState, action: OrderAction, outcome?: string) => transition(order, action, days(1), outcome)

  test('what was offered is approved onto it, or kept off it', () => {
    expect(of(offered, 'approve', 'list')).toEqual({ ok: true, to: 'listed' })
    expect(of(offered, 'unlist', 'accepted')).toEqual({ ok: true, to: 'accepted' })
    expect(of(offered, 'offer-to-units')).toEqual({ ok: false, reason: 'already_offered' })
    expect(of(at('accepted'), 'unlist', 'accepted')).toEqual({ ok: false, reason: 'not_offered' })
    expect(of(at('submitted', { offeredAt: fulfilledAt }), 'decline')).toEqual({
      ok: false,
      reason: 'waits_for_approval',
    })
  })

  test('who comes second is told that it is taken, and nobody takes it from the unit', () => {
    expect(of(claimed, 'claim')).toEqual({ ok: false, reason: 'already_claimed' })
    for (const action of ['dispatch', 'merge', 'offer-to-units'] as const) {
      expect(of(claimed, action)).toEqual({ ok: false, reason: 'claimed' })
    }
  })

  test('it lapses only while nobody has spoken with whoever asked', () => {
    expect(of(claimed, 'lapse')).toEqual({ ok: true, to: 'listed' })
    const contacted = { ...claimed, contactedAt: days(1) }
    expect(of(contacted, 'lapse')).toEqual({ ok: false, reason: 'already_contacted' })
    expect(of(contacted, 'first-contact')).toEqual({ ok: false, reason: 'already_contacted' })
    expect(of(at('in_progress'), 'lapse')).toEqual({ ok: false, reason: 'wrong_state' })
  })
})

test('a merge goes back to where it came from', () => {
  expect(transition(at('in_progress'), 'merge', fulfilledAt)).toEqual({ ok: true, to: 'merged' })
  expect(transition(at('merged'), 'unmerge', fulfilledAt, 'in_progress')).toEqual({ ok: true, to: 'in_progress' })
  expect(transition(at('merged'), 'unmerge', fulfilledAt, 'graded').ok).toBe(false)
})

test('reviewing is the street’s alone', () => {
  for (const action of orderActions) expect(isReview(action)).toBe(orderFlow.actions[action].by.includes('street'))
})

test('everything has a word', () => {
  for (const status of orderStatuses) expect(statusWords[status]).not.toBe('')
  for (const action of orderActions) expect(actionWords[action]).not.toBe('')
  expect(kindWords.wish).toBe('微心愿')
  expect(declineReasonWords.not_our_duty).toBe('非本级职责')
})
