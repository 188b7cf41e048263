import {
  changeUntil,
  checkInTiming,
  checkInWindow,
  isChangeable,
  reasonsThatDoNotFit,
  sayTime,
  type Priority,
  type Stars,
} from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { forbidden, invalidField, wrongState } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { addToHallDay, checkInCode, freePlace, takePlace } from '../../halls'
import type { BookingRow } from '../booking.entity'
import { factOf, findBooking, passPerson, saveBooking, savePersonRow } from '../booking.repository'
import { countFinished, countRated } from '../booking-scores'
import { drawFor } from '../tickets/draw-ticket'
import { FullSlot, wonSlot } from './bookable-slot'
import { hallOf } from '../hall-of'
import { placeOf } from './booking-row'
import { loadFor, type BookingTarget, type Loaded } from './load-booking'
import { noShow } from './no-show'
import { expectMayBook } from './who-books'

/** The owner until the deadline; the hall at any time, and with a reason for someone else. Throws wrong_state, invalid. */
function expectMayChange(ctx: Ctx, { booking, hall, used }: Loaded, reason: string | undefined): void {
  if (used !== null) {
    if (!reason) throw invalidField('reason', 'needed', '请写明原因，预约的人会看到')
    return
  }
  if (booking.displacedReason === null && !isChangeable(booking.startsAt, hall.policy, ctx.now)) {
    const until = sayTime(changeUntil(booking.startsAt, hall.policy), ctx.now)
    throw wrongState(`自己改期和取消要在 ${until} 前。现在请打大厅电话，由工作人员来改`)
  }
}

/** Gives the place back. Throws what loading throws, wrong_state after the deadline. */
export function cancelBooking(ctx: Ctx, target: BookingTarget, { reason }: { reason?: string }): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const loaded = await loadFor(em, ctx, target, 'cancel')
    const { booking, used } = loaded
    expectMayChange(ctx, loaded, reason)
    const change = {
      status: 'cancelled',
      dueAt: null,
      sequence: booking.sequence + 1,
      cancelReason: reason || null,
    } as const
    await saveBooking(em, booking, change, factOf(ctx, 'cancel', used))
    if (booking.displacedReason === null) await freePlace(em, booking.slotId)
    await addToHallDay(em, booking.hallId, booking.day, { booked: -1, cancelled: 1 })
    await tellOwner(
      em,
      ctx,
      loaded,
      used === null ? 'booking.cancelled' : 'booking.cancelled-by-hall',
      booking.startsAt,
    )
    return booking.id
  })
}

const tellOwner = (
  em: Parameters<typeof writeOutbox>[0],
  ctx: Ctx,
  { booking }: Pick<Loaded, 'booking'>,
  topic: string,
  startsAt: Date,
) =>
  writeOutbox(
    em,
    topic,
    { bookingId: booking.id, personIds: [booking.ownerId], by: ctx.actor.personId, startsAt: startsAt.toISOString() },
    ctx.now,
  )

/**
 * Takes another time. The new place is won before the old one is given back, in one transaction: who loses the race for
 * the new one keeps the old. Throws what loading and booking throw.
 */
export function moveBooking(
  ctx: Ctx,
  target: BookingTarget,
  { start, reason }: { start: string; reason?: string },
): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const loaded = await loadFor(em, ctx, target, 'move')
    const { booking, used } = loaded
    expectMayChange(ctx, loaded, reason)
    const key = { hallId: booking.hallId, itemId: booking.itemId, startsAt: new Date(start) }
    const isSame = key.startsAt.getTime() === booking.startsAt.getTime() && booking.displacedReason === null
    if (isSame) throw invalidField('start', 'same', '选的就是原来的时间，请选另一个')
    if (!(await takePlace(em, key, ctx.now))) throw new FullSlot()
    await passPerson(em, booking.subjectKey)
    const won = await wonSlot(em, key, ctx.now)
    const place = placeOf(won.slot)
    await expectMayBook(em, ctx, { booker: { ...booking, used }, place, policy: won.policy, exceptId: booking.id })
    const change: Partial<BookingRow> = {
      ...place,
      ...{ dueAt: checkInWindow(place.startsAt, won.policy).until, sequence: booking.sequence + 1 },
      ...{ displacedReason: null, offers: null, cancelReason: null },
    }
    const isOtherDay = place.day !== booking.day
    await saveBooking(em, booking, change, factOf(ctx, 'move', used), { needsCode: isOtherDay })
    if (booking.displacedReason === null) await freePlace(em, booking.slotId)
    if (isOtherDay) {
      await addToHallDay(em, booking.hallId, booking.day, { booked: -1 })
      await addToHallDay(em, booking.hallId, place.day, { booked: 1 })
    }
    await tellOwner(em, ctx, loaded, used === null ? 'booking.moved' : 'booking.moved-by-hall', place.startsAt)
    return booking.id
  })
}

