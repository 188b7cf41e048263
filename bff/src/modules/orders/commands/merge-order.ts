import { isOpen, orderFlow } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { insertRow, selectRows } from '../../../db/rows'
import { execute, marks, query } from '../../../db/sql'
import { invalidField, lostRace } from '../../../errors'
import { findEvents } from '../order-event.repository'
import { OrderSecond } from '../order-second.entity'
import type { OrderRow } from '../order.entity'
import { grantOf, standingOf } from '../order.policy'
import { loadFacts } from '../order.queries'
import { findOrder } from '../order.repository'
import { moveOrder, type OrderTarget } from './move-order'

/**
 * Staff let one order go on in place of another that asks the same. The people of the merged one follow the other's
 * status from now on, and nothing else of it.
 */
export function mergeOrder(
  ctx: Ctx,
  target: OrderTarget,
  { intoId, note }: { intoId: string; note?: string },
): Promise<string> {
  return moveOrder(ctx, target, 'merge', async (order, em) => {
    await checkGoesOn(em, ctx, order, intoId)
    await moveFollowers(em, ctx, order, intoId)
    return { data: { intoId }, note, change: { mergedIntoId: intoId } }
  })
}

/** Undoes a merge: the order goes back to where it was, with its own people. */
export function unmergeOrder(ctx: Ctx, target: OrderTarget, { note }: { note?: string }): Promise<string> {
  return moveOrder(
    ctx,
    target,
    'unmerge',
    async (order, em) => {
      await execute(
        em,
        `UPDATE orders SET second_count = second_count -
           (SELECT COUNT(*) FROM order_seconds WHERE via_order_id = ?) WHERE id = ?`,
        [order.id, order.mergedIntoId],
      )
      await execute(em, 'DELETE FROM order_seconds WHERE via_order_id = ?', [order.id])
      return { note, change: { mergedIntoId: null } }
    },
    async (order, em) => {
      const merge = (await findEvents(em, order.id)).findLast((event) => event.action === 'merge')
      return merge?.fromStatus ?? undefined
    },
  )
}

/** The other order must be one that the same person may merge: open, in their territory, and not merged itself. */
async function checkGoesOn(em: EntityManager, ctx: Ctx, order: OrderRow, intoId: string): Promise<void> {
  if (intoId === order.id) throw invalidField('intoId', 'same', '不能并到自己，请选择另一个单')
  const into = await findOrder(em, intoId)
  const facts = into && (await loadFacts(em, ctx.actor, [into]))(into)
  const isSupervised = into && facts && grantOf(standingOf(ctx.actor, into, facts), 'merge') !== undefined
  if (!isSupervised || into.districtCode !== order.districtCode) {
    throw invalidField('intoId', 'unknown', '没有找到要并入的单，请在你的辖区内选择')
  }
  if (!isOpen(into.status)) throw invalidField('intoId', 'closed', '要并入的单已经结束，请选择还在办理的单')
  const [child] = await query<{ id: string }>(em, 'SELECT id FROM orders WHERE merged_into_id = ? LIMIT 1', [order.id])
  if (child) throw invalidField('intoId', 'has_merged', '已有别的单并入这个单，请反过来并，或先撤销那些并单')
}

/**
 * The owner and those who seconded follow along. The conditional update is also the guard against the other order
 * ending at this very moment.
 */
async function moveFollowers(em: EntityManager, ctx: Ctx, order: OrderRow, intoId: string): Promise<void> {
  const seconds = await selectRows(em, OrderSecond, 'WHERE order_id = ?', [order.id])
  const followers = new Set([order.ownerId, ...seconds.map((second) => second.personId)].filter((id) => id !== null))
  const into = await findOrder(em, intoId)
  const there = await selectRows(em, OrderSecond, 'WHERE order_id = ?', [intoId])
  for (const personId of [into?.ownerId, ...there.map((second) => second.personId)]) followers.delete(personId ?? '')
  for (const personId of followers) {
    await insertRow(em, OrderSecond, { orderId: intoId, personId, viaOrderId: order.id, at: ctx.now })
  }
  const statuses = orderFlow.actions.merge.from
  const isThere = await execute(
    em,
    `UPDATE orders SET second_count = second_count + ? WHERE id = ? AND status IN (${marks(statuses)})`,
    [followers.size, intoId, ...statuses],
  )
  if (isThere === 0) throw lostRace()
}
