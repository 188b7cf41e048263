import { contributionOf, differenceOf, totalOf, type Contribution } from './contribution'
import type { Tally } from './counters'
import { placeDifference } from './freezing'
import type { ScoredOrder } from './scored-order'
import { clock, order } from './scored-order.fixtures'

/** The life of one order, as the differences that its community's counters see. */
const november = new Date('2026-11-24T17:00:00+08:00')
const december = new Date('2026-12-04T17:00:00+08:00')
const accept = clock('accept', { dueAt: november })
const fulfil = clock('fulfil', { dueAt: december })

const placed = order({
  status: 'submitted',
  clocks: [
    { ...accept, outcome: 'open' },
    { ...fulfil, dueAt: november, outcome: 'open' },
  ],
})
const extended = { ...placed, status: 'accepted', clocks: [accept, { ...fulfil, outcome: 'open' }] } as const
const fulfilled = { ...extended, status: 'fulfilled', clocks: [accept, fulfil] } as const
const rated = { ...fulfilled, status: 'rated', rating: { stars: 1, source: 'own' } } as const
const reworked = { ...rated, status: 'fulfilled', isReworked: true } as const
const followedUp = { ...reworked, followUpStars: 4 } as const
const graded = { ...followedUp, status: 'graded', gradeTotal: 70 } as const
const disputed = { ...graded, isDisputedWithSuccess: true } as const
const excluded = { ...disputed, excludedParts: ['satisfaction'] } as const

const steps: [string, ScoredOrder, Record<string, Tally>][] = [
  ['placed: both clocks run', placed, {}],
  [
    'accepted in time, and extended: its clock is not due yet',
    extended,
    { '2026-11': { acceptDue: 1, acceptInTime: 1 } },
  ],
  [
    'fulfilled: in the month of the extended deadline',
    fulfilled,
    { '2026-12': { fulfilDue: 1, fulfilSolved: 1, fulfilled: 1 } },
  ],
  ['one star', rated, { '2026-12': { own1: 1 } }],
  [
    'sent back, and fulfilled again: solved no longer',
    reworked,
    { '2026-12': { fulfilSolved: -1, fulfilReworked: 1 } },
  ],
  ['asked again: beside the first rating', followedUp, { '2026-12': { followUp4: 1 } }],
  ['graded', graded, { '2026-12': { graded: 1, gradePoints: 70 } }],
  ['disputed with success: one fault more of the same clock', disputed, { '2026-12': { fulfilDisputed: 1 } }],
  [
    'the rating is excluded: it leaves with what could have been rated',
    excluded,
    { '2026-12': { fulfilled: -1, satisfactionExcluded: 1, own1: -1, followUp4: -1 } },
  ],
]

test('each step changes what it is about, and nothing else', () => {
  let before: Contribution = []
  for (const [name, scored, expected] of steps) {
    const after = contributionOf(scored)
    const seen = differenceOf(before, after).filter(({ scope }) => scope === 'community')
    expect([name, Object.fromEntries(seen.map(({ period, tally }) => [period, tally]))]).toEqual([name, expected])
    before = after
  }
})

test('with November frozen after the grade, nothing of it moves any more; with December frozen, all is dated', () => {
  const later = differenceOf(contributionOf(graded), contributionOf(excluded))
  expect(placeDifference(later, '2026-11', new Date('2026-12-20T09:00:00+08:00'))).toEqual({
    live: later,
    corrections: [],
  })
  const { live, corrections } = placeDifference(later, '2026-12', new Date('2027-01-25T09:00:00+08:00'))
  expect(live).toEqual([])
  expect(new Set(corrections.map(({ on }) => on))).toEqual(new Set(['2027-01-25']))
  expect(totalOf([contributionOf(graded), corrections])).toEqual(contributionOf(excluded))
})
