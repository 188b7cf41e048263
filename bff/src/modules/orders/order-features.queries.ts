import { featuresOf, unpackFeatures, type SimilarSide } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { PersonalData } from '../../crypto/personal-data'
import { marks, query } from '../../db/sql'
import { openPoint } from './order-personal'
import type { OrderRow } from './order.entity'

interface Stored {
  readonly order_id: string
  readonly features: string | null
  readonly point_sealed: string | null
}

/**
 * What comparing needs of these orders, by id; nothing for one whose personal side is deleted. Features that are missing
 * or of another version are made anew from the words, some 0.3 ms an order.
 * @param personalData opens the points; null where the other side has none, so that nothing is opened for nothing
 */
export async function findSides(
  em: EntityManager,
  personalData: PersonalData | null,
  orders: readonly Pick<OrderRow, 'id' | 'title' | 'place'>[],
): Promise<Map<string, SimilarSide>> {
  if (orders.length === 0) return new Map()
  const ids = orders.map(({ id }) => id)
  const rows = await query<Stored>(
    em,
    `SELECT order_id, features, point_sealed FROM order_privates WHERE order_id IN (${marks(ids)})`,
    ids,
  )
  const stored = new Map(rows.map((row) => [row.order_id, row]))
  const read = new Map(rows.map((row) => [row.order_id, row.features === null ? null : unpackFeatures(row.features)]))
  const contents = await findContents(
    em,
    [...read].filter(([, features]) => features === null).map(([id]) => id),
  )
  return new Map(
    orders.flatMap(({ id, title, place }) => {
      const row = stored.get(id)
      if (!row) return []
      const features = read.get(id) ?? featuresOf({ title, content: contents.get(id) ?? '', place })
      const point = personalData && openPoint(personalData, { pointSealed: row.point_sealed })
      return [[id, { features, point }] as const]
    }),
  )
}

async function findContents(em: EntityManager, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await query<{ order_id: string; content: string }>(
    em,
    `SELECT order_id, content FROM order_privates WHERE order_id IN (${marks(ids)})`,
    ids,
  )
  return new Map(rows.map((row) => [row.order_id, row.content]))
}
