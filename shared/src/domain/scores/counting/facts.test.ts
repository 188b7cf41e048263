import { combine, type Tally } from './counters'
import { factsOf } from './facts'
import type { ScoredOrder } from './scored-order'
import { clock, home, neighbour, order } from './scored-order.fixtures'

/** All that an order counts, whoever for and whenever. */
const counted = (scored: ScoredOrder): Tally =>
  factsOf(scored).reduce<Tally>((sum, { counter, amount }) => combine(sum, { [counter]: amount }), {})

const inTime = { acceptDue: 1, acceptInTime: 1 }
const lateAccept = { acceptDue: 1, acceptLate: 1 }
const solved = { fulfilDue: 1, fulfilSolved: 1 }
const accepted = (more: Partial<ScoredOrder> = {}) =>
  order({ status: 'accepted', clocks: [clock('accept'), clock('fulfil', { outcome: 'open' })], ...more })

describe('响应率', () => {
  test.each<[string, ScoredOrder, Tally]>([
    [
      'nothing is due while the clock runs',
      order({ status: 'submitted', clocks: [clock('accept', { outcome: 'open' })] }),
      {},
    ],
    ['accepted in time', accepted(), inTime],
    [
      'an overdue counts when it is recorded, before anyone accepts',
      order({ status: 'submitted', clocks: [clock('accept', { outcome: 'open', isOverdue: true })] }),
      lateAccept,
    ],
    [
      'and once when it is accepted late',
      accepted({ clocks: [clock('accept', { outcome: 'late', isOverdue: true })] }),
      lateAccept,
    ],
    [
      'rightly declined in time is a response, and leaves 解决率',
      order({ status: 'declined', clocks: [clock('accept'), clock('fulfil', { outcome: 'void' })] }),
      inTime,
    ],
    [
      'one declined late too, and an overdue fulfilment leaves with it',
      order({
        status: 'declined',
        clocks: [clock('accept', { outcome: 'late' }), clock('fulfil', { outcome: 'void', isOverdue: true })],
      }),
      lateAccept,
    ],
    [
      'an overruled decline is none, though it came in time',
      accepted({ clocks: [clock('accept', { isOverruled: true })] }),
      { acceptDue: 1, acceptOverruled: 1 },
    ],
    [
      'and counts as soon as it is overruled',
      accepted({ clocks: [clock('accept', { outcome: 'open', isOverruled: true })] }),
      { acceptDue: 1, acceptOverruled: 1 },
    ],
    [
      'overruled and late is one clock with two faults',
      accepted({ clocks: [clock('accept', { outcome: 'late', isOverruled: true })] }),
      { ...lateAccept, acceptOverruled: 1 },
    ],
    [
      'an import is left out and counted',
      accepted({ clocks: [clock('accept', { isSynthetic: true })] }),
      { acceptSynthetic: 1 },
    ],
    ['an excluded one too', accepted({ excludedParts: ['response'] }), { acceptExcluded: 1 }],
    [
      'exclusion takes out nothing that was not due',
      order({ status: 'submitted', clocks: [clock('accept', { outcome: 'open' })], excludedParts: ['response'] }),
      {},
    ],
  ])('%s', (_, scored, tally) => expect(counted(scored)).toEqual(tally))

  test('each holder has a clock of their own, and the overdue is theirs who used the time', () => {
    const redirected = order({
      status: 'accepted',
      clocks: [
        clock('accept', { outcome: 'late', isOverdue: true }),
        clock('fulfil', { outcome: 'void' }),
        clock('accept', { holder: neighbour }),
        clock('fulfil', { holder: neighbour, outcome: 'open' }),
      ],
    })
    const facts = factsOf(redirected)
    expect(facts.filter(({ place }) => place === home).map(({ counter }) => counter)).toEqual([
      'acceptDue',
      'acceptLate',
    ])
    expect(facts.filter(({ place }) => place === neighbour).map(({ counter }) => counter)).toEqual([
      'acceptDue',
      'acceptInTime',
    ])
  })
})

