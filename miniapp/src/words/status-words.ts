import type { OrderSummary } from '@xinban/shared/contracts'
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

interface Shown {
  readonly status: OrderStatus
  readonly wish?: OrderSummary['wish'] | undefined
}

/** The street looks at it before anybody takes it up: still `submitted`, and no community is asked yet. */
const isAtStreet = ({ status, wish }: Shown): boolean => status === 'submitted' && wish?.state === 'waiting'

/** A status in one word, to whoever reads it. */
export const statusWord = ({ status, wish }: Shown, audience: Audience): string =>
  (isAtStreet({ status, wish }) ? '待审单' : undefined) ??
  (audience === 'owner' ? toResidents[status] : undefined) ??
  statusWords[status]
