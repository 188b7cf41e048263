import {
  addDays,
  clockPlan,
  defaultOrderRules,
  gradeTotal,
  isBadRating,
  keepsClaim,
  keepsOffer,
  outcomeOf,
  type ClockKind,
  type ClockOutcome,
  type OrderState,
} from '@xinban/shared/domain'
import type { OrderClockRow } from '../clocks/order-clock.entity'
import type { OrderEventRow } from '../order-event.entity'
import type { OrderRow } from '../order.entity'

/** What counts of an order, as its history says. */
interface Replayed {
  state: OrderState
  followUpStars: number | null
  isTelephoneRating: boolean
  gradeTotal: number | null
  reworkCount: number
  isDisputeUpheld: boolean
  isComplex: boolean
  defaultReviewAt: Date | null
  defaultStars: number | null
}

interface ReplayedClock {
  readonly stored: OrderClockRow
  outcome: ClockOutcome
  endedAt: Date | null
  endedBy: string | null
  dueAt: Date
}

/**
 * Plays the history of an order through the flow and the clock plan, and says where its row or its clocks are not what
 * came out. Due times are facts of each clock: they were reckoned by the calendar and the limits of their day.
 */
export function disagreements(
  order: OrderRow,
  clocks: readonly OrderClockRow[],
  events: readonly OrderEventRow[],
): string[] {
  // Orders from before there were clocks have none, and count nowhere.
  if (clocks.length === 0) return []
  const said = replay(clocks, events)
  if (typeof said === 'string') return [said]
  const { replayed, running } = said
  const facts: [string, unknown, unknown][] = [
    ['status', order.status, replayed.state.status],
    ['stars', order.stars, replayed.state.stars],
    ['followUpStars', order.followUpStars, replayed.followUpStars],
    ['isTelephoneRating', order.isTelephoneRating, replayed.isTelephoneRating],
    ['gradeTotal', order.gradeTotal, replayed.gradeTotal],
    ['reworkCount', order.reworkCount, replayed.reworkCount],
    ['isDisputeUpheld', order.isDisputeUpheld, replayed.isDisputeUpheld],
    ['isComplex', order.isComplex, replayed.isComplex],
    ['defaultStars', order.defaultStars, replayed.defaultStars],
    ['defaultReviewAt', order.defaultReviewAt?.getTime(), replayed.defaultReviewAt?.getTime()],
    ...running.flatMap(({ stored, outcome, endedAt }): [string, unknown, unknown][] => [
      [`clock ${stored.kind} outcome`, stored.outcome, outcome],
      [`clock ${stored.kind} end`, stored.endedAt?.getTime() ?? null, endedAt?.getTime() ?? null],
    ]),
  ]
  return facts
    .filter(([, stored, said]) => stored !== said)
    .map(([name, stored, said]) => `${name}: stored ${String(stored)}, its history says ${String(said)}`)
}

const fresh: OrderState = {
  ...{ status: 'submitted', fulfilledAt: null, ratedAt: null, visibility: 'private', approvedAt: null },
  ...{ stars: null, calledBackAt: null, rectifiedAt: null, followedUpAt: null, fulfilDueAt: null },
  ...{ extensionAskedAt: null, extensionResolvedAt: null, urgedAt: null, disputedAt: null, disputeResolvedAt: null },
  ...{ escalatedAt: null, escalationResolvedAt: null, offeredAt: null, claimedAt: null, contactedAt: null },
}

function replay(clocks: readonly OrderClockRow[], events: readonly OrderEventRow[]) {
  const waiting = [...clocks].sort(byStart)
  const running: ReplayedClock[] = []
  const replayed: Replayed = {
    ...{ state: fresh, followUpStars: null, isTelephoneRating: false, gradeTotal: null },
    ...{ reworkCount: 0, isDisputeUpheld: false, isComplex: false },
    ...{ defaultReviewAt: null, defaultStars: null },
  }
  for (const event of events) {
    const from = event.action === 'place' ? null : replayed.state.status
    if (from !== event.fromStatus)
      return `event ${event.seq} begins at ${event.fromStatus}, the one before ends at ${from}`
    const wasClaimed = replayed.state.claimedAt !== null
    apply(replayed, event)
    applyDefaultReview(replayed, event)
    const fault = applyClocks(replayed, event, waiting, running, wasClaimed)
    if (fault) return fault
  }
  return waiting.length > 0 ? `${waiting.length} clocks that nothing started` : { replayed, running }
}

/**
 * The first part of an id is its instant; of two clocks of one instant the one that stopped first began first, and of
 * those that stopped at that instant too the one that was dropped made way for the other.
 */
const byStart = (a: OrderClockRow, b: OrderClockRow): number =>
  a.id.slice(0, 13).localeCompare(b.id.slice(0, 13)) ||
  (a.endedAt?.getTime() ?? Infinity) - (b.endedAt?.getTime() ?? Infinity) ||
  Number(b.outcome === 'void') - Number(a.outcome === 'void')

