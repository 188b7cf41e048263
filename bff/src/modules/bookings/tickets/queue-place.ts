import { callingOrder, chinaDate, expectedAt } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { query } from '../../../db/sql'
import { findHall, findHallItems } from '../../halls'
import type { TicketRow } from './ticket.entity'
import { findOpenTickets, queued } from './ticket.repository'

const hour = 60 * 60_000
/** Minutes a person takes where an item does not say. */
const usualMinutes = 10

export interface QueuePlace {
  /** People in front. */
  readonly before: number
  readonly expectedAt: Date
}

/** Where every waiting ticket of a hall's day stands: three queries, over that day alone. */
async function placesOf(em: EntityManager, hallId: string, now: Date): Promise<Map<string, QueuePlace>> {
  const day = chinaDate(now)
  const waiting = (await findOpenTickets(em, hallId, day)).filter(({ state }) => state === 'waiting')
  const [hall, items] = [await findHall(em, hallId), await findHallItems(em, hallId)]
  const [sum] = await query<{ n: number | string | null }>(
    em,
    'SELECT SUM(taken) AS n FROM booking_slots WHERE hall_id = ? AND day = ? AND starts_at > ? AND starts_at <= ?',
    [hallId, day, now, new Date(now.getTime() + 2 * hour)],
  )
  const windows = Math.max(1, hall?.windows.length ?? 1)
  const minutesPerPerson = Math.max(usualMinutes, ...items.map(({ rules }) => rules.slotMinutes / rules.perWindow))
  const possible = (windows * 120) / minutesPerPerson
  const freeShare = Math.max(0, 1 - Number(sum?.n ?? 0) / possible)
  const walkInShare = Math.max(0, ...items.map(({ rules }) => rules.walkInPercent)) / 100
  const rate = { windows, minutesPerPerson, freeShare, walkInShare }
  const ordered = callingOrder(waiting.map(queued), now)
  return new Map(ordered.map(({ id }, before) => [id, { before, expectedAt: expectedAt(before, rate, now) }]))
}

/** Places of many tickets; a hall is read once, and tickets of other days or states have none. */
export async function queuePlaces(
  em: EntityManager,
  tickets: readonly TicketRow[],
  now: Date,
): Promise<(ticket: TicketRow) => QueuePlace | undefined> {
  const today = chinaDate(now)
  const halls = new Set(
    tickets.filter(({ state, day }) => state === 'waiting' && day === today).map(({ hallId }) => hallId),
  )
  const places = new Map<string, Map<string, QueuePlace>>()
  for (const hallId of halls) places.set(hallId, await placesOf(em, hallId, now))
  return ({ hallId, id }) => places.get(hallId)?.get(id)
}
