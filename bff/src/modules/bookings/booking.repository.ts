import { randomInt } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import type { ActorMembership, Ctx } from '../../context'
import { newId } from '../../db/ids'
import { isDuplicateKey } from '../../db/retry'
import { insertRow, selectRows, updateRows } from '../../db/rows'
import { execute, isSqlite } from '../../db/sql'
import { lostRace } from '../../errors'
import { BookingEventRow, BookingPersonRow, BookingRow } from './booking.entity'

export async function findBooking(em: EntityManager, id: string): Promise<BookingRow | undefined> {
  const [booking] = await selectRows(em, BookingRow, 'WHERE id = ?', [id])
  return booking
}

/** What happened, for the history. `used` is null for residents, undefined for what happened by itself. */
export interface BookingFact {
  readonly action: BookingEventRow['action']
  readonly actorId: string | null
  readonly used?: ActorMembership | null | undefined
  readonly now: Date
}

export const factOf = (ctx: Ctx, action: BookingFact['action'], used?: ActorMembership | null): BookingFact => ({
  ...{ action, actorId: ctx.actor.personId, used, now: ctx.now },
})

/** Adds a booking with its first event; what is more than a hold gets a code. */
export async function insertBooking(em: EntityManager, booking: BookingRow, fact: BookingFact): Promise<void> {
  await withCode(booking.status !== 'held', (code) => insertRow(em, BookingRow, { ...booking, code }))
  await insertEvent(em, booking, fact)
}

/**
 * Changes a booking if nobody has since it was loaded, and writes what happened. Throws lost_race.
 * @param needsCode gives it a new code of six digits, unique for its hall and day
 */
export async function saveBooking(
  em: EntityManager,
  booking: BookingRow,
  change: Partial<BookingRow>,
  fact: BookingFact,
  { needsCode = false } = {},
): Promise<void> {
  const { id, version, status } = booking
  const changed = await withCode(needsCode, (code) => {
    const set = { ...change, ...(needsCode && { code }), version: version + 1, updatedAt: fact.now }
    return updateRows(em, BookingRow, set, 'id = ? AND version = ? AND status = ?', [id, version, status])
  })
  if (changed === 0) throw lostRace()
  await insertEvent(em, { ...booking, ...change }, fact)
}

/** A million codes for some hundred bookings: a few attempts always find a free one. */
async function withCode<T>(needsCode: boolean, write: (code: string | null) => Promise<T>): Promise<T> {
  if (!needsCode) return write(null)
  for (let attempt = 1; ; attempt++) {
    try {
      return await write(String(randomInt(1_000_000)).padStart(6, '0'))
    } catch (error) {
      if (attempt >= 8 || !isDuplicateKey(error)) throw error
    }
  }
}

function insertEvent(
  em: EntityManager,
  { id, status }: Pick<BookingRow, 'id' | 'status'>,
  fact: BookingFact,
): Promise<void> {
  const { action, actorId, used, now } = fact
  return insertRow(em, BookingEventRow, {
    ...{ id: newId(now), bookingId: id, action, status, actorId, membershipId: used?.id ?? null, at: now },
  })
}

/**
 * Passes through the row of whoever books: two bookings of one person wait for each other here, so that the limits are
 * counted with both. It comes before the first read of a transaction.
 */
export async function passPerson(em: EntityManager, subjectKey: string): Promise<void> {
  const conflict = isSqlite(em)
    ? 'ON CONFLICT (subject_key) DO UPDATE SET bookings = bookings + 1'
    : 'ON DUPLICATE KEY UPDATE bookings = bookings + 1'
  await execute(
    em,
    `INSERT INTO booking_persons (subject_key, bookings, paused_until, lifted_at) VALUES (?, 1, NULL, NULL) ${conflict}`,
    [subjectKey],
  )
}

export async function findPersonRow(em: EntityManager, subjectKey: string): Promise<BookingPersonRow | undefined> {
  const [row] = await selectRows(em, BookingPersonRow, 'WHERE subject_key = ?', [subjectKey])
  return row
}

export const savePersonRow = (em: EntityManager, subjectKey: string, set: Partial<BookingPersonRow>): Promise<number> =>
  updateRows(em, BookingPersonRow, set, 'subject_key = ?', [subjectKey])
