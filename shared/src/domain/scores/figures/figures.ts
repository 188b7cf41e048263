/** A figure, or 未评估: nothing was there to assess. Never 0 or 100 by default. */
export type Assessed<Value = number> = Value | 'not_assessed'
export const isAssessed = <Value>(figure: Assessed<Value>): figure is Value => figure !== 'not_assessed'

/** Whether a number has one decimal at most, as every figure here. */
export const isTenth = (value: number): boolean => Math.abs(value * 10 - Math.round(value * 10)) < 1e-9

/**
 * `numerator ÷ denominator` to one decimal, halves up, in whole tenths so that no binary fraction decides: 1 of 16 is
 * 6.3 (6.25 %), 2 of 3 is 66.7. Both are integers; the numerator times twenty must be exact.
 * @returns 未评估 when the denominator is 0
 */
export function quotient(numerator: number, denominator: number): Assessed {
  if (denominator === 0) return 'not_assessed'
  const doubled = numerator * 20 + denominator
  return (doubled - (doubled % (2 * denominator))) / (2 * denominator) / 10
}

/** How many of how many, and the percentage 0–100 with one decimal, halves up. */
export interface Share {
  readonly good: number
  readonly of: number
  readonly rate: Assessed
}
export const shareOf = (good: number, of: number): Share => ({ good, of, rate: quotient(good * 100, of) })

/** 95 %, two-sided. */
const z = 1.96

/**
 * Lower bound of the Wilson score interval (E. B. Wilson, 1927) at 95 %, as a percentage with one decimal, halves up:
 * what a share is at least, given how few were asked. 1 of 1 is 20.7, 98 of 100 is 93.0. It takes only operations that
 * IEEE 754 rounds exactly, so every engine gives the same.
 * @returns 未评估 when nothing was counted
 */
export function wilsonLowerBound(good: number, of: number): Assessed {
  if (of === 0) return 'not_assessed'
  const centre = good + (z * z) / 2
  const margin = z * Math.sqrt((good * (of - good)) / of + (z * z) / 4)
  const bound = (100 * (centre - margin)) / (of + z * z)
  return Math.floor(Math.max(0, bound) * 10 + 0.5) / 10
}

/** A share that is ranked by its lower bound. */
export interface Rate extends Share {
  readonly lowerBound: Assessed
}
export const rateOf = (good: number, of: number): Rate => ({
  ...shareOf(good, of),
  lowerBound: wilsonLowerBound(good, of),
})

/**
 * Weighted mean of percentages with one decimal, itself with one decimal, halves up. It takes the figures as they are
 * printed, so that whoever reads them gets the same by hand.
 * @param weights integers that make 100
 * @returns 未评估 unless every figure is assessed: what is missing is neither 0 nor the mean of the others
 */
export function weighted(figures: readonly Assessed[], weights: readonly number[]): Assessed {
  let sum = 0
  for (const [index, figure] of figures.entries()) {
    if (!isAssessed(figure)) return 'not_assessed'
    sum += Math.round(figure * 10) * (weights[index] ?? 0)
  }
  return Math.floor((sum + 50) / 100) / 10
}
