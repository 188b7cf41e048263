import { openBookingStatuses } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../context'
import { selectRows, selectTogether } from '../../db/rows'
import { asDate, marks, query } from '../../db/sql'
import { agreement } from '../consents'
import type { SlotKey } from '../halls'
import { BookingRow } from './booking.entity'

/** All that decides whether someone may have one more booking. */
export interface BookerState {
  /** Of the caller, to the privacy notice. */
  readonly hasAgreed: boolean
  readonly pausedUntil: Date | null
  /**
   * Bookings of theirs that are still to come or going on, holds included, as limits count them: whoever lost the place
   * by a change of the hall has nothing that could stand in the way of another.
   */
  readonly open: readonly BookingRow[]
}

/** What decides about a booker, in one statement. */
export async function findBookerState(
  em: EntityManager,
  { actor, now }: Ctx,
  subjectKey: string,
): Promise<BookerState> {
  const agreed = agreement(actor.personId, 'personal_data')
  const found = await selectTogether<
    { b: BookingRow },
    { hasAgreed: number | string; pausedUntil: Date | string | null }
  >(
    em,
    { b: BookingRow },
    `FROM (SELECT 1 AS one) AS one LEFT JOIN bookings AS b
       ON b.subject_key = ? AND b.starts_at >= ? AND b.displaced_reason IS NULL
         AND b.status IN (${marks(openBookingStatuses)})`,
    [...agreed.params, subjectKey, subjectKey, new Date(now.getTime() - 24 * 60 * 60_000), ...openBookingStatuses],
    [agreed.sql, '(SELECT paused_until FROM booking_persons WHERE subject_key = ?) AS pausedUntil'],
  )
  const beside = found[0]?.[1]
  return {
    hasAgreed: Number(beside?.hasAgreed ?? 0) === 1,
    pausedUntil: beside?.pausedUntil ? asDate(beside.pausedUntil) : null,
    open: found.flatMap(([{ b }]) => b ?? []),
  }
}

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

/** The live hold among a booker's bookings for a slot. */
export const holdAmong = (
  open: readonly BookingRow[],
  { hallId, itemId, startsAt }: SlotKey,
  now: Date,
): BookingRow | undefined =>
  open.find(
    (one) =>
      one.status === 'held' &&
      one.startsAt.getTime() === startsAt.getTime() &&
      one.hallId === hallId &&
      one.itemId === itemId &&
      one.dueAt !== null &&
      one.dueAt > now,
  )

/** How a slot looked before anything was done about it. */
export interface SlotSeen {
  /** Somebody has booked it. */
  readonly isThere: boolean
  readonly isFull: boolean
  /** The caller holds a place of it; not looked for while it has others. */
  readonly hasHold: boolean
}

/** A look at a slot and the caller's hold, by two index entries and without a lock. */
export async function seeSlot(
  em: EntityManager,
  { hallId, itemId, startsAt }: SlotKey,
  { actor, now }: Pick<Ctx, 'actor' | 'now'>,
): Promise<SlotSeen> {
  const [row] = await query<Record<'isFull' | 'hasHold', number | string>>(
    em,
    `SELECT (taken >= capacity OR waiting > 0) AS isFull,
            CASE WHEN taken >= capacity OR waiting > 0 THEN EXISTS (SELECT 1 FROM bookings AS b
              WHERE b.subject_key = ? AND b.starts_at = s.starts_at AND b.slot_id = s.id AND b.status = 'held'
                AND b.due_at > ?) ELSE 0 END AS hasHold
       FROM booking_slots AS s WHERE hall_id = ? AND item_id = ? AND starts_at = ?`,
    [actor.personId, now, hallId, itemId, startsAt],
  )
  return {
    isThere: row !== undefined,
    isFull: Number(row?.isFull ?? 0) === 1,
    hasHold: Number(row?.hasHold ?? 0) === 1,
  }
}

/** Ids of bookings of which a time has come. */
export const findDueBookings = (em: EntityManager, now: Date, limit: number): Promise<{ id: string }[]> =>
  query<{ id: string }>(em, `SELECT id FROM bookings WHERE due_at <= ? ORDER BY due_at, id LIMIT ${limit}`, [now])
