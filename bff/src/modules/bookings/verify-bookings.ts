import { activeStatuses } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { marks, query } from '../../db/sql'

export interface BookingReport {
  readonly bookings: number
  readonly slots: number
  /** What is stored, and what the rows say. */
  readonly differences: readonly { readonly what: string; readonly stored: number; readonly counted: number }[]
}

interface Row {
  readonly what: string
  readonly stored: number | string | null
  readonly counted: number | string | null
}

const active = activeStatuses

/**
 * Compares every counter of booking with the rows that it counts: places of slots with bookings and holds, people who
 * wait, numbers of days with tickets; and looks for what must not be: a slot beyond its capacity, two tickets or a gap.
 */
export async function verifyBookings(em: EntityManager): Promise<BookingReport> {
  const rows: Row[] = []
  for (const [sql, params] of checks) rows.push(...(await query<Row>(em, sql, params)))
  const [counts] = await query<{ bookings: number | string; slots: number | string }>(
    em,
    'SELECT (SELECT COUNT(*) FROM bookings) AS bookings, (SELECT COUNT(*) FROM booking_slots) AS slots',
  )
  return {
    bookings: Number(counts?.bookings),
    slots: Number(counts?.slots),
    differences: rows.map(({ what, stored, counted }) => ({ what, stored: Number(stored), counted: Number(counted) })),
  }
}

const slotName = (prefix: string, table: string) =>
  // `||` is no concatenation on MySQL.
  `REPLACE('${prefix} of slot #', '#', ${table}.id)`
const dayName = (prefix: string) => `REPLACE(REPLACE('${prefix} of hall # on @', '#', d.hall_id), '@', d.day)`

const taken = `SELECT COUNT(*) FROM bookings b WHERE b.slot_id = s.id AND b.displaced_reason IS NULL AND b.status IN (${marks(active)})`
const waiting = "SELECT COUNT(*) FROM waitlist_entries w WHERE w.slot_id = s.id AND w.state = 'waiting'"
const ofDay = (condition: string) =>
  `SELECT COUNT(*) FROM bookings b WHERE b.hall_id = d.hall_id AND b.day = d.day AND ${condition}`
const dayTickets = (condition: string) =>
  `SELECT COUNT(*) FROM tickets t WHERE t.hall_id = d.hall_id AND t.day = d.day AND ${condition}`

const compare = (what: string, table: string, stored: string, counted: string) =>
  `SELECT * FROM (SELECT ${what} AS what, ${stored} AS stored, (${counted}) AS counted FROM ${table}) AS c WHERE c.stored <> c.counted`

const bookedStates = "b.status IN ('booked', 'checked_in', 'serving', 'finished', 'no_show')"
const checks: readonly (readonly [sql: string, params: readonly unknown[]])[] = [
  [compare(slotName('places taken', 's'), 'booking_slots s', 's.taken', taken), active],
  [compare(slotName('people waiting', 's'), 'booking_slots s', 's.waiting', waiting), []],
  [compare(dayName('bookings'), 'hall_days d', 'd.booked', ofDay(bookedStates)), []],
  [
    compare(dayName('no-shows'), 'hall_days d', 'd.no_shows', ofDay("b.status = 'no_show' AND b.ticket_id IS NULL")),
    [],
  ],
  [compare(dayName('last number'), 'hall_days d', 'd.last_number', dayTickets('1 = 1')), []],
  [
    compare(
      dayName('highest number'),
      'hall_days d',
      'd.last_number',
      `SELECT COALESCE(MAX(t.number), 0) FROM tickets t WHERE t.hall_id = d.hall_id AND t.day = d.day`,
    ),
    [],
  ],
  [compare(dayName('people in the queue'), 'hall_days d', 'd.waiting', dayTickets("t.state = 'waiting'")), []],
  [
    `SELECT ${slotName('bookings without their slot', 'b')} AS what, 0 AS stored, 1 AS counted FROM bookings b
      LEFT JOIN booking_slots s ON s.id = b.slot_id WHERE s.id IS NULL`,
    [],
  ],
]
