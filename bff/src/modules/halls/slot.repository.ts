import type { SlotShape } from '@xinban/shared/domain'
import { chinaDate } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { newId } from '../../db/ids'
import { selectRows, selectTogether, updateRows } from '../../db/rows'
import { execute, isSqlite } from '../../db/sql'
import { lostRace } from '../../errors'
import { Org } from '../orgs'
import { BookingSlotRow, HallItemRow, HallRow } from './hall.entity'

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
 * is read after it is what holds (docs/adr/0018). True also for a slot that nobody has booked before, which is then an
 * empty shell until `openSlot`.
 * @param isThere somebody is known to have booked it
 */
export async function takePlace(
  em: EntityManager,
  key: SlotKey,
  now: Date,
  { isThere = false } = {},
): Promise<boolean> {
  if (!isThere) await makeShell(em, key, now)
  const sql = `UPDATE booking_slots SET taken = taken + 1
                WHERE ${byKey} AND ((taken < capacity AND waiting = 0) OR ends_at = starts_at)`
  return (await execute(em, sql, keyParams(key))) === 1
}

/**
 * The row of a slot, unless it is there. An UPDATE of a row that is not there would lock the gap, in which many then wait
 * for each other to insert; this waits for whoever is making the row. A shell is never committed as one.
 */
async function makeShell(em: EntityManager, { hallId, itemId, startsAt }: SlotKey, now: Date): Promise<void> {
  const unlessThere = isSqlite(em)
    ? 'ON CONFLICT (hall_id, item_id, starts_at) DO NOTHING'
    : 'ON DUPLICATE KEY UPDATE id = id'
  await execute(
    em,
    `INSERT INTO booking_slots (id, hall_id, item_id, starts_at, ends_at, day, capacity, taken, waiting)
       VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0) ${unlessThere}`,
    [newId(now), hallId, itemId, startsAt, startsAt, chinaDate(startsAt)],
  )
}

/** Made by this transaction, and without a shape yet. */
export const isShell = ({ startsAt, endsAt }: BookingSlotRow): boolean => endsAt.getTime() === startsAt.getTime()

/**
 * Gives a shell its shape, if that has the place which was taken of it. Undefined when it has none. Throws lost_race when
 * the hours were changed meanwhile.
 */
export async function openSlot(
  em: EntityManager,
  slot: BookingSlotRow,
  { shape, scheduleVersion }: { shape: SlotShape; scheduleVersion: number },
): Promise<BookingSlotRow | undefined> {
  const set = { endsAt: new Date(shape.end), capacity: shape.capacity }
  const where = 'id = ? AND ends_at = starts_at AND taken <= ?'
  if ((await updateRows(em, BookingSlotRow, set, where, [slot.id, shape.capacity])) === 0) return undefined
  await expectSchedule(em, { ...slot, scheduleVersion })
  return { ...slot, ...set }
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

/** A slot that is in the database, with all by which it is reckoned, in one statement. */
export async function findSlotWithHall(em: EntityManager, { hallId, itemId, startsAt }: SlotKey) {
  const [found] = await selectTogether<{ s: BookingSlotRow; h: HallRow; o: Org; i: HallItemRow }>(
    em,
    { s: BookingSlotRow, h: HallRow, o: Org, i: HallItemRow },
    `FROM booking_slots AS s LEFT JOIN halls AS h ON h.id = s.hall_id LEFT JOIN orgs AS o ON o.code = h.org_code
       LEFT JOIN hall_items AS i ON i.hall_id = s.hall_id AND i.item_id = s.item_id
      WHERE s.hall_id = ? AND s.item_id = ? AND s.starts_at = ?`,
    [hallId, itemId, startsAt],
  )
  const { s: slot, h: hall, o: org, i: item } = found?.[0] ?? {}
  return { slot, hall, org, item }
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
