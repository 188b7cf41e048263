import { monthOf, type Month } from './periods'
import type { CountedFact, CounterName } from './counters'
import type { ScoredClock, ScoredOrder, ScorePart, ScorePlace } from './scored-order'

/** A fact that counts, with whom it counts for and in which period. */
export interface ScoreFact extends CountedFact {
  readonly place: ScorePlace
  readonly itemId: string | null
  readonly period: Month
}

type Counts = readonly (readonly [CounterName, number])[]
const once = (...names: CounterName[]): Counts => names.map((name) => [name, 1])

const isLate = (clock: ScoredClock): boolean => clock.isOverdue || clock.outcome === 'late'
const isSettled = (clock: ScoredClock): boolean => clock.outcome === 'met' || clock.outcome === 'late'
const isExcluded = (order: ScoredOrder, part: ScorePart): boolean => order.excludedParts.includes(part)
/** Withdrawn and merged orders leave the denominators, unless an overdue was there before. */
const hasLeft = (order: ScoredOrder): boolean => order.status === 'withdrawn' || order.status === 'merged'

/**
 * 响应率 = accepted or rightly declined in time ÷ accept clocks due. A clock is due once it was answered, or overdue;
 * an overruled decline was no answer, and counts against the holder in the month of the original deadline.
 */
function acceptCounts(order: ScoredOrder, clock: ScoredClock): Counts {
  const isOverruled = clock.isOverruled === true
  const isDue = hasLeft(order) ? isLate(clock) : isSettled(clock) || isLate(clock) || isOverruled
  if (!isDue) return []
  if (clock.isSynthetic) return once('acceptSynthetic')
  if (isExcluded(order, 'response')) return once('acceptExcluded')
  if (!isLate(clock) && !isOverruled) return once('acceptDue', 'acceptInTime')
  return once(
    'acceptDue',
    ...(isLate(clock) ? (['acceptLate'] as const) : []),
    ...(isOverruled ? (['acceptOverruled'] as const) : []),
  )
}

/**
 * 解决率 = fulfilled in time and neither reworked nor disputed with success ÷ fulfil clocks due. A confirmed decline
 * leaves it. Rework and dispute are the last holder's, who fulfilled; an earlier one is charged with its overdue alone.
 */
function fulfilCounts(order: ScoredOrder, clock: ScoredClock, isLast: boolean): Counts {
  if (order.status === 'declined') return []
  const isDue = isLate(clock) || (isSettled(clock) && !hasLeft(order))
  if (!isDue) return []
  if (clock.isSynthetic) return once('fulfilSynthetic')
  if (isExcluded(order, 'resolution')) return once('fulfilExcluded')
  const faults: CounterName[] = []
  if (isLate(clock)) faults.push('fulfilLate')
  if (isLast && order.isReworked) faults.push('fulfilReworked')
  if (isLast && order.isDisputedWithSuccess) faults.push('fulfilDisputed')
  return faults.length > 0 ? once('fulfilDue', ...faults) : once('fulfilDue', 'fulfilSolved')
}

/**
 * 满意率 and its coverage, and the grade. They stand in the month of the fulfil deadline like 解决率, so that ratings
 * and what could have been rated are of the same orders. An imported fulfilment counts: its owner may rate it.
 */
function satisfactionCounts(order: ScoredOrder, clock: ScoredClock): Counts {
  if (hasLeft(order) || !isSettled(clock)) return []
  const counts: [CounterName, number][] = []
  if (isExcluded(order, 'satisfaction')) counts.push(['satisfactionExcluded', 1])
  else {
    counts.push(['fulfilled', 1])
    if (order.rating) counts.push([`${order.rating.source}${order.rating.stars}`, 1])
    if (order.followUpStars) counts.push([`followUp${order.followUpStars}`, 1])
  }
  // A grade judges the fulfilment: it goes out with 解决率.
  if (order.gradeTotal !== null && !isExcluded(order, 'resolution')) {
    counts.push(['graded', 1])
    if (order.gradeTotal > 0) counts.push(['gradePoints', order.gradeTotal])
  }
  return counts
}

/**
 * Everything about an order that counts now, each with its place and period. A pure function of what was recorded:
 * the same log gives the same facts, whenever and in whatever order of orders it is read.
 */
export function factsOf(order: ScoredOrder): ScoreFact[] {
  const last = order.clocks.findLast((clock) => clock.kind === 'fulfil')
  return order.clocks.flatMap((clock) => {
    const counts =
      clock.kind === 'accept'
        ? acceptCounts(order, clock)
        : [...fulfilCounts(order, clock, clock === last), ...(clock === last ? satisfactionCounts(order, clock) : [])]
    const period = monthOf(clock.dueAt)
    return counts.map(([counter, amount]) => ({
      counter,
      amount,
      place: clock.holder,
      itemId: order.itemId,
      period,
    }))
  })
}
