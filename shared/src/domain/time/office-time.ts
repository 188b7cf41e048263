import { dayRule, type Calendar } from './calendar'
import { dateOfDay, dayNumber, instantOn, minutesOfDay } from './china-time'
import type { Span } from './office-hours'

const minute = 60_000
/** Ten years without a working day is no calendar: rather fail than search on. */
const farthestDays = 3660

/** Hours of the days that were asked for; a calendar never changes, and every due time asks for the same few weeks. */
const known = new WeakMap<Calendar, Map<number, readonly Span[]>>()

/** The spans in which the office is open on a day number; none when it is off. */
export function hoursOn(calendar: Calendar, day: number): readonly Span[] {
  const ofCalendar = known.get(calendar) ?? new Map<number, readonly Span[]>()
  known.set(calendar, ofCalendar)
  const hours = ofCalendar.get(day) ?? dayRule(calendar, dateOfDay(day)).hours
  ofCalendar.set(day, hours)
  return hours
}

/** Is the office open at this instant? Opening and closing time both count as open. */
export function isOfficeTime(calendar: Calendar, instant: Date): boolean {
  const time = minutesOfDay(instant)
  return hoursOn(calendar, dayNumber(instant)).some((span) => span.from <= time && time <= span.to)
}

/** The first working day after a day number. Throws a RangeError when there is none within ten years. */
export function nextWorkingDay(calendar: Calendar, day: number): number {
  for (let next = day + 1; next <= day + farthestDays; next++) if (hoursOn(calendar, next).length > 0) return next
  throw new RangeError(`No working day within ten years of ${dateOfDay(day)}`)
}

/** The instant itself while the office is open, else when it opens next: after the break, in the morning, after a holiday. */
export function nextOpening(calendar: Calendar, instant: Date): Date {
  const day = dayNumber(instant)
  const time = minutesOfDay(instant)
  for (const span of hoursOn(calendar, day)) {
    if (time < span.from) return instantOn(day, span.from)
    if (time <= span.to) return instant
  }
  const next = nextWorkingDay(calendar, day)
  return instantOn(next, hoursOn(calendar, next)[0]?.from ?? 0)
}

/** Minutes (with fractions) that the office is open between two instants; 0 when the second is not later. Adds up. */
export function workingTimeBetween(calendar: Calendar, from: Date, to: Date): number {
  let total = 0
  for (let day = dayNumber(from); day <= dayNumber(to); day++)
    for (const span of hoursOn(calendar, day)) {
      const opening = Math.max(instantOn(day, span.from).getTime(), from.getTime())
      const closing = Math.min(instantOn(day, span.to).getTime(), to.getTime())
      total += Math.max(0, closing - opening)
    }
  return total / minute
}

/**
 * When so many minutes (0 or more, to the millisecond) of office time will have passed since an instant: the earliest
 * such instant.
 */
export function addWorkingTime(calendar: Calendar, from: Date, minutes: number): Date {
  let left = Math.round(minutes * minute)
  if (left <= 0) return from
  for (let day = dayNumber(from); ; day = nextWorkingDay(calendar, day))
    for (const span of hoursOn(calendar, day)) {
      const opening = Math.max(instantOn(day, span.from).getTime(), from.getTime())
      const open = instantOn(day, span.to).getTime() - opening
      if (open >= left) return new Date(opening + left)
      if (open > 0) left -= open
    }
}
