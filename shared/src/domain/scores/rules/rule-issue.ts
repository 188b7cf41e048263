/** Something wrong with a rule set, in words for people, with the case that shows it. */
export interface RuleIssue {
  /** Where it stands: `survey.bands.1`. */
  readonly path: string
  readonly code: 'missing' | 'out_of_range' | 'wrong_sum' | 'wrong_order' | 'gap' | 'overlap' | 'unreachable'
  readonly message: string
}
