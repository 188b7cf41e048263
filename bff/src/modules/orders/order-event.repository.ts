import type { EntityManager } from 'typeorm'
import { selectPairs } from '../../db/rows'
import { OrderEventRow, OrderEventText } from './order-event.entity'

export type EventWithNote = OrderEventRow & { readonly note: string | null }

/** The history of an order, oldest first, with what people wrote as far as it was not deleted. */
export async function findEvents(em: EntityManager, orderId: string): Promise<EventWithNote[]> {
  const rows = await selectPairs(
    em,
    [OrderEventRow, 'id'],
    [OrderEventText, 'event_id'],
    'WHERE a.order_id = ? ORDER BY a.seq',
    [orderId],
  )
  return rows.map(([event, text]) => ({ ...event, note: text?.note ?? null }))
}
