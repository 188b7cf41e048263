import { badReviewOf, followUpClosesAt, isBadRating } from './bad-review'
import type { OrderDeed, OrderStatus } from './order-flow'
import { isDisputeOpen, isEscalated, ratingClosesAt, type OrderRules, type OrderState } from './order-guards'

/**
 * What time is measured for. `resident` runs from submission to fulfilment and never starts anew; the others are
 * segments of whoever has the order: a redirected one gives the new community clocks of its own.
 */
export const clockKinds = [
  'resident',
  'accept',
  'fulfil',
  'rework',
  'resolve_decline',
  'resolve_extension',
  'resolve_dispute',
  'resolve_escalation',
  'callback',
  'rectify',
  'grade',
  'approve',
  'claim',
  'contact',
] as const
export type ClockKind = (typeof clockKinds)[number]

/**
 * `met` and `late` are judged when the clock stops; `overruled` is a decline that took the place of accepting and was
 * not right, which counts as late; `void` counts nowhere.
 */
export const clockOutcomes = ['running', 'met', 'late', 'overruled', 'void'] as const
export type ClockOutcome = (typeof clockOutcomes)[number]

export type ClockHolder = 'community' | 'street' | 'district' | 'unit'

const holders: Record<ClockKind, ClockHolder> = {
  resident: 'district',
  accept: 'community',
  fulfil: 'community',
  rework: 'community',
  resolve_decline: 'street',
  resolve_extension: 'street',
  resolve_dispute: 'street',
  resolve_escalation: 'district',
  callback: 'street',
  rectify: 'community',
  grade: 'street',
  approve: 'street',
  claim: 'street',
  contact: 'unit',
}
/**
 * Which level of org answers for a clock; the resident's is charged to whoever used the time. What a unit claimed, the
 * unit fulfils in the community's place.
 */
export const holderOf = (kind: ClockKind): ClockHolder => holders[kind]

/** Clocks by which the order is to be done, for its present holder. */
export const fulfilKinds = ['fulfil', 'rework'] as const satisfies readonly ClockKind[]

export interface ClockStart {
  readonly kind: ClockKind
  /** From when its time counts; later than the step where a window has to pass first. */
  readonly from: Date
  /** Where it is not `holderOf` the kind that answers. */
  readonly by?: 'unit'
}

export interface ClockStop {
  readonly kind: ClockKind
  /**
   * `judge`: met or late by its due time. `leave`: counts nowhere, unless it is late already. `drop`: counts nowhere.
   */
  readonly how: 'judge' | 'leave' | 'drop'
}

/** What a step does to the clocks of an order. */
export interface ClockPlan {
  readonly stops: readonly ClockStop[]
  readonly starts: readonly ClockStart[]
  /** Working days by which the clocks of fulfilment move: an extension was granted. */
  readonly extendBy?: number
  /** What runs of fulfilment is reckoned anew from its own start, by the limit of complex orders. */
  readonly isLengthened?: true
  /** The decline that stopped the accept clock was not right. */
  readonly isOverruled?: true
  /** A merge was undone: what it stopped runs on. */
  readonly isReopened?: true
}

/** A step of an order, as far as clocks care. */
export interface ClockStep {
  readonly action: OrderDeed
  readonly from: OrderStatus | null
  readonly at: Date
  /** The order as the step leaves it. */
  readonly after: OrderState
  readonly decision?: string
  /** The step is the one decline or rework too many. */
  readonly isEscalating?: boolean
  /** The order went to another community, or the district gave it back to one from the wall or from a unit. */
  readonly isHandedOver?: boolean
  /** Working days of an extension. */
  readonly days?: number
  /** It was accepted as a complex one. */
  readonly isComplex?: boolean
}

const nothing: ClockPlan = { stops: [], starts: [] }
const judge = (...kinds: ClockKind[]): ClockStop[] => kinds.map((kind) => ({ kind, how: 'judge' }))
const drop = (...kinds: ClockKind[]): ClockStop[] => kinds.map((kind) => ({ kind, how: 'drop' }))
const leaveAll: readonly ClockStop[] = clockKinds.map((kind) => ({ kind, how: 'leave' }))
const starting = (from: Date, ...kinds: ClockKind[]): ClockStart[] => kinds.map((kind) => ({ kind, from }))

const ofUnit = (from: Date, ...kinds: ClockKind[]): ClockStart[] => kinds.map((kind) => ({ kind, from, by: 'unit' }))
const leave = (...kinds: ClockKind[]): ClockStop[] => kinds.map((kind) => ({ kind, how: 'leave' }))

