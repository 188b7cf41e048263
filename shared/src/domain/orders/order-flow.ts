import { actionsFrom, defineFlow, nextState, outcomesOf } from '../flow/flow'
import { addDays } from '../time/china-time'

export const orderKinds = ['service', 'wish', 'issue', 'suggestion', 'consultation'] as const
export type OrderKind = (typeof orderKinds)[number]

export const orderStatuses = [
  'submitted',
  'accepted',
  'declining',
  'in_progress',
  'fulfilled',
  'rated',
  'rework',
  'graded',
  'declined',
  'withdrawn',
  'merged',
] as const
export type OrderStatus = (typeof orderStatuses)[number]

/** Statuses of orders that are over: nothing leads out of them but undoing a merge. */
export const closedStatuses = ['graded', 'declined', 'withdrawn', 'merged'] as const satisfies readonly OrderStatus[]
export const openStatuses = orderStatuses.filter(
  (status): status is Exclude<OrderStatus, (typeof closedStatuses)[number]> =>
    !(closedStatuses as readonly OrderStatus[]).includes(status),
)
/** What neighbours read of: withdrawn and merged orders tell them nothing. */
export const publicStatuses = orderStatuses.filter((status) => status !== 'withdrawn' && status !== 'merged')
export const isOpen = (status: OrderStatus): boolean => (openStatuses as readonly OrderStatus[]).includes(status)

/**
 * How a person stands to an order.
 * `owner` ordered it (or had it ordered on their behalf); `community` is staff of the order's community;
 * `handler` is staff of that community or whoever it was dispatched to; `street` reviews it;
 * `telephone` is a reviewer who asked someone without an account and writes down what they said;
 * `supervisor` is staff of its community or of the street above; `anyone` is whoever is signed in and not its owner.
 */
export type OrderParty = 'owner' | 'community' | 'handler' | 'street' | 'supervisor' | 'anyone' | 'telephone'

/** Placed and not fulfilled or over: a second one that says the same can be merged into it, or seconds it. */
export const inHandStatuses = [
  'submitted',
  'accepted',
  'declining',
  'in_progress',
  'rework',
] as const satisfies OrderStatus[]

/** Masses order, community accepts, street reviews: from place to grade and rework. */
export const orderFlow = defineFlow({
  start: 'submitted',
  states: orderStatuses,
  closed: closedStatuses,
  actions: {
    accept: { from: ['submitted'], to: 'accepted', by: ['community'] },
    decline: { from: ['submitted', 'accepted'], to: 'declining', by: ['community'] },
    'resolve-decline': {
      from: ['declining'],
      to: { confirm: 'declined', redirect: 'submitted', overrule: 'accepted' },
      by: ['street'],
    },
    dispatch: { from: ['accepted', 'in_progress', 'rework'], to: 'in_progress', by: ['community'] },
    progress: { from: ['accepted', 'in_progress', 'rework'], to: 'in_progress', by: ['handler'] },
    fulfil: { from: ['accepted', 'in_progress', 'rework'], to: 'fulfilled', by: ['handler'] },
    withdraw: { from: ['submitted', 'accepted', 'declining'], to: 'withdrawn', by: ['owner'] },
    rate: { from: ['fulfilled'], to: 'rated', by: ['owner', 'telephone'] },
    grade: { from: ['rated', 'fulfilled'], to: 'graded', by: ['street'] },
    rework: { from: ['fulfilled', 'rated'], to: 'rework', by: ['street'] },
    approve: { from: [...inHandStatuses, 'fulfilled', 'rated'], to: null, by: ['supervisor'] },
    second: { from: inHandStatuses, to: null, by: ['anyone'] },
    merge: { from: inHandStatuses, to: 'merged', by: ['supervisor'] },
    unmerge: {
      from: ['merged'],
      to: {
        submitted: 'submitted',
        accepted: 'accepted',
        declining: 'declining',
        in_progress: 'in_progress',
        rework: 'rework',
      },
      by: ['supervisor'],
    },
  },
})
export type OrderAction = keyof typeof orderFlow.actions
/** Whether its owner may take it back; in the other statuses in hand somebody is working on it. */
export const isWithdrawable = (status: OrderStatus): boolean => actionsFrom(orderFlow, status).includes('withdraw')
export const orderActions = Object.keys(orderFlow.actions) as OrderAction[]

