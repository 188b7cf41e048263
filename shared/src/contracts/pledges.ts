import * as z from 'zod/mini'
import { roles } from '../domain/identity/roles'
import { objectionDecisions, objectionStates } from '../domain/pledges/need-flow'
import { lights } from '../domain/pledges/lights'
import { pledgeActions, pledgeCategories, pledgeListActions, pledgeStates } from '../domain/pledges/pledge-flow'
import { strikeOffObstacles } from '../domain/pledges/strike-off'
import { Id, Instant, OrgRef, PageQuery, page } from './common'
import { Comment } from './comments'
import { Attachment } from './files'
import { Budget, Day, Responsible } from './pledge-bodies'
import {
  AmendPledge,
  CommentPledge,
  CompleteMilestone,
  GradePledge,
  ObjectPledge,
  ProgressPledge,
  RatePledge,
  RequestStrikeOff,
  ResolveObjection,
  SendBack,
  StrikeOff,
} from './pledge-bodies'

const Percent = z.number().check(z.gte(0), z.lte(100))

const NextMilestone = z.strictObject({ id: z.string(), title: z.string(), dueOn: Day })

const summaryFields = {
  id: Id,
  listId: Id,
  number: z.int(),
  title: z.string(),
  category: z.enum(pledgeCategories),
  state: z.enum(pledgeStates),
  /** 0–100 with one decimal; null when nothing was reported. */
  progress: z.nullable(Percent),
  /** 部分未报: milestones without a report count 0. */
  isPartlyReported: z.boolean(),
  /** What is expected today, 0–100. */
  expected: Percent,
  /** Points behind; null when nothing was reported. */
  lag: z.nullable(Percent),
  light: z.enum(lights),
  lightWord: z.string(),
  /** Why it has that light, in a few words. */
  lightReason: z.string(),
  /** No update for longer than the district allows. */
  isStale: z.boolean(),
  /** How many days that is. */
  staleDays: z.int(),
  nextMilestone: z.nullable(NextMilestone),
  deadline: Day,
  /** Null before the first report. */
  updatedAt: z.nullable(Instant),
  /** By residents, of a finished thing: mean stars with one decimal; null when nobody rated. */
  rating: z.strictObject({ count: z.int(), stars: z.nullable(z.number()) }),
  /** The street's, 0–100. */
  grade: z.nullable(z.strictObject({ score: z.int(), note: z.string(), at: Instant })),
  /** Null when no survey was held and closed. */
  survey: z.nullable(z.strictObject({ mean: z.number(), coverage: z.number() })),
  version: z.int(),
  allowedActions: z.array(z.enum(pledgeActions)),
}
export const PledgeSummary = z.strictObject(summaryFields)
export type PledgeSummary = z.infer<typeof PledgeSummary>

/** One value that an amendment changed, both as people read them. */
const Change = z.strictObject({ field: z.string(), from: z.string(), to: z.string() })

export const PledgeEvent = z.strictObject({
  id: Id,
  /** Its place in the chain of the list. */
  seq: z.int(),
  action: z.enum(['publish', ...pledgeActions]),
  /** The role that was used; null for a resident. Persons are never named. */
  by: z.strictObject({ role: z.nullable(z.enum(roles)), org: z.nullable(OrgRef) }),
  at: Instant,
  note: z.nullable(z.string()),
  milestoneId: z.nullable(z.string()),
  /** Of the milestone, as reported. */
  progress: z.nullable(z.int()),
  /** Of indicators, as reported. */
  indicators: z.array(z.strictObject({ id: z.string(), value: z.number() })),
  changes: z.array(Change),
  attachments: z.array(Attachment),
})
export type PledgeEvent = z.infer<typeof PledgeEvent>

export const Objection = z.strictObject({
  id: Id,
  state: z.enum(objectionStates),
  at: Instant,
  /** As everyone may read it; null until it is answered. */
  summary: z.nullable(z.string()),
  /** In its own words, for whoever wrote it and for those who answer. */
  text: z.nullable(z.string()),
  answer: z.nullable(z.strictObject({ decision: z.enum(objectionDecisions), text: z.string(), at: Instant })),
  appeal: z.nullable(
    z.strictObject({
      at: Instant,
      text: z.nullable(z.string()),
      answer: z.nullable(z.strictObject({ decision: z.enum(objectionDecisions), text: z.string(), at: Instant })),
    }),
  ),
  isOwn: z.boolean(),
  /** Until when whoever objected may appeal to the district; null when they may not. */
  appealUntil: z.nullable(Instant),
})
export type Objection = z.infer<typeof Objection>

