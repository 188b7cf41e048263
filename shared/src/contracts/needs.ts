import * as z from 'zod/mini'
import { neededKinds, needDecisions, needSources, needStates } from '../domain/pledges/need-flow'
import { pledgeCategories } from '../domain/pledges/pledge-flow'
import { CommunityCode, Id, Instant, OrgCode, PageQuery, optionalText, page, text } from './common'
import { urgencies } from './order-bodies'

export const Need = z.strictObject({
  id: Id,
  communityCode: CommunityCode,
  communityName: z.string(),
  source: z.enum(needSources),
  state: z.enum(needStates),
  /** In the public form the words that staff approved with the answer. */
  title: z.string(),
  /** For its owner and staff; null in the public form, and when it was deleted. */
  content: z.nullable(z.string()),
  at: Instant,
  isOwn: z.boolean(),
  /** The order that it came from, or became; for its owner and staff. */
  order: z.nullable(z.strictObject({ id: Id, no: z.string() })),
  /** The public answer. */
  answer: z.nullable(z.strictObject({ note: z.string(), at: Instant })),
  /** What it became. */
  candidate: z.nullable(z.strictObject({ id: Id, title: z.string() })),
  pledge: z.nullable(z.strictObject({ id: Id, number: z.int(), title: z.string() })),
  /** Needs that say the same are answered together. */
  group: z.strictObject({ id: Id, size: z.int() }),
  version: z.int(),
  allowedActions: z.array(z.enum(['answer', 'group'])),
})
export type Need = z.infer<typeof Need>

export const CreateNeed = z.strictObject({
  communityCode: CommunityCode,
  title: text(80),
  content: text(2000),
  /** An order that says the same; the link is kept both ways. */
  orderId: z.optional(Id),
  /** Staff write down what they hear; a resident's own is a form. */
  source: z.optional(z.enum(needSources)),
})
export const AnswerNeed = z.strictObject({
  decision: z.enum(needDecisions),
  /** The public answer; of a decline, the reason. */
  note: text(1000),
  /** What the need is called in public; its own title when it is absent. */
  publicTitle: optionalText(80),
  /** For `candidate`: the one it joins. Without, a new one is made of it. */
  candidateId: z.optional(Id),
  /** Of a new candidate. */
  category: z._default(z.enum(pledgeCategories), 'urgent_need'),
  /** Of a new candidate, in public: what it is about; what it is called when it is absent. */
  candidateSummary: optionalText(500),
  /** For `order`: the order that takes care of it. */
  orderId: z.optional(Id),
  /** For `order`, where there is none yet: it is made of the need, for whoever said it, in the need's own words. */
  newOrder: z.optional(
    z.strictObject({
      kind: z._default(z.enum(neededKinds), 'issue'),
      serviceItemId: z.optional(Id),
      urgency: z._default(z.enum(urgencies), 'normal'),
    }),
  ),
})
export type AnswerNeed = z.output<typeof AnswerNeed>

const params = z.strictObject({ id: Id })
const errors = [
  'forbidden',
  'not_found',
  'wrong_state',
  'lost_race',
  'version_mismatch',
  'idempotency_key_reused',
] as const

export const needContracts = {
  'needs.list': {
    summary: 'Needs with their answers that everyone may read, my own, or those of a community that I work for',
    auth: 'public',
    query: z
      .strictObject({
        ...PageQuery,
        view: z._default(z.enum(['public', 'mine', 'queue']), 'public'),
        /** Community, street or district; needed for `public`. */
        org: z.optional(OrgCode),
        state: z.optional(z.enum(needStates)),
        /** What came of one order, or what it came from. */
        orderId: z.optional(Id),
        membershipId: z.optional(Id),
      })
      .check(
        z.refine(({ view, org, orderId }) => view !== 'public' || org !== undefined || orderId !== undefined, {
          path: ['org'],
          error: '请用 org 说明要看哪里的需求',
        }),
      ),
    status: 200,
    response: page(Need),
    errors: ['not_signed_in', 'forbidden', 'malformed_request'],
  },
  'needs.create': {
    summary: 'Say what the community needs; staff write down what they hear on visits and in meetings',
    auth: 'person',
    body: CreateNeed,
    status: 201,
    response: Need,
    errors: ['consent_needed', 'forbidden', 'not_found', 'already_exists', 'idempotency_key_reused'],
    isIdempotent: true,
  },
  'needs.show': {
    summary: 'One need',
    auth: 'public',
    params,
    status: 200,
    response: Need,
    errors: ['not_found'],
  },
  'needs.similar': {
    summary: 'Needs of the same community that say the same, most alike first, for staff who group them',
    auth: 'person',
    params,
    status: 200,
    response: z.strictObject({
      items: z.array(z.strictObject({ need: Need, score: z.number().check(z.gte(0), z.lte(1)) })),
    }),
    errors: ['forbidden', 'not_found'],
  },
  'needs.group': {
    summary: 'Put a need to others that say the same; they are answered together',
    auth: 'person',
    params,
    body: z.strictObject({ withId: Id }),
    status: 200,
    response: Need,
    errors,
    isIdempotent: true,
    takesVersion: true,
  },
  'needs.answer': {
    summary: 'Answer a need, and all of its group, in public: a candidate, an order, or not now and why',
    auth: 'person',
    params,
    body: AnswerNeed,
    status: 200,
    response: Need,
    errors,
    isIdempotent: true,
    takesVersion: true,
  },
} as const
