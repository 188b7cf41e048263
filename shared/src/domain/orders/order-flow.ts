import { actionsFrom, defineFlow } from '../flow/flow'

export const orderKinds = ['service', 'wish', 'issue', 'suggestion', 'consultation'] as const
export type OrderKind = (typeof orderKinds)[number]

export const orderStatuses = [
  'submitted',
  'accepted',
  'declining',
  'listed',
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
 * `supervisor` is staff of its community or of the street above; `district` decides what was escalated to it;
 * `anyone` is whoever is signed in and not its owner;
 * `approver` says what everyone may see of it: the street for what goes to the wall, else its supervisor;
 * `unit` is staff of a unit of the district; `claimant` is staff of the unit that claimed it; `invited` is staff of one
 * that was asked to join in, `joined` of one that did;
 * `time` is nobody: the job runner, when a time is over.
 */
export type OrderParty =
  | 'owner'
  | 'community'
  | 'handler'
  | 'street'
  | 'supervisor'
  | 'district'
  | 'anyone'
  | 'telephone'
  | 'approver'
  | 'unit'
  | 'claimant'
  | 'invited'
  | 'joined'
  | 'time'

/** Placed and not fulfilled or over: a second one that says the same can be merged into it, or seconds it. */
export const inHandStatuses = [
  'submitted',
  'accepted',
  'declining',
  'listed',
  'in_progress',
  'rework',
] as const satisfies OrderStatus[]

/** In which an order may wait for the street's word on whether units may claim it. */
export const offerableStatuses = ['submitted', 'accepted', 'in_progress', 'rework'] as const satisfies OrderStatus[]
/** In which an order is, or was, in the hands of the unit that claimed it. */
export const claimedStatuses = [
  'in_progress',
  'rework',
  'fulfilled',
  'rated',
  'graded',
] as const satisfies OrderStatus[]
export const keepsClaim = (status: OrderStatus): boolean => (claimedStatuses as readonly OrderStatus[]).includes(status)
/** A merge that is undone finds the offer again. */
export const keepsOffer = (status: OrderStatus): boolean =>
  status === 'merged' || (offerableStatuses as readonly OrderStatus[]).includes(status)

/** Reported done: its owner may say that it is not so. */
export const disputableStatuses = ['fulfilled', 'rated', 'graded'] as const satisfies OrderStatus[]

/** Outcomes of actions that lead, or may lead, back to the status that the order has or had. */
const whereItWas = <const Status extends OrderStatus>(statuses: readonly Status[]) =>
  Object.fromEntries(statuses.map((status) => [status, status])) as { readonly [Own in Status]: Own }

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
    withdraw: { from: ['submitted', 'accepted', 'declining', 'listed'], to: 'withdrawn', by: ['owner'] },
    rate: { from: ['fulfilled'], to: 'rated', by: ['owner', 'telephone'] },
    grade: { from: ['rated', 'fulfilled'], to: 'graded', by: ['street'] },
    rework: { from: ['fulfilled', 'rated'], to: 'rework', by: ['street'] },
    approve: {
      from: [...inHandStatuses, 'fulfilled', 'rated'],
      to: { list: 'listed', ...whereItWas([...inHandStatuses, 'fulfilled', 'rated']) },
      by: ['approver'],
    },
    // The wall: what a community cannot meet alone, and wishes. Nothing of a person is on it.
    'offer-to-units': { from: ['accepted', 'in_progress', 'rework'], to: null, by: ['community'] },
    unlist: {
      from: [...offerableStatuses, 'listed'],
      to: { back: 'accepted', end: 'declined', ...whereItWas(offerableStatuses) },
      by: ['approver'],
    },
    claim: { from: ['listed'], to: 'in_progress', by: ['unit'] },
    'first-contact': { from: ['in_progress', 'rework'], to: null, by: ['claimant'] },
    release: { from: ['in_progress', 'rework'], to: 'listed', by: ['claimant'] },
    'invite-unit': { from: ['in_progress', 'rework'], to: null, by: ['claimant'] },
    join: { from: ['in_progress', 'rework'], to: null, by: ['invited'] },
    'call-volunteers': { from: ['in_progress', 'rework'], to: null, by: ['claimant', 'joined'] },
    lapse: { from: ['in_progress'], to: 'listed', by: ['time'] },
    second: { from: inHandStatuses, to: null, by: ['anyone'] },
    merge: { from: inHandStatuses, to: 'merged', by: ['supervisor'] },
    unmerge: { from: ['merged'], to: whereItWas(inHandStatuses), by: ['supervisor'] },
    // The loop that a bad rating starts; how far it is stands beside the status (bad-review.ts).
    callback: { from: [...inHandStatuses, 'rated', 'fulfilled'], to: null, by: ['street'] },
    rectify: { from: ['rated'], to: null, by: ['handler'] },
    'follow-up-rating': { from: ['rated', 'fulfilled'], to: null, by: ['owner', 'telephone'] },
    'request-extension': { from: ['accepted', 'in_progress', 'rework'], to: null, by: ['community'] },
    'resolve-extension': { from: ['accepted', 'in_progress', 'rework'], to: null, by: ['street'] },
    urge: { from: inHandStatuses, to: null, by: ['owner'] },
    dispute: { from: disputableStatuses, to: null, by: ['owner'] },
    'resolve-dispute': {
      from: disputableStatuses,
      to: { uphold: 'rework', ...whereItWas(disputableStatuses) },
      by: ['street'],
    },
    'resolve-escalation': {
      from: inHandStatuses,
      to: { assign: 'accepted', end: 'declined', ...whereItWas(inHandStatuses) },
      by: ['district'],
    },
  },
})
export type OrderAction = keyof typeof orderFlow.actions
/**
 * What stands in the history of an order: what somebody did, how it began, and the default review that is noted where
 * nobody rated.
 */
export type OrderDeed = OrderAction | 'place' | 'default-review'
/** Whether its owner may take it back; in the other statuses in hand somebody is working on it. */
export const isWithdrawable = (status: OrderStatus): boolean => actionsFrom(orderFlow, status).includes('withdraw')
export const orderActions = Object.keys(orderFlow.actions) as OrderAction[]

/**
 * What counts as handling, beside placing on behalf of someone: whoever handled an order may not review it,
 * under any role.
 */
export const handlingActions = ['accept', 'dispatch', 'progress', 'fulfil'] as const satisfies readonly OrderAction[]

/** Reviewing needs a street officer who is free of the order. */
export const reviewActions = [
  'resolve-decline',
  'grade',
  'rework',
  'callback',
  'resolve-extension',
  'resolve-dispute',
] as const satisfies readonly OrderAction[]
export const isReview = (action: OrderAction): boolean => (reviewActions as readonly OrderAction[]).includes(action)

export const declineReasons = ['wrong_place', 'unclear_owner', 'not_our_duty', 'duplicate', 'incomplete'] as const
export type DeclineReason = (typeof declineReasons)[number]

export const extensionDecisions = ['grant', 'refuse'] as const
export type ExtensionDecision = (typeof extensionDecisions)[number]

export const disputeDecisions = ['uphold', 'reject'] as const
export type DisputeDecision = (typeof disputeDecisions)[number]

/** `assign` to a community that may not decline it again, `continue` where it is, `end` as nothing that can be done. */
export const escalationDecisions = ['assign', 'continue', 'end'] as const
export type EscalationDecision = (typeof escalationDecisions)[number]

export const declineDecisions = ['confirm', 'redirect', 'overrule'] as const
export type DeclineDecision = (typeof declineDecisions)[number]
