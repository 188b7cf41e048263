import type { OrderClock, OrderEvent } from '@xinban/shared/contracts'
import { disputeDecisions, escalationDecisions, extensionDecisions, orderActions } from '@xinban/shared/domain'
import { order, placing } from '../../test/api-double'
import { tellOutcome, tellOverdue } from './clock-words'
import { tellDue, tellPromise, toneOf } from './due-words'
import { tellEvent } from './event-story'
import { flagsOf } from './order-flags'
import { tellOwner, tellStaff } from './order-story'
import { reviewStepsOf, tellBy } from './review-steps'

const now = new Date('2026-11-25T15:00:00+08:00')
const at = (time: string) => `2026-11-${time}:00+08:00`
const due = (part = {}) => ({
  ...{ kind: 'accept' as const, warnAt: at('25T14:00'), dueAt: at('25T18:00'), isProvisional: false },
  ...part,
})
const street = { code: '610303001', name: '中山东路街道', level: 'street' as const }
const staffEvent = (part: Partial<OrderEvent>): OrderEvent => ({
  ...placing,
  actor: { name: null, role: 'street_staff', org: street },
  ...part,
})
/** Of residents' screens none of these. */
const official = /回访|整改|追评|延期|异议|督办|提级|催单|退单|评单/

describe('due times', () => {
  test.each([
    ['25T16:00', '25T18:00', 'calm'],
    ['25T15:00', '25T18:00', 'soon'],
    ['25T14:00', '25T15:00', 'soon'],
    ['25T14:00', '25T14:59', 'over'],
  ])('warned at %s and due at %s is %s', (warnAt, dueAt, tone) => {
    expect(toneOf({ warnAt: at(warnAt), dueAt: at(dueAt) }, now)).toBe(tone)
  })
  test('name their clock', () => {
    expect(tellDue(due(), now)).toBe('接单 还剩 3 小时')
    expect(tellDue(due({ kind: 'resolve_decline', dueAt: at('23T15:00') }), now)).toBe('审退单 已超期 2 天')
  })
})

describe('what the resident was promised', () => {
  const promise = (part = {}) => tellPromise(order({ promisedAt: at('26T17:00'), ...part }), now)
  test('is said until it has passed, and honestly afterwards', () => {
    expect(promise()).toEqual({ words: '明天 17:00 前办好', isBroken: false })
    expect(promise({ promisedAt: at('25T14:59') })).toEqual({ words: '已超过承诺时间，正在催办', isBroken: true })
  })
  test('is not said where it is done or was never said', () => {
    expect(promise({ status: 'fulfilled' })).toBeNull()
    expect(promise({ promisedAt: null })).toBeNull()
  })
  test('may still move beyond the calendar that is known', () => {
    expect(promise({ due: due({ kind: 'resident', isProvisional: true }) })?.words).toContain('放假安排公布后可能会变')
  })
})

test('flags say what is out of the ordinary, the gravest first, and nothing of a smooth order', () => {
  expect(flagsOf(order())).toEqual([])
  const badReview = { needsCallback: true, needsRectifying: true, isFollowUpOpen: false, isOver: false }
  expect(flagsOf(order({ badReview, isEscalated: true, isDisputed: true, urgeCount: 2 }))).toEqual([
    '已提级',
    '待审异议',
    '待回访',
    '待整改',
    '催过 2 次',
  ])
  expect(flagsOf(order({ allowedActions: ['resolve-extension'] }))).toEqual(['待审延期'])
})

describe('the story of an order in trouble', () => {
  const stages = [
    { needsCallback: true, needsRectifying: true, isFollowUpOpen: false, isOver: false },
    { needsCallback: false, needsRectifying: true, isFollowUpOpen: false, isOver: false },
    { needsCallback: true, needsRectifying: false, isFollowUpOpen: true, isOver: false },
    { needsCallback: true, needsRectifying: false, isFollowUpOpen: false, isOver: false },
  ]
  const troubled = [
    ...stages.map((badReview) => order({ status: 'rated', badReview })),
    order({ status: 'graded', isDisputed: true }),
    order({ status: 'declining', isEscalated: true }),
  ]
  test.each(troubled.map((one, index) => [index, one] as const))('%i differs from the smooth one', (_, one) => {
    const smooth = order({ status: one.status })
    expect(tellOwner(one, now)).not.toEqual(tellOwner(smooth, now))
    expect(tellStaff(one)).not.toEqual(tellStaff(smooth))
    expect(Object.values(tellOwner(one, now)).join()).not.toMatch(official)
    expect(Object.values(tellOwner({ ...one, isOwn: false }, now)).join()).not.toMatch(/你/)
  })
  test('is the smooth one again when the loop is over', () => {
    const badReview = { needsCallback: false, needsRectifying: false, isFollowUpOpen: false, isOver: true }
    expect(tellStaff(order({ status: 'rated', badReview }))).toEqual(tellStaff(order({ status: 'rated' })))
  })
})

