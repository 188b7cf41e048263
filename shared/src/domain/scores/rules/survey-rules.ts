/** What a survey finds, best first; also the three choices of a ballot that is counted by majority. */
export const verdicts = ['satisfied', 'basically_satisfied', 'dissatisfied'] as const
export type Verdict = (typeof verdicts)[number]
export const verdictWords: Record<Verdict, string> = {
  satisfied: '满意',
  basically_satisfied: '基本满意',
  dissatisfied: '不满意',
}
/** `“满意”和“基本满意”` */
export const quoted = (list: readonly Verdict[]): string =>
  list.map((verdict) => `“${verdictWords[verdict]}”`).join('和')

/** Mean scores 0–100 of one verdict, both ends included; means have one decimal. */
export interface VerdictBand {
  readonly verdict: Verdict
  readonly from: number
  readonly to: number
}

/** The verdict when the votes for the choices that it counts are more than a share of the whole roster. */
export interface MajorityStep {
  readonly verdict: Verdict
  readonly counts: readonly Verdict[]
  /** Numerator and denominator: `[1, 2]` is more than half. */
  readonly moreThan: readonly [number, number]
}

export interface MeanRule {
  readonly kind: 'mean'
  readonly bands: readonly VerdictBand[]
}
/** The first step that holds decides; whoever did not vote is in the roster and for nothing. */
export interface MajorityRule {
  readonly kind: 'majority'
  readonly steps: readonly MajorityStep[]
  readonly otherwise: Verdict
}
export type SurveyRule = MeanRule | MajorityRule

/** Votes of a roster, and how many stand on it. */
export type Votes = Readonly<Record<Verdict, number>>

/** The verdicts whose band a mean lies in: exactly one, when the rule was accepted. */
export const verdictsAt = (mean: number, bands: readonly VerdictBand[]): Verdict[] =>
  bands.filter(({ from, to }) => from <= mean && mean <= to).map(({ verdict }) => verdict)

/** Which step decides; undefined when none does. Exact: it compares integers. */
export function decidingStep(votes: Votes, roster: number, steps: readonly MajorityStep[]): MajorityStep | undefined {
  return steps.find(({ counts, moreThan: [share, whole] }) => {
    const sum = [...new Set(counts)].reduce((total, choice) => total + votes[choice], 0)
    return sum * whole > share * roster
  })
}

/**
 * Verdict by the mean of points.
 * @param mean 0–100 with one decimal, as `surveyMean` gives it
 */
export function verdictByMean(mean: number | 'not_assessed', rule: MeanRule): Verdict | 'not_assessed' {
  if (mean === 'not_assessed') return mean
  const [verdict] = verdictsAt(mean, rule.bands)
  if (!verdict) throw new RangeError(`no band for ${mean}: the rule was never checked`)
  return verdict
}

/**
 * Verdict by majority of the whole roster (Zhenhai 2021: more than half of all members, whether they voted or not).
 * Nobody on the roster is not assessed; a roster that kept silent is not satisfied. Throws when more voted than stand
 * on it.
 */
export function verdictByMajority(votes: Votes, roster: number, rule: MajorityRule): Verdict | 'not_assessed' {
  const voted = verdicts.reduce((total, choice) => total + votes[choice], 0)
  if (voted > roster) throw new RangeError(`${voted} votes of a roster of ${roster}`)
  if (roster === 0) return 'not_assessed'
  return decidingStep(votes, roster, rule.steps)?.verdict ?? rule.otherwise
}
