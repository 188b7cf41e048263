import * as z from 'zod/mini'
import { Id, Instant, OrgRef, PageQuery, page, text } from './common'

export const thanksStates = ['waiting', 'shown', 'hidden'] as const

/** Words of a resident to the unit that fulfilled a wish; the unit reads them when the street has seen them. */
export const Thanks = z.strictObject({
  id: Id,
  orderId: Id,
  unit: OrgRef,
  text: z.string(),
  state: z.enum(thanksStates),
  at: Instant,
  allowedActions: z.array(z.enum(['decide'])),
})
export type Thanks = z.infer<typeof Thanks>

const WriteThanks = z.strictObject({ text: text(200) })
const DecideThanks = z.strictObject({ decision: z.enum(['show', 'hide']) })
const params = z.strictObject({ id: Id })

export const thanksContracts = {
  'thanks.write': {
    summary: 'Whoever asked thanks the unit that fulfilled it, once',
    auth: 'person',
    params,
    body: WriteThanks,
    status: 201,
    response: Thanks,
    errors: ['forbidden', 'not_found', 'wrong_state', 'already_exists', 'idempotency_key_reused'],
    isIdempotent: true,
  },
  'thanks.list': {
    summary: 'For a unit what it was thanked for, for the street what waits for its look',
    auth: 'person',
    query: z.strictObject({ ...PageQuery, membershipId: z.optional(Id) }),
    status: 200,
    response: page(Thanks),
    errors: ['malformed_request', 'forbidden'],
  },
  'thanks.decide': {
    summary: 'The street lets the unit read it, or does not',
    auth: 'person',
    params,
    body: DecideThanks,
    status: 200,
    response: Thanks,
    errors: ['forbidden', 'not_found', 'wrong_state', 'lost_race', 'idempotency_key_reused'],
    isIdempotent: true,
  },
} as const
