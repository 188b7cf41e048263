import * as z from 'zod/mini'
import { objectionDecisions } from '../domain/pledges/need-flow'
import { pledgeCategories } from '../domain/pledges/pledge-flow'
import { Id, Instant, OrgCode, optionalText, text } from './common'
import { AttachmentIds } from './files'
import { Stars } from './order-bodies'

/** `YYYY-MM-DD`. */
export const Day = z.iso.date()
/** Fen; up to a hundred billion yuan. */
const Fen = z.int().check(z.gte(0), z.lte(10_000_000_000_000))
const Amount = z.number().check(z.gte(0), z.lte(1_000_000_000))
const Target = z.number().check(z.gt(0), z.lte(1_000_000_000))
const Weight = z.int().check(z.gte(1), z.lte(1000))

export const Budget = z.strictObject({ fen: Fen, source: text(100) })
/** Who answers for it: a public role name (社区书记), never a private person's. `unitCode` names a unit that reports too. */
export const Responsible = z.strictObject({ unit: text(80), person: text(40), unitCode: z.optional(OrgCode) })

/** What is promised. */
export const PledgeTerms = z.strictObject({
  title: text(80),
  category: z.enum(pledgeCategories),
  measures: text(2000),
  indicators: z
    .array(z.strictObject({ name: text(40), target: Target, unit: text(10) }))
    .check(z.minLength(1), z.maxLength(10)),
  milestones: z
    .array(z.strictObject({ title: text(80), weight: Weight, dueOn: Day }))
    .check(z.minLength(1), z.maxLength(20)),
  deadline: Day,
  budget: Budget,
  responsible: Responsible,
  /** The community's service number, or where to ask. */
  contact: text(60),
  /** The candidate that it comes from. */
  candidateId: z.optional(Id),
})
export type PledgeTerms = z.output<typeof PledgeTerms>

const note = text(2000)

export const CreateList = z.strictObject({ orgCode: OrgCode, year: z.int().check(z.gte(2020), z.lte(2100)) })
export const CreateCandidate = z.strictObject({
  title: text(80),
  summary: text(500),
  category: z.enum(pledgeCategories),
})
export const OpenVote = z.strictObject({
  closesAt: Instant,
  /** How many candidates one vote may name. */
  maxChoices: z._default(z.int().check(z.gte(1), z.lte(20)), 10),
})
export const Vote = z.strictObject({
  candidateIds: z.array(Id).check(
    z.minLength(1),
    z.maxLength(20),
    z.refine((ids) => new Set(ids).size === ids.length, { error: '每个候选事项只选一次' }),
  ),
})
export const ConsentNumber = z.strictObject({ number: z.int().check(z.gte(1), z.lte(30)), note })
export const PublishList = z.strictObject({ pledges: z.array(PledgeTerms).check(z.minLength(1), z.maxLength(30)) })
export const CloseList = z.strictObject({ note: optionalText(2000) })
/** The street's marks: 0–100. */
export const GradePledge = z.strictObject({ score: z.int().check(z.gte(0), z.lte(100)), note })

const evidence = { note, attachments: z.optional(AttachmentIds) }
export const ProgressPledge = z
  .strictObject({
    ...evidence,
    milestoneId: z.optional(text(36)),
    /** Of the milestone, 0–100. */
    progress: z.optional(z.int().check(z.gte(0), z.lte(100))),
    /** What was reached of indicators so far; it may exceed the target. */
    indicators: z.optional(z.array(z.strictObject({ id: text(36), value: Amount })).check(z.maxLength(10))),
  })
  .check(
    z.refine(({ milestoneId, progress }) => (milestoneId === undefined) === (progress === undefined), {
      path: ['progress'],
      error: '节点和它的进度要一起填写',
    }),
  )
export const CompleteMilestone = z.strictObject({ ...evidence, milestoneId: text(36) })
export const AmendPledge = z.strictObject({
  reason: note,
  changes: z
    .strictObject({
      title: z.optional(text(80)),
      measures: z.optional(text(2000)),
      deadline: z.optional(Day),
      budget: z.optional(Budget),
      responsible: z.optional(Responsible),
      contact: z.optional(text(60)),
      indicators: z.optional(
        z.array(z.strictObject({ id: text(36), target: Target })).check(z.minLength(1), z.maxLength(10)),
      ),
      milestones: z.optional(
        z
          .array(
            z.strictObject({
              id: text(36),
              title: z.optional(text(80)),
              weight: z.optional(Weight),
              dueOn: z.optional(Day),
            }),
          )
          .check(z.minLength(1), z.maxLength(20)),
      ),
    })
    .check(z.refine((changes) => Object.keys(changes).length > 0, { error: '请写明要调整什么' })),
})
export const CommentPledge = z.strictObject({ text: text(500) })
export const RatePledge = z.strictObject({ stars: Stars })
/** An objection; with `objectionId` the one appeal against the answer to it. */
export const ObjectPledge = z.strictObject({ text: text(1000), objectionId: z.optional(Id) })
export const ResolveObjection = z.strictObject({
  objectionId: Id,
  decision: z.enum(objectionDecisions),
  /** What the objection says, as everyone may read it. */
  summary: text(200),
  /** The public answer. */
  answer: text(2000),
})
export const RequestStrikeOff = z.strictObject({ note })
export const StrikeOff = z.strictObject({
  note: optionalText(2000),
  /** The district's public statement where the survey did not reach its threshold. */
  statement: optionalText(2000),
})
export const SendBack = z.strictObject({ note })
