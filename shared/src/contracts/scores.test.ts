import fc from 'fast-check'
import { contributionOf, nationalRules, rankScores, scoreOf, sumOf, type Tally } from '../domain'
import { anyOrder } from '../domain/scores/counting/scored-order.fixtures'
import type { Contract } from './index'
import { scoreContracts, ScoreFigures, type ScoreRow, ScoreTable } from './scores'

const contract: Contract = scoreContracts['scores.show']
const { query } = scoreContracts['scores.show']

test('whatever scoreOf makes is an answer', () => {
  fc.assert(
    fc.property(fc.array(anyOrder, { maxLength: 5 }), (orders) => {
      const tally = sumOf(orders.flatMap(contributionOf).map((row) => row.tally))
      const score: ScoreFigures = scoreOf(tally, nationalRules)
      expect(ScoreFigures.parse(score)).toEqual(score)
    }),
  )
})

describe('a table', () => {
  const figures = (tally: Tally) => ({ score: scoreOf(tally, nationalRules), corrections: [], corrected: null })
  const named = (code: string, tally: Tally) => ({
    code,
    name: `社区 ${code}`,
    level: 'community' as const,
    ...figures(tally),
  })
  const rows: ScoreRow[] = rankScores(
    [named('610303001001', { own5: 1, fulfilled: 1 }), named('610303001002', { own5: 98, own2: 2, fulfilled: 150 })],
    'satisfaction',
  )
  const { version, name, source, weights, favourableFrom } = nationalRules
  const table: ScoreTable = {
    org: { code: '610303001', name: '某街道', level: 'street' },
    period: '2026-11',
    isFrozen: true,
    asOf: '2026-12-25T09:00:00+08:00',
    rules: { version, name, source, weights, favourableFrom },
    of: 'orgs',
    by: 'satisfaction',
    total: {
      score: scoreOf({ own5: 99, own2: 2, fulfilled: 151 }, nationalRules),
      corrections: [{ on: '2026-12-22', changes: { own2: 1, own5: -1 } }],
      corrected: scoreOf({ own5: 98, own2: 3, fulfilled: 151 }, nationalRules),
    },
    rows,
  }

  test('is what ranked rows make', () => {
    expect(contract.response.safeParse(table)).toEqual({ success: true, data: table })
    expect(table.rows.map(({ code, rank }) => [code, rank])).toEqual([
      ['610303001002', 1],
      ['610303001001', 2],
    ])
  })

  test.each([
    ['a rate beyond 100', { total: { ...table.total, score: { ...table.total.score, composite: 100.1 } } }],
    ['an unknown counter', { total: { ...table.total, corrections: [{ on: '2026-12-22', changes: { stars: 1 } }] } }],
    ['a rank of 0', { rows: [{ ...rows[0], rank: 0 }] }],
    ['no rule version', { rules: { ...table.rules, version: undefined } }],
    ['a week', { period: '2026-W47' }],
  ])('%s is none', (_, wrong) => expect(ScoreTable.safeParse({ ...table, ...wrong }).success).toBe(false))
})

test('a question fills in what it leaves open', () => {
  expect(query.parse({ org: '610303' })).toEqual({ org: '610303', of: 'orgs', by: 'composite' })
  expect(query.parse({ org: '610303', period: '2026-Q4', of: 'items', by: 'response' }).period).toBe('2026-Q4')
})

test.each([{}, { org: '610303', period: '2026-13' }, { org: '610303', of: 'people' }, { org: '610303', by: 'stars' }])(
  '%j is no question',
  (wrong) => expect(query.safeParse(wrong).success).toBe(false),
)
