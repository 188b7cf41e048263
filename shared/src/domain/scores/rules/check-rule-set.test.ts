import fc from 'fast-check'
import { builtInRules, guangdongRules, guangxiRules, nationalRules, zhenhaiRules } from './built-in-rules'
import { checkBands } from './check-bands'
import { checkMajority, type MajorityDraft } from './check-majority'
import { checkRuleSet, type ScoreRuleDraft } from './check-rule-set'
import { defaultReviewAt } from './rule-set'
import { verdictsAt, type Verdict, type VerdictBand } from './survey-rules'

const messages = (draft: Partial<ScoreRuleDraft>): string[] => {
  const checked = checkRuleSet({ ...nationalRules, ...draft })
  return checked.ok ? [] : checked.issues.map(({ message }) => message)
}
const bands = (...list: [Verdict, number, number][]): VerdictBand[] =>
  list.map(([verdict, from, to]) => ({ verdict, from, to }))
const bandMessages = (...list: [Verdict, number, number][]) => checkBands(bands(...list)).map(({ message }) => message)

test.each(builtInRules.map((rules) => [rules.name, rules] as const))('%s can be saved', (_, rules) => {
  expect(checkRuleSet(rules)).toEqual({ ok: true, rules })
  expect(rules.source).not.toBe('')
})

test('versions are unique, and the first set leaves silence alone', () => {
  expect(new Set(builtInRules.map(({ version }) => version)).size).toBe(builtInRules.length)
  expect(builtInRules[0].defaultReview).toBeNull()
})

test('a default review comes so many days after fulfilment, where there is one', () => {
  const fulfilledAt = new Date('2026-11-22T17:00:00+08:00')
  expect(defaultReviewAt(fulfilledAt, nationalRules)).toBeNull()
  expect(defaultReviewAt(fulfilledAt, guangdongRules)).toEqual(new Date('2026-11-29T17:00:00+08:00'))
  expect([guangdongRules.defaultReview?.stars, guangxiRules.defaultReview?.stars]).toEqual([3, 5])
})

test.each<[string, Partial<ScoreRuleDraft>, string[]]>([
  ['a level without points', { points: { 5: 10, 4: 8, 2: 3, 1: 0 } }, ['缺少 3 星“基本满意”的分值']],
  ['fewer points for more stars', { points: { 5: 10, 4: 8, 3: 2, 2: 3, 1: 0 } }, ['2 星得 3 分，3 星却只得 2 分']],
  ['points beyond ten', { points: { 5: 100, 4: 8, 3: 6, 2: 3, 1: 0 } }, ['5 星得 100 分，分值应在 0—10，最多一位小数']],
  ['what is favourable', { favourableFrom: 2 }, ['2 星“不满意”会被算作满意']],
  [
    'weights',
    { weights: { response: 30, resolution: 35, satisfaction: 30 } },
    ['三项权重 30 + 35 + 30 = 95，应为 100'],
  ],
  [
    'a broken weight',
    { weights: { response: 30.5, resolution: 35, satisfaction: 34.5 } },
    ['权重 30.5 不是 0—100 的整数', '权重 34.5 不是 0—100 的整数'],
  ],
  [
    'periods',
    { periods: { kinds: [], freezeAfterDays: -1 } },
    ['请至少选一种公布的周期：月、季度或年', '期满 -1 天后定稿，应在 0—366 天'],
  ],
  ['a default review at once', { defaultReview: { stars: 5, afterDays: 0 } }, ['办结 0 天后默认评价，应在 1—366 天']],
  ['names', { version: ' ', source: '' }, ['请填写规则的版本', '请填写规则的依据']],
])('%s', (_, draft, expected) => expect(messages(draft)).toEqual(expected))

test('all issues are reported at once, each with its path', () => {
  const checked = checkRuleSet({
    ...nationalRules,
    points: { 5: 10 },
    weights: { response: 50, resolution: 50, satisfaction: 50 },
    survey: { kind: 'mean', bands: bands(['satisfied', 72, 100], ['dissatisfied', 0, 71]) },
  })
  expect(checked.ok ? [] : checked.issues.map(({ path, code }) => [path, code])).toEqual([
    ['points.1', 'missing'],
    ['points.2', 'missing'],
    ['points.3', 'missing'],
    ['points.4', 'missing'],
    ['weights', 'wrong_sum'],
    ['survey.bands', 'gap'],
  ])
})

