import { statusWords, type OrderStatus } from '@xinban/shared/domain'
import type { Audience } from './event-story'

/** Where residents say it otherwise: 评单, 退单 and 并单 are words of officials. */
const toResidents: Partial<Record<OrderStatus, string>> = {
  declining: '商量中',
  rework: '重新办理',
  graded: '已办完',
  declined: '没办成',
  merged: '一起办',
}

/** A status in one word, to whoever reads it. */
export const statusWord = (status: OrderStatus, audience: Audience): string =>
  (audience === 'owner' ? toResidents[status] : undefined) ?? statusWords[status]
