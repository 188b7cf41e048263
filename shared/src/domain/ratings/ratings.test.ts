import { gradeParts, gradeTotal } from './grade'
import {
  nationalReasons,
  plainReasons,
  reasonByCode,
  reasonsFor,
  reasonsThatDoNotFit,
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

test('the national reasons are offered for service items alone', () => {
  expect(reasonsFor(1, false).every(({ code }) => code >= 900)).toBe(true)
  expect(reasonsFor(1, true).length).toBe(reasonsFor(1, false).length + 8)
})