describe('bands over 0–100', () => {
  test('a gap is shown by a score that lies in it', () => {
    expect(bandMessages(['satisfied', 72, 100], ['dissatisfied', 0, 71])).toEqual(['71.5 分不属于任何一档'])
    expect(bandMessages(['satisfied', 80, 99], ['basically_satisfied', 60.1, 79.9])).toEqual([
      '30 分不属于任何一档',
      '99.5 分不属于任何一档',
    ])
  })

  test('an overlap by a score that lies in both', () => {
    expect(bandMessages(['satisfied', 80, 100], ['basically_satisfied', 60, 80], ['dissatisfied', 0, 59.9])).toEqual([
      '80 分同时属于“满意”和“基本满意”两档',
    ])
  })

  test('a worse verdict for a better score by the two', () => {
    expect(bandMessages(['satisfied', 0, 49.9], ['dissatisfied', 50, 100])).toEqual([
      '75 分是“不满意”，24.9 分反而是“满意”',
    ])
  })

  test('one verdict may have two bands, so a gap between them is a gap alone', () => {
    expect(bandMessages(['satisfied', 60, 100], ['satisfied', 0, 39.9])).toEqual(['49.9 分不属于任何一档'])
  })

  test('ends that no mean has, and bands that hold nothing', () => {
    expect(bandMessages(['satisfied', 79.95, 101])).toEqual([
      '“满意”一档的界限 79.95、101 不是 0—100 之间、最多一位小数的分数',
    ])
    expect(bandMessages(['satisfied', 90, 80])).toEqual(['“满意”一档从 90 到 80，没有一个分数在里面'])
  })

  test('accepted bands give every mean one verdict; refused ones have a score with none or several', () => {
    const tenth = fc.integer({ min: 0, max: 1000 }).map((value) => value / 10)
    const any = fc.array(
      fc.tuple(fc.constantFrom<Verdict[]>('satisfied', 'basically_satisfied', 'dissatisfied'), tenth, tenth),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(any, (list) => {
        const made = bands(
          ...list.map(([verdict, a, b]) => [verdict, Math.min(a, b), Math.max(a, b)] as [Verdict, number, number]),
        )
        const codes = checkBands(made).map(({ code }) => code)
        const belongs = Array.from({ length: 1001 }, (_, tenths) => verdictsAt(tenths / 10, made).length)
        expect(codes.includes('gap')).toBe(belongs.includes(0))
        expect(codes.includes('overlap')).toBe(belongs.some((count) => count > 1))
      }),
    )
  })

  test('two cuts make three bands that are accepted', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 2 })
    fc.assert(
      fc.property(cuts, (two) => {
        const [low = 0, high = 0] = two.sort((a, b) => a - b)
        const made = bands(
          ['satisfied', high / 10, 100],
          ['basically_satisfied', low / 10, (high - 1) / 10],
          ['dissatisfied', 0, (low - 1) / 10],
        )
        expect(checkBands(made)).toEqual([])
      }),
    )
  })
})

describe('majority', () => {
  const rule = zhenhaiRules.survey as MajorityDraft
  const [first, second] = rule.steps
  const check = (draft: Partial<MajorityDraft>) => checkMajority({ ...rule, ...draft }).map(({ message }) => message)

  test('a vote that belongs nowhere is shown', () => {
    const dissatisfied = { verdict: 'dissatisfied', counts: ['dissatisfied'], moreThan: [1, 2] } as const
    expect(check({ steps: [...rule.steps, dissatisfied], otherwise: null })).toEqual([
      '名单 2 人，满意 1 票、基本满意 0 票、不满意 1 票：不属于任何一档',
    ])
  })

  test('a step that an earlier one always takes is shown', () => {
    expect(check({ steps: [second!, first!] })).toEqual([
      '“满意”一档永远不会出现：名单 1 人，满意 1 票、基本满意 0 票、不满意 0 票，前面已经算“基本满意”',
    ])
  })

  test('shares are fractions below one, of some votes', () => {
    expect(
      check({
        steps: [
          { ...first!, moreThan: [1, 1] },
          { ...second!, counts: [] },
        ],
      }),
    ).toEqual(['“满意”要超过的比例 1/1 不是小于 1、分母不超过 10 的分数', '“基本满意”一档没有说计哪些票'])
  })
})
