import { actionsFrom, defineFlow, nextState, outcomesOf } from '../../flow/flow'
import type { ScorePart } from '../counting/scored-order'

export const exclusionStates = ['proposed', 'approved', 'rejected', 'withdrawn'] as const
export type ExclusionState = (typeof exclusionStates)[number]

/**
 * A docket that takes an order out of rates (剔除). Who may propose and who may approve is the policy's; that they are
 * two persons, and the second free of the order, is the flow's.
 */
export const exclusionFlow = defineFlow({
  start: 'proposed',
  states: exclusionStates,
  closed: ['approved', 'rejected', 'withdrawn'],
  actions: {
    decide: { from: ['proposed'], to: { approve: 'approved', reject: 'rejected' }, by: ['approver'] },
    withdraw: { from: ['proposed'], to: 'withdrawn', by: ['proposer'] },
  },
})
export type ExclusionAction = keyof typeof exclusionFlow.actions
export const exclusionDecisions = ['approve', 'reject'] as const
export type ExclusionDecision = (typeof exclusionDecisions)[number]

/**
 * Why, and which parts each reason can take out: a rating that proved mistaken or malicious says nothing of the
 * deadlines, which stay. 国办发〔2019〕51 号 lets such ratings be set aside after verification; the others are what
 * 12345 hotlines set aside.
 */
export const exclusionReasons = {
  force_majeure: ['response', 'resolution'],
  system_failure: ['response', 'resolution'],
  beyond_the_law: ['resolution', 'satisfaction'],
  in_court: ['resolution', 'satisfaction'],
  resident_unreachable: ['resolution', 'satisfaction'],
  mistaken_rating: ['satisfaction'],
  malicious_rating: ['satisfaction'],
} as const satisfies Record<string, readonly ScorePart[]>
export type ExclusionReason = keyof typeof exclusionReasons
export const exclusionReasonCodes = Object.keys(exclusionReasons) as [ExclusionReason, ...ExclusionReason[]]

/** The parts that a proposal names but its reason cannot take out; empty when it fits. */
export const partsThatDoNotFit = (reason: ExclusionReason, parts: readonly ScorePart[]): ScorePart[] =>
  parts.filter((part) => !(exclusionReasons[reason] as readonly ScorePart[]).includes(part))

/** What the flow needs to know of a docket. */
export interface Exclusion {
  readonly state: ExclusionState
  readonly proposedById: string
  readonly parts: readonly ScorePart[]
}
/** Who acts; `hasHandled`: this person handled the order under any role. */
export interface ExclusionActor {
  readonly personId: string
  readonly hasHandled: boolean
}

export type ExclusionRefusal = 'wrong_state' | 'own_proposal' | 'handled_the_order' | 'not_the_proposer'
export type ExclusionTransition =
  { readonly ok: true; readonly to: ExclusionState } | { readonly ok: false; readonly reason: ExclusionRefusal }

/** Where `action` takes a docket, or why it does not. */
export function exclusionTransition(
  exclusion: Exclusion,
  action: ExclusionAction,
  actor: ExclusionActor,
  decision?: ExclusionDecision,
): ExclusionTransition {
  const to = nextState(exclusionFlow, exclusion.state, action, decision)
  if (to === undefined) return { ok: false, reason: 'wrong_state' }
  const isProposer = actor.personId === exclusion.proposedById
  if (action === 'withdraw') return isProposer ? { ok: true, to } : { ok: false, reason: 'not_the_proposer' }
  if (isProposer) return { ok: false, reason: 'own_proposal' }
  return actor.hasHandled ? { ok: false, reason: 'handled_the_order' } : { ok: true, to }
}

/** What `actor` may do with a docket as far as the flow goes. */
export const possibleExclusionActions = (exclusion: Exclusion, actor: ExclusionActor): ExclusionAction[] =>
  actionsFrom(exclusionFlow, exclusion.state).filter((action) => {
    const [decision] = outcomesOf(exclusionFlow.actions[action])
    return exclusionTransition(exclusion, action, actor, decision as ExclusionDecision | undefined).ok
  })

/**
 * The parts that an order is out of: those of its approved dockets, each once. Pending ones take out nothing.
 * It is what `ScoredOrder.excludedParts` holds.
 */
export const excludedPartsOf = (dockets: readonly Pick<Exclusion, 'state' | 'parts'>[]): ScorePart[] => [
  ...new Set(dockets.filter(({ state }) => state === 'approved').flatMap(({ parts }) => parts)),
]
