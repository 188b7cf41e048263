import { actionsFrom, nextState, outcomesOf } from '../flow/flow'
import { addDays, chinaDate } from '../time/china-time'
import type { Limits } from '../time/limits'
import { badReviewOf, type BadReviewFacts } from './bad-review'
import { orderFlow, type OrderAction, type OrderStatus } from './order-flow'

/** What the district may set about the order flow, in calendar days. */
export interface OrderRules {
  /** In which the owner may rate after fulfilment; grading an unrated order waits for its end. */
  readonly ratingWindowDays: number
  /** In which the owner may rate again what was put right after a bad rating. */
  readonly followUpWindowDays: number
  /** In which the owner may say, after fulfilment, that it was not done. */
  readonly disputeWindowDays: number
}
export const defaultOrderRules: OrderRules = { ratingWindowDays: 15, followUpWindowDays: 15, disputeWindowDays: 30 }

/** The third decline or rework of one order is one too many: the district decides. */
export const escalatesAt = 3

/** What the flow needs to know of an order beside its status. */
export interface OrderState extends BadReviewFacts {
  readonly status: OrderStatus
  /** When the order was last fulfilled; null while it is not. */
  readonly fulfilledAt: Date | null
  /** When its owner rated it; a rework does not undo that, and nobody rates twice. */
  readonly ratedAt: Date | null
  /** What its owner offered it as, and when staff approved its title and place for everyone to see. */
  readonly visibility: 'private' | 'public'
  readonly approvedAt: Date | null
  /** By when its present holder has to fulfil it; null where no such clock runs. */
  readonly fulfilDueAt: Date | null
  readonly extensionAskedAt: Date | null
  readonly extensionResolvedAt: Date | null
  /** When its owner last urged. */
  readonly urgedAt: Date | null
  readonly disputedAt: Date | null
  readonly disputeResolvedAt: Date | null
  readonly escalatedAt: Date | null
  readonly escalationResolvedAt: Date | null
  /** Since when it waits for the street to let units claim it; null when it does not. */
  readonly offeredAt: Date | null
  /** Since when a unit has it, and when that unit first spoke with whoever asked. */
  readonly claimedAt: Date | null
  readonly contactedAt: Date | null
}

export const refusalReasons = [
  'wrong_state',
  'already_rated',
  'rating_window_open',
  'rating_window_over',
  'not_public',
  'no_bad_review',
  'already_called_back',
  'already_rectified',
  'not_rectified',
  'already_followed_up',
  'follow_up_window_over',
  'bad_review_open',
  'extension_used',
  'overdue',
  'no_extension',
  'urged_today',
  'already_disputed',
  'dispute_window_over',
  'dispute_open',
  'not_disputed',
  'escalated',
  'decided_by_district',
  'not_escalated',
  'already_offered',
  'not_offered',
  'waits_for_approval',
  'already_claimed',
  'claimed',
  'already_contacted',
] as const
export type RefusalReason = (typeof refusalReasons)[number]
export type Transition = { ok: true; to: OrderStatus } | { ok: false; reason: RefusalReason }

/** The last instant at which the owner may rate. */
export function ratingClosesAt(fulfilledAt: Date, rules: OrderRules = defaultOrderRules): Date {
  return addDays(fulfilledAt, rules.ratingWindowDays)
}

/** The last instant at which the owner may say that it was not done. */
export function disputeClosesAt(fulfilledAt: Date, rules: OrderRules = defaultOrderRules): Date {
  return addDays(fulfilledAt, rules.disputeWindowDays)
}

const isPast = (end: Date, now: Date): boolean => now.getTime() > end.getTime()
export const isDisputeOpen = (order: Pick<OrderState, 'disputedAt' | 'disputeResolvedAt'>): boolean =>
  order.disputedAt !== null && order.disputeResolvedAt === null
export const isEscalated = (order: Pick<OrderState, 'escalatedAt' | 'escalationResolvedAt'>): boolean =>
  order.escalatedAt !== null && order.escalationResolvedAt === null

type Guard = (order: OrderState, now: Date, rules: OrderRules) => RefusalReason | undefined

function ratingGuard({ status, fulfilledAt, ratedAt }: OrderState, now: Date, rules: OrderRules) {
  if (ratedAt) return 'already_rated'
  const isOver = status === 'fulfilled' && fulfilledAt && isPast(ratingClosesAt(fulfilledAt, rules), now)
  return isOver ? 'rating_window_over' : undefined
}

function gradingGuard(order: OrderState, now: Date, rules: OrderRules) {
  const { fulfilledAt, ratedAt } = order
  if (!ratedAt && fulfilledAt && !isPast(ratingClosesAt(fulfilledAt, rules), now)) return 'rating_window_open'
  if (badReviewOf(order, now, rules.followUpWindowDays)?.isOver === false) return 'bad_review_open'
  return isDisputeOpen(order) ? 'dispute_open' : undefined
}

function followUpGuard(order: OrderState, now: Date, rules: OrderRules) {
  const review = badReviewOf(order, now, rules.followUpWindowDays)
  if (!review) return 'no_bad_review'
  if (order.followedUpAt) return 'already_followed_up'
  if (review.needsRectifying) return 'not_rectified'
  return review.isFollowUpOpen ? undefined : 'follow_up_window_over'
}

