import { chargedTo, timeUsed, type HeldClock } from './charge'
import { clockKinds, clockPlan, outcomeOf, type ClockPlan, type ClockStep } from './order-clocks'
import { defaultOrderRules } from './order-guards'
import { orderIs } from './order-state.fixtures'

const at = new Date('2026-11-02T10:00:00+08:00')
const day = 24 * 60 * 60_000
const days = (count: number) => new Date(at.getTime() + count * day)

type Told = Pick<ClockStep, 'action'> & Partial<ClockStep>
const plan = (step: Told): ClockPlan =>
  clockPlan({ from: 'submitted', at, after: orderIs('submitted'), ...step }, defaultOrderRules)

/** What starts and stops, in a line: `-accept +fulfil`. */
function told(step: Told): string {
  const { stops, starts } = plan(step)
  return [...stops.map(({ kind, how }) => `-${kind}:${how}`), ...starts.map(({ kind }) => `+${kind}`)].join(' ')
}

test('accepting as a complex one lengthens what runs', () => {
  expect(plan({ action: 'accept', isComplex: true })).toMatchObject({ isLengthened: true, starts: [] })
  expect(plan({ action: 'accept' }).isLengthened).toBeUndefined()
})

test.each<[string, Told, string]>([
  ['placing starts the resident’s clock and the community’s two', { action: 'place' }, '+resident +accept +fulfil'],
  [
    'a wish is the street’s to approve first',
    { action: 'place', after: orderIs('submitted', { offeredAt: at }) },
    '+resident +approve',
  ],
  [
    'what comes onto the wall leaves the community',
    { action: 'approve', from: 'accepted', after: orderIs('listed') },
    '-approve:judge -accept:leave -fulfil:leave -rework:leave -resolve_extension:drop +claim',
  ],
  ['what is only made public has the clocks it had', { action: 'approve', after: orderIs('submitted') }, ''],
  [
    'a claim starts the unit’s clocks',
    { action: 'claim', from: 'listed', after: orderIs('in_progress', { claimedAt: at }) },
    '-claim:judge +contact +fulfil',
  ],
  [
    'a claim without contact goes back',
    { action: 'lapse', from: 'in_progress', after: orderIs('listed') },
    '-contact:judge -accept:leave -fulfil:leave -rework:leave -resolve_extension:drop +claim',
  ],
  [
    'kept off the wall, it is the community’s',
    { action: 'unlist', from: 'submitted' },
    '-approve:judge +accept +fulfil',
  ],
  ['accepting is judged', { action: 'accept' }, '-accept:judge'],
  ['declining answers in time too', { action: 'decline' }, '-accept:judge +resolve_decline'],
  [
    'the third decline goes to the district',
    { action: 'decline', isEscalating: true },
    '-accept:judge +resolve_escalation',
  ],
  [
    'a redirect gives the new community clocks of its own, the resident’s runs on',
    { action: 'resolve-decline', decision: 'redirect' },
    '-resolve_decline:judge -fulfil:drop -rework:drop -resolve_extension:drop -callback:leave -rectify:leave +accept +fulfil',
  ],
  [
    'the loop of a bad rating goes with a redirected order',
    {
      ...{ action: 'resolve-decline', decision: 'redirect' },
      after: orderIs('submitted', { ratedAt: at, stars: 1, rectifiedAt: null }),
    },
    '-resolve_decline:judge -fulfil:drop -rework:drop -resolve_extension:drop -callback:leave -rectify:leave +accept +fulfil +callback +rectify',
  ],
  [
    'what the district gives to another community leaves nothing with the one before',
    {
      ...{ action: 'resolve-escalation', decision: 'assign', isHandedOver: true },
      after: orderIs('accepted', { offeredAt: at }),
    },
    '-resolve_escalation:judge -resolve_decline:drop -accept:drop -fulfil:drop -rework:drop -resolve_extension:drop -approve:drop -claim:drop -contact:drop -callback:leave -rectify:leave +fulfil +approve',
  ],
  [
    'a decline that waits for the district already is not the street’s',
    { action: 'decline', after: orderIs('declining', { escalatedAt: at }) },
    '-accept:judge',
  ],
  [
    'sent back, the district is asked again',
    { action: 'rework', after: orderIs('rework', { escalatedAt: at }) },
    '-grade:drop +rework +resolve_escalation',
  ],
  ['rework starts a clock of its own', { action: 'rework' }, '-grade:drop +rework'],
  [
    'three stars lead to grading',
    { action: 'rate', after: orderIs('rated', { ratedAt: at, stars: 3 }) },
    '-grade:drop +grade',
  ],
  [
    'two stars start the loop, and grading waits',
    { action: 'rate', after: orderIs('rated', { ratedAt: at, stars: 2 }) },
    '-grade:drop +callback +rectify',
  ],
  [
    'the follow-up rating ends it',
    { action: 'follow-up-rating', after: orderIs('rated', { ratedAt: at, stars: 1, followedUpAt: at }) },
    '-grade:drop -callback:leave +grade',
  ],
  [
    'a rating while a dispute is open leads to no grading yet',
    { action: 'rate', after: orderIs('rated', { ratedAt: at, stars: 5, disputedAt: at }) },
    '-grade:drop',
  ],
  [
    'a rejected dispute leads back to it',
    {
      ...{ action: 'resolve-dispute', decision: 'reject', from: 'rated' },
      after: orderIs('rated', { ratedAt: at, stars: 5, disputedAt: at, disputeResolvedAt: at }),
    },
    '-resolve_dispute:judge -grade:drop +grade',
  ],
  ['progress changes nothing', { action: 'progress' }, ''],
])('%s', (_, step, expected) => {
  expect(told(step)).toBe(expected)
})