/**
 * Checks in, which draws a number of the hall's day. Staff see the person; the owner shows by the hall's code of the day
 * that they are there. Throws what loading throws, wrong_state outside of the window, forbidden for a wrong code.
 */
export function checkIn(
  ctx: Ctx,
  target: BookingTarget,
  { hallCode, priority }: { hallCode?: string; priority?: Priority },
): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const loaded = await loadFor(em, ctx, target, 'check-in')
    const { booking, hall, standing, used } = loaded
    if (booking.displacedReason !== null) throw wrongState('大厅调整了办理时间，这个时间办不了，请先改期')
    const timing = checkInTiming(booking.startsAt, hall.policy, ctx.now)
    if (timing !== 'open') {
      const { from, until } = checkInWindow(booking.startsAt, hall.policy)
      throw wrongState(
        timing === 'early'
          ? `还没到签到时间，${sayTime(from, ctx.now)} 开始签到`
          : `签到时间到 ${sayTime(until, ctx.now)} 为止，已经过了，请现场取号`,
      )
    }
    if (!standing.counter && hallCode !== checkInCode(ctx, hall.id)) {
      throw forbidden('签到码不对，请扫大厅里的签到码，或请工作人员帮你签到')
    }
    const chosen = priority ?? booking.priority
    const ticketId = await drawFor(em, ctx, { ...booking, priority: chosen })
    await saveBooking(
      em,
      booking,
      { status: 'checked_in', dueAt: null, ticketId, priority: chosen },
      factOf(ctx, 'check-in', standing.counter ?? used),
    )
    await addToHallDay(em, booking.hallId, booking.day, { checkedIn: 1 })
    return booking.id
  })
}

/** Nobody came. Throws what loading throws, wrong_state before the check-in window is over. */
export function markNoShow(ctx: Ctx, target: BookingTarget): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const { booking, hall, used } = await loadFor(em, ctx, target, 'no-show')
    if (checkInTiming(booking.startsAt, hall.policy, ctx.now) !== 'late') {
      const { until } = checkInWindow(booking.startsAt, hall.policy)
      throw wrongState(`签到时间到 ${sayTime(until, ctx.now)} 为止，过了还没来再记`)
    }
    await noShow(em, booking, hall.policy, factOf(ctx, 'no-show', used))
    return booking.id
  })
}

/** The visit is rated once, into the same scores as orders. Throws what loading throws, wrong_state, invalid. */
export function rateBooking(
  ctx: Ctx,
  target: BookingTarget,
  { stars, reasons, comment }: { stars: Stars; reasons: readonly number[]; comment?: string },
): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const { booking, org, used } = await loadFor(em, ctx, target, 'rate')
    if (booking.stars !== null) throw wrongState('这次办事你已经评价过了，一次办事评价一次')
    const misfits = reasonsThatDoNotFit(stars, reasons)
    if (misfits.length > 0)
      throw invalidField('reasons', 'mismatch', `评价理由与星级不相符（${misfits.join('、')}），请重新选择`)
    const change = { stars, ratingReasons: [...new Set(reasons)], ratingComment: comment || null, ratedAt: ctx.now }
    await saveBooking(em, booking, change, factOf(ctx, 'rate', used))
    await writeOutbox(em, 'booking.rated', { bookingId: booking.id, stars }, ctx.now)
    await countRated(em, { ...booking, stars }, org, ctx.now)
    return booking.id
  })
}

/** Staff lift the pause of whoever missed this booking. Throws what loading throws. */
export function liftPause(ctx: Ctx, target: BookingTarget): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const { booking, used } = await loadFor(em, ctx, target, 'lift-pause')
    await saveBooking(em, booking, {}, factOf(ctx, 'lift-pause', used))
    await savePersonRow(em, booking.subjectKey, { pausedUntil: null, liftedAt: ctx.now })
    return booking.id
  })
}

/** The counter is done with a booking; its owner is asked how it was. */
export async function finishBooking(
  em: Parameters<typeof saveBooking>[0],
  id: string,
  fact: Parameters<typeof saveBooking>[3],
): Promise<void> {
  const booking = await findBooking(em, id)
  if (booking?.status !== 'serving') return
  await saveBooking(em, booking, { status: 'finished', finishedAt: fact.now }, fact)
  await writeOutbox(
    em,
    'booking.finished',
    { bookingId: id, personIds: [booking.ownerId], startsAt: booking.startsAt.toISOString() },
    fact.now,
  )
  await countFinished(em, { ...booking, finishedAt: fact.now }, (await hallOf(em, booking.hallId)).org, fact.now)
}
