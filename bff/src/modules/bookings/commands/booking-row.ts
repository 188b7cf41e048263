import { chinaDate } from '@xinban/shared/domain'
import type { BookingSlotRow } from '../../halls'

/** What a row of a booking takes from its slot. */
export const placeOf = ({ id, hallId, itemId, startsAt, endsAt }: BookingSlotRow) => ({
  ...{ slotId: id, hallId, itemId, startsAt, endsAt, day: chinaDate(startsAt) },
})

/** What a booking begins without. */
export const emptyBooking = {
  ...{ code: null, waitId: null, displacedReason: null, offers: null, cancelReason: null, sequence: 0, ticketId: null },
  ...{ stars: null, ratingReasons: null, ratingComment: null, ratedAt: null, finishedAt: null, version: 1 },
  priority: 'none' as const,
}
