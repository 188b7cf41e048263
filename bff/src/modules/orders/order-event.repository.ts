import type { EntityManager } from 'typeorm'
import { marks, selectRows } from '../../db/rows'
import { OrderEventRow, OrderEventText } from './order-event.entity'

export type EventWithNote = OrderEventRow & { readonly note: string | null }

/** The history of an order, oldest first, with what people wrote as far as it was not deleted. */
export async function findEvents(em: EntityManager, orderId: string): Promise<EventWithNote[]> {
  const events = await selectRows(em, OrderEventRow, 'WHERE order_id = ? ORDER BY seq', [orderId])
  const ids = events.map((event) => event.id)
  if (ids.length === 0) return []
  const texts = await selectRows(em, OrderEventText, `WHERE event_id IN (${marks(ids)})`, ids)
  const notes = new Map(texts.map((text) => [text.eventId, text.note]))
  return events.map((event) => ({ ...event, note: notes.get(event.id) ?? null }))
}
