import { actionsFrom, defineFlow } from '../flow/flow'

export const bookingStatuses = [
  'held',
  'booked',
  'checked_in',
  'serving',
  'finished',
  'cancelled',
  'expired',
  'no_show',
] as const
export type BookingStatus = (typeof bookingStatuses)[number]

/** `clock`: what happens by itself when a time comes. */
export type BookingParty = 'booker' | 'counter' | 'clock'

/**
 * A booking (预约). A hold is a booking that nobody has confirmed yet. `call`, `recall` and `park` move the ticket that
 * a person has since the check-in, and leave the booking as it is.
 */
export const bookingFlow = defineFlow({
  start: 'held',
  states: bookingStatuses,
  closed: ['finished', 'cancelled', 'expired', 'no_show'],
  actions: {
    confirm: { from: ['held'], to: 'booked', by: ['booker'] },
    release: { from: ['held'], to: 'cancelled', by: ['booker'] },
    lapse: { from: ['held'], to: 'expired', by: ['clock'] },
    cancel: { from: ['booked'], to: 'cancelled', by: ['booker', 'counter', 'clock'] },
    move: { from: ['booked'], to: 'booked', by: ['booker', 'counter'] },
    'check-in': { from: ['booked'], to: 'checked_in', by: ['booker', 'counter'] },
    call: { from: ['checked_in'], to: null, by: ['counter'] },
    recall: { from: ['checked_in'], to: null, by: ['counter'] },
    park: { from: ['checked_in'], to: null, by: ['counter'] },
    serve: { from: ['checked_in'], to: 'serving', by: ['counter'] },
    finish: { from: ['serving'], to: 'finished', by: ['counter', 'clock'] },
    'no-show': { from: ['booked', 'checked_in'], to: 'no_show', by: ['counter', 'clock'] },
    rate: { from: ['finished'], to: null, by: ['booker'] },
    'lift-pause': { from: ['no_show'], to: null, by: ['counter'] },
  },
})
export type BookingAction = keyof typeof bookingFlow.actions
export const bookingActions = Object.keys(bookingFlow.actions) as [BookingAction, ...BookingAction[]]

/** Actions that have an endpoint of their own under `/bookings/{id}`. */
export const bookingEndpointActions = [
  'cancel',
  'move',
  'check-in',
  'call',
  'recall',
  'serve',
  'park',
  'finish',
  'no-show',
  'rate',
  'lift-pause',
] as const satisfies readonly BookingAction[]
export type BookingEndpointAction = (typeof bookingEndpointActions)[number]

/** Those that take a place; everything else has given it back, or used it up. */
export const activeStatuses = [
  'held',
  'booked',
  'checked_in',
  'serving',
  'finished',
] as const satisfies readonly BookingStatus[]
/** Bookings that are still to come or are being served. */
export const openBookingStatuses = [
  'held',
  'booked',
  'checked_in',
  'serving',
] as const satisfies readonly BookingStatus[]

export const takesPlace = (status: BookingStatus): boolean =>
  (activeStatuses as readonly BookingStatus[]).includes(status)

/** What the flow lets a party do with a booking in that state. */
export const bookingActionsOf = (status: BookingStatus, party: BookingParty): BookingAction[] =>
  actionsFrom(bookingFlow, status).filter((action) => bookingFlow.actions[action].by.includes(party))