export const Pledge = z.strictObject({
  ...summaryFields,
  org: OrgRef,
  year: z.int(),
  /** Where it came from. */
  origin: z.strictObject({
    candidate: z.nullable(z.strictObject({ id: Id, title: z.string(), votes: z.nullable(z.int()) })),
    /** How many needs stand behind it. */
    needs: z.int(),
    /** The caller's need is among them. */
    isMine: z.boolean(),
  }),
  measures: z.string(),
  indicators: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      target: z.number(),
      unit: z.string(),
      value: z.nullable(z.number()),
      /** May be more than 100. */
      percent: z.nullable(z.number()),
      /** 超额 */
      isBeyond: z.boolean(),
    }),
  ),
  milestones: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      weight: z.int(),
      dueOn: Day,
      /** 0–100; null: not reported. */
      progress: z.nullable(z.int()),
      completedAt: z.nullable(Instant),
      /** How many reports with evidence stand behind it. */
      evidence: z.int(),
    }),
  ),
  startsOn: Day,
  budget: Budget,
  responsible: Responsible,
  contact: z.string(),
  /** Old value, new one and the reason, oldest first. */
  amendments: z.array(z.strictObject({ at: Instant, reason: z.nullable(z.string()), changes: z.array(Change) })),
  /** What happened, oldest first. */
  events: z.array(PledgeEvent),
  objections: z.array(Objection),
  /** The newest that are public; more by `pledges.comments`. */
  comments: page(Comment),
  /** The caller's own stars. */
  myStars: z.nullable(z.int()),
  /** While it is noticed: since when, and the day from which it can be struck off. */
  notice: z.nullable(z.strictObject({ from: Instant, overOn: Day })),
  /** What keeps it from being struck off. */
  obstacles: z.array(z.enum(strikeOffObstacles)),
  strikeOff: z.nullable(z.strictObject({ at: Instant, org: z.nullable(OrgRef), statement: z.nullable(z.string()) })),
})
export type Pledge = z.infer<typeof Pledge>

const params = z.strictObject({ id: Id })
export const pledgeErrors = [
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
    response: Pledge,
    errors: pledgeErrors,
    isIdempotent: true,
    takesVersion: true,
  }) as const

export const pledgeContracts = {
  'pledges.show': {
    summary: 'One pledge: what was promised, what changed, what happened, what residents think',
    auth: 'public',
    params,
    status: 200,
    response: Pledge,
    errors: ['not_found'],
  },
  'pledges.comments': {
    summary: 'Comments on a pledge that a person approved, newest first; and the caller’s own',
    auth: 'public',
    params,
    query: z.strictObject(PageQuery),
    status: 200,
    response: page(Comment),
    errors: ['not_found', 'malformed_request'],
  },
  'pledges.progress': action('Report progress with evidence: words, pictures, numbers', ProgressPledge),
  'pledges.complete-milestone': action('Report a milestone as complete, with evidence', CompleteMilestone),
  'pledges.amend': action('Change what was promised; the old value and the reason stay in public', AmendPledge),
  'pledges.comment': {
    ...action('A resident comments; it waits until a person approved it', CommentPledge),
    errors: [...pledgeErrors, 'consent_needed'],
  },
  'pledges.rate': action('A verified resident rates a finished thing; the latest stars hold', RatePledge),
  'pledges.grade': action('The street grades what was done', GradePledge),
  'pledges.object': {
    ...action('A verified resident objects during the notice, or appeals once to the district', ObjectPledge),
    errors: [...pledgeErrors, 'consent_needed'],
  },
  'pledges.resolve-objection': action(
    'The street answers an objection in public, the district an appeal',
    ResolveObjection,
  ),
  'pledges.request-strike-off': action('The org reports everything done; the public notice begins', RequestStrikeOff),
  'pledges.strike-off': action('The street strikes it off; below the survey’s threshold the district alone', StrikeOff),
  'pledges.send-back': action('The street sends it back to be done properly', SendBack),
} as const

/** What the caller may do with a list, and with one who is no member of the staff: vote. */
export const listActionsAndVote = ['vote', 'add-candidate', ...pledgeListActions] as const
