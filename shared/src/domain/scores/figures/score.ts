import type { Stars } from '../../ratings/rating-reasons'
import type { RatingSource, Tally } from '../counting/counters'
import { scoreParts, type ScorePart } from '../counting/scored-order'
import type { ScoreRuleSet } from '../rules/rule-set'
import { quotient, rateOf, shareOf, weighted, type Assessed, type Rate, type Share } from './figures'

/** What counters say under a rule set. Percentages, points and grades with one decimal, halves up. */
export interface Score {
  /** The rule set that it was made by. */
  readonly ruleVersion: string
  /** 响应率, 解决率, 满意率. */
  readonly parts: Readonly<Record<ScorePart, Rate>>
  /** 覆盖: rated by the owners themselves ÷ fulfilled. */
  readonly coverage: Share
  /** 综合: the three parts by their weights; 未评估 unless all three are assessed. */
  readonly composite: Assessed
  /** The same of their lower bounds: what the composite is ranked by. */
  readonly compositeLowerBound: Assessed
  /** Of the owners' own ratings: 1–5, and points 0–10. */
  readonly meanStars: Assessed
  readonly meanPoints: Assessed
  /** Favourable ones of what is counted apart: written down on the telephone, set by default, after a rectification. */
  readonly telephone: Share
  readonly byDefault: Share
  readonly followUp: Share
  /** Departments that a whistle called: at the place in time. It enters no composite. */
  readonly attendance: Rate
  /** The street's grades, mean 0–100. */
  readonly grade: { readonly count: number; readonly mean: Assessed }
  /** 剔除: left out by an approved docket, of each part. */
  readonly excluded: Readonly<Record<ScorePart, number>>
  /** 补录: clocks that an import stopped. */
  readonly synthetic: { readonly response: number; readonly resolution: number }
}

export type StarCounts = Readonly<Record<Stars, number>>
const levels = [1, 2, 3, 4, 5] as const satisfies readonly Stars[]

function starsOf(tally: Tally, source: RatingSource | 'followUp'): StarCounts {
  const at = (stars: Stars) => tally[`${source}${stars}`] ?? 0
  return { 1: at(1), 2: at(2), 3: at(3), 4: at(4), 5: at(5) }
}

/** Σ value × count over the levels. */
const total = (counts: StarCounts, value: (stars: Stars) => number): number =>
  levels.reduce((sum, stars) => sum + value(stars) * counts[stars], 0)

const favourable = (counts: StarCounts, rules: ScoreRuleSet): [good: number, of: number] => [
  total(counts, (stars) => (stars >= rules.favourableFrom ? 1 : 0)),
  total(counts, () => 1),
]

/** Points may have decimals in a rule set: they are added up in whole tenths. */
const tenthsOf = (points: number) => Math.round(points * 10)

/**
 * Mean points of ballots by stars, on the scale 0–100 of survey verdicts.
 * @returns 未评估 without a ballot
 */
export const surveyMean = (ballots: StarCounts, rules: Pick<ScoreRuleSet, 'points'>): Assessed =>
  quotient(
    total(ballots, (stars) => tenthsOf(rules.points[stars])),
    total(ballots, () => 1),
  )

/**
 * The figures of one row of counters, or of the sum of several: months of a quarter, communities of a street. The three
 * rates are those of 好差评 practice: 响应率 = answered in time ÷ accept clocks due, 解决率 = solved ÷ fulfil clocks due,
 * 满意率 = favourable ÷ rated by the owners themselves. What was rated on the telephone or by default stands apart.
 */
export function scoreOf(tally: Tally, rules: ScoreRuleSet): Score {
  const own = starsOf(tally, 'own')
  const [good, rated] = favourable(own, rules)
  const parts = {
    response: rateOf(tally.acceptInTime ?? 0, tally.acceptDue ?? 0),
    resolution: rateOf(tally.fulfilSolved ?? 0, tally.fulfilDue ?? 0),
    satisfaction: rateOf(good, rated),
  }
  const weights = scoreParts.map((part) => rules.weights[part])
  const graded = tally.graded ?? 0
  return {
    ruleVersion: rules.version,
    parts,
    coverage: shareOf(rated, tally.fulfilled ?? 0),
    composite: weighted(
      scoreParts.map((part) => parts[part].rate),
      weights,
    ),
    compositeLowerBound: weighted(
      scoreParts.map((part) => parts[part].lowerBound),
      weights,
    ),
    meanStars: quotient(
      total(own, (stars) => stars),
      rated,
    ),
    meanPoints: quotient(
      total(own, (stars) => tenthsOf(rules.points[stars])),
      rated * 10,
    ),
    telephone: shareOf(...favourable(starsOf(tally, 'telephone'), rules)),
    byDefault: shareOf(...favourable(starsOf(tally, 'default'), rules)),
    followUp: shareOf(...favourable(starsOf(tally, 'followUp'), rules)),
    attendance: rateOf(tally.attendInTime ?? 0, tally.attendDue ?? 0),
    grade: { count: graded, mean: quotient(tally.gradePoints ?? 0, graded) },
    excluded: {
      response: tally.acceptExcluded ?? 0,
      resolution: tally.fulfilExcluded ?? 0,
      satisfaction: tally.satisfactionExcluded ?? 0,
    },
    synthetic: { response: tally.acceptSynthetic ?? 0, resolution: tally.fulfilSynthetic ?? 0 },
  }
}
