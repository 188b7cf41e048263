/**
 * A span of the day in whole minutes since midnight: 08:30–12:00 is `{ from: 510, to: 720 }`. Both ends belong to it, so
 * that something at 17:00 is in time where the office closes at 17:00.
 */
export interface Span {
  readonly from: number
  readonly to: number
}

/** 08:30–12:00 and 14:00–17:30, as many offices keep them; every district sets its own. */
export const usualOfficeHours: readonly Span[] = [
  { from: 510, to: 720 },
  { from: 840, to: 1050 },
]

const lastMinute = 24 * 60 - 1

/** `08:30` of minutes since midnight. */
export function clockWords(minutes: number): string {
  const whole = Math.floor(minutes)
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`
}

/** Minutes since midnight of `08:30`, NaN for what is no time of day. */
export function minutesOfClock(words: string): number {
  const [, hours = '', minutes = ''] = /^(\d\d):(\d\d)$/.exec(words) ?? []
  const total = hours === '' || Number(minutes) > 59 ? NaN : Number(hours) * 60 + Number(minutes)
  return total <= lastMinute ? total : NaN
}

/** `08:30–12:00` */
export const spanWords = (span: Span) => `${clockWords(span.from)}–${clockWords(span.to)}`

/** Minutes that spans are open in all. */
export const minutesOpen = (spans: readonly Span[]) => spans.reduce((sum, span) => sum + span.to - span.from, 0)

/** What is wrong with the hours of a working day, in Chinese; empty when nothing is. Their order does not matter. */
export function spanIssues(spans: readonly Span[]): string[] {
  if (spans.length === 0) return ['至少要有一段时间']
  const issues = spans.flatMap((span) => {
    const ends = [span.from, span.to]
    if (ends.some((end) => !Number.isInteger(end) || end < 0 || end > lastMinute))
      return ['时间要在 00:00 到 23:59 之间，精确到分钟']
    return span.from < span.to ? [] : [`${spanWords(span)} 的结束要晚于开始`]
  })
  if (issues.length > 0) return issues
  const sorted = [...spans].sort((a, b) => a.from - b.from)
  return sorted.flatMap((span, index) => {
    const before = sorted[index - 1]
    return before && span.from <= before.to ? [`${spanWords(before)} 和 ${spanWords(span)} 连在一起或重叠`] : []
  })
}
