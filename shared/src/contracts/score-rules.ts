import * as z from 'zod/mini'
import type { Stars } from '../domain/ratings/rating-reasons'
import { periodKinds, type Month } from '../domain/scores/counting/periods'
import type { ScoreRuleDraft } from '../domain/scores/rules/check-rule-set'
import type { ScoreRuleSet } from '../domain/scores/rules/rule-set'
import { verdicts } from '../domain/scores/rules/survey-rules'
import { Instant, OrgCode, page, PageQuery } from './common'

const points = z.number()
const Stars = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
const Percent = z.number()
const Band = z.strictObject({ verdict: z.enum(verdicts), from: Percent, to: Percent })
const Step = z.strictObject({
  verdict: z.enum(verdicts),
  counts: z.array(z.enum(verdicts)).check(z.maxLength(3)),
  moreThan: z.tuple([z.int(), z.int()]),
})

const common = {
  name: z.string().check(z.trim(), z.maxLength(40)),
  source: z.string().check(z.trim(), z.maxLength(300)),
  favourableFrom: Stars,
  weights: z.strictObject({ response: z.number(), resolution: z.number(), satisfaction: z.number() }),
  periods: z.strictObject({
    kinds: z.array(z.enum(periodKinds)).check(z.maxLength(periodKinds.length)),
    freezeAfterDays: z.number(),
  }),
  defaultReview: z.nullable(z.strictObject({ stars: Stars, afterDays: z.number() })),
}
const MeanRule = z.strictObject({ kind: z.literal('mean'), bands: z.array(Band).check(z.maxLength(9)) })
const majority = { kind: z.literal('majority'), steps: z.array(Step).check(z.maxLength(9)) }

/** Rules as they are written down; what is sound of them is said by `checkRuleSet`. The server names the version. */
const RuleDraft = z.strictObject({
  ...common,
  points: z.strictObject({
    ...{ 1: z.optional(points), 2: z.optional(points), 3: z.optional(points) },
    ...{ 4: z.optional(points), 5: z.optional(points) },
  }),
  survey: z.discriminatedUnion('kind', [
    MeanRule,
    z.strictObject({ ...majority, otherwise: z.nullable(z.enum(verdicts)) }),
  ]),
})
type RuleDraft = z.output<typeof RuleDraft>
/** The schema and the domain's type are the same; a difference does not compile. */
export const asRuleDraft = (draft: RuleDraft, version: string): ScoreRuleDraft => ({
  ...draft,
  points: draft.points,
  version,
})

const RuleSet = z.strictObject({
  ...common,
  version: z.string(),
  points: z.strictObject({ 1: points, 2: points, 3: points, 4: points, 5: points }),
  survey: z.discriminatedUnion('kind', [MeanRule, z.strictObject({ ...majority, otherwise: z.enum(verdicts) })]),
})
export const asRuleSet = (rules: z.output<typeof RuleSet>): ScoreRuleSet => rules

export const ScoreRuleSettings = z.strictObject({
  districtCode: OrgCode,
  /** 0 while the district has set nothing and the national rules hold; for `If-Match`. */
  version: z.int(),
  rules: RuleSet,
  since: z.nullable(Instant),
  /** Who set them, masked. */
  by: z.nullable(z.string()),
  allowedActions: z.array(z.enum(['save'])),
})
export type ScoreRuleSettings = z.infer<typeof ScoreRuleSettings>

const SaveRules = z.strictObject({ districtCode: OrgCode, rules: RuleDraft })
export type SaveScoreRules = z.output<typeof SaveRules>

const MonthName = z.string().check(z.regex(/^20\d\d-(0[1-9]|1[0-2])$/, '月份写作 2026-11'))
export const asMonth = (name: z.output<typeof MonthName>): Month => name as Month

/** How far the months of a district are published, and what comes next. */
export const ScoreFreezeState = z.strictObject({
  districtCode: OrgCode,
  frozenThrough: z.nullable(MonthName),
  /** The last month that may be frozen now. */
  ripeThrough: MonthName,
  /** The last act of freezing: by which rules, when, and by whom (masked). */
  ruleVersion: z.nullable(z.string()),
  frozenAt: z.nullable(Instant),
  by: z.nullable(z.string()),
  allowedActions: z.array(z.enum(['freeze'])),
})
export type ScoreFreezeState = z.infer<typeof ScoreFreezeState>

export const scoreRuleContracts = {
  'score-rules.show': {
    summary: 'The rules by which a district’s scores are made now',
    auth: 'person',
    /** Without a district: the caller's own. */
    query: z.strictObject({ districtCode: z.optional(OrgCode) }),
    status: 200,
    response: ScoreRuleSettings,
    errors: ['not_found'],
  },
  'score-rules.save': {
    summary: 'A new version of a district’s rules; frozen months keep theirs',
    auth: 'person',
    body: SaveRules,
    status: 200,
    response: ScoreRuleSettings,
    errors: ['forbidden', 'not_found', 'lost_race', 'version_mismatch'],
    takesVersion: true,
  },
  'score-rules.versions': {
    summary: 'All versions, latest first, with who set them and when',
    auth: 'person',
    query: z.strictObject({ ...PageQuery, districtCode: z.optional(OrgCode) }),
    status: 200,
    response: page(z.strictObject({ version: z.int(), rules: RuleSet, since: Instant, by: z.nullable(z.string()) })),
    errors: ['not_found', 'malformed_request'],
  },
  'score-freezes.show': {
    summary: 'How far the months of a district are frozen, and how far they may be',
    auth: 'person',
    query: z.strictObject({ districtCode: z.optional(OrgCode) }),
    status: 200,
    response: ScoreFreezeState,
    errors: ['forbidden', 'not_found'],
  },
  'score-freezes.freeze': {
    summary: 'Publish and freeze all months up to one; what becomes known later is a dated correction',
    auth: 'person',
    params: z.strictObject({ districtCode: OrgCode }),
    body: z.strictObject({ through: MonthName }),
    status: 200,
    response: ScoreFreezeState,
    errors: ['forbidden', 'not_found', 'wrong_state', 'lost_race'],
  },
} as const
