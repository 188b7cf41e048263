/** A stretch of time in milliseconds, half-open: it begins at `start` and is over at `end`. Empty ones do not exist. */
export interface Interval {
  readonly start: number
  readonly end: number
}

/** The interval, or undefined where it would be empty. Throws a RangeError for what is no number. */
export function interval(start: number, end: number): Interval | undefined {
  if (!Number.isFinite(start) || !Number.isFinite(end)) throw new RangeError(`No interval: ${start}–${end}`)
  return start < end ? { start, end } : undefined
}

/** Neighbours that only touch do not overlap. */
export const overlaps = (a: Interval, b: Interval): boolean => a.start < b.end && b.start < a.end
export const containsInstant = (a: Interval, instant: number): boolean => a.start <= instant && instant < a.end
export const isInside = (inner: Interval, outer: Interval): boolean =>
  outer.start <= inner.start && inner.end <= outer.end

export const intersection = (a: Interval, b: Interval): Interval | undefined =>
  interval(Math.max(a.start, b.start), Math.min(a.end, b.end))

const byStart = (a: Interval, b: Interval) => a.start - b.start || a.end - b.end

/** The same time in the fewest intervals, in order; what overlaps or touches becomes one. */
export function union(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = []
  for (const next of [...intervals].sort(byStart)) {
    const last = merged.at(-1)
    if (last && next.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, next.end) }
    else merged.push({ start: next.start, end: next.end })
  }
  return merged
}

/** The time of `from` that is in none of `taken`, in order. */
export function subtract(from: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const holes = union(taken)
  return union(from).flatMap((whole) => {
    const rest: Interval[] = []
    let start = whole.start
    for (const hole of holes) {
      if (!overlaps(hole, whole)) continue
      if (hole.start > start) rest.push({ start, end: hole.start })
      start = Math.max(start, hole.end)
    }
    if (start < whole.end) rest.push({ start, end: whole.end })
    return rest
  })
}

/** The most of `intervals` that take place at one moment inside `within`. */
export function peakWithin(within: Interval, intervals: readonly Interval[]): number {
  const edges = intervals
    .flatMap((one) => intersection(one, within) ?? [])
    .flatMap(({ start, end }) => [
      { at: start, step: 1 },
      { at: end, step: -1 },
    ])
    // What ends makes room before what begins at the same moment.
    .sort((a, b) => a.at - b.at || a.step - b.step)
  let now = 0
  let peak = 0
  for (const { step } of edges) {
    now += step
    peak = Math.max(peak, now)
  }
  return peak
}
