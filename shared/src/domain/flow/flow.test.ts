import { actionsFrom, checkFlow, defineFlow, nextState, outcomesOf, targetsOf } from './flow'

const kettle = defineFlow({
  start: 'empty',
  states: ['empty', 'full', 'boiling', 'poured'],
  closed: ['poured'],
  actions: {
    fill: { from: ['empty'], to: 'full', by: ['cook'] },
    heat: { from: ['full'], to: 'boiling', by: ['cook'] },
    look: { from: ['full', 'boiling'], to: null, by: ['guest'] },
    taste: { from: ['boiling'], to: { good: 'poured', bad: 'empty' }, by: ['guest'] },
  },
})

test('an action leads from its states to its target, and from nowhere else', () => {
  expect(nextState(kettle, 'empty', 'fill')).toBe('full')
  expect(nextState(kettle, 'full', 'fill')).toBeUndefined()
})

test('an action that moves nothing stays in its state', () => {
  expect(nextState(kettle, 'full', 'look')).toBe('full')
  expect(nextState(kettle, 'empty', 'look')).toBeUndefined()
  expect(targetsOf(kettle.actions.look)).toEqual([])
})

test('an action that decides needs an outcome that the table names', () => {
  expect(nextState(kettle, 'boiling', 'taste', 'bad')).toBe('empty')
  expect(nextState(kettle, 'boiling', 'taste')).toBeUndefined()
  expect(nextState(kettle, 'boiling', 'taste', 'odd')).toBeUndefined()
  expect(targetsOf(kettle.actions.taste)).toEqual(['poured', 'empty'])
  expect(outcomesOf(kettle.actions.taste)).toEqual(['good', 'bad'])
  expect(outcomesOf(kettle.actions.heat)).toEqual([])
})

test('actionsFrom lists what starts from a state', () => {
  expect(actionsFrom(kettle, 'boiling')).toEqual(['look', 'taste'])
  expect(actionsFrom(kettle, 'poured')).toEqual([])
})

test('checkFlow finds states that nothing leads to, and open states without a way out', () => {
  expect(checkFlow(kettle)).toEqual({ unreachable: [], deadEnds: [] })
  const broken = defineFlow({
    start: 'a',
    states: ['a', 'b', 'stuck', 'island'],
    closed: ['b'],
    actions: {
      go: { from: ['a'], to: 'b', by: ['x'] },
      drop: { from: ['a'], to: 'stuck', by: ['x'] },
      stay: { from: ['stuck'], to: 'stuck', by: ['x'] },
    },
  })
  expect(checkFlow(broken)).toEqual({ unreachable: ['island'], deadEnds: ['stuck', 'island'] })
})