test.each([
  ['resolve-decline', 'confirm', 'resolve_decline'],
  ['resolve-escalation', 'end', 'resolve_escalation'],
] as const)('%s: %s ends every clock there is', (action, decision, decided) => {
  const { stops, starts } = plan({ action, decision, after: orderIs('declined') })
  expect(starts).toEqual([])
  expect(stops).toEqual(clockKinds.map((kind) => ({ kind, how: kind === decided ? 'judge' : 'drop' })))
})

test('grading an unrated order counts from the end of the rating window', () => {
  const { starts } = plan({ action: 'fulfil', after: orderIs('fulfilled', { fulfilledAt: at }) })
  expect(starts).toEqual([{ kind: 'grade', from: days(15) }])
})

test('a rejected dispute gives the street no more time than the rating window leaves', () => {
  const step = (fulfilledAt: Date) =>
    plan({
      ...{ action: 'resolve-dispute', decision: 'reject', from: 'fulfilled' },
      after: orderIs('fulfilled', { fulfilledAt, disputedAt: days(-1), disputeResolvedAt: at }),
    })
  expect(step(days(-5)).starts).toEqual([{ kind: 'grade', from: days(10) }])
  expect(step(days(-20)).starts).toEqual([{ kind: 'grade', from: at }])
})

test('grading never counts from before it could begin: a rework long after the loop was put right', () => {
  const facts = { fulfilledAt: at, ratedAt: days(-40), stars: 1, rectifiedAt: days(-30) } as const
  const { starts } = plan({ action: 'fulfil', after: orderIs('fulfilled', facts) })
  expect(starts).toEqual([{ kind: 'grade', from: at }])
})

test('what was put right by a rework is rectified with it', () => {
  const after = orderIs('fulfilled', { fulfilledAt: at, ratedAt: days(-2), stars: 1, rectifiedAt: at })
  const { stops, starts } = plan({ action: 'fulfil', after })
  expect(stops).toContainEqual({ kind: 'rectify', how: 'judge' })
  expect(starts).toEqual([{ kind: 'grade', from: days(15) }])
})

test('an overruled decline, a granted extension and an undone merge say so', () => {
  expect(plan({ action: 'resolve-decline', decision: 'overrule' }).isOverruled).toBe(true)
  expect(plan({ action: 'resolve-extension', decision: 'grant', days: 3 }).extendBy).toBe(3)
  expect(plan({ action: 'resolve-extension', decision: 'refuse', days: 3 }).extendBy).toBeUndefined()
  expect(plan({ action: 'unmerge' }).isReopened).toBe(true)
})

test.each([
  ['judge', 0, 'met'],
  ['judge', 1, 'late'],
  ['leave', 0, 'void'],
  ['leave', 1, 'late'],
  ['drop', 1, 'void'],
] as const)('stopped by %s, %i ms after its due time: %s', (how, late, expected) => {
  expect(outcomeOf(at, how, new Date(at.getTime() + late))).toBe(expected)
})

describe('who used the time', () => {
  const plain = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 60_000
  const held = (kind: HeldClock['kind'], holderCode: string, from: number, to: number | null): HeldClock => ({
    kind,
    holderCode,
    startedAt: days(from),
    endedAt: to === null ? null : days(to),
  })
  // A kept it four days, the street took one to redirect it, B had it for a day when the resident's time was over.
  const passedAround = [
    held('accept', 'A', 0, 1),
    held('fulfil', 'A', 0, 5),
    held('resolve_decline', 'street', 4, 5),
    held('accept', 'B', 5, null),
    held('fulfil', 'B', 5, null),
  ]

  test('each stretch is one holder’s, and whoever decides has it', () => {
    const used = timeUsed(passedAround, days(0), days(6), plain)
    expect(Object.fromEntries(used)).toEqual({ A: 4 * 1440, street: 1440, B: 1440 })
    expect(chargedTo(used)).toBe('A')
  })

  test('the present holder is judged by its own clock while that runs', () => {
    const used = timeUsed([...passedAround.slice(3), held('fulfil', 'A', 0, 2)], days(0), days(9), plain)
    expect(chargedTo(used)).toBe('B')
    expect(chargedTo(used, 'B')).toBe('A')
  })

  test('nobody is charged where nobody had it, the earlier one where two had it the same time', () => {
    expect(chargedTo(timeUsed([], days(0), days(6), plain))).toBeNull()
    expect(chargedTo(timeUsed(passedAround, days(4), days(6), plain))).toBe('street')
  })
})
