import type { Order } from '@xinban/shared/contracts'
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

/** Many rows of orders that say the same as one and came with it, without content and events: for what reads rows alone. */
export async function copyOrders({ services: { db }, clock }: TestServer, { id }: Order, count: number): Promise<void> {
  const [row = {}] = await db.reader.query<Record<string, unknown>[]>('SELECT * FROM orders WHERE id = ?', [id])
  const names = Object.keys(row)
  const made = clock.now()
  const prefix = id.slice(-6)
  await db.unitOfWork(async (em) => {
    for (let from = 0; from < count; from += 300) {
      const copies = Array.from({ length: Math.min(300, count - from) }, (_, index) => ({
        ...{ ...row, id: newId(made), no: `T${prefix}${String(from + index).padStart(6, '0')}` },
      }))
      const one = `(${names.map(() => '?').join(', ')})`
      await em.query(
        `INSERT INTO orders (${names.map((name) => `\`${name}\``).join(', ')}) VALUES ${copies.map(() => one).join(', ')}`,
        copies.flatMap((copy) => Object.values(copy)),
      )
    }
  })
}