describe('解决率', () => {
  const late = [clock('accept'), clock('fulfil', { outcome: 'late', isOverdue: true })]
  test.each<[string, ScoredOrder, Tally]>([
    ['fulfilled in time', order(), { ...inTime, ...solved, fulfilled: 1 }],
    ['late', order({ clocks: late }), { ...inTime, fulfilDue: 1, fulfilLate: 1, fulfilled: 1 }],
    [
      'reworked, though in time',
      order({ status: 'rework', isReworked: true }),
      { ...inTime, fulfilDue: 1, fulfilReworked: 1, fulfilled: 1 },
    ],
    [
      'late, reworked and disputed is one clock with three faults',
      order({ clocks: late, isReworked: true, isDisputedWithSuccess: true }),
      { ...inTime, fulfilDue: 1, fulfilLate: 1, fulfilReworked: 1, fulfilDisputed: 1, fulfilled: 1 },
    ],
    [
      'overdue and not fulfilled yet: due, but nothing to rate',
      accepted({ clocks: [clock('accept'), clock('fulfil', { outcome: 'open', isOverdue: true })] }),
      { ...inTime, fulfilDue: 1, fulfilLate: 1 },
    ],
    [
      'an excluded one may still be rated',
      order({ excludedParts: ['resolution'] }),
      { ...inTime, fulfilExcluded: 1, fulfilled: 1 },
    ],
    [
      'an import is left out, and may be rated',
      order({ clocks: [clock('fulfil', { isSynthetic: true })] }),
      { fulfilSynthetic: 1, fulfilled: 1 },
    ],
  ])('%s', (_, scored, tally) => expect(counted(scored)).toEqual(tally))

  test('rework and dispute are the last holder’s; an earlier one keeps its overdue alone', () => {
    const passedOn = order({
      isReworked: true,
      clocks: [clock('fulfil', { outcome: 'void', isOverdue: true }), clock('fulfil', { holder: neighbour })],
    })
    expect(factsOf(passedOn).map(({ counter, place }) => [counter, place])).toEqual([
      ['fulfilDue', home],
      ['fulfilLate', home],
      ['fulfilDue', neighbour],
      ['fulfilReworked', neighbour],
      ['fulfilled', neighbour],
    ])
  })
})

test('an order is fulfilled and rated once, however many clocks it had', () => {
  const twice = order({ clocks: [clock('fulfil'), clock('fulfil')], rating: { stars: 4, source: 'own' } })
  expect(counted(twice)).toMatchObject({ fulfilDue: 2, fulfilled: 1, own4: 1 })
})

describe.each(['withdrawn', 'merged'] as const)('%s', (status) => {
  test('leaves both rates, also when it was accepted in time', () => {
    expect(counted(accepted({ status }))).toEqual({})
    expect(counted(order({ status, rating: { stars: 5, source: 'own' }, gradeTotal: 90 }))).toEqual({})
  })

  test('stays where it was overdue before', () => {
    const clocks = [clock('accept', { isOverdue: true, outcome: 'late' }), clock('fulfil', { outcome: 'void' })]
    expect(counted(order({ status, clocks }))).toEqual(lateAccept)
    const both = [clock('accept'), clock('fulfil', { outcome: 'void', isOverdue: true })]
    expect(counted(order({ status, clocks: both }))).toEqual({ fulfilDue: 1, fulfilLate: 1 })
  })
})

describe('满意率', () => {
  const rest = { ...inTime, ...solved }
  test.each<[string, Partial<ScoredOrder>, Tally]>([
    ['silence is no rating', {}, { ...rest, fulfilled: 1 }],
    ['own', { rating: { stars: 4, source: 'own' } }, { ...rest, fulfilled: 1, own4: 1 }],
    ['telephone', { rating: { stars: 5, source: 'telephone' } }, { ...rest, fulfilled: 1, telephone5: 1 }],
    ['default', { rating: { stars: 3, source: 'default' } }, { ...rest, fulfilled: 1, default3: 1 }],
    [
      'a follow-up stands beside the first rating',
      { rating: { stars: 1, source: 'own' }, followUpStars: 5 },
      { ...rest, fulfilled: 1, own1: 1, followUp5: 1 },
    ],
    [
      'excluded: neither rated nor to be rated',
      { rating: { stars: 1, source: 'own' }, excludedParts: ['satisfaction'] },
      { ...rest, satisfactionExcluded: 1 },
    ],
    ['graded', { gradeTotal: 86 }, { ...rest, fulfilled: 1, graded: 1, gradePoints: 86 }],
    ['a grade of nothing is a grade', { gradeTotal: 0 }, { ...rest, fulfilled: 1, graded: 1 }],
    [
      'a grade goes out with the fulfilment that it judges',
      { gradeTotal: 20, excludedParts: ['resolution'] },
      { ...inTime, fulfilExcluded: 1, fulfilled: 1 },
    ],
  ])('%s', (_, more, tally) => expect(counted(order(more))).toEqual(tally))
})

test('a clock belongs to the month of its deadline in China; rating and grade to that of the fulfil clock', () => {
  const scored = order({
    clocks: [
      clock('accept', { dueAt: new Date('2026-10-31T15:59:59Z') }),
      clock('fulfil', { dueAt: new Date('2026-10-31T16:00:00Z') }),
    ],
    rating: { stars: 5, source: 'own' },
    gradeTotal: 90,
  })
  const periods = Object.fromEntries(factsOf(scored).map(({ counter, period }) => [counter, period]))
  expect(periods).toEqual({
    acceptDue: '2026-10',
    acceptInTime: '2026-10',
    fulfilDue: '2026-11',
    fulfilSolved: '2026-11',
    fulfilled: '2026-11',
    own5: '2026-11',
    graded: '2026-11',
    gradePoints: '2026-11',
  })
})
