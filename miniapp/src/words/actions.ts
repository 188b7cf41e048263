import type { OrderAction, OrderStatus } from '@xinban/shared/domain'

/** Words on buttons: to whoever presses them. */
export const buttonWords: Record<OrderAction, string> = {
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
}

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
  withdraw: 10,
}

/**
 * Puts the actions that the server allows into the order of a screen: the most likely first.
 * An order just accepted is usually handed on before it is done.
 */
export function orderActionsForScreen(allowed: readonly OrderAction[], status: OrderStatus): OrderAction[] {
  const weigh = (action: OrderAction) => (status === 'accepted' && action === 'dispatch' ? 0 : weights[action])
  return [...allowed].sort((a, b) => weigh(a) - weigh(b))
}
