import { nationalRules, zhenhaiRules } from './built-in-rules'
import { verdictByMajority, verdictByMean, type MajorityRule, type MeanRule } from './survey-rules'

const zhenhai = zhenhaiRules.survey as MajorityRule
const mean = nationalRules.survey as MeanRule

test.each([
  [18, 0, 0, 34, 'satisfied'],
  [17, 17, 0, 34, 'basically_satisfied'],
  [16, 1, 17, 34, 'dissatisfied'],
  [17, 1, 16, 34, 'basically_satisfied'],
  [0, 0, 0, 34, 'dissatisfied'],
  [0, 0, 0, 0, 'not_assessed'],
] as const)('%i satisfied, %i basically, %i not, of %i: %s', (satisfied, basically, dissatisfied, roster, verdict) => {
  const votes = { satisfied, basically_satisfied: basically, dissatisfied }
  expect(verdictByMajority(votes, roster, zhenhai)).toBe(verdict)
})

test('more votes than people are a mistake', () => {
  expect(() => verdictByMajority({ satisfied: 3, basically_satisfied: 0, dissatisfied: 0 }, 2, zhenhai)).toThrow(
    RangeError,
  )
})

test.each([
  [100, 'satisfied'],
  [80, 'satisfied'],
  [79.9, 'basically_satisfied'],
  [60, 'basically_satisfied'],
  [59.9, 'dissatisfied'],
  [0, 'dissatisfied'],
  ['not_assessed', 'not_assessed'],
] as const)('a mean of %p is %s', (value, verdict) => expect(verdictByMean(value, mean)).toBe(verdict))
