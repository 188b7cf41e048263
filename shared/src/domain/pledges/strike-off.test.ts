import { defaultPledgeRules } from './pledge-rules'
import { isSurveyReached, obstaclesOf, strikeOffRuling, workObstacles, type StrikeOffCase } from './strike-off'

const on = (date: string) => new Date(`${date}T09:00:00+08:00`)
const done: StrikeOffCase = {
  milestones: [{ progress: 100, evidence: 1 }],
  noticeFrom: on('2026-11-01'),
  openObjections: 0,
  survey: { mean: 80, coverage: 30 },
}
const obstacles = (changes: Partial<StrikeOffCase> = {}, now = on('2026-11-08')) =>
  obstaclesOf({ ...done, ...changes }, defaultPledgeRules, now)

test('nothing stands in the way', () => expect(obstacles()).toEqual([]))

test.each([
  ['unreported', { milestones: [{ progress: 99, evidence: 1 }] }],
  ['unreported', { milestones: [{ progress: null, evidence: 1 }] }],
  ['no_evidence', { milestones: [{ progress: 100, evidence: 0 }] }],
  ['in_notice', { noticeFrom: null }],
  ['in_notice', { noticeFrom: on('2026-11-02') }],
  ['objection', { openObjections: 1 }],
  ['survey', { survey: null }],
  ['survey', { survey: { mean: 79.9, coverage: 100 } }],
  ['survey', { survey: { mean: 100, coverage: 29.9 } }],
] as const)('%s keeps it', (obstacle, changes) => expect(obstacles(changes)).toEqual([obstacle]))

test('a notice of seven days that began at any hour is over on the eighth day', () => {
  const noticeFrom = new Date('2026-11-01T23:59:00+08:00')
  expect(obstacles({ noticeFrom }, new Date('2026-11-07T23:59:00+08:00'))).toEqual(['in_notice'])
  expect(obstacles({ noticeFrom }, new Date('2026-11-08T00:00:00+08:00'))).toEqual([])
})

test('all that is missing is said together', () => {
  const nothing = { milestones: [{ progress: null, evidence: 0 }], noticeFrom: null, openObjections: 2, survey: null }
  expect(obstacles(nothing)).toEqual(['unreported', 'no_evidence', 'in_notice', 'objection', 'survey'])
  expect(workObstacles(nothing.milestones)).toEqual(['unreported', 'no_evidence'])
})

test('below the threshold of the survey alone, the district may', () => {
  expect(strikeOffRuling([])).toBe('free')
  expect(strikeOffRuling(['survey'])).toBe('district_with_statement')
  expect(strikeOffRuling(['survey', 'objection'])).toBe('refused')
  expect(strikeOffRuling(['in_notice'])).toBe('refused')
  expect(isSurveyReached(null, defaultPledgeRules)).toBe(false)
})
