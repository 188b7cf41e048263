import {
  closedWhistleStatuses,
  openWhistleStatuses,
  possibleWhistleActions,
  whistleActions,
  whistleFlow,
  whistleMove,
  whistleStatuses,
  type RefusalDecision,
  type WhistleAction,
  type WhistlePartyFacts,
  type WhistlePartyState,
  type WhistleStatus,
} from './whistle-flow'

const party = (state: WhistlePartyState, more: Partial<WhistlePartyFacts> = {}): WhistlePartyFacts => ({
  ...{ state, isLead: false, hasRefused: false, isGraded: false, hasGradedStreet: false },
  ...more,
})
const lead = (state: WhistlePartyState, more: Partial<WhistlePartyFacts> = {}) =>
  party(state, { isLead: true, ...more })

test.each<[WhistleStatus, WhistleAction, WhistlePartyState, RefusalDecision | undefined, string, string]>([
  ['blown', 'sign', 'called', undefined, 'blown', 'signed'],
  ['blown', 'contact', 'signed', undefined, 'blown', 'contacted'],
  ['blown', 'report-in', 'contacted', undefined, 'working', 'attended'],
  ['working', 'report-in', 'signed', undefined, 'working', 'attended'],
  ['blown', 'refuse', 'called', undefined, 'blown', 'refusing'],
  ['working', 'refuse', 'signed', undefined, 'working', 'refusing'],
  ['blown', 'resolve-refusal', 'refusing', 'overrule', 'blown', 'signed'],
  ['working', 'finish', 'attended', undefined, 'finished', 'attended'],
])('%s – %s by a department that is %s (%s): %s, %s', (status, action, state, decision, to, next) => {
  const own = lead(state)
  expect(whistleMove(status, action, [own, party('called')], own, decision)).toEqual({ ok: true, to, party: next })
})

test.each<[WhistleStatus, WhistleAction, WhistlePartyState]>([
  ['blown', 'report-in', 'called'],
  ['blown', 'contact', 'called'],
  ['blown', 'sign', 'signed'],
  ['working', 'refuse', 'attended'],
  ['working', 'finish', 'contacted'],
  ['working', 'progress', 'called'],
])('%s – not %s by a department that is %s', (status, action, state) => {
  const own = lead(state)
  expect(whistleMove(status, action, [own], own)).toEqual({ ok: false, reason: 'wrong_party_state' })
})

test('an upheld refusal lets one department off, and of the last one the whistle was unfounded', () => {
  const own = party('refusing')
  const uphold = (...others: WhistlePartyFacts[]) =>
    whistleMove('blown', 'resolve-refusal', [own, ...others], own, 'uphold')
  expect(uphold(lead('signed'))).toEqual({ ok: true, to: 'blown', party: 'excused' })
  expect(uphold(lead('excused'))).toEqual({ ok: true, to: 'unfounded', party: 'excused' })
})

test('a department refuses once', () => {
  const own = lead('signed', { hasRefused: true })
  expect(whistleMove('blown', 'refuse', [own], own)).toEqual({ ok: false, reason: 'refused_before' })
})

test('nobody closes over a refusal that waits', () => {
  const all = [lead('attended'), party('refusing')]
  expect(whistleMove('finished', 'close', all)).toEqual({ ok: false, reason: 'refusal_open' })
  expect(whistleMove('finished', 'close', [lead('attended'), party('excused')])).toMatchObject({ to: 'closed' })
})

test('each side grades once, and nobody who was let off', () => {
  const graded = lead('attended', { isGraded: true, hasGradedStreet: true })
  const off = party('excused')
  const about = (action: WhistleAction, own: WhistlePartyFacts) => whistleMove('closed', action, [graded, off], own)
  expect(about('grade-department', graded)).toEqual({ ok: false, reason: 'already_graded' })
  expect(about('grade-street', graded)).toEqual({ ok: false, reason: 'already_graded' })
  expect(about('grade-department', off)).toEqual({ ok: false, reason: 'department_excused' })
  expect(about('grade-department', lead('attended'))).toMatchObject({ ok: true, to: 'closed' })
})

test('closing, sending back, withdrawing and grading are the street’s, deciding is the district’s', () => {
  const by = (action: WhistleAction) => whistleFlow.actions[action].by
  for (const action of ['close', 'send-back', 'withdraw', 'grade-department'] as const) {
    expect(by(action)).toEqual(['street'])
  }
  expect(by('resolve-refusal')).toEqual(['district'])
  expect(by('finish')).toEqual(['lead'])
})

test('what is offered is what succeeds', () => {
  for (const status of whistleStatuses) {
    for (const state of ['called', 'signed', 'contacted', 'attended', 'refusing', 'excused'] as const) {
      const own = lead(state)
      for (const action of whistleActions) {
        const decision = action === 'resolve-refusal' ? 'overrule' : undefined
        expect(possibleWhistleActions(status, [own], own).includes(action)).toBe(
          whistleMove(status, action, [own], own, decision).ok,
        )
      }
    }
  }
})

test('the street is offered what is possible for some department', () => {
  const all = [lead('attended', { isGraded: true }), party('attended')]
  expect(possibleWhistleActions('closed', all)).toContain('grade-department')
  expect(possibleWhistleActions('closed', [lead('attended', { isGraded: true })])).not.toContain('grade-department')
  expect(possibleWhistleActions('blown', [lead('refusing')])).toContain('resolve-refusal')
  expect(possibleWhistleActions('blown', [lead('called')])).not.toContain('resolve-refusal')
})

test('open and closed statuses are all of them', () => {
  expect([...openWhistleStatuses, ...closedWhistleStatuses].sort()).toEqual([...whistleStatuses].sort())
})
