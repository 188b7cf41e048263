import * as z from 'zod/mini'
import { commentStates } from '../domain/pledges/need-flow'
import { Id, Instant, PageQuery, page, text } from './common'

export const Comment = z.strictObject({
  id: Id,
  pledgeId: Id,
  state: z.enum(commentStates),
  /** The original, whatever was decided about it. Null when its author deleted their account. */
  text: z.nullable(z.string()),
  /** Masked. */
  author: z.nullable(z.string()),
  at: Instant,
  isOwn: z.boolean(),
  /** Why it is not shown, for its author and for staff. */
  reason: z.nullable(z.string()),
  version: z.int(),
  allowedActions: z.array(z.enum(['approve', 'hide'])),
})
export type Comment = z.infer<typeof Comment>

const params = z.strictObject({ id: Id })
const errors = [
  'forbidden',
  'not_found',
  'wrong_state',
  'lost_race',
  'version_mismatch',
  'idempotency_key_reused',
] as const

export const commentContracts = {
  'comments.list': {
    summary: 'Comments in one state on pledges of the caller’s org, oldest first, for whoever moderates',
    auth: 'person',
    query: z.strictObject({
      ...PageQuery,
      state: z._default(z.enum(commentStates), 'waiting'),
      membershipId: z.optional(Id),
    }),
    status: 200,
    response: page(Comment),
    errors: ['forbidden', 'malformed_request'],
  },
  'comments.approve': {
    summary: 'Let everyone see a comment',
    auth: 'person',
    params,
    body: z.strictObject({}),
    status: 200,
    response: Comment,
    errors,
    isIdempotent: true,
    takesVersion: true,
  },
  'comments.hide': {
    summary: 'Keep a comment from the public, with a reason; the original stays',
    auth: 'person',
    params,
    body: z.strictObject({ reason: text(200) }),
    status: 200,
    response: Comment,
    errors,
    isIdempotent: true,
    takesVersion: true,
  },
} as const
