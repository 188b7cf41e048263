import {
  closedStatuses,
  possibleActions,
  type DeclineDecision,
  type EscalationDecision,
  type OrderAction,
  type OrderState,
  type OrderStatus,
  type Stars,
} from '@xinban/shared/domain'
import type { Random } from './random'

/** What kind of story an order is going to be: each brings up what is rare elsewhere. */
export type Temper = 'smooth' | 'slow' | 'passed-around' | 'unhappy' | 'sent-back' | 'abandoned' | 'given-out'

export const chooseTemper = (random: Random): Temper =>
  random.weighted([
    ['smooth', 50],
    ['slow', 15],
    ['passed-around', 8],
    ['unhappy', 14],
    ['sent-back', 8],
    ['abandoned', 5],
    ['given-out', 10],
  ] as const) ?? 'smooth'

/** How likely each action is beside the others that are possible. */
const usual: Record<OrderAction, number> = {
  ...{ accept: 20, decline: 1.5, 'resolve-decline': 20, dispatch: 5, progress: 3, fulfil: 14, withdraw: 0.6 },
  ...{ rate: 12, grade: 8, rework: 0.8, approve: 3, second: 2, merge: 0.4, unmerge: 4, callback: 8, rectify: 8 },
  ...{ 'follow-up-rating': 6, 'request-extension': 1.2, 'resolve-extension': 6, urge: 0.4, dispute: 0.5 },
  ...{ 'resolve-dispute': 10, 'resolve-escalation': 20, 'offer-to-units': 1, unlist: 0.4, claim: 14 },
  ...{ 'first-contact': 10, release: 1, 'invite-unit': 8, join: 12, lapse: 0, 'call-volunteers': 0 },
}

const turns: Record<Temper, Partial<Record<OrderAction, number>>> = {
  smooth: {},
  slow: { 'request-extension': 8, urge: 3 },
  'passed-around': { decline: 30, accept: 4, merge: 2 },
  unhappy: { dispute: 3, 'follow-up-rating': 10, rework: 2 },
  'sent-back': { rework: 10, dispute: 6 },
  abandoned: { withdraw: 3, rate: 1 },
  'given-out': { 'offer-to-units': 30, 'first-contact': 5, release: 4, fulfil: 8 },
}

/** Hours between two touches of an order, on average. */
const waits: Record<Temper, number> = {
  ...{ smooth: 10, slow: 60, 'passed-around': 16, unhappy: 24, 'sent-back': 20, abandoned: 200, 'given-out': 80 },
}

export const chooseWait = (random: Random, temper: Temper, status: OrderStatus): number =>
  random.wait(status === 'fulfilled' || status === 'rated' ? waits[temper] * 5 : waits[temper])

const isClosed = (status: OrderStatus) => (closedStatuses as readonly OrderStatus[]).includes(status)

/** Whether somebody will look at an order again: one that is over is disputed or brought back now and then. */
export const goesOn = (random: Random, status: OrderStatus): boolean => !isClosed(status) || random.chance(0.3)

/**
 * What happens to an order next, of all that the flow allows then; undefined when nothing does for now.
 * @param isPossible what the caller can bring about beside the flow, such as whether there is one to merge it into
 */
export function chooseAction(
  random: Random,
  state: OrderState,
  now: Date,
  temper: Temper,
  isPossible: (action: OrderAction) => boolean,
): OrderAction | undefined {
  const weights = { ...usual, ...turns[temper] }
  return random.weighted(
    possibleActions(state, now)
      .filter(isPossible)
      .map((action) => [action, weights[action]] as const),
  )
}

export const chooseStars = (random: Random, temper: Temper): Stars =>
  random.weighted<Stars>(
    temper === 'unhappy'
      ? [...([1, 2] as const).map((stars) => [stars, 40] as const), [3, 20]]
      : [...([1, 2] as const).map((stars) => [stars, 2] as const), [3, 8], [4, 30], [5, 60]],
  ) ?? 5

export const chooseDeclineDecision = (random: Random, temper: Temper): DeclineDecision =>
  random.weighted<DeclineDecision>([
    ['confirm', temper === 'passed-around' ? 1 : 5],
    ['redirect', 5],
    ['overrule', 4],
  ]) ?? 'confirm'

/** Of what was declined the district cannot say that it goes on where it is. */
export const chooseEscalationDecision = (random: Random, status: OrderStatus): EscalationDecision =>
  random.weighted<EscalationDecision>([
    ['assign', 5],
    ['end', 2],
    ['continue', status === 'declining' ? 0 : 4],
  ]) ?? 'assign'
