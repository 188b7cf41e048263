import type { EntityManager } from 'typeorm'
import { selectRows } from '../../db/rows'
import { OrderEventRow } from './order-event.entity'
import type { OrderRow } from './order.entity'
import { findOrder } from './order.repository'

/** An order as it is now, and the event that is news of it; some news have none, as a second. */
export interface OrderNews {
  readonly order: OrderRow
  readonly event: OrderEventRow | undefined
}

/** Undefined when there is no such order. */
export async function findOrderNews(
  em: EntityManager,
  orderId: string,
  eventId: string | undefined,
): Promise<OrderNews | undefined> {
  const order = await findOrder(em, orderId)
  if (!order) return undefined
  const [event] = eventId === undefined ? [] : await selectRows(em, OrderEventRow, 'WHERE id = ?', [eventId])
  return { order, event }
}
