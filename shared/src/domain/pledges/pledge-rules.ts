import type { RuleIssue } from '../scores/rules/rule-issue'
import { checkLights, yinchuanBands, type LightBand } from './lights'

/** How pledges of a district are watched and struck off. A version never changes; figures name the one they came by. */
export interface PledgeRules {
  readonly lights: readonly LightBand[]
  /** Days of the public notice (公示) before a strike-off. */
  readonly noticeDays: number
  /** Days without an update after which a pledge is marked. */
  readonly staleDays: number
  /** Days before a milestone on which those who work on it are reminded. */
  readonly remindDays: number
  /** Days after the street's answer in which the objector may appeal to the district. */
  readonly appealDays: number
  /** What the survey must reach: the mean of points, 0–100, and the coverage in percent. */
  readonly survey: { readonly mean: number; readonly coverage: number }
}

export const defaultPledgeRules: PledgeRules = {
  lights: yinchuanBands,
  noticeDays: 7,
  staleDays: 30,
  remindDays: 7,
  appealDays: 7,
  survey: { mean: 80, coverage: 30 },
}

const days = {
  noticeDays: '公示的天数',
  staleDays: '多少天没有更新',
  remindDays: '提前提醒的天数',
  appealDays: '申诉的天数',
}

/** What keeps rules from being saved, all of it, each with the case that shows it; empty when they make sense. */
export function checkPledgeRules(rules: PledgeRules): RuleIssue[] {
  const { mean, coverage } = rules.survey
  const shares = { 'survey.mean': mean, 'survey.coverage': coverage }
  return [
    ...checkLights(rules.lights),
    ...(Object.keys(days) as (keyof typeof days)[]).flatMap((path): RuleIssue[] => {
      const value = rules[path]
      if (Number.isInteger(value) && value >= 1 && value <= 366) return []
      return [{ path, code: 'out_of_range', message: `${days[path]}写的是 ${value}，应为 1—366 的整数` }]
    }),
    ...Object.entries(shares).flatMap(([path, value]): RuleIssue[] =>
      value >= 0 && value <= 100
        ? []
        : [{ path, code: 'out_of_range', message: `测评要达到的数写的是 ${value}，应在 0—100` }],
    ),
  ]
}
