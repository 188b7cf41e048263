import {
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
import { publicScope } from './order-scopes'
import { listOrders, type ListWhere, type Scope } from './order.queries'

/** How many of a resident's own open orders are compared, beside the public ones. */
const ownCandidates = 50

export interface Comparable {
  readonly id: string
  readonly order: OrderRow
  readonly features: TextFeatures
  readonly point: Point | null
}

type Range = Pick<ListWhere, 'scopes' | 'communityCode' | 'limit'>

interface Circle {
  readonly communityCode: string
  /** Of the membership that looks after the order; null for whoever sees no more than everyone. */
  readonly scope: Scope | null
  readonly ownerId: string
  readonly now: Date
}

/** Where to look, and for how many: `maxSimilarCandidates` in all. */
function rangesOf({ communityCode, scope, ownerId }: Omit<Circle, 'now'>): Range[] {
  if (scope === null) {
    return [
      { scopes: [publicScope(communityCode)], limit: maxSimilarCandidates - ownCandidates },
      { scopes: [{ column: 'owner_id', value: ownerId }], communityCode, limit: ownCandidates },
    ]
  }
  if (scope.column === 'community_code') return [{ scopes: [scope], limit: maxSimilarCandidates }]
  // A district has more open orders than are compared: what stands nearby is among them all the same.
  const half = maxSimilarCandidates / 2
  return [
    { scopes: [{ column: 'community_code', value: communityCode }], limit: half },
    { scopes: [scope], limit: half },
  ]
}

/**
 * Open orders that may say the same, the newest by index, at most `maxSimilarCandidates`: for residents the public ones
 * of the community and their own there, for staff those of their territory. Whatever is over is passed over by the index,
 * so that the cost does not grow with history.
 */
export async function findComparable(
  em: EntityManager,
  personalData: PersonalData,
  { communityCode, scope, ownerId, now }: Circle,
): Promise<Comparable[]> {
  const where = { statuses: openStatuses, sort: 'newest', now } as const
  const orders = new Map<string, OrderRow>()
  for (const part of rangesOf({ communityCode, scope, ownerId })) {
    for (const order of await listOrders(em, { ...where, ...part })) orders.set(order.id, order)
  }
  if (orders.size === 0) return []
  const ids = [...orders.keys()]
  const personals = await selectRows(em, OrderPrivate, `WHERE order_id IN (${marks(ids)})`, ids)
  return personals.flatMap((personal) => {
    const order = orders.get(personal.orderId)
    const features = personal.features === null ? null : unpackFeatures(personal.features)
    return order && features ? [{ id: order.id, order, features, point: openPoint(personalData, personal) }] : []
  })
}
