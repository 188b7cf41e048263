import { gradeParts, gradeTotal } from './grade'
import { orderKinds } from '../orders/order-flow'
import {
  nationalReasons,
  plainReasons,
  reasonByCode,
  reasonsFor,
  reasonsThatDoNotFit,
  type RatedThing,
  type Stars,
} from './rating-reasons'

test('the parts of a grade make 100', () => {
  expect(gradeTotal(gradeParts)).toBe(100)
  expect(gradeTotal({ timeliness: 27, quality: 34, evidence: 10, communication: 13 })).toBe(84)
})

test('the national list has eight reasons a level, and a code begins with its level', () => {
  for (const stars of [1, 2, 3, 4, 5] as Stars[]) {
    const reasons = nationalReasons.filter((reason) => reason.stars === stars)
    expect(reasons).toHaveLength(8)
    expect(reasons.every(({ code }) => Math.floor(code / 100) === stars)).toBe(true)
  }
  expect(reasonByCode(510)?.word).toBe('一窗受理一次办结')
  expect(reasonByCode(115)?.word).toBe('服务态度差效率低')
})

test('codes are unique, and our own begin at 900', () => {
  const codes = [...nationalReasons, ...plainReasons].map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
  expect(plainReasons.every(({ code }) => code >= 900)).toBe(true)
})

test('reasons must fit the stars', () => {
  expect(reasonsThatDoNotFit(5, [510, 950])).toEqual([])
  expect(reasonsThatDoNotFit(5, [510, 108, 9999])).toEqual([108, 9999])
})

describe('what is offered', () => {
  const levels = [1, 2, 3, 4, 5] as const
  const words = (stars: Stars, thing: RatedThing) => reasonsFor(stars, thing).map(({ word }) => word)

  test('the national list for halls and affairs alone, our own for every kind of order', () => {
    for (const stars of levels) {
      for (const thing of ['visit', 'affair'] as const) {
        expect(reasonsFor(stars, thing)).toEqual(nationalReasons.filter((reason) => reason.stars === stars))
      }
      for (const kind of orderKinds) {
        const codes = reasonsFor(stars, kind).map(({ code }) => code)
        expect(codes.every((code) => code >= 900)).toBe(true)
        expect(codes.length).toBeGreaterThanOrEqual(2)
        expect(reasonsThatDoNotFit(stars, codes)).toEqual([])
      }
    }
  })

  test('nobody comes to answer a question, and nothing is mended for a wish', () => {
    const coming = /上门|人来|来得快|提前联系/
    for (const stars of levels) {
      for (const kind of ['suggestion', 'consultation'] as const) expect(words(stars, kind).join()).not.toMatch(coming)
      expect(words(stars, 'wish')).not.toContain('修得好')
    }
    expect(words(5, 'issue')).toEqual(['来得快', '修得好', '讲得明白', '待人热心'])
    expect(words(5, 'wish')).toContain('心愿实现了')
    expect(words(1, 'consultation')).toContain('没有人答复')
  })
})
