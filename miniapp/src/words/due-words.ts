import type { Order, OrderDue, OrderSummary } from '@xinban/shared/contracts'
import { clockKindWords, inHandStatuses, remainingWords, sayTime, type OrderStatus } from '@xinban/shared/domain'

/** How near a due time is: nothing to worry about, soon over, over. */
export type DueTone = 'calm' | 'soon' | 'over'

type Due = Pick<OrderDue, 'warnAt' | 'dueAt'>

export function toneOf({ warnAt, dueAt }: Due, now: Date): DueTone {
  if (now.getTime() > Date.parse(dueAt)) return 'over'
  return now.getTime() >= Date.parse(warnAt) ? 'soon' : 'calm'
}

/** Which clock it is and what is left of it, to staff: `接单还剩 3 小时`, `办结已超期 2 天`. */
export const tellDue = ({ kind, dueAt }: OrderDue, now: Date): string =>
  `${clockKindWords[kind]} ${remainingWords(now, new Date(dueAt))}`

export const soonWords = '即将超期'
/** A due time beyond the calendar that is known. */
export const provisionalWords = '暂定，放假安排公布后可能会变'

/** What the resident was promised, and whether that time has passed. */
export interface Promised {
  words: string
  isBroken: boolean
}

const isInHand = (status: OrderStatus): boolean => (inHandStatuses as readonly OrderStatus[]).includes(status)

/** Why it takes longer than others; null where it does not, or is over. */
export function tellComplexity({ status, complexity }: Pick<Order, 'status' | 'complexity'>): string | null {
  if (complexity === null || !isInHand(status)) return null
  return `情况复杂，社区需要 ${complexity.days} 个工作日${complexity.reason === null ? '' : `：${complexity.reason}`}`
}

/** By when it is done, as the resident was told; null where that is over or was never said. */
export function tellPromise({ status, promisedAt, due }: PromisedOrder, now: Date): Promised | null {
  if (promisedAt === null || !isInHand(status)) return null
  const promised = new Date(promisedAt)
  if (now.getTime() > promised.getTime()) return { words: '已超过承诺时间，正在催办', isBroken: true }
  const mayMove = due?.kind === 'resident' && due.isProvisional
  return { words: `${sayTime(promised, now)} 前办好${mayMove ? `（${provisionalWords}）` : ''}`, isBroken: false }
}
type PromisedOrder = Pick<OrderSummary, 'status' | 'promisedAt' | 'due'>
