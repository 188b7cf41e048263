import { starWords, type Stars } from '../../ratings/rating-reasons'
import { scoreParts } from '../counting/scored-order'
import { isTenth } from '../figures/figures'
import { checkBands } from './check-bands'
import { checkMajority, type MajorityDraft } from './check-majority'
import type { RuleIssue } from './rule-issue'
import type { ScoreRuleSet } from './rule-set'
import type { MeanRule } from './survey-rules'

/** A rule set as a form or a file has it, before it is known to make sense. */
export interface ScoreRuleDraft extends Omit<ScoreRuleSet, 'points' | 'survey'> {
  readonly points: Readonly<Partial<Record<Stars, number>>>
  readonly survey: MeanRule | MajorityDraft
}

const levels = [1, 2, 3, 4, 5] as const satisfies readonly Stars[]
const isBetween = (value: number, least: number, most: number) => value >= least && value <= most

function checkNames(draft: ScoreRuleDraft): RuleIssue[] {
  const words = { version: '版本', name: '名称', source: '依据' } as const
  return (Object.keys(words) as (keyof typeof words)[]).flatMap((path): RuleIssue[] =>
    draft[path].trim() === '' ? [{ path, code: 'missing', message: `请填写规则的${words[path]}` }] : [],
  )
}

/** Five levels, each with points, and more stars never get fewer. */
function checkPoints({ points }: ScoreRuleDraft): RuleIssue[] {
  return levels.flatMap((stars): RuleIssue[] => {
    const path = `points.${stars}`
    const own = points[stars]
    if (own === undefined) return [{ path, code: 'missing', message: `缺少 ${stars} 星“${starWords[stars]}”的分值` }]
    if (!isBetween(own, 0, 10) || !isTenth(own)) {
      const message = `${stars} 星得 ${own} 分，分值应在 0—10，最多一位小数`
      return [{ path, code: 'out_of_range', message }]
    }
    const above = levels.find((more) => more > stars && (points[more] ?? own) < own)
    if (!above) return []
    const message = `${stars} 星得 ${own} 分，${above} 星却只得 ${points[above]} 分`
    return [{ path, code: 'wrong_order', message }]
  })
}

/** 满意率 counts at least 基本满意: what says 不满意 in its name is never favourable. */
function checkFavourable({ favourableFrom }: ScoreRuleDraft): RuleIssue[] {
  if (favourableFrom >= 3) return []
  const message = `${favourableFrom} 星“${starWords[favourableFrom]}”会被算作满意`
  return [{ path: 'favourableFrom', code: 'out_of_range', message }]
}

function checkWeights({ weights }: ScoreRuleDraft): RuleIssue[] {
  const parts = scoreParts.map((part) => weights[part])
  const bad = scoreParts.filter((part) => !Number.isInteger(weights[part]) || !isBetween(weights[part], 0, 100))
  if (bad.length > 0) {
    return bad.map((part) => {
      const message = `权重 ${weights[part]} 不是 0—100 的整数`
      return { path: `weights.${part}`, code: 'out_of_range', message }
    })
  }
  const sum = parts.reduce((total, weight) => total + weight, 0)
  if (sum === 100) return []
  return [{ path: 'weights', code: 'wrong_sum', message: `三项权重 ${parts.join(' + ')} = ${sum}，应为 100` }]
}

function checkPeriods({ periods, defaultReview }: ScoreRuleDraft): RuleIssue[] {
  const issues: RuleIssue[] = []
  if (periods.kinds.length === 0) {
    issues.push({ path: 'periods.kinds', code: 'missing', message: '请至少选一种公布的周期：月、季度或年' })
  }
  const days = periods.freezeAfterDays
  if (!Number.isInteger(days) || !isBetween(days, 0, 366)) {
    issues.push({
      path: 'periods.freezeAfterDays',
      code: 'out_of_range',
      message: `期满 ${days} 天后定稿，应在 0—366 天`,
    })
  }
  const wait = defaultReview?.afterDays
  if (wait !== undefined && (!Number.isInteger(wait) || !isBetween(wait, 1, 366))) {
    const message = `办结 ${wait} 天后默认评价，应在 1—366 天`
    issues.push({ path: 'defaultReview.afterDays', code: 'out_of_range', message })
  }
  return issues
}

/**
 * Whether a rule set can be saved: no gaps, no overlaps, weights of 100. All issues are reported, each with the case
 * that shows it.
 */
export function checkRuleSet(
  draft: ScoreRuleDraft,
): { readonly ok: true; readonly rules: ScoreRuleSet } | { readonly ok: false; readonly issues: readonly RuleIssue[] } {
  const issues = [
    ...checkNames(draft),
    ...checkPoints(draft),
    ...checkFavourable(draft),
    ...checkWeights(draft),
    ...checkPeriods(draft),
    ...(draft.survey.kind === 'mean' ? checkBands(draft.survey.bands) : checkMajority(draft.survey)),
  ]
  // Every level has its points and every vote its verdict, or there is an issue.
  return issues.length > 0 ? { ok: false, issues } : { ok: true, rules: draft as ScoreRuleSet }
}
