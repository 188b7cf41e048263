import { checkInWindow } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { DueSource, JobCtx } from '../../jobs/job'
import { writeOutbox } from '../../outbox/write-outbox'
import { addToHallDay, freePlace } from '../halls'
import type { BookingRow } from './booking.entity'
import { findDueBookings } from './booking.queries'
import { findBooking, saveBooking } from './booking.repository'
import { hallOf } from './hall-of'
import { noShow } from './commands/no-show'
import { applyToTicket } from './tickets/move-ticket'
import { findDueTickets, findTicket } from './tickets/ticket.repository'
import { endOffer } from './waitlist/offers'

interface Due {
  readonly id: string
}

/** Holds and offers that were not confirmed, and bookings to which nobody came. */
export const bookingSource: DueSource<Due> = {
  name: 'bookings',
  findDue: findDueBookings,
  keyOf: ({ id }) => id,
  async act(em, { id }, { now }) {
    const booking = await findBooking(em, id)
    if (!booking?.dueAt || booking.dueAt > now) return
    if (booking.status === 'held') return lapse(em, booking, now)
    if (booking.status !== 'booked') return
    if (booking.displacedReason !== null) return giveUp(em, booking, now)
    const { policy } = (await hallOf(em, booking.hallId)).hall
    const { until } = checkInWindow(booking.startsAt, policy)
    const fact = { action: 'no-show', actorId: null, now } as const
    // The hall gives more time by now.
    if (until > now) await saveBooking(em, booking, { dueAt: until }, fact)
    else await noShow(em, booking, policy, fact)
  },
}

async function lapse(em: EntityManager, booking: BookingRow, now: Date): Promise<void> {
  await saveBooking(em, booking, { status: 'expired', dueAt: null }, { action: 'lapse', actorId: null, now })
  await freePlace(em, booking.slotId)
  if (booking.waitId === null) return
  await endOffer(em, booking.waitId, 'lapsed', now)
  await writeOutbox(em, 'booking.offer-lapsed', toldOf(booking), now)
}

/** The hall had no place for it, and no other time was taken: it is over, and nobody’s no-show. */
async function giveUp(em: EntityManager, booking: BookingRow, now: Date): Promise<void> {
  const change = { status: 'cancelled', dueAt: null, sequence: booking.sequence + 1 } as const
  await saveBooking(em, booking, change, { action: 'cancel', actorId: null, now })
  await addToHallDay(em, booking.hallId, booking.day, { booked: -1, cancelled: 1 })
  await writeOutbox(em, 'booking.cancelled-by-hall', toldOf(booking), now)
}

const toldOf = ({ id, ownerId, startsAt }: BookingRow) => ({
  ...{ bookingId: id, personIds: [ownerId], startsAt: startsAt.toISOString() },
})

/** What is left of a day's queue when the day is over. */
export const ticketSource: DueSource<Due> = {
  name: 'tickets',
  findDue: findDueTickets,
  keyOf: ({ id }) => id,
  async act(em, { id }, { now }: JobCtx) {
    const ticket = await findTicket(em, id)
    if (!ticket?.dueAt || ticket.dueAt > now) return
    const { hall } = await hallOf(em, ticket.hallId)
    const action = ticket.state === 'serving' ? 'finish' : 'miss'
    await applyToTicket(em, { ticket, hall, action }, { action: 'no-show', actorId: null, now })
  },
}
