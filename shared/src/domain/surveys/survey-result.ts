import { isAssessed, quotient, rateOf, shareOf, type Assessed, type Rate, type Share } from '../scores/figures/figures'
import { surveyMean } from '../scores/figures/score'
import { builtInRules, nationalRules } from '../scores/rules/built-in-rules'
import type { ScoreRuleSet } from '../scores/rules/rule-set'
import { verdictByMajority, verdictByMean, verdicts, type Verdict } from '../scores/rules/survey-rules'
import type { SurveyMethod, SurveyQuestion } from './survey'

/** How often each answer was given: of stars 1–5, or of the index of an option; of words only that there were any. */
export type AnswerCounts = Readonly<Record<number, number>>

export interface SurveyCount {
  readonly questions: readonly SurveyQuestion[]
  readonly counts: Readonly<Record<string, AnswerCounts>>
  readonly ballots: number
  /** Everyone who could have taken part. */
  readonly roster: number
}

/** 95 %, two-sided. */
const z = 1.96
export const surveyConfidences = ['high', 'fair', 'low'] as const
export type SurveyConfidence = (typeof surveyConfidences)[number]
export const surveyConfidenceWords: Record<SurveyConfidence, string> = {
  high: '可信度高',
  fair: '可信度一般',
  low: '样本偏少，仅供参考',
}

export interface SurveyFigures {
  readonly ruleVersion: string
  /** Mean points of the decisive stars, 0–100; 未评估 where it has none. */
  readonly mean: Assessed
  /** Half of the 95 % interval around the mean, in points with one decimal. */
  readonly margin: Assessed
  /** Favourable among those who answered, with the Wilson lower bound. */
  readonly favourable: Rate
  readonly coverage: Share
  readonly confidence: SurveyConfidence
  readonly verdict: Verdict | 'not_assessed'
}

/**
 * The rules by which a survey is counted: the district's where its survey rule is of that method, else the first of the
 * built-in sets that is.
 */
export const rulesForSurvey = (method: SurveyMethod, rules: ScoreRuleSet): ScoreRuleSet =>
  [rules, ...builtInRules].find(({ survey }) => survey.kind === method) ?? nationalRules

/** The figures of a counted survey. Throws when the rules are of another method than its decisive question. */
export function surveyFigures({ questions, counts, ballots, roster }: SurveyCount, rules: ScoreRuleSet): SurveyFigures {
  const decisive = questions.find(({ isDecisive }) => isDecisive)
  if (!decisive) throw new RangeError('a survey without a decisive question')
  const given = (value: number) => counts[decisive.key]?.[value] ?? 0
  const common = { ruleVersion: rules.version, coverage: shareOf(ballots, roster) }
  const { survey } = rules
  if (survey.kind === 'mean') {
    const stars = { 1: given(1), 2: given(2), 3: given(3), 4: given(4), 5: given(5) }
    const points = ([1, 2, 3, 4, 5] as const).map((star) => ({ value: rules.points[star] * 10, count: stars[star] }))
    const good = ([1, 2, 3, 4, 5] as const).reduce((n, star) => n + (star >= rules.favourableFrom ? stars[star] : 0), 0)
    const mean = surveyMean(stars, rules)
    const margin = marginOf(points, roster)
    const favourable = rateOf(good, ballots)
    return {
      ...common,
      mean,
      margin,
      favourable,
      confidence: confidenceOf(margin),
      verdict: verdictByMean(mean, survey),
    }
  }
  const [satisfied, basically, dissatisfied] = verdicts.map((_, index) => given(index)) as [number, number, number]
  const votes = { satisfied, basically_satisfied: basically, dissatisfied }
  const favourable = rateOf(satisfied + basically, ballots)
  const margin = marginOf(
    [
      { value: 100, count: satisfied + basically },
      { value: 0, count: dissatisfied },
    ],
    roster,
  )
  const verdict = verdictByMajority(votes, roster, survey)
  return { ...common, mean: 'not_assessed', margin, favourable, confidence: confidenceOf(margin), verdict }
}

/**
 * Half-width of the 95 % interval of a mean, with the correction for a finite roster: when everybody answered, nothing
 * is left open. One decimal.
 */
function marginOf(values: readonly { value: number; count: number }[], roster: number): Assessed {
  const n = values.reduce((sum, { count }) => sum + count, 0)
  if (n === 0) return 'not_assessed'
  if (n >= roster) return 0
  if (n === 1) return 100
  const mean = values.reduce((sum, { value, count }) => sum + value * count, 0) / n
  const variance = values.reduce((sum, { value, count }) => sum + count * (value - mean) ** 2, 0) / (n - 1)
  const finite = (roster - n) / (roster - 1)
  return Math.round(z * Math.sqrt((variance / n) * finite) * 10) / 10
}

/** Within 5 points high, within 10 fair. Opinion surveys usually aim at 5. */
function confidenceOf(margin: Assessed): SurveyConfidence {
  if (!isAssessed(margin) || margin > 10) return 'low'
  return margin <= 5 ? 'high' : 'fair'
}

/** Mean stars of one question, one decimal. */
export function meanOfStars(counts: AnswerCounts): Assessed {
  const levels = [1, 2, 3, 4, 5]
  return quotient(
    levels.reduce((sum, star) => sum + star * (counts[star] ?? 0), 0),
    levels.reduce((sum, star) => sum + (counts[star] ?? 0), 0),
  )
}
