import { addInto, tallyOf, type CounterName, type Sum } from '../scores/counting/counters'
import type { Contribution } from '../scores/counting/contribution'
import { monthOf, type Month } from '../scores/counting/periods'
import type { Stars } from '../ratings/rating-reasons'
import type { StepFacts } from './whistle-clocks'
import type { WhistlePartyState, WhistleStatus } from './whistle-flow'

/** What scores need to know of one department of one whistle: its row, as recorded. */
export interface ScoredWhistleParty {
  readonly departmentCode: string
  readonly status: WhistleStatus
  readonly state: WhistlePartyState
  readonly sign: StepFacts
  readonly contact: StepFacts
  readonly attend: StepFacts
  /** The district found that it had refused without reason: the refusal was no answer. */
  readonly isOverruled: boolean
  readonly isSentBack: boolean
  /** The street's grade of this department. */
  readonly stars: Stars | null
}

type Counts = readonly CounterName[]

/** A step counts once it was done, or overdue; what was dropped before its time leaves the denominators. */
const isDue = ({ doneAt, overdueAt }: StepFacts) => doneAt !== null || overdueAt !== null
const isInTime = ({ doneAt, overdueAt }: StepFacts) => doneAt !== null && overdueAt === null

function responseCounts(step: StepFacts, isOverruled: boolean): Counts {
  if (!isDue(step)) return []
  if (isInTime(step) && !isOverruled) return ['acceptDue', 'acceptInTime']
  return [
    'acceptDue',
    ...(isInTime(step) ? [] : (['acceptLate'] as const)),
    ...(isOverruled ? (['acceptOverruled'] as const) : []),
  ]
}

/** Whoever was never at the place has solved nothing, however it ended. */
const solved = ({ state, isSentBack }: ScoredWhistleParty): CounterName => {
  if (state !== 'attended') return 'fulfilLate'
  return isSentBack ? 'fulfilReworked' : 'fulfilSolved'
}

/**
 * What a department's part in a whistle adds to the counters of that department, as it stands: 响应 is signing and
 * contact in time, attendance is counted by itself, 解决 that the whistle was closed and never sent back, 满意 the
 * street's stars. A pure function of what was recorded, like the contribution of an order, so that counters and a replay
 * agree (docs/adr/0011). A refusal that waits for the district is no answer yet.
 */
export function whistleContribution(party: ScoredWhistleParty): Contribution {
  const sums = new Map<Month, Sum>()
  const add = (dueAt: Date, names: Counts) => {
    const month = monthOf(dueAt)
    const sum = sums.get(month) ?? {}
    for (const name of names) addInto(sum, { [name]: 1 })
    sums.set(month, sum)
  }
  const isUndecided = party.state === 'refusing' && party.sign.overdueAt === null
  if (!isUndecided) add(party.sign.dueAt, responseCounts(party.sign, party.isOverruled))
  add(party.contact.dueAt, responseCounts(party.contact, false))
  if (isDue(party.attend)) {
    add(party.attend.dueAt, ['attendDue', ...(isInTime(party.attend) ? (['attendInTime'] as const) : [])])
  }
  if (party.status === 'closed' && party.state !== 'excused') {
    add(party.attend.dueAt, ['fulfilDue', 'fulfilled', solved(party)])
    if (party.stars !== null) add(party.attend.dueAt, [`own${party.stars}`])
  }
  return [...sums]
    .map(([period, sum]) => ({ scope: 'unit' as const, code: party.departmentCode, period, tally: tallyOf(sum) }))
    .filter(({ tally }) => Object.keys(tally).length > 0)
    .sort((a, b) => (a.period < b.period ? -1 : 1))
}
