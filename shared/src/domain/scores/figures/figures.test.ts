import fc from 'fast-check'
import { isAssessed, quotient, rateOf, shareOf, weighted, wilsonLowerBound, type Assessed } from './figures'

const counts = fc
  .tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(1_000_000))
  .map(([of, some]) => ({ of, good: some % (of + 1) }))
const value = (figure: Assessed): number => {
  if (!isAssessed(figure)) throw new Error('not assessed')
  return figure
}

test.each([
  [100, 16, 6.3],
  [200, 3, 66.7],
  [100, 3, 33.3],
  [100, 1, 100],
  [0, 7, 0],
  [115, 100, 1.2],
  [9995, 100, 100],
  [9994, 100, 99.9],
])('%i ÷ %i is %f', (numerator, denominator, expected) => expect(quotient(numerator, denominator)).toBe(expected))

test('nothing to divide by is not assessed, neither 0 nor 100', () => {
  expect(quotient(0, 0)).toBe('not_assessed')
  expect(rateOf(0, 0)).toEqual({ good: 0, of: 0, rate: 'not_assessed', lowerBound: 'not_assessed' })
})

test('a share is the nearest tenth, and the upper one where two are as near', () => {
  fc.assert(
    fc.property(counts, ({ good, of }) => {
      const tenths = Math.round(value(shareOf(good, of).rate) * 10)
      // tenths - ½ ≤ 1000 × good ÷ of < tenths + ½, in whole numbers
      expect((2 * tenths - 1) * of <= 2000 * good && 2000 * good < (2 * tenths + 1) * of).toBe(true)
    }),
  )
})

describe('the Wilson lower bound', () => {
  test.each([
    [1, 1, 20.7],
    [98, 100, 93],
    [0, 10, 0],
    [10, 10, 72.2],
    [41, 45, 79.3],
    [5, 10, 23.7],
  ])('%i of %i is at least %f %%', (good, of, bound) => expect(wilsonLowerBound(good, of)).toBe(bound))

  test('is never above the share, and never below 0', () => {
    fc.assert(
      fc.property(counts, ({ good, of }) => {
        const { rate, lowerBound } = rateOf(good, of)
        expect(value(lowerBound)).toBeLessThanOrEqual(value(rate))
        expect(value(lowerBound)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('rises with every good one, and with more of the same share', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 50 }), ({ good, of }, times) => {
        expect(value(wilsonLowerBound(good * times, of * times))).toBeGreaterThanOrEqual(
          value(wilsonLowerBound(good, of)),
        )
        expect(value(wilsonLowerBound(good + 1, of + 1))).toBeGreaterThanOrEqual(value(wilsonLowerBound(good, of)))
      }),
    )
  })
})

test('a weighted mean is that of the printed figures, halves up', () => {
  expect(weighted([100, 50, 50], [30, 35, 35])).toBe(65)
  expect(weighted([93.3, 88.8, 91.2], [30, 35, 35])).toBe(91)
  expect(weighted([0.1, 0.1, 0], [30, 20, 50])).toBe(0.1)
  expect(weighted([0.1, 0, 0], [49, 50, 1])).toBe(0)
})

test('with one figure missing there is no mean', () => {
  expect(weighted([100, 'not_assessed', 100], [30, 35, 35])).toBe('not_assessed')
})

test('a weighted mean lies between its figures', () => {
  const tenth = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10)
  fc.assert(
    fc.property(tenth, tenth, tenth, (a, b, c) => {
      const mean = value(weighted([a, b, c], [30, 35, 35]))
      expect(mean).toBeGreaterThanOrEqual(Math.min(a, b, c))
      expect(mean).toBeLessThanOrEqual(Math.max(a, b, c))
    }),
  )
})
