import * as z from 'zod/mini'
import { bookingEndpointActions, bookingStatuses } from '../domain/booking/booking-flow'
import { priorities, ticketStates, waitStates } from '../domain/booking/ticket-flow'
import { DayDate } from './calendar'
import { Id, Instant, OrgRef, page, PageQuery, Phone, optionalText, text } from './common'
import { RateOrder } from './order-bodies'

const HallRef = z.strictObject({ id: Id, name: z.string(), address: z.string(), org: OrgRef })
const ItemRef = z.strictObject({ id: Id, name: z.string() })

/** Whom a booking is for when it is not oneself: family, or someone whom staff help. Sealed; shown masked. */
export const BookingPerson = z.strictObject({
  name: text(30),
  phone: z.optional(Phone),
  relation: text(20),
  /** That person agreed. */
  consent: z.literal(true),
})
export type BookingPerson = z.infer<typeof BookingPerson>

/** A place that is kept for the caller while they fill in, or an offer from the waitlist. */
export const Hold = z.strictObject({
  id: Id,
  hallId: Id,
  itemId: Id,
  start: Instant,
  end: Instant,
  /** After it the place is given back. */
  expiresAt: Instant,
})
export type Hold = z.infer<typeof Hold>

export const Booking = z.strictObject({
  id: Id,
  hall: HallRef,
  item: ItemRef,
  status: z.enum(bookingStatuses),
  start: Instant,
  end: Instant,
  /** Six digits to say at the counter; for its owner and the hall. */
  code: z.nullable(z.string()),
  /** Masked; null for the booker’s own account without a name. */
  person: z.nullable(z.string()),
  /** Masked; for the hall’s counter. */
  phone: z.nullable(z.string()),
  relation: z.nullable(z.string()),
  isForOther: z.boolean(),
  /** Booked by staff for someone. */
  isByStaff: z.boolean(),
  priority: z.enum(priorities),
  /** The hall changed its hours: this place is gone, and these other times were offered. Move or cancel it. */
  displaced: z.nullable(
    z.strictObject({
      reason: z.string(),
      /** The hall closed for good: there is no other time there, only other halls. */
      isHallClosed: z.boolean(),
      offers: z.array(Instant),
    }),
  ),
  /** Until when its owner can move or cancel it, and within which it can be checked in. */
  changeUntil: Instant,
  checkInFrom: Instant,
  checkInUntil: Instant,
  /** For a hold and an offer: until when. */
  heldUntil: z.nullable(Instant),
  /** Since the check-in. */
  ticket: z.nullable(
    z.strictObject({
      id: Id,
      number: z.int(),
      label: z.string(),
      state: z.enum(ticketStates),
      before: z.nullable(z.int()),
      window: z.nullable(z.int()),
    }),
  ),
  materials: z.array(z.strictObject({ name: z.string(), note: z.nullable(z.string()), isRequired: z.boolean() })),
  cancelReason: z.nullable(z.string()),
  stars: z.nullable(z.int()),
  /** Signed, good for ten minutes; null when there is nothing to put into a calendar. */
  icsUrl: z.nullable(z.string()),
  createdAt: Instant,
  version: z.int(),
  allowedActions: z.array(z.enum(bookingEndpointActions)),
})
export type Booking = z.infer<typeof Booking>

export const WaitEntry = z.strictObject({
  id: Id,
  hall: HallRef,
  item: ItemRef,
  start: Instant,
  end: Instant,
  state: z.enum(waitStates),
  /** People in front, while it waits. */
  before: z.nullable(z.int()),
  /** The place that is kept: confirm it by `bookings.create` with this `holdId` before it expires. */
  offer: z.nullable(z.strictObject({ holdId: Id, expiresAt: Instant })),
  createdAt: Instant,
  allowedActions: z.array(z.enum(['accept', 'withdraw'])),
})
export type WaitEntry = z.infer<typeof WaitEntry>

const slotOf = { hallId: Id, itemId: Id, start: Instant }
const CreateBooking = z.strictObject({
  ...slotOf,
  person: z.optional(BookingPerson),
  priority: z._default(z.enum(priorities), 'none'),
  /** A hold or an offer of the caller for this slot; without it one that they have is used. */
  holdId: z.optional(Id),
})
export type CreateBooking = z.output<typeof CreateBooking>

const params = z.strictObject({ id: Id })
const takingErrors = [
  'consent_needed',
  'forbidden',
  'not_found',
  'wrong_state',
  'lost_race',
  'already_exists',
  'idempotency_key_reused',
] as const
const actionErrors = [
  'forbidden',
  'not_found',
  'wrong_state',
  'lost_race',
  'version_mismatch',
  'idempotency_key_reused',
] as const
const action = <Body extends z.ZodMiniType>(summary: string, body: Body) =>
  ({
    summary,
    auth: 'person',
    params,
    body,
    status: 200,
    response: Booking,
    errors: actionErrors,
    isIdempotent: true,
    takesVersion: true,
  }) as const
