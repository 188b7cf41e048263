import { maxSimilarCandidates, inHandStatuses, type SimilarCandidate, type SimilarSide } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { PersonalData } from '../../crypto/personal-data'
import { findSides } from './order-features.queries'
import { publicScope } from './order-scopes'
import { listOrderIds, type ListWhere, type Scope } from './order.queries'

/** How many of a resident's own orders are compared, beside the public ones. */
const ownCandidates = 50

type Range = Pick<ListWhere, 'scopes' | 'communityCode' | 'limit'>

interface Circle {
  readonly communityCode: string
  /** Of the membership that looks after the order; null for whoever sees no more than everyone. */
  readonly scope: Scope | null
  readonly ownerId: string
  /** What they are to be compared with. */
  readonly side: SimilarSide
  /** The order at hand, which is not compared with itself. */
  readonly except: string | undefined
  readonly now: Date
}

/** Where to look, and for how many: `maxSimilarCandidates` in all. */
function rangesOf({ communityCode, scope, ownerId }: Pick<Circle, 'communityCode' | 'scope' | 'ownerId'>): Range[] {
  if (scope === null) {
    return [
      { scopes: [publicScope(communityCode)], limit: maxSimilarCandidates - ownCandidates },
      { scopes: [{ column: 'owner_id', value: ownerId }], communityCode, limit: ownCandidates },
    ]
  }
  if (scope.column === 'community_code') return [{ scopes: [scope], limit: maxSimilarCandidates }]
  // A district has more orders in hand than are compared: what stands nearby is among them all the same.
  const half = maxSimilarCandidates / 2
  return [
    { scopes: [{ column: 'community_code', value: communityCode }], limit: half },
    { scopes: [scope], limit: half },
  ]
}

/**
 * Orders in hand that may say the same, the newest by index, at most `maxSimilarCandidates`: for residents the public ones
 * of the community and their own there, for staff those of their territory. Whatever is over is passed over by the index,
 * so that the cost does not grow with history.
 */
export async function findComparable(
  em: EntityManager,
  personalData: PersonalData,
  { communityCode, scope, ownerId, side, except, now }: Circle,
): Promise<SimilarCandidate[]> {
  const where = { statuses: inHandStatuses, sort: 'newest', now } as const
  const found = await Promise.all(
    rangesOf({ communityCode, scope, ownerId }).map((range) => listOrderIds(em, { ...where, ...range })),
  )
  const ids = [...new Set(found.flat())].filter((id) => id !== except)
  const sides = await findSides(em, side.point ? personalData : null, ids)
  return [...sides].map(([id, compared]) => ({ id, ...compared }))
}
