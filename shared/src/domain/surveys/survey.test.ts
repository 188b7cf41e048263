import * as fc from 'fast-check'
import { nationalRules, zhenhaiRules } from '../scores'
import { checkAnswers, checkQuestions, decisiveQuestion, majorityOptions, type SurveyQuestion } from './survey'
import { possibleSurveyActions, surveyPhase } from './survey-flow'
import { meanOfStars, rulesForSurvey, surveyFigures } from './survey-result'

const text: SurveyQuestion = {
  key: 'q2',
  kind: 'text',
  title: '还想说什么',
  isRequired: false,
  options: [],
  isDecisive: false,
}
const choice: SurveyQuestion = { ...text, key: 'q3', kind: 'choice', options: ['甲', '乙'], isRequired: true }
const stars = decisiveQuestion('mean')
const codes = (issues: readonly { path: string; code: string }[]) => issues.map(({ path, code }) => `${path} ${code}`)

describe('questions', () => {
  test('ready-made decisive questions are accepted, each for its own method', () => {
    expect(checkQuestions([stars, text, choice], 'mean')).toEqual([])
    expect(checkQuestions([decisiveQuestion('majority'), text], 'majority')).toEqual([])
    expect(codes(checkQuestions([decisiveQuestion('majority')], 'mean'))).toEqual(['questions.0 decisive'])
    expect(codes(checkQuestions([stars], 'majority'))).toEqual(['questions.0 decisive'])
  })

  test.each([
    ['none decides', [text], 'questions decisive'],
    ['two decide', [stars, { ...stars, key: 'q9' }], 'questions decisive'],
    ['the decisive one may be left out', [{ ...stars, isRequired: false }], 'questions.0 decisive'],
    ['two have one key', [stars, { ...text, key: 'q1' }], 'questions duplicate'],
    ['a choice without options', [stars, { ...choice, options: [] }], 'questions.1.options out_of_range'],
    ['the same option twice', [stars, { ...choice, options: ['甲', '甲'] }], 'questions.1.options duplicate'],
    ['stars with options', [{ ...stars, options: ['甲'] }], 'questions.0.options unsuitable'],
    ['four of words', [stars, ...['a', 'b', 'c', 'd'].map((key) => ({ ...text, key }))], 'questions too_many'],
  ])('%s: refused', (_, questions, issue) => expect(codes(checkQuestions(questions, 'mean'))).toContain(issue))
})

describe('answers', () => {
  const questions = [stars, text, choice]
  test('fit the questions', () => {
    expect(checkAnswers(questions, { q1: 5, q2: '路好走了', q3: 1 })).toEqual([])
    expect(checkAnswers(questions, { q1: 1, q3: 0 })).toEqual([])
  })
  test.each([
    [{ q3: 0 }, 'answers.q1 required'],
    [{ q1: 6, q3: 0 }, 'answers.q1 invalid_value'],
    [{ q1: 4.5, q3: 0 }, 'answers.q1 invalid_value'],
    [{ q1: 4, q3: 2 }, 'answers.q3 invalid_value'],
    [{ q1: 4, q3: '甲' }, 'answers.q3 invalid_value'],
    [{ q1: 4, q3: 0, q2: 7 }, 'answers.q2 invalid_format'],
    [{ q1: 4, q3: 0, q2: '字'.repeat(201) }, 'answers.q2 too_long'],
    [{ q1: 4, q3: 0, q7: 1 }, 'answers.q7 unknown'],
  ])('%j: refused', (answers, issue) =>
    expect(codes(checkAnswers(questions, answers as Record<string, string | number>))).toEqual([issue]),
  )
})

describe('phases', () => {
  const [before, at, during, end] = ['08:59', '09:00', '12:00', '18:00'].map(
    (t) => new Date(`2026-11-22T${t}:00+08:00`),
  )
  const window = { state: 'published' as const, opensAt: at as Date, closesAt: end as Date }
  test('of a published survey follow its window', () => {
    expect([before, at, during, end].map((now) => surveyPhase(window, now as Date))).toEqual([
      ...['upcoming', 'open', 'open', 'counting'],
    ])
  })
  test('questions can be changed until somebody answered, and answers given only while it is open', () => {
    expect(possibleSurveyActions('open', false)).toContain('update')
    expect(possibleSurveyActions('open', true)).not.toContain('update')
    for (const phase of ['draft', 'upcoming', 'counting', 'closed'] as const) {
      expect(possibleSurveyActions(phase, false)).not.toContain('cast')
    }
  })
})

describe('figures', () => {
  const byStars = (counts: Record<number, number>, roster: number) =>
    surveyFigures(
      { questions: [stars], counts: { q1: counts }, ballots: Object.values(counts).reduce((a, b) => a + b, 0), roster },
      nationalRules,
    )
  const byMajority = (...[a, b, c]: [number, number, number]) =>
    surveyFigures(
      {
        questions: [decisiveQuestion('majority')],
        counts: { q1: { 0: a, 1: b, 2: c } },
        ballots: a + b + c,
        roster: 34,
      },
      zhenhaiRules,
    ).verdict

  test('40 residents: mean of points, favourable share, coverage, verdict', () => {
    // (20 × 10 + 12 × 8 + 5 × 6 + 2 × 3 + 1 × 0) ÷ 40 × 10 = 83
    expect(byStars({ 5: 20, 4: 12, 3: 5, 2: 2, 1: 1 }, 80)).toMatchObject({
      ...{ ruleVersion: 'national-1', mean: 83, verdict: 'satisfied', confidence: 'fair' },
      favourable: { good: 37, of: 40, rate: 92.5 },
      coverage: { good: 40, of: 80, rate: 50 },
    })
    expect(byStars({ 3: 40 }, 40)).toMatchObject({
      mean: 60,
      margin: 0,
      verdict: 'basically_satisfied',
      confidence: 'high',
    })
    expect(byStars({ 1: 10 }, 40)).toMatchObject({ mean: 0, verdict: 'dissatisfied' })
  })

  test('Zhenhai with 34 members', () => {
    expect(majorityOptions).toEqual(['满意', '基本满意', '不满意'])
    expect([byMajority(18, 0, 0), byMajority(17, 17, 0), byMajority(16, 1, 17)]).toEqual([
      ...['satisfied', 'basically_satisfied', 'dissatisfied'],
    ])
  })

  test('a district’s own rules count where they are of the method, else the built-in ones', () => {
    expect(rulesForSurvey('mean', nationalRules)).toBe(nationalRules)
    expect(rulesForSurvey('majority', nationalRules)).toBe(zhenhaiRules)
    expect(rulesForSurvey('mean', zhenhaiRules)).toBe(nationalRules)
  })

  test('nobody answered is not assessed; one alone tells nothing', () => {
    expect(byStars({}, 10)).toMatchObject({ mean: 'not_assessed', margin: 'not_assessed', verdict: 'not_assessed' })
    expect(byStars({ 5: 1 }, 10)).toMatchObject({ margin: 100, confidence: 'low' })
    expect(meanOfStars({})).toBe('not_assessed')
    expect(meanOfStars({ 5: 1, 4: 1 })).toBe(4.5)
  })

  test('the more of a roster answer alike, the narrower the margin', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 200, max: 5000 }), (half, roster) => {
        const [few, many] = [byStars({ 5: half, 1: half }, roster), byStars({ 5: half * 2, 1: half * 2 }, roster)]
        expect(Number(many.margin)).toBeLessThan(Number(few.margin))
      }),
    )
  })
})
