import {
  isOpen,
  maxSimilarCandidates,
  openStatuses,
  unpackFeatures,
  type Point,
  type TextFeatures,
} from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { PersonalData } from '../../crypto/personal-data'
import { selectRows } from '../../db/rows'
import { marks } from '../../db/sql'
import { openPoint } from './order-personal'
import { OrderPrivate, type OrderRow } from './order.entity'
import { listOrders, listPublicOrders, type Scope } from './order.queries'

/** How many of a resident's own open orders are compared, beside the public ones. */
const ownCandidates = 50

export interface Comparable {
  readonly id: string
  readonly order: OrderRow
  readonly features: TextFeatures
  readonly point: Point | null
}

interface Circle {
  readonly communityCode: string
  /** The newest public orders of the community, or all of a member's scope. */
  readonly scope: Scope | null
  readonly ownerId: string
  readonly now: Date
}

/**
 * Open orders that may say the same, the newest by index, at most `maxSimilarCandidates`: for residents the public ones
 * of the community and their own there, for staff what their membership is about.
 */
export async function findComparable(
  em: EntityManager,
  personalData: PersonalData,
  { communityCode, scope, ownerId, now }: Circle,
): Promise<Comparable[]> {
  const own: Scope = { column: 'owner_id', value: ownerId }
  const open = (scope: Scope, limit: number, within?: string) =>
    listOrders(em, { scopes: [scope], statuses: openStatuses, communityCode: within, sort: 'newest', limit, now })
  const found =
    scope === null
      ? [
          ...(await listPublicOrders(em, {
            communityCode,
            sort: 'newest',
            limit: maxSimilarCandidates - ownCandidates,
          })),
          ...(await open(own, ownCandidates, communityCode)),
        ]
      : await open(scope, maxSimilarCandidates)
  const orders = new Map(found.filter(({ status }) => isOpen(status)).map((order) => [order.id, order]))
  if (orders.size === 0) return []
  const ids = [...orders.keys()]
  const personals = await selectRows(em, OrderPrivate, `WHERE order_id IN (${marks(ids)})`, ids)
  return personals.flatMap((personal) => {
    const order = orders.get(personal.orderId)
    const features = personal.features === null ? null : unpackFeatures(personal.features)
    return order && features ? [{ id: order.id, order, features, point: openPoint(personalData, personal) }] : []
  })
}
