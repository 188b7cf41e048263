import fc from 'fast-check'
import {
  containsInstant,
  intersection,
  interval,
  isInside,
  overlaps,
  peakWithin,
  subtract,
  union,
  type Interval,
} from './interval'

const one = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 20 }))
  .map(([start, length]): Interval => ({ start, end: start + length }))
const many = fc.array(one, { maxLength: 12 })
const covers = (intervals: readonly Interval[], at: number) => intervals.some((each) => containsInstant(each, at))
const instants = Array.from({ length: 90 }, (_, at) => at)

test('half-open edges: what touches does not overlap, and the end belongs to the next', () => {
  const [morning, noon] = [
    { start: 9, end: 12 },
    { start: 12, end: 13 },
  ]
  expect(overlaps(morning, noon)).toBe(false)
  expect(intersection(morning, noon)).toBeUndefined()
  expect([containsInstant(morning, 12), containsInstant(noon, 12)]).toEqual([false, true])
  expect(union([noon, morning])).toEqual([{ start: 9, end: 13 }])
  expect(isInside(noon, { start: 12, end: 13 })).toBe(true)
  expect(interval(5, 5)).toBeUndefined()
  expect(() => interval(NaN, 5)).toThrow('No interval')
})

test('union and subtract say of every instant what the parts say', () => {
  fc.assert(
    fc.property(many, many, (a, b) => {
      const [both, rest] = [union([...a, ...b]), subtract(a, b)]
      for (const at of instants) {
        expect(covers(both, at)).toBe(covers(a, at) || covers(b, at))
        expect(covers(rest, at)).toBe(covers(a, at) && !covers(b, at))
      }
      for (const list of [both, rest])
        for (const [index, each] of list.entries()) expect(each.start > (list[index - 1]?.end ?? -1)).toBe(true)
    }),
  )
})

test('the peak is the most that any instant has, whatever the order', () => {
  fc.assert(
    fc.property(one, many, (within, intervals) => {
      const most = Math.max(
        0,
        ...instants
          .filter((at) => containsInstant(within, at))
          .map((at) => intervals.filter((each) => containsInstant(each, at)).length),
      )
      expect(peakWithin(within, intervals)).toBe(most)
      expect(peakWithin(within, [...intervals].reverse())).toBe(most)
    }),
  )
})
