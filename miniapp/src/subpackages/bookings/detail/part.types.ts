import type { Booking } from '@xinban/shared/contracts'

/** A part of the page that does something with the booking. */
export interface PartProps {
  booking: Booking
  /** Takes over what an action answered. */
  onDone: (booking: Booking) => void
  /** Somebody else changed it meanwhile. */
  onStale: () => void
}
