import type { EntityManager } from 'typeorm'
import { isOnWall } from '../order.policy'
import { findOrdersById } from '../order.repository'

/** What everyone may read of those orders that are, or were taken, from the wall, by id: the title that the street checked. */
export async function findWallWords(
  em: EntityManager,
  ids: readonly string[],
): Promise<Map<string, { readonly title: string; readonly communityCode: string }>> {
  const orders = await findOrdersById(em, [...new Set(ids)])
  return new Map(
    [...orders.values()].flatMap((order) =>
      isOnWall(order) && order.publicTitle !== null
        ? [[order.id, { title: order.publicTitle, communityCode: order.communityCode }] as const]
        : [],
    ),
  )
}
