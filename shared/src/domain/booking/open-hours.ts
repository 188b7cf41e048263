import { dayRule, type Calendar } from '../time/calendar'
import { dateOfDay, dayOfDate, weekdayOfDay } from '../time/china-time'
import type { DatedOverride, DaySpan, WeeklySpan } from './schedule'

/** What holds at a hall on a date. */
export interface HallDay {
  /** In order, none touching another. */
  readonly hours: readonly DaySpan[]
  /** Holiday, or the reason that was given; null on plain days. */
  readonly reason: string | null
  /** False when the official calendar of that day is not published and nobody has said what holds on it. */
  readonly isKnown: boolean
}

/** Spans that touch or overlap become one; in order. */
export function mergeSpans(spans: readonly DaySpan[]): DaySpan[] {
  const merged: { from: number; to: number }[] = []
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = merged.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else merged.push({ from, to })
  }
  return merged
}

const hoursOfWeekday = (weekly: readonly WeeklySpan[], weekday: number): DaySpan[] =>
  mergeSpans(weekly.filter((span) => span.weekday === weekday).map(({ from, to }) => ({ from, to })))

/** Hours of a usual working day, for days that are worked out of turn: those of the first weekday that has any. */
const usualHours = (weekly: readonly WeeklySpan[]): DaySpan[] =>
  [1, 2, 3, 4, 5].map((weekday) => hoursOfWeekday(weekly, weekday)).find((hours) => hours.length > 0) ?? []

const length = (override: DatedOverride) => dayOfDate(override.through) - dayOfDate(override.from)

/**
 * The override that speaks of a date: the one over the fewest days, because it was meant for these; of equally long ones
 * a closure, and else all their hours together. Their order does not matter.
 */
function overrideOn(overrides: readonly DatedOverride[], date: string): Omit<HallDay, 'isKnown'> | undefined {
  const on = overrides.filter(({ from, through }) => from <= date && date <= through)
  const shortest = Math.min(...on.map(length))
  const speaking = on.filter((override) => length(override) === shortest)
  if (speaking.length === 0) return undefined
  const closing = speaking.filter(({ hours }) => hours.length === 0)
  const chosen = closing.length > 0 ? closing : speaking
  return {
    hours: mergeSpans(chosen.flatMap(({ hours }) => hours)),
    reason: [...new Set(chosen.map(({ reason }) => reason))].sort().join('、'),
  }
}

/**
 * When a hall serves on a date `YYYY-MM-DD`: by what it said about that date, else by the calendar (holidays are off,
 * make-up days are worked with the hours of a usual day, weekends go by the week), else by its week.
 */
export function hallDay(
  { weekly, overrides }: { weekly: readonly WeeklySpan[]; overrides: readonly DatedOverride[] },
  calendar: Calendar,
  date: string,
): HallDay {
  const own = overrideOn(overrides, date)
  if (own) return { ...own, isKnown: true }
  const { kind, hours, name, isKnown } = dayRule(calendar, date)
  switch (kind) {
    case 'closed':
    case 'holiday':
      return { hours: [], reason: name, isKnown }
    case 'opened':
      // The calendar's spans are closed at both ends; as a stretch of time that is the same.
      return { hours: hours === calendar.officeHours ? usualHours(weekly) : mergeSpans(hours), reason: name, isKnown }
    case 'make_up':
      return { hours: usualHours(weekly), reason: name, isKnown }
    case 'weekday':
    case 'weekend':
      return { hours: hoursOfWeekday(weekly, weekdayOfDay(dayOfDate(date))), reason: null, isKnown }
  }
}

/** Dates from one through another, in order. Throws a RangeError when there is no such day. */
export function datesBetween(from: string, through: string): string[] {
  const [first, last] = [dayOfDate(from), dayOfDate(through)]
  if (Number.isNaN(first) || Number.isNaN(last)) throw new RangeError(`No such day: ${from} or ${through}`)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => dateOfDay(first + index))
}
