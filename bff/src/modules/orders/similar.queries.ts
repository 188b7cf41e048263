import {
  isOpen,
  maxSimilarCandidates,
  openStatuses,
  type SimilarCandidate,
  type SimilarSide,
} from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { PersonalData } from '../../crypto/personal-data'
import { findSides } from './order-features.queries'
import type { OrderRow } from './order.entity'
import { listOrders, listPublicOrders, type Scope } from './order.queries'

/** How many of a resident's own open orders are compared, beside the public ones. */
const ownCandidates = 50

export interface Comparable extends SimilarCandidate {
  readonly order: OrderRow
}

interface Circle {
  readonly communityCode: string
  /** The newest public orders of the community, or all of a member's scope. */
  readonly scope: Scope | null
  readonly ownerId: string
  /** What they are to be compared with. */
  readonly side: SimilarSide
  readonly now: Date
}

/**
 * Open orders that may say the same, the newest by index, at most `maxSimilarCandidates`: for residents the public ones
 * of the community and their own there, for staff what their membership is about.
 */
export async function findComparable(
  em: EntityManager,
  personalData: PersonalData,
  { communityCode, scope, ownerId, side, now }: Circle,
): Promise<Comparable[]> {
  const own: Scope = { column: 'owner_id', value: ownerId }
  const open = (scope: Scope, limit: number, within?: string) =>
    listOrders(em, { scopes: [scope], statuses: openStatuses, communityCode: within, sort: 'newest', limit, now })
  const found =
    scope === null
      ? (
          await Promise.all([
            listPublicOrders(em, { communityCode, sort: 'newest', limit: maxSimilarCandidates - ownCandidates }),
            open(own, ownCandidates, communityCode),
          ])
        ).flat()
      : await open(scope, maxSimilarCandidates)
  const orders = new Map(found.filter(({ status }) => isOpen(status)).map((order) => [order.id, order]))
  const sides = await findSides(em, side.point ? personalData : null, [...orders.values()])
  return [...sides].flatMap(([id, compared]) => {
    const order = orders.get(id)
    return order ? [{ id, order, ...compared }] : []
  })
}
