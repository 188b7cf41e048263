import { escalatesAt } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import type { EventData } from '../order-event.entity'
import type { OrderRow } from '../order.entity'

/** What one more decline or rework adds: the third of its kind hands the decision to the district, once. */
export function counted(
  ctx: Ctx,
  order: OrderRow,
  counter: 'declineCount' | 'reworkCount',
): { change: Partial<OrderRow>; data: EventData } {
  const count = order[counter] + 1
  const isEscalating = count >= escalatesAt && order.escalatedAt === null
  return {
    change: { [counter]: count, ...(isEscalating && { escalatedAt: ctx.now }) },
    data: isEscalating ? { isEscalated: true } : {},
  }
}