function apply(replayed: Replayed, { action, at, data, toStatus }: OrderEventRow): void {
  const state = { ...replayed.state, ...wallFacts(replayed.state, { action, at, data, toStatus }), status: toStatus }
  if (action === 'fulfil') {
    const isRectified = isBadRating(state.stars) && state.rectifiedAt === null
    Object.assign(state, { fulfilledAt: at, ...(isRectified && { rectifiedAt: at }) })
  }
  if (action === 'rate') {
    Object.assign(state, { ratedAt: at, stars: data.stars ?? null })
    replayed.isTelephoneRating = data.isTelephone === true
  }
  if (data.isEscalated) Object.assign(state, { escalatedAt: at })
  if (action === 'resolve-escalation') Object.assign(state, { escalationResolvedAt: at })
  if (action === 'accept' && data.isComplex) replayed.isComplex = true
  if (action === 'dispute') Object.assign(state, { disputedAt: at })
  if (action === 'resolve-dispute') Object.assign(state, { disputeResolvedAt: at })
  if (action === 'callback') Object.assign(state, { calledBackAt: at })
  if (action === 'rectify') Object.assign(state, { rectifiedAt: at })
  if (action === 'follow-up-rating') {
    Object.assign(state, { followedUpAt: at })
    replayed.followUpStars = data.stars ?? null
  }
  if (action === 'grade') replayed.gradeTotal = data.scores ? gradeTotal(data.scores) : null
  const isUpheld = action === 'resolve-dispute' && data.decision === 'uphold'
  if (action === 'rework' || isUpheld) {
    replayed.reworkCount += 1
    Object.assign(state, { fulfilledAt: null })
  }
  if (isUpheld) Object.assign(replayed, { isDisputeUpheld: true, gradeTotal: null })
  replayed.state = state
}

/** What is noted where nobody rates, until somebody speaks or it is sent back. */
function applyDefaultReview(replayed: Replayed, { action, at, data }: OrderEventRow): void {
  const isOver = action === 'rate' || action === 'rework' || data.decision === 'uphold'
  if (action === 'fulfil' || isOver) {
    const { defaultReview } = data
    const defaultReviewAt = defaultReview ? addDays(at, defaultReview.afterDays) : null
    Object.assign(replayed, { defaultReviewAt, defaultStars: null })
  }
  if (action === 'dispute') replayed.defaultReviewAt = null
  if (action === 'default-review') Object.assign(replayed, { defaultReviewAt: null, defaultStars: data.stars ?? null })
}

/** What the wall remembers of an order; a status that has nothing to do with it forgets it. */
function wallFacts(
  { offeredAt, claimedAt }: OrderState,
  { action, at, data, toStatus }: Pick<OrderEventRow, 'action' | 'at' | 'data' | 'toStatus'>,
): Pick<OrderState, 'offeredAt' | 'claimedAt'> {
  const isOffered = action === 'offer-to-units' || data.isOffered === true
  const isDecided = action === 'unlist' || toStatus === 'listed'
  return {
    offeredAt: isDecided || !keepsOffer(toStatus) ? null : isOffered ? at : offeredAt,
    claimedAt: !keepsClaim(toStatus) ? null : action === 'claim' ? at : claimedAt,
  }
}

/** @returns what does not fit, or undefined */
function applyClocks(
  { state }: Replayed,
  { action, at, data, fromStatus }: OrderEventRow,
  waiting: OrderClockRow[],
  running: ReplayedClock[],
  wasClaimed: boolean,
): string | undefined {
  const isBack = (fromStatus === 'listed' || wasClaimed) && state.status === 'accepted'
  const isHandedOver = action === 'resolve-escalation' && (data.toCode !== undefined || isBack)
  const plan = clockPlan(
    {
      ...{ action, from: fromStatus, at, after: state, isHandedOver, isEscalating: data.isEscalated === true },
      ...(data.decision && { decision: data.decision }),
      ...(data.days !== undefined && { days: data.days }),
      ...(data.isComplex && { isComplex: true }),
    },
    defaultOrderRules,
  )
  for (const { kind, how } of plan.stops) {
    for (const clock of running.filter(({ stored, outcome }) => stored.kind === kind && outcome === 'running')) {
      Object.assign(clock, { outcome: outcomeOf(clock.dueAt, how, at), endedAt: at, endedBy: action })
    }
  }
  const overruled = plan.isOverruled ? running.findLast(({ stored }) => stored.kind === 'accept') : undefined
  if (overruled?.endedBy === 'decline') overruled.outcome = 'overruled'
  if (plan.isReopened) {
    for (const clock of running.filter(({ endedBy }) => endedBy === 'merge')) {
      Object.assign(clock, { outcome: 'running', endedAt: null, endedBy: null })
    }
  }
  for (const { kind } of plan.starts) {
    const stored = take(waiting, kind)
    if (!stored) return `${action} starts a clock ${kind} that is not there`
    running.push({ stored, outcome: 'running', endedAt: null, endedBy: null, dueAt: stored.dueAt })
  }
  return undefined
}

function take(waiting: OrderClockRow[], kind: ClockKind): OrderClockRow | undefined {
  const at = waiting.findIndex((clock) => clock.kind === kind)
  return at < 0 ? undefined : waiting.splice(at, 1)[0]
}
