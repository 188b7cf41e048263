import type { Calendar } from '../time/calendar'
import { chinaDate } from '../time/china-time'
import { hallDay } from './open-hours'
import { slotAt, type ItemSchedule } from './slots'
import type { Interval } from './interval'

/** A booking as a change of schedule looks at it. */
export interface PlacedBooking extends Interval {
  readonly id: string
  readonly itemId: string
}
export type AffectedReason = 'closed' | 'no_slot' | 'less_capacity' | 'item_removed' | 'hall_closed'
export interface Affected {
  readonly id: string
  readonly reason: AffectedReason
}

/**
 * The bookings that a schedule has no place for: their day is closed, no slot of the grid is theirs, or a slot takes
 * fewer people than have booked it; then those who booked last lose it. Ids sort by the time of booking.
 * @param schedules by item; an item that is none of them is served no more
 */
export function affectedBookings(
  bookings: readonly PlacedBooking[],
  schedules: ReadonlyMap<string, ItemSchedule>,
  calendar: Calendar,
): Affected[] {
  const kept = new Map<string, number>()
  return [...bookings]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ id, itemId, start, end }): Affected[] => {
      const schedule = schedules.get(itemId)
      if (!schedule) return [{ id, reason: 'item_removed' }]
      const slot = slotAt(schedule, calendar, new Date(start))
      if (slot?.end !== end) return [{ id, reason: isClosed(schedule, calendar, start) ? 'closed' : 'no_slot' }]
      const key = `${itemId} ${start}`
      const before = kept.get(key) ?? 0
      if (before >= slot.capacity) return [{ id, reason: 'less_capacity' }]
      kept.set(key, before + 1)
      return []
    })
}

function isClosed({ weekly, overrides, rules }: ItemSchedule, calendar: Calendar, start: number): boolean {
  const date = chinaDate(new Date(start))
  return hallDay({ weekly: rules.weekly ?? weekly, overrides }, calendar, date).hours.length === 0
}

/** Slots that could be offered in place of one: those with a place that are nearest to it in time, earliest first. */
export function nearestFree<Slot extends Interval & { readonly left: number }>(
  slots: readonly Slot[],
  to: number,
  count: number,
): Slot[] {
  return slots
    .filter(({ left }) => left > 0)
    .sort((a, b) => Math.abs(a.start - to) - Math.abs(b.start - to) || a.start - b.start)
    .slice(0, count)
    .sort((a, b) => a.start - b.start)
}
