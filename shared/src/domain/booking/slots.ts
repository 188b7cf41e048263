import { isWorkingDay, type Calendar } from '../time/calendar'
import { chinaDate, dateOfDay, dayNumber, dayOfDate, instantOn } from '../time/china-time'
import { peakWithin, type Interval } from './interval'
import { datesBetween, hallDay } from './open-hours'
import type { DatedOverride, DaySpan, ItemRules, WeeklySpan } from './schedule'

const minute = 60_000

/** All that decides the slots of an item at a hall. Times are the hall's, Asia/Shanghai. */
export interface ItemSchedule {
  readonly weekly: readonly WeeklySpan[]
  readonly overrides: readonly DatedOverride[]
  readonly rules: ItemRules
}

/** A slot of the grid: when, and how many people it takes in all and online. */
export interface SlotShape extends Interval {
  readonly total: number
  /** Without what is kept for walk-ins. */
  readonly capacity: number
}

export interface FreeSlot extends SlotShape {
  readonly left: number
}

/** What is taken: bookings, and holds that have not expired. */
export interface Occupancy extends Interval {
  /** Milliseconds; a hold counts until then. Absent for bookings. */
  readonly expiresAt?: number
}

/** Places of a slot, in all and what can be booked online. The walk-in share is rounded up: walk-ins come first. */
export function capacityOf({ windows, perWindow, walkInPercent }: ItemRules): { total: number; capacity: number } {
  const total = windows * perWindow
  return { total, capacity: total - Math.ceil((total * walkInPercent) / 100) }
}

/** How many slots fit into hours, the buffer after each included. */
const slotCount = ({ from, to }: DaySpan, { slotMinutes, bufferMinutes }: ItemRules): number =>
  Math.max(0, Math.floor((to - from - slotMinutes) / (slotMinutes + bufferMinutes)) + 1)

/**
 * Places that can be booked online at a hall on some dates `YYYY-MM-DD`, all its items together. Days are reckoned once
 * for all items that keep the hall's week.
 */
export function bookablePlaces(
  { weekly, overrides }: Pick<ItemSchedule, 'weekly' | 'overrides'>,
  items: readonly ItemRules[],
  calendar: Calendar,
  dates: readonly string[],
): number {
  const hoursBy = (week: readonly WeeklySpan[]) =>
    dates.map((date) => hallDay({ weekly: week, overrides }, calendar, date).hours)
  const ofHall = items.some((rules) => rules.weekly === null) ? hoursBy(weekly) : []
  return items.reduce((sum, rules) => {
    const days = rules.weekly === null ? ofHall : hoursBy(rules.weekly)
    const slots = days.reduce((count, hours) => count + hours.reduce((all, span) => all + slotCount(span, rules), 0), 0)
    return sum + slots * capacityOf(rules).capacity
  }, 0)
}

/**
 * The grid of a date: slots one after the other, with the buffer after each, as many as end before the hours do. Slots of
 * one span never overlap, and spans never touch (see `mergeSpans`), so no two slots of an item do.
 */
export function slotsOfDay({ weekly, overrides, rules }: ItemSchedule, calendar: Calendar, date: string): SlotShape[] {
  const { hours } = hallDay({ weekly: rules.weekly ?? weekly, overrides }, calendar, date)
  const places = capacityOf(rules)
  const day = dayOfDate(date)
  const step = rules.slotMinutes + rules.bufferMinutes
  return hours.flatMap(({ from, to }) => {
    return Array.from({ length: slotCount({ from, to }, rules) }, (_, index) => {
      const start = instantOn(day, from + index * step).getTime()
      return { start, end: start + rules.slotMinutes * minute, ...places }
    })
  })
}

/**
 * The last date that can be booked now. A horizon in working days counts days that the calendar works, beginning with
 * the next; beyond ten years there is none.
 */
export function bookableThrough(rules: ItemRules, calendar: Calendar, now: Date): string {
  const today = dayNumber(now)
  if (rules.horizonKind === 'calendar') return dateOfDay(today + rules.horizonDays)
  let day = today
  for (let left = rules.horizonDays; left > 0 && day < today + 3660;) {
    day += 1
    if (isWorkingDay(calendar, dateOfDay(day))) left -= 1
  }
  return dateOfDay(day)
}

/** Whether a slot can be booked at `now`: its notice is kept, and it begins inside the horizon. */
export function isBookable(slot: Interval, { rules }: ItemSchedule, calendar: Calendar, now: Date): boolean {
  if (slot.start - rules.leadMinutes * minute < now.getTime() || slot.start <= now.getTime()) return false
  return chinaDate(new Date(slot.start)) <= bookableThrough(rules, calendar, now)
}

/**
 * Bookable slots from one date through another with what is left of each. A pure function: the same for whatever order
 * the taken ones come in. A booking of an older grid counts in every slot that it overlaps.
 */
export function generateSlots(
  schedule: ItemSchedule,
  calendar: Calendar,
  { from, through, now, taken }: { from: string; through: string; now: Date; taken: readonly Occupancy[] },
): FreeSlot[] {
  const last = bookableThrough(schedule.rules, calendar, now)
  const first = chinaDate(now)
  const live = taken.filter(({ expiresAt }) => expiresAt === undefined || expiresAt > now.getTime())
  return datesBetween(from < first ? first : from, through > last ? last : through)
    .flatMap((date) => slotsOfDay(schedule, calendar, date))
    .filter((slot) => isBookable(slot, schedule, calendar, now))
    .map((slot) => ({ ...slot, left: Math.max(0, slot.capacity - peakWithin(slot, live)) }))
}

/** The slot of the grid that begins at an instant, if there is one. */
export function slotAt(schedule: ItemSchedule, calendar: Calendar, start: Date): SlotShape | undefined {
  return slotsOfDay(schedule, calendar, chinaDate(start)).find((slot) => slot.start === start.getTime())
}
