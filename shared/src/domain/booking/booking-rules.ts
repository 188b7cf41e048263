import { overlaps, type Interval } from './interval'
import type { BookingPolicy } from './schedule'

const minute = 60_000
const day = 24 * 60 * minute

/** From when until when a booking can be checked in: 15 minutes before to 10 after, unless the hall says otherwise. */
export function checkInWindow(start: Date, policy: BookingPolicy): { from: Date; until: Date } {
  return {
    from: new Date(start.getTime() - policy.checkInBefore * minute),
    until: new Date(start.getTime() + policy.checkInAfter * minute),
  }
}
export type CheckInTiming = 'early' | 'open' | 'late'

/** Both ends of the window are in time. */
export function checkInTiming(start: Date, policy: BookingPolicy, now: Date): CheckInTiming {
  const { from, until } = checkInWindow(start, policy)
  if (now < from) return 'early'
  return now > until ? 'late' : 'open'
}

/** Until when whoever booked may cancel or move it themselves. */
export const changeUntil = (start: Date, policy: BookingPolicy): Date =>
  new Date(start.getTime() - policy.changeUntilMinutes * minute)
export const isChangeable = (start: Date, policy: BookingPolicy, now: Date): boolean =>
  now <= changeUntil(start, policy)

/**
 * Until when online booking is paused by no-shows, or null. The pause begins with the no-show that makes it so many
 * within so many days; those before a lift by staff count no more.
 * @param noShows when the missed bookings began, in any order
 */
export function pausedUntil(
  noShows: readonly Date[],
  { noShowCount, noShowDays, pauseDays }: BookingPolicy,
  { now, liftedAt }: { now: Date; liftedAt: Date | null },
): Date | null {
  const times = noShows
    .map((at) => at.getTime())
    .filter((time) => time <= now.getTime() && (liftedAt === null || time > liftedAt.getTime()))
    .sort((a, b) => a - b)
  let until: number | null = null
  for (const [index, time] of times.entries()) {
    const first = times[index - noShowCount + 1]
    if (first !== undefined && time - first <= noShowDays * day) until = time + pauseDays * day
  }
  return until !== null && until > now.getTime() ? new Date(until) : null
}

/** A booking of the same booker that is still to come or going on. */
export interface OtherBooking extends Interval {
  readonly itemId: string
  /** Of the hall, `YYYY-MM-DD`. */
  readonly date: string
  /** For whom: two people of a family may be at two counters at once, one person may not. */
  readonly forWhom: string
}
export type LimitRefusal = 'per_day' | 'per_item' | 'overlapping'

/** Why a person may not have one more booking; undefined when nothing is in the way. */
export function limitRefusal(
  wanted: OtherBooking,
  others: readonly OtherBooking[],
  { perDay, perItem }: Pick<BookingPolicy, 'perDay' | 'perItem'>,
): LimitRefusal | undefined {
  const own = others.filter(({ forWhom }) => forWhom === wanted.forWhom)
  if (own.some((other) => overlaps(other, wanted))) return 'overlapping'
  if (own.filter(({ itemId }) => itemId === wanted.itemId).length >= perItem) return 'per_item'
  return others.filter(({ date }) => date === wanted.date).length >= perDay ? 'per_day' : undefined
}