type Planner = (step: ClockStep, rules: OrderRules) => ClockPlan

/**
 * The street grades once the owner had their say: at the rating, or when the window for it is over, and undisputed. A
 * window that is over already begins it at once.
 */
function gradeFrom({ at, after }: ClockStep, rules: OrderRules): ClockStart[] {
  if (isDisputeOpen(after)) return []
  const from = (end: Date) => starting(end > at ? end : at, 'grade')
  if (after.ratedAt === null) return from(ratingClosesAt(after.fulfilledAt ?? at, rules))
  const review = badReviewOf(after, at, rules.followUpWindowDays)
  if (!review || review.isOver) return from(at)
  if (!after.rectifiedAt) return []
  return from(followUpClosesAt(after.rectifiedAt, rules.followUpWindowDays))
}

/** What ends an order ends all that runs, whoever has it: no clock outlives it. */
const endAll = (decided: ClockKind): ClockStop[] =>
  clockKinds.map((kind) => ({ kind, how: kind === decided ? 'judge' : 'drop' }))

/** What whoever had an order asked, was asked or offered of it goes with them. */
const heldKinds = ['accept', 'fulfil', 'rework', 'resolve_extension', 'approve', 'claim', 'contact'] as const

/** The loop of a bad rating goes on where the order went: its new street calls back, its new community puts right. */
function loopFrom(at: Date, { stars, calledBackAt, rectifiedAt, followedUpAt }: OrderState): ClockStart[] {
  if (!isBadRating(stars) || followedUpAt) return []
  return [...(calledBackAt ? [] : starting(at, 'callback')), ...(rectifiedAt ? [] : starting(at, 'rectify'))]
}

function resolveDecline({ decision, at, after }: ClockStep): ClockPlan {
  const decided = judge('resolve_decline')
  if (decision === 'overrule') return { stops: decided, starts: [], isOverruled: true }
  if (decision === 'confirm') return { stops: endAll('resolve_decline'), starts: [] }
  return {
    stops: [...decided, ...drop('fulfil', 'rework', 'resolve_extension'), ...leave('callback', 'rectify')],
    starts: [...starting(at, 'accept', 'fulfil'), ...loopFrom(at, after)],
  }
}

function resolveEscalation({ decision, isHandedOver, at, after }: ClockStep): ClockPlan {
  if (decision === 'end') return { stops: endAll('resolve_escalation'), starts: [] }
  const decided = [...judge('resolve_escalation'), ...drop('resolve_decline')]
  if (!isHandedOver) return { stops: decided, starts: [] }
  return {
    stops: [...decided, ...drop(...heldKinds), ...leave('callback', 'rectify')],
    starts: [...starting(at, 'fulfil'), ...(after.offeredAt ? starting(at, 'approve') : []), ...loopFrom(at, after)],
  }
}

function fulfil(step: ClockStep, rules: OrderRules): ClockPlan {
  return {
    stops: [
      ...judge('fulfil', 'rework', 'resident', 'contact'),
      ...(step.after.rectifiedAt?.getTime() === step.at.getTime() ? judge('rectify') : []),
      ...drop('resolve_extension', 'resolve_escalation', 'grade', 'approve'),
    ],
    starts: gradeFrom(step, rules),
  }
}

function rate(step: ClockStep, rules: OrderRules): ClockPlan {
  const isBad = isBadRating(step.after.stars)
  return {
    stops: drop('grade'),
    starts: isBad ? starting(step.at, 'callback', 'rectify') : gradeFrom(step, rules),
  }
}

/** Fulfilling made the district's decision needless; sent back, it is asked again. */
const sendBack: Planner = ({ at, after }) => ({
  stops: drop('grade'),
  starts: [
    ...(after.claimedAt ? ofUnit(at, 'rework') : starting(at, 'rework')),
    ...(isEscalated(after) ? starting(at, 'resolve_escalation') : []),
  ],
})

/** A wish is the street's to approve first; only what it keeps off the wall is the community's to accept. */
function place({ at, after }: ClockStep): ClockPlan {
  return { stops: [], starts: starting(at, 'resident', ...(after.offeredAt ? wishKinds : communityKinds)) }
}
const wishKinds = ['approve'] as const
const communityKinds = ['accept', 'fulfil'] as const

/** The community takes up a wish before the street said anything. */
const accept: Planner = ({ at, after, isComplex }) => ({
  stops: judge('accept'),
  starts: after.offeredAt ? starting(at, 'fulfil') : [],
  ...(isComplex && { isLengthened: true as const }),
})

