import {
  isStepOpen,
  nextWake,
  stepDone,
  warningOf,
  whistleSteps,
  type ScoredWhistleParty,
  type StepFacts,
  type WhistleAction,
  type WhistlePartyFacts,
  type WhistleStatus,
  type WhistleStep,
} from '@xinban/shared/domain'
import type { WhistlePartyRow, WhistleRow } from './whistle.entity'

type Steps = Pick<WhistlePartyRow, `${WhistleStep}${'DueAt' | 'DoneAt' | 'OverdueAt' | 'WarnAt' | 'WarnedAt'}`>

export const stepOf = (party: Steps, step: WhistleStep): StepFacts => ({
  dueAt: party[`${step}DueAt`],
  doneAt: party[`${step}DoneAt`],
  overdueAt: party[`${step}OverdueAt`],
  warnAt: party[`${step}WarnAt`],
  warnedAt: party[`${step}WarnedAt`],
})

const columnsOf = (step: WhistleStep, { doneAt, overdueAt }: StepFacts): Partial<Steps> => ({
  [`${step}DoneAt`]: doneAt,
  [`${step}OverdueAt`]: overdueAt,
})

/** What doing some steps at `now` changes of a row. */
export const doneColumns = (party: Steps, steps: readonly WhistleStep[], now: Date): Partial<Steps> =>
  Object.assign({}, ...steps.map((step) => columnsOf(step, stepDone(stepOf(party, step), now)))) as Partial<Steps>

/** A refusal answers in place of a signature, and whoever is at the place has made contact. */
export function stepsDoneBy(action: WhistleAction | 'blow'): readonly WhistleStep[] {
  if (action === 'sign' || action === 'refuse') return ['sign']
  if (action === 'contact') return ['contact']
  return action === 'report-in' ? ['contact', 'attend'] : []
}

/** What recording every due time that has passed at `now` changes of a row. */
export const overdueColumns = (party: Steps, now: Date): Partial<Steps> =>
  Object.assign(
    {},
    ...overdueSteps(party, now).map((step) => columnsOf(step, { ...stepOf(party, step), overdueAt: now })),
  ) as Partial<Steps>

/** Steps whose due time has passed without anybody having recorded it. */
export const overdueSteps = (party: Steps, now: Date): WhistleStep[] =>
  whistleSteps.filter((step) => isStepOpen(stepOf(party, step)) && now > party[`${step}DueAt`])

/** Steps that are not overdue and of which the department is to be warned at `now`. */
export const stepsToWarn = (party: Steps, now: Date): WhistleStep[] =>
  whistleSteps.filter((step) => {
    const at = warningOf(stepOf(party, step))
    return at !== undefined && at < now && now <= party[`${step}DueAt`]
  })

/** What recording the warnings of some steps changes of a row. */
export const warnedColumns = (steps: readonly WhistleStep[], now: Date): Partial<Steps> =>
  Object.fromEntries(steps.map((step) => [`${step}WarnedAt`, now]))

/** Clocks run while departments are awaited, for those who were not let off; there is no pause. */
export function wakeOf(party: Steps & Pick<WhistlePartyRow, 'state'>, status: WhistleStatus): Date | null {
  const isAwaited = (status === 'blown' || status === 'working') && party.state !== 'excused'
  return isAwaited ? nextWake(whistleSteps.map((step) => stepOf(party, step))) : null
}

/** What the flow asks of a department. */
export const factsOf = ({ state, isLead, refusedFrom, stars, streetStars }: WhistlePartyRow): WhistlePartyFacts => ({
  ...{ state, isLead, hasRefused: refusedFrom !== null },
  ...{ isGraded: stars !== null, hasGradedStreet: streetStars !== null },
})

/** What scores need to know of a department: a pure reading of its row and the whistle's. */
export const scoredParty = (
  { status, isSentBack }: Pick<WhistleRow, 'status' | 'isSentBack'>,
  party: WhistlePartyRow,
): ScoredWhistleParty => ({
  ...{ departmentCode: party.departmentCode, status, state: party.state, isSentBack },
  ...{ sign: stepOf(party, 'sign'), contact: stepOf(party, 'contact'), attend: stepOf(party, 'attend') },
  ...{ isOverruled: party.isOverruled, stars: party.stars },
})
