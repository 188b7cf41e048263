import * as z from 'zod/mini'
import { verdicts } from '../domain/scores/rules/survey-rules'
import { surveyLimits, surveyMethods, surveyQuestionKinds } from '../domain/surveys/survey'
import { surveyActions, surveyPhases } from '../domain/surveys/survey-flow'
import { surveyConfidences } from '../domain/surveys/survey-result'
import { Id, Instant, OrgCode, OrgRef, PageQuery, Phone, optionalText, page, text } from './common'

const { questions, title, intro, option, options } = surveyLimits
const QuestionKey = z.string().check(z.regex(/^[a-z][a-z0-9_-]{0,15}$/))

const Question = z.strictObject({
  key: QuestionKey,
  kind: z.enum(surveyQuestionKinds),
  title: text(title),
  isRequired: z._default(z.boolean(), true),
  options: z._default(z.array(text(option)).check(z.maxLength(options.most)), []),
  /** The one question by which the verdict is found. */
  isDecisive: z._default(z.boolean(), false),
})

export const Survey = z.strictObject({
  id: Id,
  /** Who asks. */
  org: OrgRef,
  title: z.string(),
  intro: z.string(),
  method: z.enum(surveyMethods),
  questions: z.array(Question),
  /** Whose verified residents are asked. */
  population: z.array(OrgRef),
  opensAt: Instant,
  closesAt: Instant,
  pledgeId: z.nullable(Id),
  pledgeListId: z.nullable(Id),
  phase: z.enum(surveyPhases),
  /** Somebody answered: the questions stay as they are. */
  isFrozen: z.boolean(),
  /** The caller took part; false for whoever is not signed in. */
  hasCast: z.boolean(),
  /** Why the caller may not take part, in words; null when they may, or did. */
  castRefusal: z.nullable(z.string()),
  /** How many took part so far, for those who hold it; null for everyone else. */
  turnout: z.nullable(z.strictObject({ ballots: z.int(), helped: z.int() })),
  version: z.int(),
  allowedActions: z.array(z.enum(surveyActions)),
})
export type Survey = z.infer<typeof Survey>

const Figure = z.union([z.number(), z.literal('not_assessed')])
const Share = z.strictObject({ good: z.int(), of: z.int(), rate: Figure })
const Counted = z.strictObject({ value: z.int(), count: z.int() })

export const SurveyResult = z.strictObject({
  surveyId: Id,
  org: OrgRef,
  title: z.string(),
  closedAt: Instant,
  method: z.enum(surveyMethods),
  ballots: z.int(),
  /** Those of them that staff helped to give. */
  helped: z.int(),
  /** Everyone who could have taken part. */
  roster: z.int(),
  coverage: Share,
  /** Fewer than 5 answered: nothing of the answers was kept. */
  isWithheld: z.boolean(),
  /** Null when it is withheld. */
  figures: z.nullable(
    z.strictObject({
      ruleVersion: z.string(),
      mean: Figure,
      /** Half of the 95 % interval around the mean, in points. */
      margin: Figure,
      favourable: z.strictObject({ good: z.int(), of: z.int(), rate: Figure, lowerBound: Figure }),
      confidence: z.enum(surveyConfidences),
      verdict: z.enum([...verdicts, 'not_assessed']),
      verdictWord: z.string(),
    }),
  ),
  questions: z.array(
    z.strictObject({
      key: z.string(),
      kind: z.enum(surveyQuestionKinds),
      title: z.string(),
      options: z.array(z.string()),
      /** Of stars, 1–5 with one decimal. */
      mean: z.nullable(Figure),
      /** Of stars by level, of a choice by the index of its option; of words empty. */
      counts: z.array(Counted),
      /** How many answered it. */
      answered: z.int(),
    }),
  ),
})
export type SurveyResult = z.infer<typeof SurveyResult>

