import { differenceOf, contributionOf } from './contribution'
import { isFrozen, placeDifference, ripeThrough, tallyOfPeriod } from './freezing'
import { kindOfPeriod, monthOf, monthsLater, monthsOf, sayPeriod } from './periods'
import { order } from './scored-order.fixtures'

test('a month begins and ends at midnight in China', () => {
  expect(monthOf(new Date('2026-10-31T15:59:59.999Z'))).toBe('2026-10')
  expect(monthOf(new Date('2026-10-31T16:00:00Z'))).toBe('2026-11')
})

test.each([
  ['2026-11', 1, '2026-12'],
  ['2026-12', 1, '2027-01'],
  ['2026-01', -1, '2025-12'],
  ['2026-05', -17, '2024-12'],
] as const)('%s and %i months is %s', (month, count, later) => expect(monthsLater(month, count)).toBe(later))

test.each([
  ['2026-11', 'month', ['2026-11'], '2026 年 11 月'],
  ['2026-Q4', 'quarter', ['2026-10', '2026-11', '2026-12'], '2026 年第 4 季度'],
] as const)('%s is a %s', (period, kind, months, words) => {
  expect(kindOfPeriod(period)).toBe(kind)
  expect(monthsOf(period)).toEqual(months)
  expect(sayPeriod(period)).toBe(words)
})

test('a year has twelve months', () => {
  expect(monthsOf('2026')).toHaveLength(12)
  expect(monthsOf('2026').at(-1)).toBe('2026-12')
  expect(sayPeriod('2026')).toBe('2026 年')
})

test.each(['2026-13', '2026-00', '2026-Q5', '26-11', '1999', '2026-1', ''])('%p is no period', (name) => {
  expect(kindOfPeriod(name)).toBeUndefined()
  expect(() => monthsOf(name)).toThrow(RangeError)
})

test('a period is frozen when its last month is', () => {
  expect(isFrozen('2026-10', '2026-10')).toBe(true)
  expect(isFrozen('2026-11', '2026-10')).toBe(false)
  expect(isFrozen('2026-Q4', '2026-11')).toBe(false)
  expect(isFrozen('2026-Q3', '2026-11')).toBe(true)
  expect(isFrozen('2026-01', null)).toBe(false)
})

test.each([
  ['2026-11-30T23:59:59+08:00', 0, '2026-10'],
  ['2026-12-01T00:00:00+08:00', 0, '2026-11'],
  ['2026-12-20T23:59:59+08:00', 20, '2026-10'],
  ['2026-12-21T00:00:00+08:00', 20, '2026-11'],
])('at %s and %i days a month is ripe through %s', (now, days, month) => {
  expect(ripeThrough(new Date(now), days)).toBe(month)
})

test('a late rating of a frozen month is a correction dated in China', () => {
  const rated = order({ rating: { stars: 2, source: 'own' } })
  const difference = differenceOf(contributionOf(order()), contributionOf(rated))
  const placed = placeDifference(difference, '2026-11', new Date('2026-12-02T17:00:00Z'))
  expect(placed.live).toEqual([])
  expect(placed.corrections.map(({ scope, period, tally, on }) => [scope, period, tally, on])).toEqual([
    ['community', '2026-11', { own2: 1 }, '2026-12-03'],
    ['district', '2026-11', { own2: 1 }, '2026-12-03'],
    ['street', '2026-11', { own2: 1 }, '2026-12-03'],
  ])
  expect(placeDifference(difference, '2026-10', new Date('2026-12-02T17:00:00Z')).corrections).toEqual([])
})

describe('the counters of a period', () => {
  const months = [
    { period: '2026-09', tally: { own1: 9 } },
    { period: '2026-10', tally: { own5: 3 } },
    { period: '2026-11', tally: { own5: 4, own4: 1 } },
  ] as const
  const corrections = [{ period: '2026-10', tally: { own2: 1 } }] as const

  test('a frozen one stands as published, with what it would be today beside it', () => {
    expect(tallyOfPeriod('2026-10', months, corrections, '2026-10')).toEqual({
      tally: { own5: 3 },
      corrected: { own2: 1, own5: 3 },
    })
    expect(tallyOfPeriod('2026-09', months, corrections, '2026-10')).toEqual({ tally: { own1: 9 }, corrected: null })
  })

  test('an open one holds all that is known, also of its frozen months', () => {
    expect(tallyOfPeriod('2026-Q4', months, corrections, '2026-10')).toEqual({
      tally: { own2: 1, own4: 1, own5: 7 },
      corrected: null,
    })
    expect(tallyOfPeriod('2026-12', months, corrections, '2026-10')).toEqual({ tally: {}, corrected: null })
  })
})
