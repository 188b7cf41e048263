import { openBookingStatuses } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { selectRows } from '../../db/rows'
import { marks, query } from '../../db/sql'
import { BookingRow } from './booking.entity'

/**
 * Bookings of one booker that are still to come or going on, as their limits count them: whoever lost the place by a
 * change of the hall has nothing that could stand in the way of another.
 */
export const findOpenOf = (em: EntityManager, subjectKey: string, from: Date): Promise<BookingRow[]> =>
  selectRows(
    em,
    BookingRow,
    `WHERE subject_key = ? AND starts_at >= ? AND displaced_reason IS NULL AND status IN (${marks(openBookingStatuses)})`,
    [subjectKey, new Date(from.getTime() - 24 * 60 * 60_000), ...openBookingStatuses],
  )

/** When bookings of one booker began to which nobody came, since an instant; who checked in did come. */
export async function findNoShows(em: EntityManager, subjectKey: string, since: Date): Promise<Date[]> {
  const rows = await selectRows(
    em,
    BookingRow,
    "WHERE subject_key = ? AND starts_at >= ? AND status = 'no_show' AND ticket_id IS NULL",
    [subjectKey, since],
  )
  return rows.map(({ startsAt }) => startsAt)
}

/** A person's bookings, the latest first: ids by a covering index, then the rows. */
export function listMine(
  em: EntityManager,
  {
    personId,
    when,
    beforeId,
    limit,
  }: { personId: string; when?: 'open' | 'over'; beforeId: string | undefined; limit: number },
): Promise<BookingRow[]> {
  const state =
    when === undefined ? '' : `AND status ${when === 'open' ? '' : 'NOT '}IN (${marks(openBookingStatuses)})`
  return selectRows(
    em,
    BookingRow,
    `WHERE id IN (SELECT id FROM (SELECT id FROM bookings WHERE owner_id = ? ${state}
       ${beforeId === undefined ? '' : 'AND id < ?'} ORDER BY id DESC LIMIT ${limit}) AS page) ORDER BY id DESC`,
    [personId, ...(when === undefined ? [] : openBookingStatuses), ...(beforeId === undefined ? [] : [beforeId])],
  )
}

/** The bookings of a hall's day in order of time, holds left out. */
export function listOfHall(
  em: EntityManager,
  {
    hallId,
    day,
    code,
    after,
    limit,
  }: { hallId: string; day: string; code?: string; after?: { startsAt: Date; id: string }; limit: number },
): Promise<BookingRow[]> {
  const sql = ["hall_id = ? AND day = ? AND status NOT IN ('held', 'expired') AND code IS NOT NULL"]
  const params: unknown[] = [hallId, day]
  if (code !== undefined) {
    sql.push('code = ?')
    params.push(code)
  }
  if (after !== undefined) {
    sql.push('(starts_at > ? OR (starts_at = ? AND id > ?))')
    params.push(after.startsAt, after.startsAt, after.id)
  }
  return selectRows(em, BookingRow, `WHERE ${sql.join(' AND ')} ORDER BY starts_at, id LIMIT ${limit}`, params)
}

/** A live hold of the booker for a slot. */
export async function findHoldOf(
  em: EntityManager,
  personId: string,
  key: { hallId: string; itemId: string; startsAt: Date },
  now: Date,
): Promise<BookingRow | undefined> {
  const [hold] = await selectRows(
    em,
    BookingRow,
    `WHERE subject_key = ? AND starts_at = ? AND hall_id = ? AND item_id = ? AND status = 'held' AND due_at > ?
      ORDER BY id LIMIT 1`,
    [personId, key.startsAt, key.hallId, key.itemId, now],
  )
  return hold
}

/** Ids of bookings of which a time has come. */
export const findDueBookings = (em: EntityManager, now: Date, limit: number): Promise<{ id: string }[]> =>
  query<{ id: string }>(em, `SELECT id FROM bookings WHERE due_at <= ? ORDER BY due_at, id LIMIT ${limit}`, [now])