/**
 * What counts as handling, beside placing on behalf of someone: whoever handled an order may not review it,
 * under any role.
 */
export const handlingActions = ['accept', 'dispatch', 'progress', 'fulfil'] as const satisfies readonly OrderAction[]

/** Reviewing needs a street officer who is free of the order. */
export const reviewActions = ['resolve-decline', 'grade', 'rework'] as const satisfies readonly OrderAction[]
export const isReview = (action: OrderAction): boolean => (reviewActions as readonly OrderAction[]).includes(action)

export const declineReasons = ['wrong_place', 'unclear_owner', 'not_our_duty', 'duplicate', 'incomplete'] as const
export type DeclineReason = (typeof declineReasons)[number]

export const declineDecisions = ['confirm', 'redirect', 'overrule'] as const
export type DeclineDecision = (typeof declineDecisions)[number]

/** What the district may set about the order flow. */
export interface OrderRules {
  /** Calendar days in which the owner may rate after fulfilment; grading an unrated order waits for its end. */
  readonly ratingWindowDays: number
}
export const defaultOrderRules: OrderRules = { ratingWindowDays: 15 }

/** What the flow needs to know of an order. */
export interface OrderClock {
  readonly status: OrderStatus
  /** When the order was last fulfilled; null while it is not. */
  readonly fulfilledAt: Date | null
  /** When its owner rated it; a rework does not undo that, and nobody rates twice. */
  readonly ratedAt: Date | null
  /** What its owner offered it as, and when staff approved its title and place for everyone to see. */
  readonly visibility: 'private' | 'public'
  readonly approvedAt: Date | null
}

export type RefusalReason = 'wrong_state' | 'already_rated' | 'rating_window_open' | 'rating_window_over' | 'not_public'
export type Transition = { ok: true; to: OrderStatus } | { ok: false; reason: RefusalReason }

/** The last instant at which the owner may rate. */
export function ratingClosesAt(fulfilledAt: Date, rules: OrderRules = defaultOrderRules): Date {
  return addDays(fulfilledAt, rules.ratingWindowDays)
}

/**
 * Where `action` takes the order at `now`, or why it does not.
 * @param outcome the decision, for actions that choose between several targets
 */
export function transition(
  order: OrderClock,
  action: OrderAction,
  now: Date,
  outcome?: string,
  rules: OrderRules = defaultOrderRules,
): Transition {
  const to = nextState(orderFlow, order.status, action, outcome)
  if (to === undefined) return { ok: false, reason: 'wrong_state' }
  if (order.status === 'fulfilled' && order.fulfilledAt) {
    const isWindowOpen = now.getTime() <= ratingClosesAt(order.fulfilledAt, rules).getTime()
    if (action === 'rate' && order.ratedAt) return { ok: false, reason: 'already_rated' }
    if (action === 'rate' && !isWindowOpen) return { ok: false, reason: 'rating_window_over' }
    if (action === 'grade' && !order.ratedAt && isWindowOpen) return { ok: false, reason: 'rating_window_open' }
  }
  const isPublic = order.approvedAt !== null
  if (action === 'second' && !isPublic) return { ok: false, reason: 'not_public' }
  if (action === 'approve' && (order.visibility === 'private' || isPublic)) return { ok: false, reason: 'not_public' }
  return { ok: true, to }
}

/** Actions that the flow allows at `now`, whoever may take them. */
export function possibleActions(order: OrderClock, now: Date, rules: OrderRules = defaultOrderRules): OrderAction[] {
  return actionsFrom(orderFlow, order.status).filter((action) => {
    const [outcome] = outcomesOf(orderFlow.actions[action])
    return transition(order, action, now, outcome, rules).ok
  })
}