/** The street decides, unless the district does: what waits for it already is not the street's any more. */
const decline: Planner = ({ at, after, isEscalating }) => ({
  stops: judge('accept'),
  starts: isEscalating ? starting(at, 'resolve_escalation') : isEscalated(after) ? [] : starting(at, 'resolve_decline'),
})

/** On the wall nobody works on it: whoever had it before is out of it, and the street looks after what nobody takes. */
const toWall = (at: Date, stops: readonly ClockStop[]): ClockPlan => ({
  stops: [...stops, ...leave('accept', 'fulfil', 'rework'), ...drop('resolve_extension')],
  starts: starting(at, 'claim'),
})

const approve: Planner = ({ at, from, after }) =>
  after.status === 'listed' && from !== 'listed' ? toWall(at, judge('approve')) : nothing

/**
 * The street keeps it off the wall: the community's time for it begins, unless it runs already; a department's task, which
 * is no community's, ends.
 */
const unlist: Planner = ({ at, from, after }) => {
  if (after.status === 'declined') return { stops: from === 'listed' ? leaveAll : endAll('approve'), starts: [] }
  if (from === 'listed') return { stops: leave('claim'), starts: starting(at, 'fulfil') }
  return { stops: judge('approve'), starts: from === 'submitted' ? starting(at, 'accept', 'fulfil') : [] }
}

function resolveDispute(step: ClockStep, rules: OrderRules): ClockPlan {
  const decided = judge('resolve_dispute')
  if (step.decision === 'uphold') {
    const sent = sendBack(step, rules)
    return { stops: [...decided, ...sent.stops], starts: sent.starts }
  }
  return { stops: [...decided, ...drop('grade')], starts: step.from === 'graded' ? [] : gradeFrom(step, rules) }
}

/** What each action does to the clocks (DOMAIN: limits of accepting, fulfilling, reviewing; no pause). */
const planners: Record<OrderDeed, Planner> = {
  place,
  accept,
  decline,
  'resolve-decline': resolveDecline,
  'resolve-escalation': resolveEscalation,
  dispatch: () => nothing,
  progress: () => nothing,
  fulfil,
  withdraw: () => ({ stops: leaveAll, starts: [] }),
  merge: () => ({ stops: leaveAll, starts: [] }),
  unmerge: () => ({ stops: [], starts: [], isReopened: true }),
  rate,
  callback: () => ({ stops: judge('callback'), starts: [] }),
  rectify: (step, rules) => ({ stops: [...judge('rectify'), ...drop('grade')], starts: gradeFrom(step, rules) }),
  'follow-up-rating': (step, rules) => ({
    stops: [...drop('grade'), { kind: 'callback', how: 'leave' }],
    starts: gradeFrom(step, rules),
  }),
  grade: () => ({ stops: [...judge('grade'), ...leaveAll.filter(({ kind }) => kind !== 'grade')], starts: [] }),
  rework: sendBack,
  'request-extension': ({ at }) => ({ stops: [], starts: starting(at, 'resolve_extension') }),
  'resolve-extension': ({ decision, days }) => ({
    stops: judge('resolve_extension'),
    starts: [],
    ...(decision === 'grant' && days !== undefined && { extendBy: days }),
  }),
  dispute: ({ at }) => ({ stops: drop('grade'), starts: starting(at, 'resolve_dispute') }),
  'resolve-dispute': resolveDispute,
  approve,
  'offer-to-units': ({ at }) => ({ stops: [], starts: starting(at, 'approve') }),
  unlist,
  claim: ({ at }) => ({ stops: judge('claim'), starts: ofUnit(at, 'contact', 'fulfil') }),
  'first-contact': () => ({ stops: judge('contact'), starts: [] }),
  'invite-unit': () => nothing,
  join: () => nothing,
  'call-volunteers': () => nothing,
  release: ({ at }) => toWall(at, leave('contact')),
  lapse: ({ at }) => toWall(at, judge('contact')),
  second: () => nothing,
  urge: () => nothing,
  'default-review': () => nothing,
}

/** What a step does to the clocks of an order; pure, so that a replay of the history gives the same clocks. */
export const clockPlan = (step: ClockStep, rules: OrderRules): ClockPlan => planners[step.action](step, rules)

/**
 * How a clock ends that stops at `now`. Its due time is still in time; one that is late stays late whatever the reason.
 */
export function outcomeOf(dueAt: Date, how: ClockStop['how'], now: Date): ClockOutcome {
  if (how === 'drop') return 'void'
  const isLate = now.getTime() > dueAt.getTime()
  if (isLate) return 'late'
  return how === 'judge' ? 'met' : 'void'
}
