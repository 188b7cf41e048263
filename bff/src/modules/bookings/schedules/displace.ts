import {
  affectedBookings,
  bookableThrough,
  chinaDate,
  generateSlots,
  nearestFree,
  slotAt,
  type AffectedReason,
  type Calendar,
  type ItemSchedule,
} from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { selectRows, updateRows } from '../../../db/rows'
import { execute } from '../../../db/sql'
import { writeOutbox } from '../../../outbox/write-outbox'
import { BookingSlotRow, findSlots, freePlace, waitAgain } from '../../halls'
import { BookingRow } from '../booking.entity'
import { saveBooking } from '../booking.repository'
import { moveEntry } from '../waitlist/offers'
import { WaitEntryRow } from '../waitlist/wait-entry.entity'

/** What a hall would go by. */
export interface HallPlan {
  readonly hallId: string
  readonly schedules: ReadonlyMap<string, ItemSchedule>
  readonly calendar: Calendar
}

export interface Displaced {
  readonly booking: BookingRow
  readonly reason: AffectedReason
  /** Starts of other times, earliest first. */
  readonly offers: readonly Date[]
}

const offered = 3

/** The bookings and holds to come for which a plan has no place, with other times for each. Changes nothing. */
export async function findDisplaced(em: EntityManager, plan: HallPlan, now: Date): Promise<Displaced[]> {
  const bookings = await selectRows(
    em,
    BookingRow,
    "WHERE hall_id = ? AND day >= ? AND starts_at > ? AND status IN ('held', 'booked') AND displaced_reason IS NULL",
    [plan.hallId, chinaDate(now), now],
  )
  const placed = bookings.map(({ id, itemId, startsAt, endsAt }) => ({
    id,
    itemId,
    start: startsAt.getTime(),
    end: endsAt.getTime(),
  }))
  const reasons = new Map(affectedBookings(placed, plan.schedules, plan.calendar).map(({ id, reason }) => [id, reason]))
  const freeOf = freeTimes(em, plan, now)
  const displaced: Displaced[] = []
  for (const booking of bookings) {
    const reason = reasons.get(booking.id)
    if (reason === undefined) continue
    displaced.push({ booking, reason, offers: await freeOf(booking) })
  }
  return displaced
}

/** Times with a place, by item, read once for each. */
function freeTimes(em: EntityManager, { hallId, schedules, calendar }: HallPlan, now: Date) {
  const known = new Map<string, { start: number; end: number; left: number }[]>()
  const slotsOf = async (itemId: string, schedule: ItemSchedule) => {
    const [from, through] = [chinaDate(now), bookableThrough(schedule.rules, calendar, now)]
    const rows = await findSlots(em, { hallId, itemId, from, through })
    const taken = new Map(rows.map((row) => [row.startsAt.getTime(), row]))
    return generateSlots(schedule, calendar, { from, through, now, taken: [] }).map((slot) => {
      const row = taken.get(slot.start)
      return { ...slot, left: row && row.waiting > 0 ? 0 : slot.capacity - (row?.taken ?? 0) }
    })
  }
  return async ({ itemId, startsAt }: BookingRow): Promise<Date[]> => {
    const schedule = schedules.get(itemId)
    if (!schedule) return []
    const slots = known.get(itemId) ?? (await slotsOf(itemId, schedule))
    known.set(itemId, slots)
    return nearestFree(slots, startsAt.getTime(), offered).map(({ start }) => new Date(start))
  }
}

/**
 * Keeps everyone else from the hall's slots until the transaction ends, so that no booking is made by the old hours
 * while the new ones are written. It comes before the first read.
 */
export async function closeSlots(em: EntityManager, hallId: string, now: Date): Promise<void> {
  await execute(em, 'UPDATE booking_slots SET waiting = waiting WHERE hall_id = ? AND day >= ?', [
    hallId,
    chinaDate(now),
  ])
}

/** Takes the place of each, tells them, and offers other times; a hold ends. Then slots get the plan's capacity. */
export async function displace(
  em: EntityManager,
  plan: HallPlan,
  displaced: readonly Displaced[],
  now: Date,
): Promise<void> {
  for (const { booking, reason, offers } of displaced) {
    const fact = { action: 'displace', actorId: null, now } as const
    const change: Partial<BookingRow> =
      booking.status === 'held'
        ? { status: 'cancelled', dueAt: null }
        : {
            displacedReason: reason,
            offers: offers.map((start) => start.toISOString()),
            sequence: booking.sequence + 1,
          }
    await saveBooking(em, booking, change, fact)
    await freePlace(em, booking.slotId)
    if (booking.waitId !== null && booking.status === 'held') {
      await withdrawOffer(em, plan, booking, now)
      continue
    }
    const told = { bookingId: booking.id, personIds: [booking.ownerId], startsAt: booking.startsAt.toISOString() }
    await writeOutbox(em, 'booking.displaced', told, now)
  }
  const slots = await selectRows(em, BookingSlotRow, 'WHERE hall_id = ? AND day >= ? AND starts_at > ?', [
    ...[plan.hallId, chinaDate(now), now],
  ])
  for (const slot of slots) {
    const schedule = plan.schedules.get(slot.itemId)
    const shape = schedule && slotAt(schedule, plan.calendar, slot.startsAt)
    const [capacity, endsAt] = [shape?.capacity ?? 0, shape ? new Date(shape.end) : slot.endsAt]
    if (capacity === slot.capacity && endsAt.getTime() === slot.endsAt.getTime()) continue
    await updateRows(em, BookingSlotRow, { capacity, endsAt }, 'id = ?', [slot.id])
    await updateRows(em, WaitEntryRow, { endsAt }, "slot_id = ? AND state = 'waiting'", [slot.id])
  }
}

/**
 * The place that was offered is gone: whoever it was for waits again where they stood, first in the line, and is told.
 * Is there nothing left to wait for, the source of offers ends the waiting and tells them that instead.
 */
async function withdrawOffer(em: EntityManager, plan: HallPlan, booking: BookingRow, now: Date): Promise<void> {
  const { waitId, slotId, itemId, ownerId, startsAt } = booking
  if (waitId === null) return
  if (!(await moveEntry(em, { id: waitId, state: 'offered' }, { state: 'waiting', bookingId: null }, now))) return
  await waitAgain(em, slotId)
  const schedule = plan.schedules.get(itemId)
  if (!schedule || (slotAt(schedule, plan.calendar, startsAt)?.capacity ?? 0) === 0) return
  const told = { bookingId: waitId, personIds: [ownerId], startsAt: startsAt.toISOString() }
  await writeOutbox(em, 'booking.offer-withdrawn', told, now)
}
