import { itemFlow, itemMoveWords, itemStateWords } from '../catalogue/item-flow'
import { orderFlow } from '../orders/order-flow'
import { actionWords, statusWords } from '../orders/order-words'
import { exclusionFlow } from '../scores/exclusions/exclusion-flow'
import { exclusionStateWords } from '../scores/exclusions/exclusion-words'
import { whistleFlow, whistlePartyFlow } from '../whistles/whistle-flow'
import { whistleActionWords, whistlePartyStateWords, whistleStatusWords } from '../whistles/whistle-words'
import { actionsFrom, checkFlow, nextState, outcomesOf, targetsOf, type Flow } from './flow'

type Words = Readonly<Record<string, string>>
type AnyFlow = Flow<string, string, string>
const exclusionActionWords: Words = { decide: '审批', withdraw: '撤回' }

/** Every flow of the house with its words. A new flow table is one line here. */
const flows: readonly (readonly [name: string, flow: AnyFlow, states: Words, actions: Words])[] = [
  ['order', orderFlow, statusWords, actionWords],
  ['whistle', whistleFlow, whistleStatusWords, whistleActionWords],
  ['department of a whistle', whistlePartyFlow, whistlePartyStateWords, whistleActionWords],
  ['exclusion', exclusionFlow, exclusionStateWords, exclusionActionWords],
  ['service item', itemFlow, itemStateWords, itemMoveWords],
]

describe.each(flows)('the flow of an %s', (_, flow, stateWords, actionWordsOf) => {
  const actions = Object.keys(flow.actions)
  const rule = (action: string) => flow.actions[action] ?? { from: [], to: null, by: [] }

  test('reaches every state, and has a way out of every open one', () => {
    expect(checkFlow(flow)).toEqual({ unreachable: [], deadEnds: [] })
  })

  test('names only states that it has', () => {
    const named = actions.flatMap((action) => [...rule(action).from, ...targetsOf(rule(action))])
    expect([flow.start, ...flow.closed, ...named].filter((state) => !flow.states.includes(state))).toEqual([])
  })

  test('is closed where it says so, but for what undoes or only grades', () => {
    for (const state of flow.closed) {
      const onward = actionsFrom(flow, state).filter((action) => targetsOf(rule(action)).some((to) => to !== state))
      expect(onward.filter((action) => !['unmerge', 'resolve-dispute'].includes(action))).toEqual([])
    }
  })

  test('says of every action who may take it, and from where', () => {
    for (const action of actions) {
      expect([action, rule(action).by.length > 0, rule(action).from.length > 0]).toEqual([action, true, true])
    }
  })

  test('has a Chinese word for every state and a label for every action', () => {
    const unsaid = (names: readonly string[], words: Words) =>
      names.filter((name) => !/^[\u4e00-\u9fff]{1,12}$/.test(words[name] ?? ''))
    expect(unsaid(flow.states, stateWords)).toEqual([])
    expect(unsaid(actions, actionWordsOf)).toEqual([])
  })

  test('has no two states of one word', () => {
    const words = flow.states.map((state) => stateWords[state])
    expect(new Set(words).size).toBe(words.length)
  })

  test('leads from each state that an action names to a state of the table, by every outcome', () => {
    for (const action of actions) {
      const outcomes = outcomesOf(rule(action))
      for (const from of rule(action).from) {
        for (const outcome of outcomes.length > 0 ? outcomes : [undefined]) {
          expect(flow.states).toContain(nextState(flow, from, action, outcome))
        }
      }
    }
  })

  test('does nothing from a state that the action does not name', () => {
    for (const action of actions) {
      for (const state of flow.states.filter((state) => !rule(action).from.includes(state))) {
        expect(nextState(flow, state, action, outcomesOf(rule(action))[0])).toBeUndefined()
      }
    }
  })
})
