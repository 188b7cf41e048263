import { dayNumber } from '../time/china-time'
import type { PledgeRules } from './pledge-rules'

/** What a survey found about one pledge. Null stands for no survey that was held and closed. */
export interface SurveyFinding {
  /** 0–100 with one decimal. */
  readonly mean: number
  /** Ballots ÷ roster, in percent with one decimal. */
  readonly coverage: number
}

export const strikeOffObstacles = ['unreported', 'no_evidence', 'in_notice', 'objection', 'survey'] as const
export type StrikeOffObstacle = (typeof strikeOffObstacles)[number]

export interface StrikeOffCase {
  readonly milestones: readonly { readonly progress: number | null; readonly evidence: number }[]
  /** When the public notice began. */
  readonly noticeFrom: Date | null
  readonly openObjections: number
  readonly survey: SurveyFinding | null
}

/** Whether what a survey found reaches the district's threshold; a survey that was not held reaches none. */
export const isSurveyReached = (survey: SurveyFinding | null, rules: Pick<PledgeRules, 'survey'>): boolean =>
  survey !== null && survey.mean >= rules.survey.mean && survey.coverage >= rules.survey.coverage

/** The first day on which a notice of so many whole days is over, as a day number. */
export const noticeOverOn = (noticeFrom: Date, { noticeDays }: Pick<PledgeRules, 'noticeDays'>): number =>
  dayNumber(noticeFrom) + noticeDays

/** Everything that keeps a pledge from being struck off (销号), in the order in which it is to be cleared; empty: nothing. */
export function obstaclesOf(
  { milestones, noticeFrom, openObjections, survey }: StrikeOffCase,
  rules: Pick<PledgeRules, 'noticeDays' | 'survey'>,
  now: Date,
): StrikeOffObstacle[] {
  const isOver = noticeFrom !== null && dayNumber(now) >= noticeOverOn(noticeFrom, rules)
  return [
    ...workObstacles(milestones),
    ...(isOver ? [] : (['in_notice'] as const)),
    ...(openObjections > 0 ? (['objection'] as const) : []),
    ...(isSurveyReached(survey, rules) ? [] : (['survey'] as const)),
  ]
}

/** What is missing of the work itself: the strike-off cannot even be asked for. */
export function workObstacles(milestones: StrikeOffCase['milestones']): StrikeOffObstacle[] {
  return [
    ...(milestones.some(({ progress }) => progress !== 100) ? (['unreported'] as const) : []),
    ...(milestones.some(({ evidence }) => evidence === 0) ? (['no_evidence'] as const) : []),
  ]
}

export type StrikeOffRuling = 'free' | 'district_with_statement' | 'refused'

/** Who may strike off: the street when nothing stands in the way; below the survey's threshold the district alone. */
export function strikeOffRuling(obstacles: readonly StrikeOffObstacle[]): StrikeOffRuling {
  if (obstacles.length === 0) return 'free'
  return obstacles.every((obstacle) => obstacle === 'survey') ? 'district_with_statement' : 'refused'
}

export const obstacleWords: Record<StrikeOffObstacle, string> = {
  unreported: '还有节点没有完成，请先完成全部节点',
  no_evidence: '还有节点没有佐证（文字、照片或数字），请先补上',
  in_notice: '公示期还没有满，请期满后再办',
  objection: '还有异议没有答复，请先公开答复',
  survey: '满意度测评没有达到要求，只有区里说明理由后才能销号',
}
