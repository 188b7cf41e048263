import * as z from 'zod/mini'
import { Instant, OrgCode } from './common'

const Points = z.number().check(z.gte(0), z.lte(100))
const Days = z.int().check(z.gte(1), z.lte(366))

export const PledgeRules = z.strictObject({
  lights: z
    .array(z.strictObject({ light: z.enum(['green', 'yellow', 'red']), from: Points, to: Points }))
    .check(z.minLength(1), z.maxLength(9)),
  noticeDays: Days,
  staleDays: Days,
  remindDays: Days,
  appealDays: Days,
  survey: z.strictObject({ mean: Points, coverage: Points }),
})
export type PledgeRulesInput = z.infer<typeof PledgeRules>

const Saved = z.strictObject({
  districtCode: OrgCode,
  /** 0: what holds where a district set nothing. */
  version: z.int(),
  setAt: z.nullable(Instant),
  rules: PledgeRules,
  mayChange: z.boolean(),
})

export const pledgeRuleContracts = {
  'pledge-rules.show': {
    summary: 'How pledges of a district are watched and struck off',
    auth: 'public',
    query: z.strictObject({ districtCode: OrgCode }),
    status: 200,
    response: Saved,
    errors: ['not_found'],
  },
  'pledge-rules.save': {
    summary: 'Set the rules of pledges; refused with gaps or overlaps, each with the case that shows it',
    auth: 'person',
    body: z.strictObject({ districtCode: OrgCode, rules: PledgeRules }),
    status: 200,
    response: Saved,
    errors: ['forbidden', 'lost_race'],
  },
} as const
