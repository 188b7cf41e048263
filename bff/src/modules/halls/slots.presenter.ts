import type { Answer } from '@xinban/shared/contracts'
import {
  bookableThrough,
  chinaDate,
  datesBetween,
  dayOfDate,
  formatInstant,
  generateSlots,
  hallDay,
} from '@xinban/shared/domain'
import type { PublicCtx } from '../../context'
import { invalidField, notFound } from '../../errors'
import { findOrg } from '../orgs'
import { hallCalendar, itemSchedule } from './hall-schedule'
import { findHall, findHallItem } from './hall.repository'
import { findSlots } from './slot.repository'

const longestDays = 31

/**
 * Slots of an item with what is left of each: the grid by the schedule, and the counters of those slots that somebody
 * has booked. What it costs depends on the days that were asked for, not on how much was booked.
 * Throws not_found, invalid (a range that is none, or too long).
 */
export async function presentSlots(
  { services, now }: PublicCtx,
  hallId: string,
  { itemId, from, to }: { itemId: string; from: string; to: string },
): Promise<Answer<'halls.slots'>> {
  const { reader } = services.db
  expectRange(from, to, longestDays)
  const hall = await findHall(reader, hallId)
  const org = hall && (await findOrg(reader, hall.orgCode))
  const item = hall && (await findHallItem(reader, hallId, itemId))
  if (!hall || !org || !item || hall.isClosed) throw notFound('这个大厅的这一项')
  const [calendar, schedule] = [await hallCalendar(reader, org), itemSchedule(hall, item)]
  const through = bookableThrough(item.rules, calendar, now)
  const rows = await findSlots(reader, { hallId, itemId, from, through: to })
  const known = new Map(rows.map((row) => [row.startsAt.getTime(), row]))
  const slots = generateSlots(schedule, calendar, { from, through: to, now, taken: [] })
  const today = chinaDate(now)
  const days = datesBetween(from, to).filter((date) => date >= today)
  const week = { weekly: item.rules.weekly ?? hall.weekly, overrides: hall.overrides }
  return {
    items: slots.map(({ start, end, capacity }) => {
      const { taken = 0, waiting = 0 } = known.get(start) ?? {}
      return {
        ...{ start: formatInstant(new Date(start)), end: formatInstant(new Date(end)), capacity, waiting },
        left: waiting > 0 ? 0 : Math.max(0, capacity - taken),
      }
    }),
    closed: days.flatMap((date) => {
      const { hours, reason } = hallDay(week, calendar, date)
      return hours.length === 0 && reason !== null ? [{ date, reason }] : []
    }),
    bookableThrough: through,
    isCalendarKnown: days.every((date) => hallDay(week, calendar, date).isKnown),
  }
}

/** Throws invalid unless both are days, in order, and not too far apart. */
export function expectRange(from: string, to: string, longest: number): void {
  const days = dayOfDate(to) - dayOfDate(from)
  if (Number.isNaN(days)) throw invalidField('from', 'bad_date', '没有这一天，请核对日期')
  if (days < 0) throw invalidField('to', 'bad_range', '结束日期不能早于开始日期')
  if (days >= longest) throw invalidField('to', 'too_long', `一次最多看 ${longest} 天`)
}
