import { defineFlow, nextState } from '../flow/flow'
import type { OrderKind } from '../orders/order-flow'

export const needStates = ['waiting', 'candidate', 'order', 'declined'] as const
export type NeedState = (typeof needStates)[number]
export const needDecisions = ['candidate', 'order', 'decline'] as const
export type NeedDecision = (typeof needDecisions)[number]
/** Where a need comes from: a resident's own form, a visit, a meeting, or an order. */
export const needSources = ['form', 'visit', 'meeting', 'order'] as const
export type NeedSource = (typeof needSources)[number]

/** What an order made of a need may be: a wish is made by whoever has it. */
export const neededKinds = ['service', 'issue', 'suggestion', 'consultation'] as const satisfies readonly OrderKind[]

/** A need (需求): every one gets a public answer, and a better one may follow it. */
export const needFlow = defineFlow({
  start: 'waiting',
  states: needStates,
  closed: ['candidate', 'order', 'declined'],
  actions: {
    answer: {
      from: ['waiting', 'declined'],
      to: { candidate: 'candidate', order: 'order', decline: 'declined' },
      by: ['community'],
    },
  },
} satisfies Parameters<typeof defineFlow<NeedState, string, 'community'>>[0])

/** What a need becomes by an answer; undefined where it has its answer. */
export const needAfter = (state: NeedState, decision: NeedDecision): NeedState | undefined =>
  nextState(needFlow, state, 'answer', decision)

export const commentStates = ['waiting', 'approved', 'hidden'] as const
export type CommentState = (typeof commentStates)[number]

/** A comment: nothing is public before a person approved it; hiding keeps the original. */
export const commentFlow = defineFlow({
  start: 'waiting',
  states: commentStates,
  closed: ['hidden'],
  actions: {
    approve: { from: ['waiting', 'hidden'], to: 'approved', by: ['moderator'] },
    hide: { from: ['waiting', 'approved'], to: 'hidden', by: ['moderator'] },
  },
} satisfies Parameters<typeof defineFlow<CommentState, string, 'moderator'>>[0])
export type CommentAction = keyof typeof commentFlow.actions
export const commentAfter = (state: CommentState, action: CommentAction): CommentState | undefined =>
  nextState(commentFlow, state, action)

export const objectionStates = ['open', 'answered', 'appealed', 'closed'] as const
export type ObjectionState = (typeof objectionStates)[number]
export const objectionDecisions = ['uphold', 'reject'] as const
export type ObjectionDecision = (typeof objectionDecisions)[number]

/** An objection (异议): the street answers in public, and the objector may appeal to the district once. */
export const objectionFlow = defineFlow({
  start: 'open',
  states: objectionStates,
  closed: ['closed', 'answered'],
  actions: {
    answer: { from: ['open'], to: { uphold: 'closed', reject: 'answered' }, by: ['street'] },
    appeal: { from: ['answered'], to: 'appealed', by: ['objector'] },
    decide: { from: ['appealed'], to: 'closed', by: ['district'] },
  },
} satisfies Parameters<typeof defineFlow<ObjectionState, string, 'street' | 'objector' | 'district'>>[0])

/** Objections that keep a pledge from being struck off. */
export const isOpenObjection = (state: ObjectionState): boolean => state === 'open' || state === 'appealed'
