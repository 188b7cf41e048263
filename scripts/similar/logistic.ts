/** One judged pair, as the model sees it. */
export interface Example {
  readonly x: readonly number[]
  readonly isTrue: boolean
}

/** `constant + Σ slopes · x`, squeezed into 0–1. */
export interface Model {
  readonly constant: number
  readonly slopes: readonly number[]
}

const steps = 30

export const probability = ({ constant, slopes }: Model, x: readonly number[]): number =>
  1 / (1 + Math.exp(-slopes.reduce((sum, slope, index) => sum + slope * (x[index] ?? 0), constant)))

/**
 * Logistic regression by Newton's method.
 * @param ridge weighs the squares of the slopes of the standardised columns, so that few examples give small slopes
 */
export function fitLogistic(examples: readonly Example[], ridge: number): Model {
  const { means, spreads } = scaleOf(examples)
  const rows = examples.map(({ x, isTrue }) => ({
    z: [1, ...x.map((value, index) => (value - (means[index] ?? 0)) / (spreads[index] ?? 1))],
    y: isTrue ? 1 : 0,
  }))
  let weights = [0, ...means.map(() => 0)]
  for (let step = 0; step < steps; step++) {
    const gradient = weights.map((weight, index) => (index === 0 ? 0 : ridge * weight))
    const curvature = weights.map((_, row) => weights.map((__, column) => (row === column && row > 0 ? ridge : 0)))
    for (const { z, y } of rows) {
      const p = probability({ constant: 0, slopes: weights }, z)
      z.forEach((value, row) => {
        gradient[row] = (gradient[row] ?? 0) + (p - y) * value
        const line = curvature[row] ?? []
        z.forEach((other, column) => (line[column] = (line[column] ?? 0) + p * (1 - p) * value * other))
      })
    }
    const move = solve(curvature, gradient)
    weights = weights.map((weight, index) => weight - (move[index] ?? 0))
  }
  const slopes = means.map((_, index) => (weights[index + 1] ?? 0) / (spreads[index] ?? 1))
  return { constant: (weights[0] ?? 0) - slopes.reduce((sum, slope, i) => sum + slope * (means[i] ?? 0), 0), slopes }
}

function scaleOf(examples: readonly Example[]): { means: number[]; spreads: number[] } {
  const columns = (examples[0]?.x ?? []).map((_, index) => examples.map(({ x }) => x[index] ?? 0))
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const means = columns.map(meanOf)
  const spreads = columns.map((column, i) => Math.sqrt(meanOf(column.map((value) => (value - (means[i] ?? 0)) ** 2))))
  return { means, spreads: spreads.map((spread) => spread || 1) }
}

/** Gauss; the matrix is positive definite, so no pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0])
  rows.forEach((pivot, at) => {
    for (const row of rows.slice(at + 1)) {
      const factor = (row[at] ?? 0) / (pivot[at] ?? 1)
      pivot.forEach((value, column) => (row[column] = (row[column] ?? 0) - factor * value))
    }
  })
  const solution: number[] = right.map(() => 0)
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = rows[at] ?? []
    const known = solution.reduce((sum, value, column) => (column > at ? sum + value * (row[column] ?? 0) : sum), 0)
    solution[at] = ((row[rows.length] ?? 0) - known) / (row[at] ?? 1)
  }
  return solution
}
