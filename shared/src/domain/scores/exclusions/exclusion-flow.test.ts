import fc from 'fast-check'
import { checkFlow } from '../../flow/flow'
import { contributionOf } from '../counting/contribution'
import { scoreParts } from '../counting/scored-order'
import { anyOrder, order } from '../counting/scored-order.fixtures'
import { scoreOf } from '../figures/score'
import { nationalRules } from '../rules/built-in-rules'
import {
  excludedPartsOf,
  exclusionDecisions,
  exclusionFlow,
  exclusionReasonCodes,
  exclusionReasons,
  exclusionStates,
  exclusionTransition,
  partsThatDoNotFit,
  possibleExclusionActions,
  type Exclusion,
  type ExclusionAction,
  type ExclusionActor,
  type ExclusionState,
} from './exclusion-flow'
import {
  exclusionDecisionWords,
  exclusionReasonWords,
  exclusionRefusalWords,
  exclusionStateWords,
} from './exclusion-words'

const docket = (state: ExclusionState = 'proposed'): Exclusion => ({ state, proposedById: 'li', parts: ['response'] })
const li: ExclusionActor = { personId: 'li', hasHandled: false }
const wang: ExclusionActor = { personId: 'wang', hasHandled: false }
const handler: ExclusionActor = { personId: 'zhao', hasHandled: true }

test('every state is reached, and a proposal has a way out', () => {
  expect(checkFlow(exclusionFlow)).toEqual({ unreachable: [], deadEnds: [] })
})

test.each<[ExclusionState, ExclusionAction, ExclusionActor, 'approve' | 'reject' | undefined, string]>([
  ['proposed', 'decide', wang, 'approve', 'approved'],
  ['proposed', 'decide', wang, 'reject', 'rejected'],
  ['proposed', 'withdraw', li, undefined, 'withdrawn'],
  ['proposed', 'decide', li, 'approve', 'own_proposal'],
  ['proposed', 'decide', li, 'reject', 'own_proposal'],
  ['proposed', 'decide', handler, 'approve', 'handled_the_order'],
  ['proposed', 'withdraw', wang, undefined, 'not_the_proposer'],
  ['proposed', 'decide', wang, undefined, 'wrong_state'],
  ['approved', 'decide', wang, 'reject', 'wrong_state'],
  ['approved', 'withdraw', li, undefined, 'wrong_state'],
  ['rejected', 'decide', wang, 'approve', 'wrong_state'],
  ['withdrawn', 'decide', wang, 'approve', 'wrong_state'],
])('%s – %s by %j (%s): %s', (state, action, actor, decision, result) => {
  const done = exclusionTransition(docket(state), action, actor, decision)
  expect(done.ok ? done.to : done.reason).toBe(result)
})

test('what can be done is what succeeds, and never by one person alone', () => {
  expect(possibleExclusionActions(docket(), li)).toEqual(['withdraw'])
  expect(possibleExclusionActions(docket(), wang)).toEqual(['decide'])
  expect(possibleExclusionActions(docket(), handler)).toEqual([])
  for (const state of ['approved', 'rejected', 'withdrawn'] as const) {
    for (const actor of [li, wang, handler]) expect(possibleExclusionActions(docket(state), actor)).toEqual([])
  }
})

test('a reason takes out what it can have spoilt', () => {
  expect(partsThatDoNotFit('malicious_rating', ['response', 'satisfaction'])).toEqual(['response'])
  expect(partsThatDoNotFit('system_failure', ['response', 'resolution'])).toEqual([])
  for (const reason of exclusionReasonCodes) expect(exclusionReasons[reason].length).toBeGreaterThan(0)
})

test('only approved dockets take an order out, of each part once', () => {
  const of = (state: ExclusionState, ...parts: Exclusion['parts']) => ({ state, parts })
  expect(
    excludedPartsOf([of('proposed', 'response'), of('rejected', 'resolution'), of('withdrawn', 'response')]),
  ).toEqual([])
  expect(excludedPartsOf([of('approved', 'resolution'), of('approved', 'resolution', 'satisfaction')])).toEqual([
    'resolution',
    'satisfaction',
  ])
})

test('an excluded order leaves the rates, and shows in the public count', () => {
  const bad = order({ rating: { stars: 1, source: 'own' }, isReworked: true, excludedParts: [...scoreParts] })
  const [community] = contributionOf(bad)
  const { parts, coverage, excluded } = scoreOf(community?.tally ?? {}, nationalRules)
  expect(Object.values(parts).map(({ rate }) => rate)).toEqual(Array(3).fill('not_assessed'))
  expect(coverage.of).toBe(0)
  expect(excluded).toEqual({ response: 1, resolution: 1, satisfaction: 1 })
})

test('exclusion hides nothing: what leaves the denominators is what the count grows by', () => {
  fc.assert(
    fc.property(anyOrder, (any) => {
      const all = (scored: typeof any) => {
        const rows = contributionOf(scored).filter(({ scope }) => scope === 'district')
        return rows.map(({ tally }) => [
          (tally.acceptDue ?? 0) + (tally.acceptExcluded ?? 0),
          (tally.fulfilDue ?? 0) + (tally.fulfilExcluded ?? 0),
          (tally.fulfilled ?? 0) + (tally.satisfactionExcluded ?? 0),
        ])
      }
      expect(all({ ...any, excludedParts: [...scoreParts] })).toEqual(all({ ...any, excludedParts: [] }))
    }),
  )
})

test('everything has a word', () => {
  expect(Object.keys(exclusionStateWords)).toEqual([...exclusionStates])
  expect(Object.keys(exclusionDecisionWords)).toEqual([...exclusionDecisions])
  expect(Object.keys(exclusionReasonWords)).toEqual(exclusionReasonCodes)
  for (const words of Object.values(exclusionRefusalWords)) expect(words).toMatch(/，|；/)
})
