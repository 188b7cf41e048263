import { featuresOf, unpackFeatures, type OrderText, type SimilarSide } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { PersonalData } from '../../crypto/personal-data'
import { marks, query } from '../../db/sql'
import { openPoint } from './order-personal'

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
  ids: readonly string[],
): Promise<Map<string, SimilarSide>> {
  if (ids.length === 0) return new Map()
  const rows = await query<Stored>(
    em,
    `SELECT order_id, features, point_sealed FROM order_privates WHERE order_id IN (${marks(ids)})`,
    ids,
  )
  const stored = new Map(rows.map((row) => [row.order_id, row]))
  const read = new Map(rows.map((row) => [row.order_id, row.features === null ? null : unpackFeatures(row.features)]))
  const texts = await findTexts(
    em,
    [...read].filter(([, features]) => features === null).map(([id]) => id),
  )
  return new Map(
    ids.flatMap((id) => {
      const row = stored.get(id)
      const text = texts.get(id)
      const features = read.get(id) ?? (text && featuresOf(text))
      if (!row || !features) return []
      const point = personalData && openPoint(personalData, { pointSealed: row.point_sealed })
      return [[id, { features, point }] as const]
    }),
  )
}

async function findTexts(em: EntityManager, ids: readonly string[]): Promise<Map<string, OrderText>> {
  if (ids.length === 0) return new Map()
  const rows = await query<OrderText & { id: string }>(
    em,
    `SELECT o.id, o.title, o.place, p.content FROM orders o JOIN order_privates p ON p.order_id = o.id
      WHERE o.id IN (${marks(ids)})`,
    ids,
  )
  return new Map(rows.map((row) => [row.id, row]))
}
