export interface Judged {
  readonly isSame: boolean
  readonly score: number
}

export interface Rates {
  readonly right: number
  readonly found: number
  readonly same: number
  readonly precision: number
  readonly recall: number
}

export function rates(judged: readonly Judged[], threshold: number): Rates {
  const taken = judged.filter(({ score }) => score >= threshold)
  const right = taken.filter(({ isSame }) => isSame).length
  const same = judged.filter(({ isSame }) => isSame).length
  const found = taken.length
  return { right, found, same, precision: found === 0 ? 1 : right / found, recall: same === 0 ? 1 : right / same }
}

/** Wilson's interval for `right` of `all`, 95 %. */
export function wilson(right: number, all: number): { low: number; high: number } {
  if (all === 0) return { low: 0, high: 1 }
  const z = 1.96
  const share = right / all
  const middle = (share + z ** 2 / (2 * all)) / (1 + z ** 2 / all)
  const half = (z / (1 + z ** 2 / all)) * Math.sqrt((share * (1 - share)) / all + z ** 2 / (4 * all ** 2))
  return { low: middle - half, high: middle + half }
}
