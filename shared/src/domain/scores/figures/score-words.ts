import { scoreParts, type ScorePart } from '../counting/scored-order'
import { isAssessed, type Assessed } from './figures'
import type { Standing, RankKey } from './ranking'
import type { Score } from './score'

export const notAssessedWord = '未评估'

export const partWords: Record<ScorePart, string> = { response: '响应率', resolution: '解决率', satisfaction: '满意率' }
export const rankKeyWords: Record<RankKey, string> = { composite: '综合', ...partWords }

/** `92%`, `92.5%`, `未评估`. */
export const sayPercent = (figure: Assessed): string => (isAssessed(figure) ? `${figure}%` : notAssessedWord)

/** `4.6`, `未评估`. */
export const sayFigure = (figure: Assessed): string => (isAssessed(figure) ? String(figure) : notAssessedWord)

/** A rate with what it is made of: `95%（按时 19 个，应响应 20 个）`. */
export function sayRate(part: ScorePart, score: Score): string {
  const { rate, good, of } = score.parts[part]
  if (part === 'satisfaction') return saySatisfaction(score)
  const words = part === 'response' ? ['应响应', '按时响应'] : ['应办结', '按时办好']
  return of === 0
    ? `${notAssessedWord}（没有${words[0]}的单）`
    : `${sayPercent(rate)}（${words[0]} ${of} 个，${words[1]} ${good} 个）`
}

/** 满意率 is never said without its coverage: `92%（41 人评，覆盖 63%）`. */
export function saySatisfaction({ parts: { satisfaction }, coverage }: Score): string {
  if (coverage.of === 0) return `${notAssessedWord}（没有办结的单）`
  return `${sayPercent(satisfaction.rate)}（${satisfaction.of} 人评，覆盖 ${sayPercent(coverage.rate)}）`
}

/** `第 3 名`, `并列第 3 名`, `未评估，不排名`. */
export function sayRank({ rank, isTied }: Standing): string {
  if (rank === null) return `${notAssessedWord}，不排名`
  return `${isTied ? '并列' : ''}第 ${rank} 名`
}

/** What was counted apart from the rates, each with its number; empty when there is nothing of the kind. */
export function sayApart({ telephone, byDefault, followUp, synthetic, excluded, attendance }: Score): string[] {
  return [
    ...(attendance.of > 0 ? [`到场报到 ${attendance.of} 次，按时 ${attendance.good} 次`] : []),
    ...(telephone.of > 0 ? [`电话回访 ${telephone.of} 个，满意 ${telephone.good} 个`] : []),
    ...(byDefault.of > 0 ? [`默认评价 ${byDefault.of} 件，另计，不计入满意率`] : []),
    ...(followUp.of > 0 ? [`整改后满意 ${followUp.good} 个，追评 ${followUp.of} 个`] : []),
    ...scoreParts.flatMap((part) =>
      excluded[part] > 0 ? [`剔除 ${excluded[part]} 个，不计入${partWords[part]}`] : [],
    ),
    ...(synthetic.response > 0 ? [`补录 ${synthetic.response} 个，不计入响应率`] : []),
    ...(synthetic.resolution > 0 ? [`补录 ${synthetic.resolution} 个，不计入解决率`] : []),
  ]
}
