import type { SlotShape } from '@xinban/shared/domain'
import { chinaDate } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { newId } from '../../db/ids'
import { selectRows, updateRows } from '../../db/rows'
import { execute, isSqlite } from '../../db/sql'
import { lostRace } from '../../errors'
import { BookingSlotRow, HallItemRow } from './hall.entity'

/** Names a slot. */
export interface SlotKey {
  readonly hallId: string
  readonly itemId: string
  readonly startsAt: Date
}
const byKey = 'hall_id = ? AND item_id = ? AND starts_at = ?'
const keyParams = ({ hallId, itemId, startsAt }: SlotKey) => [hallId, itemId, startsAt]

/**
 * Takes a place of a slot, if there is one and nobody waits for it: a conditional increment, and nothing else decides.
 * It is the first thing that a transaction does. Whoever changes the hours of the hall then waits for its end, and what
 * is read after it is what holds (docs/adr/0018). False also for a slot that nobody has booked yet; see `openSlot`.
 */
export async function takePlace(em: EntityManager, key: SlotKey, now: Date): Promise<boolean> {
  const { hallId, itemId, startsAt } = key
  // An UPDATE of a row that is not there would lock the gap, in which many then wait for each other to insert. This
  // waits for whoever is making the row. It is an empty shell until `openSlot`, and is never committed as one.
  const unlessThere = isSqlite(em)
    ? 'ON CONFLICT (hall_id, item_id, starts_at) DO NOTHING'
    : 'ON DUPLICATE KEY UPDATE id = id'
  await execute(
    em,
    `INSERT INTO booking_slots (id, hall_id, item_id, starts_at, ends_at, day, capacity, taken, waiting)
       VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0) ${unlessThere}`,
    [newId(now), hallId, itemId, startsAt, startsAt, chinaDate(startsAt)],
  )
  return takeFree(em, key)
}

async function takeFree(em: EntityManager, key: SlotKey): Promise<boolean> {
  const sql = `UPDATE booking_slots SET taken = taken + 1 WHERE ${byKey} AND taken < capacity AND waiting = 0`
  return (await execute(em, sql, keyParams(key))) === 1
}

/**
 * Gives a slot that was made by this transaction its shape, and takes its first place. False when it was there before,
 * and so is full. Throws lost_race when the hours were changed meanwhile.
 */
export async function openSlot(
  em: EntityManager,
  key: SlotKey,
  { shape, scheduleVersion }: { shape: SlotShape; scheduleVersion: number },
): Promise<boolean> {
  const set = { endsAt: new Date(shape.end), capacity: shape.capacity }
  const where = `${byKey} AND ends_at = starts_at`
  if ((await updateRows(em, BookingSlotRow, set, where, keyParams(key))) === 0) return false
  await expectSchedule(em, { ...key, scheduleVersion })
  return takeFree(em, key)
}

/** Throws lost_race when hours or rules of the item are others than those that were reckoned with. */
async function expectSchedule(
  em: EntityManager,
  { hallId, itemId, scheduleVersion }: Pick<HallItemRow, 'hallId' | 'itemId' | 'scheduleVersion'>,
): Promise<void> {
  const where = 'hall_id = ? AND item_id = ? AND schedule_version = ?'
  const params = [hallId, itemId, scheduleVersion]
  if ((await updateRows(em, HallItemRow, { scheduleVersion }, where, params)) === 0) throw lostRace()
}

export async function findSlot(em: EntityManager, key: SlotKey): Promise<BookingSlotRow | undefined> {
  const [slot] = await selectRows(em, BookingSlotRow, `WHERE ${byKey}`, keyParams(key))
  return slot
}

/** Slots of an item that somebody has taken a place of, on days from one through another. */
export const findSlots = (
  em: EntityManager,
  { hallId, itemId, from, through }: { hallId: string; itemId: string; from: string; through: string },
): Promise<BookingSlotRow[]> =>
  selectRows(em, BookingSlotRow, 'WHERE hall_id = ? AND day BETWEEN ? AND ? AND item_id = ?', [
    ...[hallId, from, through, itemId],
  ])

/** Slots of a hall without a place, by item and start. */
export async function findFullSlots(
  em: EntityManager,
  { hallId, from, through }: { hallId: string; from: string; through: string },
): Promise<Set<string>> {
  const rows = await selectRows(
    em,
    BookingSlotRow,
    'WHERE hall_id = ? AND day BETWEEN ? AND ? AND (taken >= capacity OR waiting > 0)',
    [hallId, from, through],
  )
  return new Set(rows.map(({ itemId, startsAt }) => `${itemId} ${startsAt.getTime()}`))
}

/** Gives a place back. Whoever waits gets it from the job that offers places. */
export async function freePlace(em: EntityManager, slotId: string): Promise<void> {
  const freed = await execute(em, 'UPDATE booking_slots SET taken = taken - 1 WHERE id = ? AND taken > 0', [slotId])
  if (freed === 0) throw new Error(`slot ${slotId} has no place that could be given back`)
}

/** One more waits for a slot that is full. False when it has a place, or is not there. */
export async function waitForPlace(em: EntityManager, key: SlotKey): Promise<boolean> {
  const sql = `UPDATE booking_slots SET waiting = waiting + 1 WHERE ${byKey} AND (taken >= capacity OR waiting > 0)`
  return (await execute(em, sql, keyParams(key))) === 1
}

/** One who had been offered a place waits again. */
export async function waitAgain(em: EntityManager, slotId: string): Promise<void> {
  await execute(em, 'UPDATE booking_slots SET waiting = waiting + 1 WHERE id = ?', [slotId])
}

/** One waits no longer. */
export async function stopWaiting(em: EntityManager, slotId: string): Promise<void> {
  await execute(em, 'UPDATE booking_slots SET waiting = waiting - 1 WHERE id = ? AND waiting > 0', [slotId])
}

/** A place that came free goes to one who waits. False when there is none, or nobody. */
export async function offerPlace(em: EntityManager, slotId: string): Promise<boolean> {
  const sql = `UPDATE booking_slots SET taken = taken + 1, waiting = waiting - 1
                WHERE id = ? AND taken < capacity AND waiting > 0`
  return (await execute(em, sql, [slotId])) === 1
}
