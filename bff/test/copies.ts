import type { OrderStatus } from '@xinban/shared/domain'
import { newId } from '../src/db/ids'
import { insertRow, selectRows } from '../src/db/rows'
import { OrderPrivate, OrderRow } from '../src/modules/orders/order.entity'
import type { TestServer } from './server'

/** Rows that say the same as an order, newer than it, in bulk: for what only shows among many. They have no events. */
export async function copyOrder(
  { services: { db }, clock }: TestServer,
  id: string,
  { count, status, ...changes }: { count: number; status: OrderStatus } & Partial<OrderRow>,
): Promise<void> {
  const [order] = await selectRows(db.reader, OrderRow, 'WHERE id = ?', [id])
  const [personal] = await selectRows(db.reader, OrderPrivate, 'WHERE order_id = ?', [id])
  if (!order || !personal) throw new Error(`there is no order ${id}`)
  await db.unitOfWork(async (em) => {
    for (let copy = 0; copy < count; copy++) {
      const orderId = newId(clock.now())
      const no = `C${orderId.slice(-12)}`
      await insertRow(em, OrderRow, { ...order, ...changes, id: orderId, no, status })
      await insertRow(em, OrderPrivate, { ...personal, orderId })
    }
  })
}
