import * as z from 'zod/mini'
import { roles } from '../domain/identity/roles'
import { scoreParts } from '../domain/scores/counting/scored-order'
import { exclusionDecisions, exclusionReasonCodes, exclusionStates } from '../domain/scores/exclusions/exclusion-flow'
import { Id, Instant, OrgRef, page, PageQuery, text } from './common'

const Parts = z.array(z.enum(scoreParts)).check(
  z.minLength(1),
  z.maxLength(scoreParts.length),
  z.refine((parts) => new Set(parts).size === parts.length, '每一项只写一次'),
)

/** A docket: one person proposes to take an order out of parts of the scores, another decides. */
export const Exclusion = z.strictObject({
  id: Id,
  order: z.strictObject({ id: Id, no: z.string(), title: z.string(), community: z.nullable(OrgRef) }),
  state: z.enum(exclusionStates),
  reason: z.enum(exclusionReasonCodes),
  parts: Parts,
  note: z.string(),
  /** Names are masked. */
  proposed: z.strictObject({
    by: z.nullable(z.string()),
    role: z.enum(roles),
    org: z.nullable(OrgRef),
    at: Instant,
  }),
  /** Null while it waits, and when it was withdrawn. */
  decided: z.nullable(z.strictObject({ by: z.nullable(z.string()), at: Instant, note: z.nullable(z.string()) })),
  version: z.int(),
  allowedActions: z.array(z.enum(['decide', 'withdraw'])),
})
export type Exclusion = z.infer<typeof Exclusion>

const params = z.strictObject({ id: Id })

export const exclusionContracts = {
  'exclusions.list': {
    summary: 'Dockets of the caller’s street or district in one state, or all of one order; the latest first',
    auth: 'person',
    query: z.strictObject({
      ...PageQuery,
      /** Those that wait, without. */
      state: z.optional(z.enum(exclusionStates)),
      orderId: z.optional(Id),
      membershipId: z.optional(Id),
    }),
    status: 200,
    response: page(Exclusion),
    errors: ['forbidden', 'malformed_request'],
  },
  'exclusions.propose': {
    summary: 'Propose to take an order out of parts of the scores',
    auth: 'person',
    body: z.strictObject({ orderId: Id, reason: z.enum(exclusionReasonCodes), parts: Parts, note: text(500) }),
    status: 201,
    response: Exclusion,
    errors: ['forbidden', 'not_found', 'already_exists'],
    isIdempotent: true,
  },
  'exclusions.decide': {
    summary: 'Approve or reject a docket, by another person who has not handled the order',
    auth: 'person',
    params,
    body: z.strictObject({ decision: z.enum(exclusionDecisions), note: text(500) }),
    status: 200,
    response: Exclusion,
    errors: ['forbidden', 'not_found', 'wrong_state', 'lost_race', 'version_mismatch'],
    isIdempotent: true,
    takesVersion: true,
  },
  'exclusions.withdraw': {
    summary: 'Take back one’s own docket while it waits',
    auth: 'person',
    params,
    status: 200,
    response: Exclusion,
    errors: ['forbidden', 'not_found', 'wrong_state', 'lost_race', 'version_mismatch'],
    isIdempotent: true,
    takesVersion: true,
  },
} as const
