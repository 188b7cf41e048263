import { checkFlow, nextState } from '../flow/flow'
import { itemFlow, itemMoveWords, itemStates, itemStateWords, possibleItemActions } from './item-flow'

test('every state of an item is reached and left', () => {
  expect(checkFlow(itemFlow)).toEqual({ unreachable: [], deadEnds: [] })
})

test('a closed item is reopened before its draft is published', () => {
  expect(nextState(itemFlow, 'closed', 'publish')).toBeUndefined()
  expect(nextState(itemFlow, 'closed', 'reopen')).toBe('open')
})

test.each([
  ['draft', true, ['edit', 'discard-draft', 'publish']],
  ['open', false, ['edit', 'close']],
  ['open', true, ['edit', 'discard-draft', 'publish', 'close']],
  ['closed', true, ['edit', 'discard-draft', 'reopen']],
] as const)('%s, with a draft: %s', (state, hasDraft, actions) => {
  expect(possibleItemActions({ state, hasDraft })).toEqual(actions)
})

test('every state and move has its word', () => {
  expect(Object.keys(itemStateWords)).toEqual([...itemStates])
  expect(Object.keys(itemMoveWords)).toEqual(Object.keys(itemFlow.actions))
})
