import { selectRows, updateRows } from '../../../db/rows'
import type { EntityManager } from 'typeorm'
import { query } from '../../../db/sql'
import { lostRace } from '../../../errors'
import { newId } from '../../../db/ids'
import type { DueSource, JobCtx } from '../../../jobs/job'
import { writeOutbox } from '../../../outbox/write-outbox'
import { BookingSlotRow, findHall, offerPlace, stopWaiting } from '../../halls'
import { insertBooking } from '../booking.repository'
import { emptyBooking, placeOf } from '../commands/booking-row'
import { WaitEntryRow } from './wait-entry.entity'

/** Changes an entry if it is still in that state. @returns whether it was */
export async function moveEntry(
  em: EntityManager,
  { id, state }: Pick<WaitEntryRow, 'id' | 'state'>,
  set: Partial<WaitEntryRow>,
  now: Date,
): Promise<boolean> {
  return (await updateRows(em, WaitEntryRow, { ...set, updatedAt: now }, 'id = ? AND state = ?', [id, state])) === 1
}

/** The offer was taken. Throws lost_race when it is over. */
export async function acceptOffer(em: EntityManager, id: string, now: Date): Promise<void> {
  if (!(await moveEntry(em, { id, state: 'offered' }, { state: 'accepted', openKey: null }, now))) throw lostRace()
}

/** The offer ended otherwise: not confirmed in time, or turned down. */
export async function endOffer(em: EntityManager, id: string, state: 'lapsed' | 'withdrawn', now: Date): Promise<void> {
  await moveEntry(em, { id, state: 'offered' }, { state, openKey: null }, now)
}

interface WaitedFor {
  readonly id: string
}

/**
 * Slots for which people wait, as soon as a place is free, or as soon as there is nothing to wait for any more. What is
 * due stands in the slot itself, so that nobody is stranded, whatever freed the place and whoever was killed meanwhile.
 */
export const offerSource: DueSource<WaitedFor> = {
  name: 'waitlist-offers',
  findDue: (em, now, limit) =>
    query<WaitedFor>(
      em,
      `SELECT id FROM booking_slots WHERE waiting > 0 AND (taken < capacity OR capacity = 0 OR starts_at <= ?)
        ORDER BY waiting, starts_at LIMIT ${limit}`,
      [now],
    ),
  keyOf: ({ id }) => id,
  async act(em, { id }, ctx) {
    // The first thing written: entries and withdrawals of this slot wait for the end of this transaction.
    const isOffered = await offerPlace(em, id)
    const [slot] = await selectRows(em, BookingSlotRow, 'WHERE id = ?', [id])
    if (!slot) return
    if (slot.startsAt <= ctx.now || slot.capacity === 0) {
      if (isOffered) await undoOffer(em, id)
      return endAll(em, slot, ctx)
    }
    if (isOffered) await offerToFirst(em, slot, ctx)
  },
}

const undoOffer = (em: EntityManager, slotId: string) =>
  query(em, 'UPDATE booking_slots SET taken = taken - 1, waiting = waiting + 1 WHERE id = ?', [slotId])

const waitingIn = (em: EntityManager, slotId: string, limit: number) =>
  selectRows(em, WaitEntryRow, `WHERE slot_id = ? AND state = 'waiting' ORDER BY id LIMIT ${limit}`, [slotId])

async function offerToFirst(em: EntityManager, slot: BookingSlotRow, { now }: JobCtx): Promise<void> {
  const [entry] = await waitingIn(em, slot.id, 1)
  const hall = await findHall(em, slot.hallId)
  if (!entry || !hall) throw new Error(`slot ${slot.id} counts people who wait, but there is none`)
  const { personId } = entry
  const dueAt = new Date(Math.min(now.getTime() + hall.policy.offerMinutes * 60_000, slot.startsAt.getTime()))
  const booking = {
    ...emptyBooking,
    ...placeOf(slot),
    ...{ id: newId(now), districtCode: hall.districtCode, status: 'held' as const, dueAt, waitId: entry.id },
    ...{ ownerId: personId, placedById: personId, subjectKey: personId, forWhom: 'self', isForOther: false },
    ...{ isByStaff: false, personSealed: null, phoneHash: null, shownName: null, createdAt: now, updatedAt: now },
  }
  if (!(await moveEntry(em, entry, { state: 'offered', bookingId: booking.id }, now))) throw lostRace()
  await insertBooking(em, booking, { action: 'hold', actorId: null, now })
  const times = { startsAt: slot.startsAt.toISOString(), until: dueAt.toISOString() }
  await writeOutbox(em, 'booking.offered', { bookingId: booking.id, personIds: [personId], ...times }, now)
}

/** Nothing will come free any more: everyone who waited is told. */
async function endAll(em: EntityManager, slot: BookingSlotRow, { now }: JobCtx): Promise<void> {
  for (const entry of await waitingIn(em, slot.id, 1000)) {
    if (!(await moveEntry(em, entry, { state: 'over', openKey: null }, now))) throw lostRace()
    await stopWaiting(em, slot.id)
    const payload = { bookingId: entry.id, personIds: [entry.personId], startsAt: slot.startsAt.toISOString() }
    await writeOutbox(em, slot.capacity === 0 ? 'booking.wait-closed' : 'booking.wait-over', payload, now)
  }
}
