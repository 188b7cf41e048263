import * as z from 'zod/mini'
import { orgLevels } from '../domain/orgs/org-code'
import { counterNames } from '../domain/scores/counting/counters'
import { periodPattern } from '../domain/scores/counting/periods'
import { rankKeys } from '../domain/scores/figures/ranking'
import { Instant, OrgCode, OrgRef } from './common'

const Count = z.int().check(z.gte(0))
/** One decimal, halves up; `not_assessed` when there was nothing to assess. */
const assessed = (most: number) => z.union([z.number().check(z.gte(0), z.lte(most)), z.literal('not_assessed')])
/** How many of how many, and the percentage. */
const Share = z.strictObject({ good: Count, of: Count, rate: assessed(100) })
/** With the lower bound of its Wilson interval at 95 %, which ranks it. */
const Rate = z.strictObject({ ...Share.shape, lowerBound: assessed(100) })

/** `2026-11`, `2026-Q4` or `2026`. */
const PeriodName = z.string().check(z.regex(periodPattern, '周期写作 2026-11（月）、2026-Q4（季度）或 2026（年）'))

/** The figures of one org, item or unit; `scoreOf` makes them of its counters. */
export const ScoreFigures = z.strictObject({
  ruleVersion: z.string(),
  parts: z.strictObject({ response: Rate, resolution: Rate, satisfaction: Rate }),
  coverage: Share,
  composite: assessed(100),
  compositeLowerBound: assessed(100),
  meanStars: assessed(5),
  meanPoints: assessed(10),
  /** Counted apart from satisfaction. */
  telephone: Share,
  byDefault: Share,
  followUp: Share,
  /** Of departments that whistles called; enters no composite. */
  attendance: Rate,
  grade: z.strictObject({ count: Count, mean: assessed(100) }),
  excluded: z.strictObject({ response: Count, resolution: Count, satisfaction: Count }),
  synthetic: z.strictObject({ response: Count, resolution: Count }),
})
export type ScoreFigures = z.infer<typeof ScoreFigures>

/** What became known of a frozen period later, by the date in China. */
const ScoreCorrection = z.strictObject({
  on: z.iso.date(),
  changes: z.partialRecord(z.enum(counterNames), z.int()),
})

const figures = {
  /** As published when the period is frozen, as known now while it is open. */
  score: ScoreFigures,
  corrections: z.array(ScoreCorrection),
  /** With all corrections; null when there are none, or the period is open. */
  corrected: z.nullable(ScoreFigures),
}

export const ScoreRow = z.strictObject({
  /** Code of an org or unit, id of an item. */
  code: z.string(),
  name: z.string(),
  /** Null for an item. */
  level: z.nullable(z.enum(orgLevels)),
  ...figures,
  /** 1 is best; null when what the list is ranked by is not assessed. */
  rank: z.nullable(z.int().check(z.gte(1))),
  isTied: z.boolean(),
})
export type ScoreRow = z.infer<typeof ScoreRow>

export const scoreSubjects = ['orgs', 'items', 'units'] as const

/** Scores of everything directly under an org, ranked among themselves. */
export const ScoreTable = z.strictObject({
  org: OrgRef,
  period: PeriodName,
  isFrozen: z.boolean(),
  asOf: Instant,
  /** The rule set that all figures were made by. */
  rules: z.strictObject({
    version: z.string(),
    name: z.string(),
    source: z.string(),
    weights: z.strictObject({ response: Count, resolution: Count, satisfaction: Count }),
    favourableFrom: z.int().check(z.gte(1), z.lte(5)),
  }),
  of: z.enum(scoreSubjects),
  by: z.enum(rankKeys),
  /** The org itself. */
  total: z.strictObject(figures),
  /** Best first, those that are not assessed last. As many as the org has of them: a ranking has no pages. */
  rows: z.array(ScoreRow),
})
export type ScoreTable = z.infer<typeof ScoreTable>

export const scoreContracts = {
  'scores.show': {
    summary: 'Scores of an org and, ranked, of its streets or communities, its units, or the items of its district',
    auth: 'person',
    query: z.strictObject({
      org: OrgCode,
      /** By deadlines in China; the present month when it is absent. */
      period: z.optional(PeriodName),
      of: z._default(z.enum(scoreSubjects), 'orgs'),
      by: z._default(z.enum(rankKeys), 'composite'),
    }),
    status: 200,
    response: ScoreTable,
    errors: ['forbidden', 'not_found', 'invalid'],
  },
} as const
