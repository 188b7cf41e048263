import * as z from 'zod/mini'
import { ratingPatterns } from '../domain/ratings/brushing'
import { Id, Instant, OrgRef, page, PageQuery, text } from './common'

const FlaggedOrder = z.strictObject({ id: Id, no: z.string() })

/** A rating that somebody should look at. It counts like any other; nobody's name and no device stands here. */
export const RatingFlag = z.strictObject({
  id: Id,
  at: Instant,
  pattern: z.enum(ratingPatterns),
  order: FlaggedOrder,
  community: z.nullable(OrgRef),
  stars: z.nullable(z.int()),
  /** The other orders that make the pattern. */
  others: z.array(FlaggedOrder),
  /** Null until somebody looked at it. */
  look: z.nullable(z.strictObject({ at: Instant, by: z.nullable(z.string()), note: z.string() })),
  allowedActions: z.array(z.enum(['look-at'])),
})
export type RatingFlag = z.infer<typeof RatingFlag>

const LookAtFlag = z.strictObject({ note: text(500) })
export type LookAtFlag = z.output<typeof LookAtFlag>

export const ratingFlagContracts = {
  'rating-flags.list': {
    summary: 'Ratings of a district that look like brushing, newest first, for the auditor and the administrator',
    auth: 'person',
    query: z.strictObject({ ...PageQuery, membershipId: z.optional(Id) }),
    status: 200,
    response: page(RatingFlag),
    errors: ['malformed_request', 'forbidden'],
  },
  'rating-flags.look-at': {
    summary: 'Note that a flagged rating was looked at, and what was found',
    auth: 'person',
    params: z.strictObject({ id: Id }),
    body: LookAtFlag,
    status: 200,
    response: RatingFlag,
    errors: ['forbidden', 'not_found', 'wrong_state', 'idempotency_key_reused'],
    isIdempotent: true,
  },
} as const