const nothing = z.strictObject({})
/** Staff say why, where the person who booked could not have done it. */
const Reason = z.strictObject({ reason: optionalText(200) })

export const bookingContracts = {
  'holds.create': {
    summary: 'Keep a place for five minutes while filling in',
    auth: 'person',
    body: z.strictObject(slotOf),
    status: 201,
    response: Hold,
    errors: takingErrors,
    isIdempotent: true,
  },
  'holds.release': {
    summary: 'Give a hold, or an offer of the waitlist, back before it expires',
    auth: 'person',
    params,
    status: 204,
    response: z.void(),
    errors: ['not_found', 'wrong_state', 'lost_race'],
  },
  'bookings.create': {
    summary: 'Book a time, for oneself, for family, or as staff for someone',
    auth: 'person',
    body: CreateBooking,
    status: 201,
    response: Booking,
    errors: takingErrors,
    isIdempotent: true,
  },
  'bookings.list': {
    summary: 'My bookings, the latest first; or those of a hall’s day, in order of time',
    auth: 'person',
    query: z
      .strictObject({
        ...PageQuery,
        view: z._default(z.enum(['mine', 'hall']), 'mine'),
        /** Needed for `hall`. */
        hallId: z.optional(Id),
        /** For `hall`; today without. */
        date: z.optional(DayDate),
        /** For `hall`: the six digits that someone says. */
        code: z.optional(z.string().check(z.regex(/^\d{6}$/))),
        /** For `mine`: those still to come, or those that are over. */
        when: z.optional(z.enum(['open', 'over'])),
      })
      .check(
        z.refine(({ view, hallId }) => view === 'mine' || hallId !== undefined, {
          path: ['hallId'],
          error: '请选择服务大厅',
        }),
      ),
    status: 200,
    response: page(Booking),
    errors: ['malformed_request', 'forbidden', 'not_found'],
  },
  'bookings.ics': {
    summary: 'A booking as an iCalendar file, for whoever holds a signed URL that has not expired',
    auth: 'public',
    params,
    query: z.strictObject({
      /** Unix time in seconds. */
      expires: z.string().check(z.maxLength(20)),
      signature: z.string().check(z.maxLength(100)),
    }),
    status: 200,
    bytes: ['text/calendar; charset=utf-8'],
    response: z.instanceof(Uint8Array),
    errors: ['forbidden', 'not_found'],
  },
  'bookings.show': {
    summary: 'One booking',
    auth: 'person',
    params,
    status: 200,
    response: Booking,
    errors: ['not_found'],
  },
  'bookings.cancel': action('Its owner cancels until the deadline; the hall later, with a reason', Reason),
  'bookings.move': action(
    'Take another time; the old place is kept until the new one is won',
    z.strictObject({ start: Instant, reason: optionalText(200) }),
  ),
  'bookings.check-in': action(
    'Check in at the hall: staff, or the owner with the code that the hall shows today',
    z.strictObject({
      hallCode: z.optional(z.string().check(z.maxLength(12))),
      priority: z.optional(z.enum(priorities)),
    }),
  ),
  'bookings.call': action(
    'Call a person who has checked in',
    z.strictObject({ window: z.int().check(z.gte(1), z.lte(99)) }),
  ),
  'bookings.recall': action('Call again', nothing),
  'bookings.serve': action('The person is at the counter', nothing),
  'bookings.park': action('Nobody came: serve others first (过号)', nothing),
  'bookings.finish': action('Done', nothing),
  'bookings.no-show': action('The person did not come, or left', Reason),
  'bookings.rate': action('Rate the visit, once', RateOrder),
  'bookings.lift-pause': action(
    'The hall lifts the pause that no-shows brought',
    z.strictObject({ reason: text(200) }),
  ),
  'waitlist.join': {
    summary: 'Wait for a full slot; what comes free is offered in order and kept for 30 minutes',
    auth: 'person',
    body: z.strictObject(slotOf),
    status: 201,
    response: WaitEntry,
    errors: takingErrors,
    isIdempotent: true,
  },
  'waitlist.list': {
    summary: 'What I wait for, the latest first',
    auth: 'person',
    query: z.strictObject({ ...PageQuery, state: z.optional(z.enum(['open', 'all'])) }),
    status: 200,
    response: page(WaitEntry),
    errors: ['malformed_request'],
  },
  'waitlist.withdraw': {
    summary: 'Wait no longer, or turn an offer down; it goes to the next',
    auth: 'person',
    params,
    status: 200,
    response: WaitEntry,
    errors: ['not_found', 'wrong_state', 'lost_race'],
    isIdempotent: true,
  },
} as const
