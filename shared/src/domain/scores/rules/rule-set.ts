import type { Stars } from '../../ratings/rating-reasons'
import { addDays } from '../../time/china-time'
import type { PeriodKind } from '../counting/periods'
import type { ScorePart } from '../counting/scored-order'
import type { SurveyRule } from './survey-rules'

/** Counts a rating where nobody gave one. Counted apart from ratings, and part of no rate. */
export interface DefaultReview {
  readonly stars: Stars
  /** Calendar days after fulfilment. */
  readonly afterDays: number
}

/**
 * How counters become figures. A version never changes; what a district alters is the next one, and every published
 * figure names the one it was made by.
 */
export interface ScoreRuleSet {
  readonly version: string
  readonly name: string
  /** Ordinance, standard or practice behind the numbers. */
  readonly source: string
  /** Points of a rating, 0–10. */
  readonly points: Readonly<Record<Stars, number>>
  /** The least stars that are favourable in 满意率. */
  readonly favourableFrom: Stars
  /** Shares of the composite, integers that make 100. */
  readonly weights: Readonly<Record<ScorePart, number>>
  /** What is published, and how many days after its end a month is frozen. */
  readonly periods: { readonly kinds: readonly PeriodKind[]; readonly freezeAfterDays: number }
  /** Null where silence stays silence. */
  readonly defaultReview: DefaultReview | null
  readonly survey: SurveyRule
}

/** When an unrated order gets its default review; null where the rules have none. The owner's own rating replaces it. */
export function defaultReviewAt(fulfilledAt: Date, rules: Pick<ScoreRuleSet, 'defaultReview'>): Date | null {
  return rules.defaultReview && addDays(fulfilledAt, rules.defaultReview.afterDays)
}
