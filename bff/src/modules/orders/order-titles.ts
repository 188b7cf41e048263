import type { Ctx } from '../../context'
import { isPublic, maySee } from './order.policy'
import { findOrdersById } from './order.repository'

/** Titles of those orders that the actor may see now, by id. */
export async function findShownTitles(ctx: Ctx, ids: Iterable<string>): Promise<Map<string, string>> {
  const orders = await findOrdersById(ctx.services.db.reader, [...new Set(ids)])
  const shown = [...orders.values()].filter((order) => maySee(ctx.actor, order) || isPublic(order))
  return new Map(shown.map(({ id, title }) => [id, title]))
}
