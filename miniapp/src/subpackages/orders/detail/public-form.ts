import type { Order } from '@xinban/shared/contracts'
import { orderFlow, type OrderStatus } from '@xinban/shared/domain'

/** Whether the server gave only what everyone may see: an order seen by its parties begins with its placing. */
export const isPublicForm = ({ isPublic, events }: Order): boolean => isPublic && events.length === 0

const secondable: readonly OrderStatus[] = orderFlow.actions.second.from

/** `done`: someone who may only see the public form, of an order that takes more, has said so already. */
export function secondStateOf(order: Order): 'open' | 'done' | 'none' {
  if (order.allowedActions.includes('second')) return 'open'
  return isPublicForm(order) && secondable.includes(order.status) ? 'done' : 'none'
}
