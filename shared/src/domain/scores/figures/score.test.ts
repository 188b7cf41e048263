import fc from 'fast-check'
import { counterNames, type Tally } from '../counting/counters'
import { sumOf } from '../counting/contribution'
import { contributionOf } from '../counting/contribution'
import { anyOrder } from '../counting/scored-order.fixtures'
import { guangdongRules, nationalRules } from '../rules/built-in-rules'
import { isAssessed } from './figures'
import { scoreOf, surveyMean } from './score'
import { sayApart, sayFigure, sayPercent, sayRate, saySatisfaction } from './score-words'

const november: Tally = {
  acceptDue: 70,
  acceptInTime: 63,
  acceptLate: 7,
  acceptSynthetic: 4,
  fulfilDue: 66,
  fulfilSolved: 55,
  fulfilLate: 8,
  fulfilReworked: 5,
  fulfilExcluded: 2,
  fulfilled: 65,
  satisfactionExcluded: 1,
  own5: 20,
  own4: 12,
  own3: 6,
  own2: 2,
  own1: 1,
  telephone5: 3,
  telephone2: 1,
  default3: 9,
  followUp4: 2,
  followUp1: 1,
  graded: 40,
  gradePoints: 3391,
}

test('a month of a community', () => {
  const score = scoreOf(november, nationalRules)
  expect(score).toEqual({
    ruleVersion: 'national-1',
    parts: {
      response: { good: 63, of: 70, rate: 90, lowerBound: 80.8 },
      resolution: { good: 55, of: 66, rate: 83.3, lowerBound: 72.6 },
      satisfaction: { good: 38, of: 41, rate: 92.7, lowerBound: 80.6 },
    },
    coverage: { good: 41, of: 65, rate: 63.1 },
    // 27 + 29.155 + 32.445
    composite: 88.6,
    // 24.24 + 25.41 + 28.21
    compositeLowerBound: 77.9,
    meanStars: 4.2,
    meanPoints: 8.2,
    telephone: { good: 3, of: 4, rate: 75 },
    byDefault: { good: 9, of: 9, rate: 100 },
    followUp: { good: 2, of: 3, rate: 66.7 },
    attendance: { good: 0, of: 0, rate: 'not_assessed', lowerBound: 'not_assessed' },
    grade: { count: 40, mean: 84.8 },
    excluded: { response: 0, resolution: 2, satisfaction: 1 },
    synthetic: { response: 4, resolution: 0 },
  })
})

test('points come from the rule set: 10/8/6/3/0', () => {
  for (const [stars, points] of [
    [5, 10],
    [4, 8],
    [3, 6],
    [2, 3],
    [1, 0],
  ] as const) {
    const score = scoreOf({ [`own${stars}`]: 7, fulfilled: 7 }, nationalRules)
    expect([score.meanStars, score.meanPoints]).toEqual([stars, points])
  }
})

test('favourable begins where the rule set says', () => {
  const strict = { ...nationalRules, version: 'strict-1', favourableFrom: 4 } as const
  expect(scoreOf(november, strict).parts.satisfaction).toMatchObject({ good: 32, of: 41 })
  expect(scoreOf(november, strict).ruleVersion).toBe('strict-1')
})

test('nothing due is not assessed, in every part by itself', () => {
  const nothing = scoreOf({}, nationalRules)
  for (const { rate, lowerBound } of Object.values(nothing.parts))
    expect([rate, lowerBound]).toEqual(Array(2).fill('not_assessed'))
  for (const figure of [
    nothing.coverage.rate,
    nothing.composite,
    nothing.meanStars,
    nothing.meanPoints,
    nothing.grade.mean,
  ]) {
    expect(figure).toBe('not_assessed')
  }
  const unrated = scoreOf({ acceptDue: 1, acceptInTime: 1, fulfilDue: 1, fulfilSolved: 1, fulfilled: 1 }, nationalRules)
  expect(unrated.parts.satisfaction.rate).toBe('not_assessed')
  expect(unrated.coverage.rate).toBe(0)
  expect(unrated.composite).toBe('not_assessed')
})

