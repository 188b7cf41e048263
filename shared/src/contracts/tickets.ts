import * as z from 'zod/mini'
import { priorities, ticketActions, ticketStates } from '../domain/booking/ticket-flow'
import { Id, Instant, page, PageQuery } from './common'

/** A number of a hall's day. */
export const Ticket = z.strictObject({
  id: Id,
  hall: z.strictObject({ id: Id, name: z.string() }),
  number: z.int(),
  /** As it is called out: the number, behind 优 for those who go first. */
  label: z.string(),
  item: z.nullable(z.strictObject({ id: Id, name: z.string() })),
  state: z.enum(ticketStates),
  kind: z.enum(['walk_in', 'booking']),
  bookingId: z.nullable(Id),
  /** When a booking’s time is; null for walk-ins. */
  bookedFor: z.nullable(Instant),
  priority: z.enum(priorities),
  window: z.nullable(z.int()),
  /** People in front, while it waits. */
  before: z.nullable(z.int()),
  /** When its turn comes at the latest estimate; null once it was called. */
  expectedAt: z.nullable(Instant),
  /** Masked; for the counter. */
  person: z.nullable(z.string()),
  calls: z.int(),
  drawnAt: Instant,
  calledAt: z.nullable(Instant),
  version: z.int(),
  allowedActions: z.array(z.enum(ticketActions)),
})
export type Ticket = z.infer<typeof Ticket>

/** What the waiting room shows: numbers and windows, nothing of a person. */
const HallBoard = z.strictObject({
  hall: z.strictObject({ id: Id, name: z.string(), isDemo: z.boolean() }),
  asOf: Instant,
  /** Called and being served, the latest call first. */
  called: z.array(
    z.strictObject({ label: z.string(), window: z.nullable(z.int()), state: z.enum(['called', 'serving']) }),
  ),
  /** Whose turn it is next, in order. */
  next: z.array(z.string()),
  parked: z.array(z.string()),
  waiting: z.int(),
  /** The code to check in with, which proves that one is here. */
  checkInCode: z.string(),
  /** 老年人、残疾人优先, as the hall goes by it. */
  priorityRule: z.string(),
})
export type HallBoard = z.infer<typeof HallBoard>

const params = z.strictObject({ id: Id })
const errors = [
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
    response: Ticket,
    errors,
    isIdempotent: true,
    takesVersion: true,
  }) as const
const nothing = z.strictObject({})
const Window = z.int().check(z.gte(1), z.lte(99))

export const ticketContracts = {
  'tickets.draw': {
    summary: 'Draw a number at a hall today: oneself, or staff for someone at the door',
    auth: 'person',
    body: z.strictObject({
      hallId: Id,
      itemId: z.optional(Id),
      priority: z._default(z.enum(priorities), 'none'),
      /** Staff: for someone at the door, who need not have an account. */
      isForOther: z._default(z.boolean(), false),
    }),
    status: 201,
    response: Ticket,
    errors: ['forbidden', 'not_found', 'wrong_state', 'already_exists', 'idempotency_key_reused'],
    isIdempotent: true,
  },
  'tickets.list': {
    summary: 'My numbers, the latest first; or the open ones of a hall today, in the order in which they are called',
    auth: 'person',
    query: z
      .strictObject({ ...PageQuery, view: z._default(z.enum(['mine', 'hall']), 'mine'), hallId: z.optional(Id) })
      .check(
        z.refine(({ view, hallId }) => view === 'mine' || hallId !== undefined, {
          path: ['hallId'],
          error: '请选择服务大厅',
        }),
      ),
    status: 200,
    response: page(Ticket),
    errors: ['malformed_request', 'forbidden', 'not_found'],
  },
  'tickets.show': {
    summary: 'One number, with how many are in front',
    auth: 'person',
    params,
    status: 200,
    response: Ticket,
    errors: ['not_found'],
  },
  'tickets.call': action('Call it to a window', z.strictObject({ window: Window })),
  'tickets.recall': action('Call it again', nothing),
  'tickets.serve': action('The person is at the counter', nothing),
  'tickets.park': action('Nobody came: serve others first (过号)', nothing),
  'tickets.resume': action('They are here after all: back into the queue, behind whoever is next', nothing),
  'tickets.finish': action('Done', nothing),
  'tickets.miss': action('Give it up: they left', nothing),
  'halls.call-next': {
    summary: 'Call whoever is next to a window, and finish nobody by it; 404 when nobody waits',
    auth: 'person',
    params,
    body: z.strictObject({ window: Window }),
    status: 200,
    response: Ticket,
    errors: ['forbidden', 'not_found', 'lost_race', 'idempotency_key_reused'],
    isIdempotent: true,
  },
  'halls.board': {
    summary: 'The waiting room’s board of today',
    auth: 'public',
    params,
    status: 200,
    response: HallBoard,
    errors: ['not_found'],
  },
} as const
