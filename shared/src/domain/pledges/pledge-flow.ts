import { actionsFrom, defineFlow, nextState } from '../flow/flow'

export const pledgeListStates = [
  'collecting',
  'deliberating',
  'published',
  'delivering',
  'evaluating',
  'closed',
] as const
export type PledgeListState = (typeof pledgeListStates)[number]

/** How someone stands to the list of one org and year. `street`: the org that reviews it, the district where none does. */
export type PledgeListParty = 'writer' | 'street'

/** The list of one org and year (一年十件实事): 问需 → 票决 → 公布 → 践诺 → 评议 → 办结. */
export const pledgeListFlow = defineFlow({
  start: 'collecting',
  states: pledgeListStates,
  closed: ['closed'],
  actions: {
    deliberate: { from: ['collecting'], to: 'deliberating', by: ['writer'] },
    'open-vote': { from: ['deliberating'], to: null, by: ['writer'] },
    'consent-number': { from: ['collecting', 'deliberating'], to: null, by: ['street'] },
    publish: { from: ['deliberating'], to: 'published', by: ['writer'] },
    start: { from: ['published'], to: 'delivering', by: ['writer'] },
    evaluate: { from: ['delivering'], to: 'evaluating', by: ['writer', 'street'] },
    grade: { from: ['evaluating'], to: null, by: ['street'] },
    close: { from: ['evaluating'], to: 'closed', by: ['street'] },
  },
} satisfies Parameters<typeof defineFlow<PledgeListState, string, PledgeListParty>>[0])
export type PledgeListAction = keyof typeof pledgeListFlow.actions
export const pledgeListActions = Object.keys(pledgeListFlow.actions) as [PledgeListAction, ...PledgeListAction[]]

/** Lists whose pledges everyone can see. */
export const publicListStates: readonly PledgeListState[] = ['published', 'delivering', 'evaluating', 'closed']
export const isPublished = (state: PledgeListState): boolean => publicListStates.includes(state)
/** Lists whose pledges are being worked on. */
export const workingListStates: readonly PledgeListState[] = ['published', 'delivering', 'evaluating']

export const pledgeStates = ['delivering', 'in_notice', 'struck_off'] as const
export type PledgeState = (typeof pledgeStates)[number]

/**
 * How someone stands to a pledge. `writer`: staff of its org; `reporter`: whoever may report, the writer included;
 * `street`: reviews it; `appeal`: the district, which alone decides appeals and strikes off below the survey's threshold.
 */
export type PledgeParty = 'writer' | 'reporter' | 'street' | 'appeal' | 'resident' | 'anyone'

const published: PledgeState[] = ['delivering', 'in_notice', 'struck_off']

/** One pledge, from its publication to its strike-off (销号). */
export const pledgeFlow = defineFlow({
  start: 'delivering',
  states: pledgeStates,
  /** An objection that is upheld leads out of it again. */
  closed: ['struck_off'],
  actions: {
    progress: { from: ['delivering'], to: null, by: ['reporter'] },
    'complete-milestone': { from: ['delivering'], to: null, by: ['reporter'] },
    amend: { from: ['delivering'], to: null, by: ['writer'] },
    'request-strike-off': { from: ['delivering'], to: 'in_notice', by: ['writer'] },
    'strike-off': { from: ['in_notice'], to: 'struck_off', by: ['street', 'appeal'] },
    'send-back': { from: ['in_notice', 'struck_off'], to: 'delivering', by: ['street', 'appeal'] },
    comment: { from: published, to: null, by: ['anyone'] },
    rate: { from: ['in_notice', 'struck_off'], to: null, by: ['resident'] },
    grade: { from: ['in_notice', 'struck_off'], to: null, by: ['street'] },
    object: { from: ['in_notice', 'struck_off'], to: null, by: ['resident'] },
    'resolve-objection': { from: published, to: null, by: ['street', 'appeal'] },
  },
} satisfies Parameters<typeof defineFlow<PledgeState, string, PledgeParty>>[0])
export type PledgeAction = keyof typeof pledgeFlow.actions
export const pledgeActions = Object.keys(pledgeFlow.actions) as [PledgeAction, ...PledgeAction[]]

export const possiblePledgeActions = (state: PledgeState): PledgeAction[] => actionsFrom(pledgeFlow, state)
export const possibleListActions = (state: PledgeListState): PledgeListAction[] => actionsFrom(pledgeListFlow, state)

/** The state after an action, or undefined where it does not start from `state`. */
export const pledgeAfter = (state: PledgeState, action: PledgeAction): PledgeState | undefined =>
  nextState(pledgeFlow, state, action)
export const listAfter = (state: PledgeListState, action: PledgeListAction): PledgeListState | undefined =>
  nextState(pledgeListFlow, state, action)

/** Four kinds of practical things. */
export const pledgeCategories = ['urgent_need', 'living_space', 'public_service', 'public_safety'] as const
export type PledgeCategory = (typeof pledgeCategories)[number]

/** How many things a list has; another number needs the street's recorded consent. */
export const pledgesOfAList = 10
