import {
  bookingActionsOf,
  bookingEndpointActions,
  checkInTiming,
  isChangeable,
  type BookingAction,
  type BookingEndpointAction,
  type BookingPolicy,
} from '@xinban/shared/domain'
import type { Actor, ActorMembership } from '../../context'
import { counterOf } from '../halls'
import type { Org } from '../orgs'
import type { BookingRow } from './booking.entity'

/** How an actor stands to a booking. */
export interface Standing {
  readonly isOwner: boolean
  /** The membership by which they serve at its hall. */
  readonly counter: ActorMembership | undefined
}

export const standingOf = (actor: Actor, booking: Pick<BookingRow, 'ownerId'>, org: Org): Standing => ({
  isOwner: booking.ownerId === actor.personId,
  counter: counterOf(actor, org),
})

/** Nobody else learns that it exists. */
export const maySee = ({ isOwner, counter }: Standing): boolean => isOwner || counter !== undefined

/** By which membership the actor may take the action; null as its owner, undefined when not. */
export function grantOf(
  { isOwner, counter }: Standing,
  action: BookingAction,
  status: BookingRow['status'],
): ActorMembership | null | undefined {
  if (isOwner && bookingActionsOf(status, 'booker').includes(action)) return null
  return counter && bookingActionsOf(status, 'counter').includes(action) ? counter : undefined
}

/** Actions of the flow that this caller may take now: by state, party and time. */
export function allowedActions(
  standing: Standing,
  booking: BookingRow,
  { policy, now, ticketActions }: { policy: BookingPolicy; now: Date; ticketActions: readonly string[] },
): BookingEndpointAction[] {
  const isOurs = (action: BookingEndpointAction) => {
    const used = grantOf(standing, action, booking.status)
    if (used === undefined) return false
    switch (action) {
      case 'cancel':
      case 'move':
        return (
          standing.counter !== undefined ||
          booking.displacedReason !== null ||
          isChangeable(booking.startsAt, policy, now)
        )
      case 'check-in':
        return booking.displacedReason === null && checkInTiming(booking.startsAt, policy, now) === 'open'
      case 'no-show':
        return booking.status === 'checked_in' || checkInTiming(booking.startsAt, policy, now) === 'late'
      case 'call':
      case 'recall':
      case 'park':
      case 'serve':
      case 'finish':
        return ticketActions.includes(action)
      case 'rate':
        return booking.stars === null
      case 'lift-pause':
        return true
    }
  }
  return bookingEndpointActions.filter(isOurs)
}
