import * as z from 'zod/mini'
import { pledgeCategories, pledgeListStates } from '../domain/pledges/pledge-flow'
import { Id, Instant, OrgCode, OrgRef, PageQuery, page } from './common'
import {
  CloseList,
  ConsentNumber,
  CreateCandidate,
  CreateList,
  GradePledge,
  OpenVote,
  PublishList,
  Vote,
} from './pledge-bodies'
import { PledgeSummary, listActionsAndVote, pledgeErrors } from './pledges'

export const Candidate = z.strictObject({
  id: Id,
  number: z.int(),
  title: z.string(),
  summary: z.string(),
  category: z.enum(pledgeCategories),
  /** How many needs became it. */
  needs: z.int(),
  /** Null until the vote is over. */
  votes: z.nullable(z.int()),
})
export type Candidate = z.infer<typeof Candidate>

export const PledgeList = z.strictObject({
  id: Id,
  org: OrgRef,
  year: z.int(),
  state: z.enum(pledgeListStates),
  /** Made-up data for trying out (演示数据). */
  isDemo: z.boolean(),
  candidates: z.array(Candidate),
  /** Null when no vote was opened. */
  vote: z.nullable(
    z.strictObject({
      opensAt: Instant,
      closesAt: Instant,
      isOpen: z.boolean(),
      maxChoices: z.int(),
      /** Verified persons when it opened. */
      roster: z.int(),
      /** Null until it is over. */
      voted: z.nullable(z.int()),
      /** The caller has voted; false for whoever is not signed in. */
      hasVoted: z.boolean(),
      isOnRoster: z.boolean(),
    }),
  ),
  /** The street's consent to another number than ten. */
  consent: z.nullable(z.strictObject({ number: z.int(), note: z.string(), at: Instant })),
  publishedAt: z.nullable(Instant),
  /** The street's, 0–100, of the whole year. */
  grade: z.nullable(z.strictObject({ score: z.int(), note: z.string(), at: Instant })),
  /** What was said when it was closed with something unfinished. */
  closingNote: z.nullable(z.string()),
  pledges: z.array(PledgeSummary),
  /** Whoever noted these can check an exported ledger by them. */
  ledger: z.strictObject({ events: z.int(), head: z.nullable(z.string()) }),
  version: z.int(),
  allowedActions: z.array(z.enum(listActionsAndVote)),
})
export type PledgeList = z.infer<typeof PledgeList>

const params = z.strictObject({ id: Id })
const action = <Body extends z.ZodMiniType>(summary: string, body: Body) =>
  ({
    summary,
    auth: 'person',
    params,
    body,
    status: 200,
    response: PledgeList,
    errors: pledgeErrors,
    isIdempotent: true,
    takesVersion: true,
  }) as const

export const pledgeListContracts = {
  'pledge-lists.list': {
    summary: 'Lists of an org and everything below it, newest first, each with its pledges',
    auth: 'public',
    query: z.strictObject({
      ...PageQuery,
      org: z.optional(OrgCode),
      year: z.optional(z.coerce.number().check(z.int(), z.gte(2000), z.lte(2200))),
    }),
    status: 200,
    response: page(PledgeList),
    errors: ['malformed_request'],
  },
  'pledge-lists.show': {
    summary: 'One list with its candidates and pledges',
    auth: 'public',
    params,
    status: 200,
    response: PledgeList,
    errors: ['not_found'],
  },
  'pledge-lists.create': {
    summary: 'Begin to collect needs for the list of an org and year',
    auth: 'person',
    body: CreateList,
    status: 201,
    response: PledgeList,
    errors: ['forbidden', 'already_exists', 'idempotency_key_reused'],
    isIdempotent: true,
  },
  'pledge-lists.add-candidate': {
    ...action('Add a candidate', CreateCandidate),
    status: 201,
  },
  'pledge-lists.deliberate': action(
    'The collecting is over: candidates are put before the residents',
    z.strictObject({}),
  ),
  'pledge-lists.open-vote': action('Open the vote; the roster is frozen', OpenVote),
  'pledge-lists.vote': {
    summary: 'Vote: one verified person, one secret vote. Takes no Idempotency-Key: the roster makes it single',
    auth: 'person',
    params,
    body: Vote,
    status: 201,
    response: z.strictObject({ hasVoted: z.literal(true) }),
    errors: ['forbidden', 'not_found', 'wrong_state', 'already_exists'],
  },
  'pledge-lists.consent-number': action('The street consents to another number than ten', ConsentNumber),
  'pledge-lists.publish': action('Publish the pledges', PublishList),
  'pledge-lists.start': action('Begin to deliver', z.strictObject({})),
  'pledge-lists.evaluate': action('The delivering is over: residents and street evaluate', z.strictObject({})),
  'pledge-lists.grade': action('The street grades the year', GradePledge),
  'pledge-lists.close': action('The street closes the year', CloseList),
  'pledge-lists.ledger': {
    summary: 'The history of a list as a hash chain, one JSON object a line; `pnpm ledger:verify` checks it offline',
    auth: 'public',
    params,
    status: 200,
    bytes: ['application/octet-stream'],
    response: z.instanceof(Uint8Array),
    errors: ['not_found'],
  },
} as const