const draftFields = {
  title: text(title),
  intro: z._default(z.string().check(z.trim(), z.maxLength(intro)), ''),
  method: z._default(z.enum(surveyMethods), 'mean'),
  questions: z.array(Question).check(z.minLength(1), z.maxLength(questions)),
  /** Whose verified residents are asked; the org that asks when it is absent. */
  population: z.optional(z.array(OrgCode).check(z.minLength(1), z.maxLength(50))),
  opensAt: Instant,
  closesAt: Instant,
  /** What it is about. */
  pledgeId: z.optional(Id),
  pledgeListId: z.optional(Id),
}
const SurveyDraft = z.strictObject(draftFields)
export type SurveyDraft = z.output<typeof SurveyDraft>
const CreateSurvey = z.strictObject({ ...draftFields, membershipId: z.optional(Id) })
export type CreateSurvey = z.output<typeof CreateSurvey>

const CastBallot = z.strictObject({
  /** By the key of the question: stars 1–5, the index of an option, or words. */
  answers: z.record(QuestionKey, z.union([z.number(), z.string().check(z.trim(), z.maxLength(surveyLimits.text))])),
  /** Staff help somebody to take part: whoever has this phone; a name for whom nobody knows yet. */
  onBehalfOf: z.optional(z.strictObject({ phone: Phone, name: optionalText(20) })),
})
export type CastBallot = z.output<typeof CastBallot>

const params = z.strictObject({ id: Id })
const changeErrors = ['forbidden', 'not_found', 'wrong_state', 'lost_race', 'version_mismatch'] as const
const move = (summary: string) =>
  ({
    summary,
    auth: 'person',
    params,
    body: z.strictObject({}),
    status: 200,
    response: Survey,
    errors: [...changeErrors, 'idempotency_key_reused'],
    isIdempotent: true,
    takesVersion: true,
  }) as const

export const surveyContracts = {
  'surveys.list': {
    summary:
      'Surveys that ask me (`mine`: published ones of where I live, newest first), or those that a membership of mine holds (`held`)',
    auth: 'person',
    query: z.strictObject({
      ...PageQuery,
      view: z._default(z.enum(['mine', 'held']), 'mine'),
      /** Those about one of the ten things. */
      pledgeId: z.optional(Id),
      membershipId: z.optional(Id),
    }),
    status: 200,
    response: page(Survey),
    errors: ['forbidden', 'malformed_request'],
  },
  'surveys.create': {
    summary: 'Begin a survey as a draft',
    auth: 'person',
    body: CreateSurvey,
    status: 201,
    response: Survey,
    errors: ['forbidden', 'idempotency_key_reused'],
    isIdempotent: true,
  },
  'surveys.show': {
    summary: 'One survey; a draft only for those who hold it',
    auth: 'public',
    params,
    status: 200,
    response: Survey,
    errors: ['not_found'],
  },
  'surveys.update': {
    summary: 'Change a survey that nobody answered yet',
    auth: 'person',
    params,
    body: SurveyDraft,
    status: 200,
    response: Survey,
    errors: changeErrors,
    takesVersion: true,
  },
  'surveys.discard': {
    summary: 'Throw a draft away',
    auth: 'person',
    params,
    status: 204,
    response: z.void(),
    errors: changeErrors,
    takesVersion: true,
  },
  'surveys.publish': move('Publish a draft: it opens by itself when its time comes'),
  'surveys.close': move('Close a survey before its time; it is counted at once'),
  'surveys.cast': {
    summary:
      'Take part, once: one verified person one ballot, on the phone or with the help of staff. Takes no Idempotency-Key; a ballot can be tied to nobody, so it is neither answered nor shown again',
    auth: 'person',
    params,
    body: CastBallot,
    status: 201,
    response: z.strictObject({ hasCast: z.literal(true) }),
    errors: ['forbidden', 'not_found', 'wrong_state', 'lost_race', 'already_exists', 'version_mismatch'],
    takesVersion: true,
  },
  'surveys.result': {
    summary: 'What a closed survey found; before it is closed 409, for everyone',
    auth: 'public',
    params,
    status: 200,
    response: SurveyResult,
    errors: ['not_found', 'wrong_state'],
  },
  'surveys.texts': {
    summary:
      'What was written to one question of a closed survey, in no order, apart from all other answers; for those who hold it',
    auth: 'person',
    params,
    query: z.strictObject({ ...PageQuery, question: QuestionKey }),
    status: 200,
    response: page(z.strictObject({ id: Id, text: z.string() })),
    errors: ['forbidden', 'not_found', 'wrong_state', 'malformed_request'],
  },
} as const
