import { addDays, pausedUntil, type BookingPolicy } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { writeOutbox } from '../../../outbox/write-outbox'
import { addToHallDay, freePlace } from '../../halls'
import type { BookingRow } from '../booking.entity'
import { findNoShows } from '../booking.queries'
import { findPersonRow, passPerson, saveBooking, savePersonRow, type BookingFact } from '../booking.repository'

/**
 * Nobody came: the place is released, and the third within 90 days pauses online booking for 30. Who had checked in and
 * left is not counted for a pause: they were there.
 */
export async function noShow(
  em: EntityManager,
  booking: BookingRow,
  policy: BookingPolicy,
  fact: BookingFact,
): Promise<void> {
  const { now } = fact
  await saveBooking(em, booking, { status: 'no_show', dueAt: null }, fact)
  await freePlace(em, booking.slotId)
  if (booking.ticketId !== null) return
  await addToHallDay(em, booking.hallId, booking.day, { noShows: 1 })
  const told = { bookingId: booking.id, personIds: [booking.ownerId], startsAt: booking.startsAt.toISOString() }
  await writeOutbox(em, 'booking.no-show', told, now)
  await passPerson(em, booking.subjectKey)
  const row = await findPersonRow(em, booking.subjectKey)
  const missed = await findNoShows(em, booking.subjectKey, addDays(now, -policy.noShowDays - policy.pauseDays))
  const until = pausedUntil(missed, policy, { now, liftedAt: row?.liftedAt ?? null })
  if (until === null) return
  await savePersonRow(em, booking.subjectKey, { pausedUntil: until })
  await writeOutbox(em, 'booking.paused', { ...told, until: until.toISOString() }, now)
}
