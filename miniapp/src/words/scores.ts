import type { ScoreFigures, ScoreRow, ScoreTable } from '@xinban/shared/contracts'
import {
  kindOfPeriod,
  monthsLater,
  monthsOf,
  notAssessedWord,
  partWords,
  rankKeyWords,
  sayFigure,
  sayPercent,
  scoreParts,
  type Assessed,
  type Month,
  type PeriodKind,
  type RankKey,
  type ScorePart,
} from '@xinban/shared/domain'

export const periodKindWords: Record<PeriodKind, string> = { month: '按月', quarter: '按季度', year: '按年' }

/** The period of `kind` that a month stands in. */
export function periodWith(month: Month, kind: PeriodKind): string {
  if (kind === 'month') return month
  const year = month.slice(0, 4)
  return kind === 'year' ? year : `${year}-Q${Math.ceil(Number(month.slice(5)) / 3)}`
}

/** The period before (-1) or after (1). */
export function periodBeside(period: string, step: -1 | 1): string {
  const months = monthsOf(period)
  const edge = (step < 0 ? months[0] : months.at(-1)) as Month
  return periodWith(monthsLater(edge, step), kindOfPeriod(period) ?? 'month')
}

export const subjectWords: Record<ScoreTable['of'], string> = {
  orgs: '街道、社区',
  units: '单位和队伍',
  items: '服务事项',
}

/** `92.1 分`, `未评估`. */
export const sayComposite = (figure: Assessed): string =>
  figure === 'not_assessed' ? notAssessedWord : `${sayFigure(figure)} 分`

/** What the place was decided by: `至少 83.9%`; nothing where nothing was assessed. */
export function sayBound(score: ScoreFigures, by: RankKey): string | null {
  const bound = by === 'composite' ? score.compositeLowerBound : score.parts[by].lowerBound
  if (bound === 'not_assessed') return null
  return by === 'composite' ? `按至少 ${sayComposite(bound)}排` : `按至少 ${sayPercent(bound)} 排`
}

/** In plain words what a lower bound is, and why. */
export const whyBounds =
  '名次看“至少有多少”：单少的时候，好成绩可能是碰巧，要打折扣，所以 1 个单全好不会排到 100 个单 98 个好的前面。没有可评的单，写“未评估”，不排名。'

/** Every rate as it would be with what became known later, those that are still the same left out. */
function changes(score: ScoreFigures, now: ScoreFigures): string[] {
  const composite =
    score.composite === now.composite ? [] : [`${rankKeyWords.composite}应为 ${sayComposite(now.composite)}`]
  const changed = scoreParts.filter((part: ScorePart) => score.parts[part].rate !== now.parts[part].rate)
  return [...composite, ...changed.map((part) => `${partWords[part]}应为 ${sayPercent(now.parts[part].rate)}`)]
}

const shortDay = (date: string) => `${Number(date.slice(5, 7))} 月 ${Number(date.slice(8))} 日`

/** What became known of a frozen period later; null when nothing did. */
export function sayCorrection({
  score,
  corrected,
  corrections,
}: Pick<ScoreRow, 'score' | 'corrected' | 'corrections'>): string | null {
  const last = corrections.at(-1)
  if (!corrected || !last) return null
  const words = changes(score, corrected)
  return `定稿后有更正（${shortDay(last.on)}）：${words.length > 0 ? words.join('，') : '各项比率没有变'}`
}
