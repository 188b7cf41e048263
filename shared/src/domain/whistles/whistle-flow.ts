import { actionsFrom, defineFlow, nextState } from '../flow/flow'

/** 推进哨: work that needs several to get on; 攻坚哨: a hard case, with more days to attend. */
export const whistleKinds = ['push', 'hard'] as const
export type WhistleKind = (typeof whistleKinds)[number]

export const whistleStatuses = ['blown', 'working', 'finished', 'closed', 'withdrawn', 'unfounded'] as const
export type WhistleStatus = (typeof whistleStatuses)[number]
export const closedWhistleStatuses = ['closed', 'withdrawn', 'unfounded'] as const satisfies readonly WhistleStatus[]
export const openWhistleStatuses = ['blown', 'working', 'finished'] as const satisfies readonly WhistleStatus[]

/**
 * How someone stands to a whistle: `street` blew it, `department` was called by it, `lead` is the one of these that
 * answers for the whole, `district` stands above both.
 */
export type WhistleParty = 'street' | 'department' | 'lead' | 'district'

/** Departments answer while the whistle is not reported done. */
const answering = ['blown', 'working'] as const satisfies readonly WhistleStatus[]
const whereItIs = { blown: 'blown', working: 'working', finished: 'finished' } as const

/**
 * 镇街吹哨、部门报到: a street calls departments, they work together at the place, and only that street closes it. What
 * each department did stands in a table of its own, `whistlePartyFlow`.
 */
export const whistleFlow = defineFlow({
  start: 'blown',
  states: whistleStatuses,
  closed: closedWhistleStatuses,
  actions: {
    sign: { from: answering, to: null, by: ['department'] },
    refuse: { from: answering, to: null, by: ['department'] },
    // When the last department is let off, nobody is left: the whistle was unfounded.
    'resolve-refusal': {
      from: openWhistleStatuses,
      to: { ...whereItIs, unfounded: 'unfounded' },
      by: ['district'],
    },
    contact: { from: answering, to: null, by: ['department'] },
    'report-in': { from: answering, to: 'working', by: ['department'] },
    progress: { from: answering, to: null, by: ['department', 'street'] },
    finish: { from: ['working'], to: 'finished', by: ['lead'] },
    'send-back': { from: ['finished'], to: 'working', by: ['street'] },
    close: { from: ['finished'], to: 'closed', by: ['street'] },
    withdraw: { from: answering, to: 'withdrawn', by: ['street'] },
    'grade-department': { from: ['closed'], to: null, by: ['street'] },
    'grade-street': { from: ['closed'], to: null, by: ['department'] },
  },
})
export type WhistleAction = keyof typeof whistleFlow.actions
export const whistleActions = Object.keys(whistleFlow.actions) as WhistleAction[]

export const whistlePartyStates = ['called', 'signed', 'contacted', 'attended', 'refusing', 'excused'] as const
export type WhistlePartyState = (typeof whistlePartyStates)[number]

/** How far one department is. Whoever is at the place has made contact; whoever was let off owes nothing more. */
export const whistlePartyFlow = defineFlow({
  start: 'called',
  states: whistlePartyStates,
  closed: ['attended', 'excused'],
  actions: {
    sign: { from: ['called'], to: 'signed', by: ['department'] },
    refuse: { from: ['called', 'signed'], to: 'refusing', by: ['department'] },
    'resolve-refusal': { from: ['refusing'], to: { uphold: 'excused', overrule: 'signed' }, by: ['district'] },
    contact: { from: ['signed'], to: 'contacted', by: ['department'] },
    'report-in': { from: ['signed', 'contacted'], to: 'attended', by: ['department'] },
    progress: { from: ['signed', 'contacted', 'attended'], to: null, by: ['department'] },
    finish: { from: ['attended'], to: null, by: ['lead'] },
    'grade-street': { from: ['signed', 'contacted', 'attended'], to: null, by: ['department'] },
  },
})
export type WhistlePartyAction = keyof typeof whistlePartyFlow.actions
const partyActions = Object.keys(whistlePartyFlow.actions)
/** Whether the action is one department's, or about one. */
export const isPartyAction = (action: WhistleAction): action is WhistlePartyAction => partyActions.includes(action)

export const refusalDecisions = ['uphold', 'overrule'] as const
export type RefusalDecision = (typeof refusalDecisions)[number]

/** How near the place a phone has to be to report in, in metres. */
export const whistleReach = 300

/** What the flow asks of the department that acts, or about which is decided. */
export interface WhistlePartyFacts {
  readonly state: WhistlePartyState
  readonly isLead: boolean
  readonly hasRefused: boolean
  readonly isGraded: boolean
  readonly hasGradedStreet: boolean
}

export type WhistleRefusal =
  'wrong_state' | 'wrong_party_state' | 'refused_before' | 'refusal_open' | 'already_graded' | 'department_excused'

export type WhistleMove =
  | { readonly ok: true; readonly to: WhistleStatus; readonly party: WhistlePartyState | null }
  | { readonly ok: false; readonly reason: WhistleRefusal }

const refuse = (reason: WhistleRefusal): WhistleMove => ({ ok: false, reason })

/**
 * Where `action` takes a whistle and the department that it is about, or why it does not.
 * @param all every department of the whistle
 * @param party the department that acts, or about which is decided; undefined for what is of the whole
 * @param decision of `resolve-refusal`
 */
export function whistleMove(
  status: WhistleStatus,
  action: WhistleAction,
  all: readonly WhistlePartyFacts[],
  party?: WhistlePartyFacts,
  decision?: RefusalDecision,
): WhistleMove {
  const isLast = all.every((other) => other === party || other.state === 'excused')
  const outcome = decision === 'uphold' && isLast ? 'unfounded' : status
  const to = nextState(whistleFlow, status, action, outcome)
  if (to === undefined) return refuse('wrong_state')
  const reason = guard(action, all, party)
  if (reason) return refuse(reason)
  if (!party || !isPartyAction(action)) return { ok: true, to, party: party?.state ?? null }
  const next = nextState(whistlePartyFlow, party.state, action, decision)
  return next === undefined ? refuse('wrong_party_state') : { ok: true, to, party: next }
}

function guard(
  action: WhistleAction,
  all: readonly WhistlePartyFacts[],
  party: WhistlePartyFacts | undefined,
): WhistleRefusal | undefined {
  if (action === 'refuse' && party?.hasRefused) return 'refused_before'
  if (action === 'close' && all.some(({ state }) => state === 'refusing')) return 'refusal_open'
  if (action === 'grade-department' && party?.state === 'excused') return 'department_excused'
  if (action === 'grade-department' && party?.isGraded) return 'already_graded'
  if (action === 'grade-street' && party?.hasGradedStreet) return 'already_graded'
  return undefined
}

/**
 * Actions that could succeed now, whoever may take them.
 * @param party the department of whoever asks; undefined for the street and the district, which decide about any of them
 */
export function possibleWhistleActions(
  status: WhistleStatus,
  all: readonly WhistlePartyFacts[],
  party?: WhistlePartyFacts,
): WhistleAction[] {
  const can = (action: WhistleAction, about: WhistlePartyFacts | undefined) =>
    (action === 'resolve-refusal' ? (['overrule'] as const) : ([undefined] as const)).some(
      (decision) => whistleMove(status, action, all, about, decision).ok,
    )
  return actionsFrom(whistleFlow, status).filter((action) => {
    if (party) return can(action, party)
    if (action === 'resolve-refusal' || action === 'grade-department') return all.some((about) => can(action, about))
    return can(action, undefined)
  })
}
