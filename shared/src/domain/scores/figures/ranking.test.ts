import fc from 'fast-check'
import type { Tally } from '../counting/counters'
import { nationalRules } from '../rules/built-in-rules'
import { rankKeys, rankScores } from './ranking'
import { scoreOf } from './score'
import { rankKeyWords, sayRank } from './score-words'

const row = (code: string, tally: Tally) => ({ code, score: scoreOf(tally, nationalRules) })
const rated = (code: string, good: number, of: number) => row(code, { own5: good, own1: of - good, fulfilled: of })
const places = (rows: ReturnType<typeof row>[], by = 'satisfaction' as const) =>
  rankScores(rows, by).map(({ code, rank, isTied }) => [code, rank, isTied])

test('1 of 1 never beats 98 of 100', () => {
  expect(places([rated('a', 1, 1), rated('b', 98, 100)])).toEqual([
    ['b', 1, false],
    ['a', 2, false],
  ])
})

test('nor does a composite of single orders beat one of many', () => {
  const perfect = { acceptDue: 1, acceptInTime: 1, fulfilDue: 1, fulfilSolved: 1, own5: 1, fulfilled: 1 }
  const many = { acceptDue: 100, acceptInTime: 98, fulfilDue: 100, fulfilSolved: 97, own5: 95, own1: 5, fulfilled: 100 }
  const ranked = rankScores([row('few', perfect), row('many', many)], 'composite')
  expect(ranked.map(({ code, score }) => [code, score.composite])).toEqual([
    ['many', 96.6],
    ['few', 100],
  ])
})

test('the same bound is the same place, with a gap after it; ties stand by code', () => {
  expect(places([rated('d', 5, 10), rated('c', 8, 10), rated('a', 9, 10), rated('b', 8, 10)])).toEqual([
    ['a', 1, false],
    ['b', 2, true],
    ['c', 2, true],
    ['d', 4, false],
  ])
})

test('what is not assessed comes last without a place, below all that failed', () => {
  expect(places([row('b', {}), rated('c', 0, 10), row('a', { fulfilled: 5 })])).toEqual([
    ['c', 1, false],
    ['a', null, false],
    ['b', null, false],
  ])
})

test('an org that lacks one part has a place in the others only', () => {
  const rows = [row('a', { acceptDue: 4, acceptInTime: 4 }), row('b', { own5: 3, fulfilled: 3 })]
  expect(rankScores(rows, 'composite').map(({ rank }) => rank)).toEqual([null, null])
  expect(rankScores(rows, 'response').map(({ code, rank }) => [code, rank])).toEqual([
    ['a', 1],
    ['b', null],
  ])
})

test('a ranking does not depend on the order of its rows, and loses none', () => {
  const tallies = fc.uniqueArray(
    fc.record({ code: fc.string({ minLength: 1, maxLength: 3 }), good: fc.nat(20), bad: fc.nat(20) }),
    { selector: ({ code }) => code, maxLength: 12 },
  )
  const shuffled = tallies.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  )
  fc.assert(
    fc.property(shuffled, fc.constantFrom(...rankKeys), ([list, other], by) => {
      const rank = (rows: typeof list) =>
        rankScores(
          rows.map(({ code, good, bad }) => rated(code, good, good + bad)),
          by,
        )
      expect(rank(other)).toEqual(rank(list))
      expect(rank(list)).toHaveLength(list.length)
    }),
  )
})

test('places in words', () => {
  expect(sayRank({ rank: 1, isTied: false })).toBe('第 1 名')
  expect(sayRank({ rank: 2, isTied: true })).toBe('并列第 2 名')
  expect(sayRank({ rank: null, isTied: false })).toBe('未评估，不排名')
  expect(rankKeys.map((key) => rankKeyWords[key])).toEqual(['综合', '响应率', '解决率', '满意率'])
})
