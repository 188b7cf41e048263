import type { CreateBooking } from '@xinban/shared/contracts'
import { checkInWindow } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { newId } from '../../../db/ids'
import { invalidField, notFound, wrongState } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { addToHallDay, findHall, freePlace, takePlace, type SlotKey } from '../../halls'
import type { BookingRow } from '../booking.entity'
import { findBookerState, holdAmong, type BookerState, type SlotSeen } from '../booking.queries'
import { factOf, findBooking, insertBooking, passPerson, saveBooking } from '../booking.repository'
import { acceptOffer } from '../waitlist/offers'
import { FullSlot, wonSlot, type WonSlot } from './bookable-slot'
import { emptyBooking, placeOf } from './booking-row'
import { bookerOf, expectMayBook, selfBooker, type Booker } from './who-books'

type Wanted = Pick<CreateBooking, 'hallId' | 'itemId' | 'start'>

/** Names the slot that is wanted. */
export const keyOf = ({ hallId, itemId, start }: Wanted): SlotKey => ({
  ...{ hallId, itemId, startsAt: new Date(start) },
})

/**
 * Keeps a place for a few minutes. Throws consent_needed, forbidden (paused), not_found, invalid (no such slot),
 * wrong_state (full, out of time, limits).
 * @param seen what `lookFirst` saw of the slot
 * @returns the id of the hold
 */
export function holdPlace(ctx: Ctx, input: Wanted, seen?: SlotSeen): Promise<string> {
  const key = keyOf(input)
  return ctx.services.db.unitOfWork(async (em) => {
    const isTaken = await takeUnlessHeld(em, ctx, key, seen)
    const booker = selfBooker(ctx)
    await passPerson(em, booker.subjectKey)
    const state = await findBookerState(em, ctx, booker.subjectKey)
    const earlier = holdAmong(state.open, key, ctx.now)
    if (earlier) {
      if (isTaken) await freePlace(em, earlier.slotId)
      return earlier.id
    }
    if (!isTaken) throw new FullSlot()
    const won = await wonSlot(em, key, ctx.now)
    await expectMayBook(em, ctx, { booker, place: placeOf(won.slot), policy: won.policy, state })
    const dueAt = new Date(ctx.now.getTime() + won.policy.holdMinutes * 60_000)
    const booking = bookingRow(ctx, won, booker, { status: 'held', dueAt })
    await insertBooking(em, booking, factOf(ctx, 'hold', null))
    return booking.id
  })
}

/**
 * Books a time: a place that the caller holds, or one that is taken now. Throws what `holdPlace` throws, and wrong_state
 * for a hold that is over. @returns the booking's id
 */
export function createBooking(ctx: Ctx, input: CreateBooking, seen?: SlotSeen): Promise<string> {
  const key = keyOf(input)
  return ctx.services.db.unitOfWork(async (em) => {
    if (input.holdId !== undefined) {
      await passPerson(em, ctx.actor.personId)
      return confirmHold(em, ctx, await ownHold(em, ctx, input.holdId, key), input)
    }
    const isTaken = await takeUnlessHeld(em, ctx, key, seen)
    if (!input.person) await passPerson(em, ctx.actor.personId)
    const own = await findBookerState(em, ctx, ctx.actor.personId)
    // For someone else it is read again, after their row was passed.
    const state = input.person ? undefined : own
    const hold = holdAmong(own.open, key, ctx.now)
    if (hold) {
      if (isTaken) await freePlace(em, hold.slotId)
      return confirmHold(em, ctx, hold, input, state)
    }
    if (!isTaken) throw new FullSlot()
    const booker = await bookerOf(em, ctx, input.hallId, input.person)
    if (input.person) await passPerson(em, booker.subjectKey)
    const won = await wonSlot(em, key, ctx.now)
    await expectMayBook(em, ctx, { booker, place: placeOf(won.slot), policy: won.policy, state })
    const dueAt = checkInWindow(won.slot.startsAt, won.policy).until
    const booking = { ...bookingRow(ctx, won, booker, { status: 'booked', dueAt }), priority: input.priority }
    await insertBooking(em, booking, factOf(ctx, 'book', booker.used))
    await noteBooked(em, ctx, booking)
    return booking.id
  })
}

/**
 * Takes a place, but for whoever was seen to hold one. Throws wrong_state at once where it is full and was seen not to
 * be held: losers hold up everyone behind them.
 */
async function takeUnlessHeld(em: EntityManager, ctx: Ctx, key: SlotKey, seen: SlotSeen | undefined): Promise<boolean> {
  if (seen?.hasHold) return false
  const isTaken = await takePlace(em, key, ctx.now, { isThere: seen?.isThere })
  if (!isTaken && seen) throw new FullSlot()
  return isTaken
}

async function ownHold(
  em: EntityManager,
  ctx: Ctx,
  id: string,
  { hallId, itemId, startsAt }: SlotKey,
): Promise<BookingRow> {
  const hold = await findBooking(em, id)
  if (!hold || hold.placedById !== ctx.actor.personId) throw notFound('这个占位')
  if (hold.hallId !== hallId || hold.itemId !== itemId || hold.startsAt.getTime() !== startsAt.getTime()) {
    throw invalidField('holdId', 'mismatch', '占位和要约的时间不一致，请重新选择')
  }
  if (hold.status !== 'held' || !hold.dueAt || hold.dueAt <= ctx.now) throw wrongState('占位已经过期，请重新选择时间')
  return hold
}

/** A hold becomes a booking: nobody else was given its place meanwhile. */
async function confirmHold(
  em: EntityManager,
  ctx: Ctx,
  hold: BookingRow,
  { person, priority }: CreateBooking,
  state?: BookerState,
): Promise<string> {
  const { used, ...booker } = await bookerOf(em, ctx, hold.hallId, person)
  const hall = await findHall(em, hold.hallId)
  if (!hall) throw notFound('这个大厅')
  const { policy } = hall
  if (booker.subjectKey !== hold.subjectKey) await passPerson(em, booker.subjectKey)
  await expectMayBook(em, ctx, { booker: { ...booker, used }, place: hold, policy, exceptId: hold.id, state })
  const change = { ...booker, priority, status: 'booked', dueAt: checkInWindow(hold.startsAt, policy).until } as const
  await saveBooking(em, hold, change, factOf(ctx, 'confirm', used), { needsCode: true })
  if (hold.waitId !== null) await acceptOffer(em, hold.waitId, ctx.now)
  await noteBooked(em, ctx, { ...hold, ...booker })
  return hold.id
}

async function noteBooked(
  em: EntityManager,
  { actor, now }: Ctx,
  { id, hallId, day, ownerId, startsAt }: BookingRow,
): Promise<void> {
  await addToHallDay(em, hallId, day, { booked: 1 })
  const topic = ownerId !== null && ownerId !== actor.personId ? 'booking.booked-for-you' : 'booking.booked'
  await writeOutbox(em, topic, { bookingId: id, personIds: [ownerId], startsAt: startsAt.toISOString() }, now)
}

function bookingRow(
  ctx: Ctx,
  { slot, hall }: WonSlot,
  { used: _used, ...booker }: Booker,
  state: Pick<BookingRow, 'status' | 'dueAt'>,
): BookingRow {
  return {
    ...emptyBooking,
    ...booker,
    ...placeOf(slot),
    ...state,
    id: newId(ctx.now),
    districtCode: hall.districtCode,
    placedById: ctx.actor.personId,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  }
}
