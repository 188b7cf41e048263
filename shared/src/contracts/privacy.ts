import * as z from 'zod/mini'
import { bookingStatuses } from '../domain/booking/booking-flow'
import { ticketStates, waitStates } from '../domain/booking/ticket-flow'
import { orderActions, orderKinds, orderStatuses } from '../domain/orders/order-flow'
import { consentKinds, consentSources } from '../domain/privacy/privacy-notice'
import { pointReasons, redemptionStates, volunteerStates } from '../domain/volunteers/points'
import { signupStates } from '../domain/volunteers/signup-flow'
import { CommunityCode, Instant, OrgCode, OrgRef, text } from './common'
import { Membership, Person } from './identity'

const Consent = z.strictObject({
  kind: z.enum(consentKinds),
  noticeVersion: z.string(),
  /** Whose word it is that they agreed: their own, the demo's, or an import's. */
  source: z.enum(consentSources),
  at: Instant,
  withdrawnAt: z.nullable(Instant),
})
const Consents = z.strictObject({
  /** The version of the privacy notice that holds now. */
  noticeVersion: z.string(),
  /** Newest first, withdrawn ones included. */
  items: z.array(Consent),
})
export type Consents = z.infer<typeof Consents>

const StoredData = z.strictObject({
  person: Person,
  memberships: z.array(Membership),
  orders: z.strictObject({
    own: z.int(),
    open: z.int(),
    forOthers: z.int(),
    ratings: z.int(),
    seconds: z.int(),
    /** Of the open ones: what deleting the account withdraws, and what has to be finished before. */
    withdrawable: z.int(),
    inWork: z.int(),
  }),
  /** In how many surveys they took part; what they answered is tied to nobody. */
  surveys: z.int(),
  /** In the ten things of the year: how many needs, comments, objections, ratings, and votes cast. */
  participation: z.optional(
    z.strictObject({ needs: z.int(), comments: z.int(), objections: z.int(), ratings: z.int(), votes: z.int() }),
  ),
  bookings: z.strictObject({ own: z.int(), open: z.int(), tickets: z.int(), waiting: z.int() }),
  volunteering: z.strictObject({ teams: z.int(), activities: z.int(), points: z.number(), redemptions: z.int() }),
  /** Pictures that they uploaded, and what they were told. */
  pictures: z.int(),
  notices: z.int(),
  consents: z.array(Consent),
  sessions: z.array(
    z.strictObject({
      provider: z.enum(['wechat', 'password', 'demo']),
      createdAt: Instant,
      expiresAt: Instant,
      isCurrent: z.boolean(),
    }),
  ),
})
export type StoredData = z.infer<typeof StoredData>

const ExportedOrder = z.strictObject({
  no: z.string(),
  kind: z.enum(orderKinds),
  status: z.enum(orderStatuses),
  communityCode: CommunityCode,
  title: z.string(),
  content: z.nullable(z.string()),
  place: z.nullable(z.string()),
  contact: z.nullable(
    z.strictObject({ name: z.optional(z.string()), phone: z.optional(z.string()), address: z.optional(z.string()) }),
  ),
  point: z.nullable(z.strictObject({ lat: z.number(), lng: z.number() })),
  placedAt: Instant,
  /** Words of thanks that they wrote for it. */
  thanks: z.nullable(z.string()),
  events: z.array(
    z.strictObject({
      action: z.enum(['place', 'default-review', ...orderActions]),
      at: Instant,
      note: z.nullable(z.string()),
      stars: z.nullable(z.int()),
    }),
  ),
})
export type ExportedOrder = z.infer<typeof ExportedOrder>

const ExportedBooking = z.strictObject({
  hall: z.string(),
  item: z.string(),
  status: z.enum(bookingStatuses),
  start: Instant,
  /** Whom it was for, when not oneself; as it was given. */
  person: z.nullable(z.strictObject({ name: z.string(), phone: z.optional(z.string()), relation: z.string() })),
  stars: z.nullable(z.int()),
  comment: z.nullable(z.string()),
})