function extensionGuard({ extensionAskedAt, fulfilDueAt }: OrderState, now: Date) {
  if (extensionAskedAt) return 'extension_used'
  return fulfilDueAt === null || isPast(fulfilDueAt, now) ? 'overdue' : undefined
}

function disputeGuard({ disputedAt, fulfilledAt }: OrderState, now: Date, rules: OrderRules) {
  if (disputedAt) return 'already_disputed'
  if (!fulfilledAt || isPast(disputeClosesAt(fulfilledAt, rules), now)) return 'dispute_window_over'
  return undefined
}

/** What an action asks of the order beside its status: why not, or nothing. */
const guards: Partial<Record<OrderAction, Guard>> = {
  rate: ratingGuard,
  grade: gradingGuard,
  rework: (order) => (isDisputeOpen(order) ? 'dispute_open' : undefined),
  decline: (order) => {
    if (order.offeredAt) return 'waits_for_approval'
    return order.escalationResolvedAt ? 'decided_by_district' : undefined
  },
  'resolve-decline': (order) => (isEscalated(order) ? 'escalated' : undefined),
  'resolve-escalation': (order) => (isEscalated(order) ? undefined : 'not_escalated'),
  second: ({ approvedAt }) => (approvedAt ? undefined : 'not_public'),
  approve: ({ offeredAt, visibility, approvedAt }) =>
    !offeredAt && (visibility === 'private' || approvedAt) ? 'not_public' : undefined,
  'offer-to-units': ({ offeredAt, claimedAt }) => (offeredAt ? 'already_offered' : claimedAt ? 'claimed' : undefined),
  unlist: ({ status, offeredAt }) => (status === 'listed' || offeredAt ? undefined : 'not_offered'),
  dispatch: ({ claimedAt }) => (claimedAt ? 'claimed' : undefined),
  merge: ({ claimedAt }) => (claimedAt ? 'claimed' : undefined),
  'first-contact': ({ contactedAt }) => (contactedAt ? 'already_contacted' : undefined),
  'invite-unit': ({ claimedAt }) => (claimedAt ? undefined : 'wrong_state'),
  'call-volunteers': ({ claimedAt }) => (claimedAt ? undefined : 'wrong_state'),
  lapse: ({ claimedAt, contactedAt }) =>
    claimedAt === null ? 'wrong_state' : contactedAt ? 'already_contacted' : undefined,
  callback: (order, now, rules) => {
    const review = badReviewOf(order, now, rules.followUpWindowDays)
    if (!review) return 'no_bad_review'
    return review.needsCallback ? undefined : 'already_called_back'
  },
  rectify: (order, now, rules) => {
    const review = badReviewOf(order, now, rules.followUpWindowDays)
    if (!review) return 'no_bad_review'
    return review.needsRectifying ? undefined : 'already_rectified'
  },
  'follow-up-rating': followUpGuard,
  'request-extension': extensionGuard,
  'resolve-extension': ({ extensionAskedAt, extensionResolvedAt }) =>
    extensionAskedAt && !extensionResolvedAt ? undefined : 'no_extension',
  urge: ({ urgedAt }, now) => (urgedAt && chinaDate(urgedAt) === chinaDate(now) ? 'urged_today' : undefined),
  dispute: disputeGuard,
  'resolve-dispute': (order) => (isDisputeOpen(order) ? undefined : 'not_disputed'),
}

/**
 * Where `action` takes the order at `now`, or why it does not.
 * @param outcome the decision, for actions that choose between several targets
 */
export function transition(
  order: OrderState,
  action: OrderAction,
  now: Date,
  outcome?: string,
  rules: OrderRules = defaultOrderRules,
): Transition {
  const to = nextState(orderFlow, order.status, action, outcome)
  if (to === undefined) {
    const isTaken = action === 'claim' && order.claimedAt !== null
    return { ok: false, reason: isTaken ? 'already_claimed' : 'wrong_state' }
  }
  const reason = guards[action]?.(order, now, rules)
  return reason === undefined ? { ok: true, to } : { ok: false, reason }
}

/** Actions that the flow allows at `now`, whoever may take them. */
export function possibleActions(order: OrderState, now: Date, rules: OrderRules = defaultOrderRules): OrderAction[] {
  return actionsFrom(orderFlow, order.status).filter((action) => {
    const [outcome] = outcomesOf(orderFlow.actions[action])
    return transition(order, action, now, outcome, rules).ok
  })
}

/**
 * The windows of an order: as they were when it was last fulfilled, so that nobody loses what they were promised; today's
 * where that was not kept.
 */
export const windowsOf = (promised: OrderRules | null, limits: Limits): OrderRules => promised ?? orderRulesOf(limits)

/** What of the district's limits is a window of the flow and no clock. The follow-up rating has as long as the first. */
export const orderRulesOf = ({ ratingWindow, disputeWindow }: Limits): OrderRules => ({
  ratingWindowDays: ratingWindow.value,
  followUpWindowDays: ratingWindow.value,
  disputeWindowDays: disputeWindow.value,
})
