import { query } from '../../../db/sql'
import { chinaDate } from '@xinban/shared/domain'
import type { OutboxHandler } from '../../../outbox/dispatcher'
import { findHallItems, hallCalendar, itemSchedule } from '../../halls'
import { hallOf } from '../hall-of'
import { closeSlots, displace, findDisplaced, type HallPlan } from './displace'

/** After a district changed its days: whoever booked a day that is closed now is told and offered other times. */
export const reviewHalls: OutboxHandler = {
  name: 'review-halls',
  topics: ['calendar.day-set', 'calendar.day-cleared', 'calendar.year-imported', 'calendar.year-forgotten'],
  async handle(em, { payload }, { now }) {
    const { districtCode } = payload as { districtCode?: string }
    const halls = await query<{ id: string }>(
      em,
      `SELECT DISTINCT h.id FROM halls h JOIN bookings b ON b.hall_id = h.id AND b.day >= ?
        WHERE h.district_code = ? AND b.status IN ('held', 'booked')`,
      [chinaDate(now), districtCode ?? ''],
    )
    for (const { id } of halls) {
      await closeSlots(em, id, now)
      const { hall, org } = await hallOf(em, id)
      const items = await findHallItems(em, id)
      const schedules = new Map(items.map((item) => [item.itemId, itemSchedule(hall, item)]))
      const plan: HallPlan = { hallId: id, schedules, calendar: await hallCalendar(em, org) }
      await displace(em, plan, await findDisplaced(em, plan, now), now)
    }
  },
}