const Exported = z.strictObject({
  exportedAt: Instant,
  /** Unmasked: it is the caller's own. */
  person: z.strictObject({
    name: z.nullable(z.string()),
    phone: z.nullable(z.string()),
    community: z.nullable(OrgRef),
  }),
  volunteering: z.strictObject({
    teams: z.array(z.strictObject({ teamCode: OrgCode, state: z.enum(volunteerStates), appliedAt: Instant })),
    minutes: z.int(),
    activities: z.int(),
    points: z.number(),
    /** On the first page, newest first. */
    signups: z.optional(
      z.array(z.strictObject({ activity: z.string(), startsAt: Instant, state: z.enum(signupStates) })),
    ),
    entries: z.optional(
      z.array(
        z.strictObject({
          reason: z.enum(pointReasons),
          subject: z.nullable(z.string()),
          points: z.number(),
          at: Instant,
        }),
      ),
    ),
    redemptions: z.optional(
      z.array(z.strictObject({ title: z.string(), points: z.number(), state: z.enum(redemptionStates), at: Instant })),
    ),
  }),
  /** In how many surveys they took part; what they answered is tied to nobody. */
  surveys: z.int(),
  consents: z.array(Consent),
  orders: z.array(ExportedOrder),
  /** On the first page: what the caller wrote about the ten things of the year. */
  participation: z.optional(
    z.strictObject({
      needs: z.array(z.strictObject({ title: z.string(), content: z.string(), at: Instant })),
      comments: z.array(z.strictObject({ text: z.string(), at: Instant })),
      objections: z.array(z.strictObject({ text: z.string(), appeal: z.nullable(z.string()), at: Instant })),
      ratings: z.array(z.strictObject({ pledge: z.string(), stars: z.int(), at: Instant })),
      /** In how many votes they took part; what they chose is tied to nobody. */
      votes: z.int(),
    }),
  ),
  /** With the first part: orders of others that the caller said they need too. */
  seconds: z.optional(z.array(z.strictObject({ no: z.string(), at: Instant }))),
  /** All of them with the first part, none with the others. */
  bookings: z.array(ExportedBooking),
  /** With the first part: numbers drawn in halls, and places waited for. */
  tickets: z.optional(
    z.array(z.strictObject({ hall: z.string(), number: z.int(), state: z.enum(ticketStates), drawnAt: Instant })),
  ),
  waits: z.optional(z.array(z.strictObject({ hall: z.string(), start: Instant, state: z.enum(waitStates) }))),
  nextCursor: z.nullable(z.string()),
})
export type Exported = z.infer<typeof Exported>

export const privacyContracts = {
  'consents.list': { summary: 'What I agreed to', auth: 'person', status: 200, response: Consents },
  'consents.give': {
    summary: 'Agree to the present version of the privacy notice',
    auth: 'person',
    body: z.strictObject({ kind: z.enum(consentKinds), noticeVersion: text(16) }),
    status: 201,
    response: Consents,
    errors: ['already_exists'],
  },
  'consents.withdraw': {
    summary: 'Take an agreement back',
    auth: 'person',
    params: z.strictObject({ kind: z.enum(consentKinds) }),
    status: 200,
    response: Consents,
    errors: ['not_found'],
  },
  'me.stored': { summary: 'What is stored about me', auth: 'person', status: 200, response: StoredData },
  'me.delete': {
    summary: 'Delete my account: my name, my phone, what I wrote, my pictures, my sessions',
    auth: 'person',
    query: z.strictObject({
      /** How many orders the person was told would be withdrawn by it; refused when it is another number by now. */
      withdraws: z.optional(z.coerce.number().check(z.int(), z.gte(0), z.lte(100_000))),
    }),
    status: 204,
    response: z.void(),
    errors: ['forbidden', 'wrong_state', 'lost_race'],
  },
  'me.export': {
    summary: 'My own data as JSON, fifty orders at a time',
    auth: 'person',
    query: z.strictObject({ cursor: z.optional(z.string().check(z.maxLength(200))) }),
    status: 200,
    response: Exported,
    errors: ['malformed_request', 'too_many_requests'],
  },
} as const
