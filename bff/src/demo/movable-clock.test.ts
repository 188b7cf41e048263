import { EventEmitter } from 'node:events'
import { movableClock } from './movable-clock'

beforeEach(() => jest.useFakeTimers({ now: new Date('2026-11-22T09:00:00+08:00') }))
afterEach(() => jest.useRealTimers())

test('it runs with the machine until it is told an instant, and from there on', () => {
  const parent = new EventEmitter()
  const now = movableClock(parent)
  expect(now().toISOString()).toBe('2026-11-22T01:00:00.000Z')
  parent.emit('message', { setClock: '2027-03-01T09:00:00+08:00' })
  jest.advanceTimersByTime(5_000)
  expect(now().toISOString()).toBe('2027-03-01T01:00:05.000Z')
})

test.each([[{ setClock: 'tomorrow' }], [{ setClock: 5 }], ['2027-03-01'], [null], [{}]])(
  '%j moves nothing',
  (message) => {
    const parent = new EventEmitter()
    const now = movableClock(parent)
    parent.emit('message', message)
    expect(now().toISOString()).toBe('2026-11-22T01:00:00.000Z')
  },
)
