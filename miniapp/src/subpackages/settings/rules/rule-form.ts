import {
  checkRuleSet,
  partWords,
  sayFigure,
  sayPercent,
  scoreOf,
  scoreParts,
  surveyMean,
  verdictByMean,
  verdictWords,
  type ScorePart,
  type ScoreRuleDraft,
  type ScoreRuleSet,
  type Stars,
  type Tally,
  type Verdict,
} from '@xinban/shared/domain'
import { sayComposite } from '@/words/scores'

export const levels = [5, 4, 3, 2, 1] as const satisfies readonly Stars[]
type Edge = 'from' | 'to'
export type RuleField =
  | 'name'
  | 'source'
  | 'favourableFrom'
  | 'freezeAfterDays'
  /** Stars of a default review; empty where there is none. */
  | 'defaultReview.stars'
  | 'defaultReview.afterDays'
  | `points.${Stars}`
  | `weights.${ScorePart}`
  | `bands.${Verdict}.${Edge}`

/** What stands in the fields, as it is typed; what has no field stays as the set it came from has it. */
export interface RuleForm {
  readonly base: ScoreRuleSet
  readonly typed: Readonly<Partial<Record<RuleField, string>>>
}

/** Where silence stays silence; and how long two provinces wait. */
export const noDefaultReview = 'none'
const usualWaitDays = 7

const bandsOf = ({ survey }: ScoreRuleSet) => (survey.kind === 'mean' ? survey.bands : [])

export function formOf(base: ScoreRuleSet): RuleForm {
  const typed: Partial<Record<RuleField, string>> = {
    ...{ name: base.name, source: base.source, favourableFrom: String(base.favourableFrom) },
    freezeAfterDays: String(base.periods.freezeAfterDays),
    'defaultReview.stars': String(base.defaultReview?.stars ?? noDefaultReview),
    'defaultReview.afterDays': String(base.defaultReview?.afterDays ?? usualWaitDays),
  }
  for (const stars of levels) typed[`points.${stars}`] = String(base.points[stars])
  for (const part of scoreParts) typed[`weights.${part}`] = String(base.weights[part])
  for (const { verdict, from, to } of bandsOf(base)) {
    typed[`bands.${verdict}.from`] = String(from)
    typed[`bands.${verdict}.to`] = String(to)
  }
  return { base, typed }
}

/** Whether a review is counted where nobody rated. */
export const hasDefaultReview = ({ typed }: RuleForm): boolean => typed['defaultReview.stars'] !== noDefaultReview

export function draftOf({ base, typed }: RuleForm): ScoreRuleDraft {
  const number = (field: RuleField) => {
    const words = typed[field]?.trim() ?? ''
    return words === '' ? Number.NaN : Number(words)
  }
  const bands = bandsOf(base).map(({ verdict }) => ({
    ...{ verdict, from: number(`bands.${verdict}.from`), to: number(`bands.${verdict}.to`) },
  }))
  return {
    ...base,
    name: typed.name?.trim() ?? '',
    source: typed.source?.trim() ?? '',
    favourableFrom: Number(typed.favourableFrom) as Stars,
    points: Object.fromEntries(levels.map((stars) => [stars, number(`points.${stars}`)])),
    weights: {
      response: number('weights.response'),
      resolution: number('weights.resolution'),
      satisfaction: number('weights.satisfaction'),
    },
    periods: { ...base.periods, freezeAfterDays: number('freezeAfterDays') },
    defaultReview: hasDefaultReview({ base, typed })
      ? { stars: Number(typed['defaultReview.stars']) as Stars, afterDays: number('defaultReview.afterDays') }
      : null,
    survey: base.survey.kind === 'mean' ? { kind: 'mean', bands } : base.survey,
  }
}

const isNumeric = (field: string, form: RuleForm) =>
  !['name', 'source', 'defaultReview.stars'].includes(field) &&
  (field !== 'defaultReview.afterDays' || hasDefaultReview(form))
const isNumber = (words: string | undefined) =>
  words !== undefined && words.trim() !== '' && !Number.isNaN(Number(words))

export interface RuleErrors {
  /** By field: below it. */
  readonly fields: Partial<Record<RuleField, string>>
  /** Of several fields together: above them. */
  readonly groups: { readonly weights?: string; readonly survey?: string }
}

/** All that is wrong with what is typed; the same rules as the server's. */
export function errorsOf(form: RuleForm): RuleErrors {
  const fields: Partial<Record<RuleField, string>> = {}
  for (const [field, words] of Object.entries(form.typed) as [RuleField, string][]) {
    if (isNumeric(field, form) && !isNumber(words)) fields[field] = '请填数字'
  }
  const checked = checkRuleSet(draftOf(form))
  const issues = checked.ok ? [] : checked.issues
  const survey: string[] = []
  let weights: string | undefined
  for (const { path, message } of issues) {
    const field = path.replace('periods.', '') as RuleField
    if (path === 'weights') weights = message
    else if (path.startsWith('survey')) survey.push(message)
    else if (field in form.typed) fields[field] ??= message
  }
  const isUnread = Object.keys(fields).some((field) => field.startsWith('bands.'))
  return {
    fields,
    groups: {
      ...(weights !== undefined && { weights }),
      ...(survey.length > 0 && !isUnread && { survey: survey.join('；') }),
    },
  }
}

export const hasErrors = ({ fields, groups }: RuleErrors): boolean =>
  Object.keys(fields).length + Object.keys(groups).length > 0

/** A month that shows what every rule does. */
const example: Tally = {
  ...{ acceptDue: 100, acceptInTime: 95, fulfilDue: 100, fulfilSolved: 90, fulfilled: 100 },
  ...{ own5: 12, own4: 4, own3: 2, own2: 1, own1: 1 },
}
export const exampleLead = '100 个单，95 个按时响应、90 个按时办好；20 人评：5 星 12、4 星 4、3 星 2、2 星 1、1 星 1'

/** What the example comes to under what is typed; null while that makes no sense. */
export function exampleWords(form: RuleForm): string[] | null {
  const checked = checkRuleSet(draftOf(form))
  if (!checked.ok) return null
  const { rules } = checked
  const score = scoreOf(example, rules)
  const mean = surveyMean({ 5: 12, 4: 4, 3: 2, 2: 1, 1: 1 }, rules)
  const verdict = rules.survey.kind === 'mean' ? verdictByMean(mean, rules.survey) : null
  return [
    scoreParts.map((part) => `${partWords[part]} ${sayPercent(score.parts[part].rate)}`).join('，'),
    `综合 ${sayComposite(score.composite)}；平均每次评价得 ${sayFigure(score.meanPoints)} 分（满分 10 分）`,
    ...(verdict && verdict !== 'not_assessed'
      ? [`同样的票用在测评里：${sayFigure(mean)} 分，${verdictWords[verdict]}`]
      : []),
  ]
}

/** What a set has that this page does not change. */
export const fixedWords = ({ survey }: ScoreRuleSet): string[] =>
  survey.kind === 'majority' ? ['测评按名单过半数定，不看平均分；票的算法随这套规则，这里不改'] : []
