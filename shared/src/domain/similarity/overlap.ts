/**
 * Size of the intersection over the geometric mean of the sizes, 0–1; between overlap by the longer and by the shorter.
 * @param a ascending, each code once, as is `b`
 * @param bar only codes below it count: where both samples are complete
 */
export function cosine(a: readonly number[], b: readonly number[], bar = Infinity): number {
  const sizes = countBelow(a, bar) * countBelow(b, bar)
  return sizes === 0 ? 0 : countCommon(a, b, bar) / Math.sqrt(sizes)
}

/** Which share of `part` stands in `whole`, 0–1, among codes below `bar`; null when there are none. */
export function shareFound(part: readonly number[], whole: readonly number[], bar = Infinity): number | null {
  const size = countBelow(part, bar)
  return size === 0 ? null : countCommon(part, whole, bar) / size
}

/** Which share of the smaller one stands in the larger, 0–1, among codes below `bar`: a line is told again at length. */
export function containment(a: readonly number[], b: readonly number[], bar = Infinity): number {
  const size = Math.min(countBelow(a, bar), countBelow(b, bar))
  return size === 0 ? 0 : countCommon(a, b, bar) / size
}

/** By bisection: lists are ascending. */
function countBelow(codes: readonly number[], bar: number): number {
  let low = 0
  let high = codes.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((codes[middle] ?? bar) < bar) low = middle + 1
    else high = middle
  }
  return low
}

/** How many codes below `bar` stand in both: by one walk along them, or by bisection when one list is far shorter. */
function countCommon(a: readonly number[], b: readonly number[], bar = Infinity): number {
  if (a.length > b.length) return countCommon(b, a, bar)
  const aEnd = countBelow(a, bar)
  const bEnd = countBelow(b, bar)
  let common = 0
  if (aEnd * 16 < bEnd) {
    for (let i = 0; i < aEnd; i++) if (b[countBelow(b, a[i] ?? 0)] === a[i]) common++
    return common
  }
  for (let i = 0, j = 0; i < aEnd && j < bEnd;) {
    const left = a[i] ?? 0
    const right = b[j] ?? 0
    if (left === right) common++
    if (left <= right) i++
    if (right <= left) j++
  }
  return common
}