test('silence and what stands apart never change 满意率 or its coverage', () => {
  const own = { ...november, default3: 0, telephone5: 0, telephone2: 0 }
  for (const rules of [nationalRules, guangdongRules]) {
    const [with_, without] = [scoreOf(november, rules), scoreOf(own, rules)]
    expect(with_.parts.satisfaction).toEqual(without.parts.satisfaction)
    expect(with_.coverage).toEqual(without.coverage)
    expect(with_.meanPoints).toBe(without.meanPoints)
  }
})

test('whatever was counted, figures lie within their scale', () => {
  fc.assert(
    fc.property(fc.array(anyOrder, { maxLength: 8 }), (orders) => {
      const tally = sumOf(orders.flatMap((order) => contributionOf(order).map((row) => row.tally)))
      const score = scoreOf(tally, nationalRules)
      const percentages = [
        ...Object.values(score.parts).flatMap(({ rate, lowerBound }) => [rate, lowerBound]),
        ...[score.coverage, score.telephone, score.byDefault, score.followUp].map(({ rate }) => rate),
        score.composite,
        score.compositeLowerBound,
        score.grade.mean,
      ]
      for (const figure of percentages.filter(isAssessed)) {
        expect(figure >= 0 && figure <= 100).toBe(true)
        expect(String(figure)).toMatch(/^\d{1,3}(\.\d)?$/)
      }
      expect(score.coverage.good).toBeLessThanOrEqual(score.coverage.of)
    }),
  )
})

test('a score reads every counter that is no mere reason', () => {
  const reasons = ['acceptLate', 'acceptOverruled', 'fulfilLate', 'fulfilReworked', 'fulfilDisputed']
  const base: Tally = Object.fromEntries(counterNames.map((name) => [name, 10]))
  const said = JSON.stringify(scoreOf(base, nationalRules))
  for (const name of counterNames) {
    const isRead = JSON.stringify(scoreOf({ ...base, [name]: 9 }, nationalRules)) !== said
    expect([name, isRead]).toEqual([name, !reasons.includes(name)])
  }
})

test('the mean of a survey is on the scale of its verdicts', () => {
  expect(surveyMean({ 5: 1, 4: 1, 3: 0, 2: 0, 1: 0 }, nationalRules)).toBe(90)
  expect(surveyMean({ 5: 0, 4: 1, 3: 1, 2: 1, 1: 0 }, nationalRules)).toBe(56.7)
  expect(surveyMean({ 5: 0, 4: 0, 3: 0, 2: 0, 1: 0 }, nationalRules)).toBe('not_assessed')
})

describe('in words', () => {
  const score = scoreOf(november, nationalRules)
  const nothing = scoreOf({}, nationalRules)

  test('满意率 is said with who rated and how many did not', () => {
    const whole = scoreOf({ own5: 23, own1: 2, fulfilled: 40 }, nationalRules)
    expect(saySatisfaction(whole)).toBe('92%（25 人评，覆盖 62.5%）')
    expect(saySatisfaction(score)).toBe('92.7%（41 人评，覆盖 63.1%）')
    expect(saySatisfaction(scoreOf({ fulfilled: 3 }, nationalRules))).toBe('未评估（0 人评，覆盖 0%）')
    expect(saySatisfaction(nothing)).toBe('未评估（没有办结的单）')
  })

  test('the other rates with what was due', () => {
    expect(sayRate('response', score)).toBe('90%（应响应 70 个，按时响应 63 个）')
    expect(sayRate('resolution', score)).toBe('83.3%（应办结 66 个，按时办好 55 个）')
    expect(sayRate('satisfaction', score)).toBe(saySatisfaction(score))
    expect(sayRate('response', nothing)).toBe('未评估（没有应响应的单）')
  })

  test('what is counted apart has its line', () => {
    expect(sayApart(score)).toEqual([
      '电话回访 4 个，满意 3 个',
      '默认评价 9 件，另计，不计入满意率',
      '整改后满意 2 个，追评 3 个',
      '剔除 2 个，不计入解决率',
      '剔除 1 个，不计入满意率',
      '补录 4 个，不计入响应率',
    ])
    expect(sayApart(nothing)).toEqual([])
  })

  test('a figure without anything to assess says so', () => {
    expect([sayPercent('not_assessed'), sayFigure('not_assessed')]).toEqual(['未评估', '未评估'])
    expect([sayPercent(92), sayPercent(92.5), sayFigure(4.6)]).toEqual(['92%', '92.5%', '4.6'])
  })
})
