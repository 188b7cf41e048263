import type { Ctx } from '../../../context'
import { newId } from '../../../db/ids'
import { isDuplicateKey } from '../../../db/retry'
import { insertRow, selectRows } from '../../../db/rows'
import { alreadyExists, lostRace, notFound, wrongState } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { findSlot, freePlace, stopWaiting, waitForPlace } from '../../halls'
import { placeOf } from '../commands/booking-row'
import { factOf, findBooking, saveBooking } from '../booking.repository'
import { notBookableWords } from '../commands/bookable-slot'
import { hallOf } from '../hall-of'
import { expectMayBook, selfBooker } from '../commands/who-books'
import { moveEntry } from './offers'
import { WaitEntryRow } from './wait-entry.entity'

/**
 * Waits for a place of a full slot. Throws wrong_state when it has one, already_exists when the caller waits already,
 * and what keeps someone from booking. @returns the id of the entry
 */
export function joinWaitlist(
  ctx: Ctx,
  { hallId, itemId, start }: { hallId: string; itemId: string; start: string },
): Promise<string> {
  const key = { hallId, itemId, startsAt: new Date(start) }
  return ctx.services.db.unitOfWork(async (em) => {
    // Written first: whoever frees or offers a place of this slot waits for the end of this transaction.
    const isFull = await waitForPlace(em, key)
    const { hall, org } = await hallOf(em, hallId)
    const words = await notBookableWords(em, { hall, org }, key, ctx.now)
    if (words) throw wrongState(words)
    const slot = await findSlot(em, key)
    if (!isFull || !slot) throw wrongState('这个时段还有空位，直接预约就行')
    await expectMayBook(em, ctx, { booker: selfBooker(ctx), place: placeOf(slot), policy: hall.policy })
    const personId = ctx.actor.personId
    const entry: WaitEntryRow = {
      ...{
        id: newId(ctx.now),
        slotId: slot.id,
        hallId,
        itemId,
        startsAt: slot.startsAt,
        endsAt: slot.endsAt,
        personId,
      },
      ...{ state: 'waiting', openKey: `${slot.id}:${personId}`, bookingId: null, version: 1 },
      ...{ createdAt: ctx.now, updatedAt: ctx.now },
    }
    try {
      await insertRow(em, WaitEntryRow, entry)
    } catch (error) {
      if (isDuplicateKey(error)) throw alreadyExists('你已经在候补这个时段了，有空位会通知你')
      throw error
    }
    await writeOutbox(em, 'booking.waited-for', { waitId: entry.id }, ctx.now)
    return entry.id
  })
}

/** Waits no longer, or turns an offer down. Throws not_found, wrong_state, lost_race. */
export function leaveWaitlist(ctx: Ctx, id: string): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const [entry] = await selectRows(em, WaitEntryRow, 'WHERE id = ?', [id])
    if (entry?.personId !== ctx.actor.personId) throw notFound('这个候补')
    if (entry.state === 'offered' && entry.bookingId !== null) {
      await releaseHold(ctx, entry.bookingId)
      return id
    }
    if (entry.state !== 'waiting') throw wrongState('这个候补已经结束了')
    await stopWaiting(em, entry.slotId)
    if (!(await moveEntry(em, entry, { state: 'withdrawn', openKey: null }, ctx.now))) throw lostRace()
    return id
  })
}

/** Gives a hold or an offer back. Throws not_found, wrong_state, lost_race. */
export function releaseHold(ctx: Ctx, id: string): Promise<void> {
  return ctx.services.db.unitOfWork(async (em) => {
    const hold = await findBooking(em, id)
    if (hold?.placedById !== ctx.actor.personId) throw notFound('这个占位')
    if (hold.status !== 'held') throw wrongState('这个占位已经确认或过期了')
    await saveBooking(em, hold, { status: 'cancelled', dueAt: null }, factOf(ctx, 'release', null))
    await freePlace(em, hold.slotId)
    if (hold.waitId !== null)
      await moveEntry(em, { id: hold.waitId, state: 'offered' }, { state: 'withdrawn', openKey: null }, ctx.now)
  })
}
