import type { OrderAction, OrderStatus } from '@xinban/shared/domain'
import type { Audience } from './event-story'

const buttonWords: Record<OrderAction, string> = {
  accept: '接单',
  decline: '退单',
  'resolve-decline': '审退单',
  dispatch: '派单',
  progress: '记进展',
  fulfil: '办结',
  withdraw: '撤回这个单',
  rate: '去评价',
  grade: '评单',
  rework: '要求返工',
  approve: '同意公开',
  second: '我也需要，附议',
  merge: '并单',
  unmerge: '撤销并单',
}

/** Words on buttons: to whoever presses them. Staff rate for someone whom they asked on the telephone. */
export const buttonWord = (action: OrderAction, audience: Audience): string =>
  action === 'rate' && audience === 'staff' ? '记电话回访' : buttonWords[action]

const weights: Record<OrderAction, number> = {
  accept: 1,
  rate: 2,
  'resolve-decline': 3,
  grade: 4,
  fulfil: 5,
  dispatch: 6,
  progress: 7,
  rework: 8,
  decline: 9,
  approve: 10,
  merge: 11,
  unmerge: 12,
  second: 13,
  withdraw: 14,
}

/**
 * Puts the actions that the server allows into the order of a screen: the most likely first.
 * An order just accepted is usually handed on before it is done.
 */
export function orderActionsForScreen(allowed: readonly OrderAction[], status: OrderStatus): OrderAction[] {
  const weigh = (action: OrderAction) => (status === 'accepted' && action === 'dispatch' ? 0 : weights[action])
  return [...allowed].sort((a, b) => weigh(a) - weigh(b))
}
