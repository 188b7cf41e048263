import {
  isOpen,
  maxSimilarCandidates,
  rankSimilar,
  similarThreshold,
  type SimilarCandidate,
} from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Services } from '../../context'
import { selectRows } from '../../db/rows'
import { findSides } from './order-features.queries'
import { OrderRow } from './order.entity'

/** An imported order, and an earlier one that says the same and was still in hand when it was placed. */
export interface EarlierSimilar {
  /** Where they came from; the number of an order that was not imported. */
  readonly ref: string
  readonly earlierRef: string
  readonly score: number
}

interface Candidate extends SimilarCandidate {
  readonly ref: string
  /** When it was fulfilled or over otherwise, milliseconds; infinite while it is in hand. */
  readonly endedAt: number
}

const pageSize = 500
/** As many as a hint shows. */
const perOrder = 5

/**
 * What staff of the district could have known on the day each imported order was placed: the orders that said the same
 * among the newest 200 then in hand. Walks the orders of the district once, in the order of their ids, which is the order of their time.
 * @param isAsked whether an order of this source is to be compared
 */
export async function findEarlierSimilar(
  { db, personalData }: Pick<Services, 'db' | 'personalData'>,
  districtCode: string,
  isAsked: (sourceRef: string) => boolean,
): Promise<EarlierSimilar[]> {
  const found: EarlierSimilar[] = []
  let inHand: Candidate[] = []
  for await (const orders of pagesOf(db.reader, districtCode)) {
    const sides = await findSides(
      db.reader,
      personalData,
      orders.map(({ id }) => id),
    )
    for (const order of orders) {
      const side = sides.get(order.id)
      if (!side) continue
      const now = order.placedAt.getTime()
      const ref = order.sourceRef ?? order.no
      inHand = inHand.filter(({ endedAt }) => endedAt > now)
      if (order.sourceRef !== null && isAsked(order.sourceRef)) {
        const ranked = rankSimilar(side, inHand.slice(-maxSimilarCandidates), {
          limit: perOrder,
          threshold: similarThreshold,
        })
        found.push(...ranked.map(({ candidate, score }) => ({ ref, earlierRef: candidate.ref, score })))
      }
      inHand.push({ id: order.id, ref, endedAt: endOf(order), ...side })
    }
  }
  return found
}

async function* pagesOf(em: EntityManager, districtCode: string): AsyncGenerator<OrderRow[]> {
  let after = ''
  for (;;) {
    const orders = await selectRows(em, OrderRow, `WHERE district_code = ? AND id > ? ORDER BY id LIMIT ${pageSize}`, [
      districtCode,
      after,
    ])
    yield orders
    const last = orders.at(-1)
    if (!last || orders.length < pageSize) return
    after = last.id
  }
}

const endOf = ({ status, fulfilledAt, updatedAt }: OrderRow): number =>
  fulfilledAt?.getTime() ?? (isOpen(status) ? Infinity : updatedAt.getTime())
