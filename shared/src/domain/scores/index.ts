// How it fits together: docs/adr/0011-scores.md.
export * from './counting/contribution'
export {
  addFact,
  areCounts,
  combine,
  counterNames,
  ratingSources,
  removeFact,
  type CountedFact,
  type CounterName,
  type RatingSource,
  type Tally,
} from './counting/counters'
export * from './counting/facts'
export * from './counting/freezing'
export * from './counting/periods'
export * from './counting/scored-order'
export * from './exclusions/exclusion-flow'
export * from './exclusions/exclusion-words'
export { isAssessed, shareOf, type Assessed, type Rate, type Share } from './figures/figures'
export * from './figures/ranking'
export * from './figures/score'
export * from './figures/score-words'
export * from './rules/built-in-rules'
export * from './rules/check-rule-set'
export type { MajorityDraft } from './rules/check-majority'
export type { RuleIssue } from './rules/rule-issue'
export * from './rules/rule-set'
export {
  verdictByMajority,
  verdictByMean,
  verdicts,
  verdictWords,
  type MajorityRule,
  type MeanRule,
  type SurveyRule,
  type Verdict,
  type VerdictBand,
  type Votes,
} from './rules/survey-rules'