describe('events', () => {
  test.each(orderActions)('%s is told to residents without a term of officials', (action) => {
    const decisions = [...extensionDecisions, ...disputeDecisions, ...escalationDecisions]
    const told = [
      tellEvent(staffEvent({ action, days: 3, isEscalated: true }), 'owner'),
      ...decisions.map((decision) => tellEvent(staffEvent({ action, decision }), 'owner')),
    ]
    expect(told.join()).not.toMatch(official)
  })
  test('say whether anybody answered, how many days and how many stars', () => {
    expect(tellEvent(staffEvent({ action: 'callback', isReached: false }), 'staff')).toBe('中山东路街道 回访，没打通')
    expect(tellEvent(staffEvent({ action: 'request-extension', days: 3 }), 'staff')).toMatch(/申请延期 3 个工作日$/)
    const granted = staffEvent({ action: 'resolve-extension', decision: 'grant', days: 3 })
    expect(tellEvent(granted, 'staff')).toBe('中山东路街道 审延期：同意延期 3 个工作日')
    expect(tellEvent({ ...placing, action: 'follow-up-rating', stars: 4 }, 'owner')).toBe(
      '张** 改好后再次评价：4 星 满意',
    )
    const asked = staffEvent({ action: 'follow-up-rating', stars: 4 })
    expect(tellEvent(asked, 'staff')).toBe('中山东路街道 打电话问了改好以后的满意度，记下评价：4 星 满意')
  })
  test('say that it went to the district, and to whom it was given', () => {
    expect(tellEvent(staffEvent({ action: 'rework', isEscalated: true }), 'owner')).toMatch(/已交给区里决定/)
    const to = { code: '610303001004', name: '西关社区', level: 'community' as const }
    const assigned = staffEvent({ action: 'resolve-escalation', decision: 'assign', to })
    expect(tellEvent(assigned, 'owner')).toBe('中山东路街道 定了：由西关社区来办')
  })
})

describe('clocks', () => {
  const clock = (part: Partial<OrderClock> = {}): OrderClock => ({
    ...{ id: 'c1', kind: 'callback', holder: street, startedAt: at('24T09:00'), warnAt: at('25T09:00') },
    ...{ dueAt: at('25T18:00'), endedAt: null, outcome: 'running', overdueAt: null, chargedTo: null },
    ...{ isProvisional: false, why: '回访时限' },
    ...part,
  })
  test('say how they ended, and what ran out is not under way', () => {
    expect(tellOutcome(clock(), 'staff', now)).toBe('计时中')
    expect(tellOutcome(clock({ dueAt: at('25T14:00') }), 'staff', now)).toBe('计时中，已超期')
    expect(tellOutcome(clock({ dueAt: at('25T14:00') }), 'owner', now)).toMatch(/正在催办/)
    expect(tellOutcome(clock({ outcome: 'late' }), 'staff', now)).toBe('超期')
  })
  test('say to whom an overdue was charged', () => {
    expect(tellOverdue(clock(), now)).toBeNull()
    expect(tellOverdue(clock({ overdueAt: at('25T10:00'), chargedTo: street }), now)).toBe(
      '今天 10:00 记下超期，记到中山东路街道（用时最多）',
    )
  })

  const rating = { stars: 2 as const, reasons: [], comment: null, isTelephone: false, at: at('24T09:00') }
  const stage = { needsCallback: true, needsRectifying: true, isFollowUpOpen: false, isOver: false }
  test('stand with the step that they are of', () => {
    const steps = reviewStepsOf(order({ rating, badReview: stage, clocks: [clock()] }), 'staff')
    expect(steps.map(({ title, state }) => [title, state])).toEqual([
      ['回访', 'next'],
      ['整改', 'next'],
      ['追评', 'later'],
    ])
    expect(steps[0]?.clock?.id).toBe('c1')
  })
  test('say by when, until they are done', () => {
    const badReviewDates = { callbackBy: at('25T08:30'), rectifyBy: at('28T08:30'), followUpUntil: null }
    const called = staffEvent({ id: 'e4', action: 'callback', at: at('24T10:00') })
    const steps = reviewStepsOf(order({ rating, badReview: stage, badReviewDates, events: [placing, called] }), 'owner')
    expect(steps.map((step) => tellBy(step, now))).toEqual([null, '11 月 28 日 08:30 前改好', null])
    expect(tellBy({ key: 'callback', by: at('24T08:30') }, now)).toMatch(/^原定 .* 08:30 前打来，已经过了$/)
    expect(tellBy({ key: 'follow-up', by: at('28T08:30') }, now)).toBe('11 月 28 日 08:30 前可以评')
  })
  test('a rework that was fulfilled after the rating counts as rectification, the first fulfilment does not', () => {
    const first = staffEvent({ id: 'e2', action: 'fulfil', at: at('23T09:00') })
    const again = staffEvent({ id: 'e3', action: 'fulfil', at: at('25T09:00'), note: '重新修好' })
    const before = reviewStepsOf(order({ rating, badReview: stage, events: [placing, first] }), 'staff')
    expect(before[1]).toMatchObject({ state: 'next', note: null })
    const done = { ...stage, needsRectifying: false, isFollowUpOpen: true }
    const after = reviewStepsOf(order({ rating, badReview: done, events: [placing, first, again] }), 'staff')
    expect(after.map(({ state, note }) => [state, note])).toEqual([
      ['next', null],
      ['done', '重新修好'],
      ['next', null],
    ])
  })
  test('what the window let pass is said to be missing', () => {
    const over = { needsCallback: false, needsRectifying: false, isFollowUpOpen: false, isOver: true }
    const called = staffEvent({ id: 'e4', action: 'callback', at: at('25T09:00'), isReached: false, note: '打了两次' })
    const rectified = staffEvent({ id: 'e5', action: 'rectify', at: at('25T10:00') })
    const steps = reviewStepsOf(order({ rating, badReview: over, events: [placing, called, rectified] }), 'owner')
    expect(steps.map(({ state, note }) => [state, note])).toEqual([
      ['done', '没打通：打了两次'],
      ['done', null],
      ['dropped', null],
    ])
  })
})
