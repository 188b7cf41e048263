import type { ScoredClock, ScoredOrder } from '@xinban/shared/domain'
import type { OrderClockRow } from '../clocks/order-clock.entity'
import type { OrderRow } from '../order.entity'

type Row = Omit<OrderRow, 'no'>

/** What scores need to know of an order: a pure reading of its row and its clocks. */
export function scoredOrder(order: Row, clocks: readonly OrderClockRow[]): ScoredOrder {
  const resident = clocks.find(({ kind }) => kind === 'resident')
  return {
    status: order.status,
    itemId: order.serviceItemId,
    clocks: clocks.flatMap((clock) => {
      // A unit responds by its first contact.
      const kind = clock.kind === 'contact' ? 'accept' : clock.kind
      if (kind !== 'accept' && kind !== 'fulfil') return []
      return [scoredClock(order, clock, kind, resident?.chargedTo === clock.holderCode)]
    }),
    rating: ratingOf(order),
    followUpStars: order.followUpStars,
    // A dispute that was upheld sends the order back too, and is counted as itself.
    isReworked: order.reworkCount > (order.isDisputeUpheld ? 1 : 0),
    isDisputedWithSuccess: order.isDisputeUpheld,
    gradeTotal: order.gradeTotal,
    excludedParts: order.excludedParts ?? [],
  }
}

/** Whoever rated, before what was noted because nobody did. */
function ratingOf({ stars, isTelephoneRating, defaultStars }: Row): ScoredOrder['rating'] {
  if (stars !== null) return { stars, source: isTelephoneRating ? 'telephone' : 'own' }
  return defaultStars === null ? null : { stars: defaultStars, source: 'default' }
}

/** An overruled decline was given in time or not; that it was none is said beside it. */
const judged: Record<OrderClockRow['outcome'], ScoredClock['outcome']> = {
  running: 'open',
  met: 'met',
  late: 'late',
  overruled: 'met',
  void: 'void',
}

function scoredClock(order: Row, clock: OrderClockRow, kind: ScoredClock['kind'], isCharged: boolean): ScoredClock {
  const isUndecided = kind === 'accept' && clock.endedBy === 'decline' && order.status === 'declining'
  return {
    kind,
    holder: {
      districtCode: order.districtCode,
      streetCode: clock.streetCode,
      communityCode: clock.communityCode,
      unitCode: clock.unitCode,
      ...(clock.holderCode === clock.unitCode && { isUnitAlone: true }),
      ...(order.ownerOrgCode !== null && { isOfTask: true }),
    },
    dueAt: clock.dueAt,
    outcome: isUndecided ? 'open' : judged[clock.outcome],
    isOverdue: clock.overdueAt !== null || (kind === 'fulfil' && isCharged),
    isOverruled: clock.outcome === 'overruled',
    isSynthetic: clock.isSynthetic,
  }
}
