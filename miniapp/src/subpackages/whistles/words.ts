import type { WhistleEvent, WhistleStep, WhistleSummary } from '@xinban/shared/contracts'
import {
  refusalDecisionWords,
  remainingWords,
  sayDistance,
  sayTime,
  starWords,
  whistleActionWords,
  whistleStepWords,
  type Stars,
} from '@xinban/shared/domain'

const sayStars = (stars: Stars | undefined) => (stars === undefined ? '' : `：${stars} 星，${starWords[stars]}`)

/** `区住建局 · 到场报到（凭到场码）` */
export function tellEvent(event: WhistleEvent): string {
  const { action, department, decision, stars, isByCode, metres } = event
  const who = event.actor.org?.name ?? '同事'
  const what = whistleActionWords[action]
  if (action === 'report-in') {
    const how = isByCode ? '凭到场码' : metres === undefined ? '' : `离现场${sayDistance(metres)}`
    return `${who} · ${what}${how && `（${how}）`}`
  }
  if (action === 'resolve-refusal' && decision)
    return `${who} · ${department?.name ?? ''}${refusalDecisionWords[decision]}`
  if (action === 'grade-department') return `${who} · 评${department?.name ?? '部门'}${sayStars(stars)}`
  if (action === 'grade-street') return `${who} · 评街道${sayStars(stars)}`
  return `${who} · ${what}`
}

/** How a step of a department stands, in words; nothing of what is not counted any more. */
export function tellStep({ dueAt, doneAt, overdueAt, warnedAt }: WhistleStep, isAwaited: boolean, now: Date): string {
  if (doneAt !== null) return `${sayTime(new Date(doneAt), now)} ${overdueAt === null ? '按时完成' : '超期完成'}`
  if (overdueAt !== null || (isAwaited && now > new Date(dueAt))) return remainingWords(now, new Date(dueAt))
  return isAwaited ? `${remainingWords(now, new Date(dueAt))}${warnedAt === null ? '' : '，快到期了'}` : '不再计算'
}

/** `签收：还剩 40 分钟` */
export const tellDue = ({ step, dueAt }: NonNullable<WhistleSummary['due']>, now: Date): string =>
  `${whistleStepWords[step]}：${remainingWords(now, new Date(dueAt))}`
