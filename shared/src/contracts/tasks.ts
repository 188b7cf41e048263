import * as z from 'zod/mini'
import { wishCategories } from '../domain/wishes/wish-rules'
import { CommunityCode, Id, PageQuery, Phone, optionalText, page, text } from './common'
import { Order, OrderSummary } from './orders'

const PlaceTask = z.strictObject({
  /** Where help is needed; the street above it looks at it first. */
  communityCode: CommunityCode,
  /** What everyone reads on the wall. */
  title: text(40),
  category: z.enum(wishCategories),
  /** For whoever claims it, and for the street. */
  content: text(5000),
  place: optionalText(100),
  /** Whom to ask at the department; whoever claims it sees it. */
  contact: z.strictObject({ name: text(40), phone: Phone }),
  /** For which department; the caller's first one when absent. */
  membershipId: z.optional(Id),
})
export type PlaceTask = z.output<typeof PlaceTask>

export const taskContracts = {
  'tasks.place': {
    summary: 'A department asks units to do something; it is an order of the department that the street looks at first',
    auth: 'person',
    body: PlaceTask,
    status: 201,
    response: Order,
    errors: ['forbidden', 'idempotency_key_reused'],
    isIdempotent: true,
  },
  'tasks.list': {
    summary: 'What a department has asked for, the newest first, for its staff',
    auth: 'person',
    query: z.strictObject({ ...PageQuery, membershipId: z.optional(Id) }),
    status: 200,
    response: page(OrderSummary),
    errors: ['malformed_request', 'forbidden'],
  },
} as const
