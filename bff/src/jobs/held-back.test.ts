import { sunday } from '../../test/clock'
import { HeldBack } from './held-back'

const minute = 60_000
const after = (ms: number) => new Date(sunday.getTime() + ms)

test('a row that fails is left alone for longer and longer', () => {
  const held = new HeldBack()
  held.hold('one', sunday)
  expect(held.isHeld('one', after(4_000))).toBe(true)
  expect(held.isHeld('one', after(6_000))).toBe(false)
  held.hold('one', after(6_000))
  expect(held.isHeld('one', after(14_000))).toBe(true)
  held.forget('one')
  expect(held.isHeld('one', after(14_000))).toBe(false)
})

test('rows that failed once and were dealt with elsewhere never add up to a failing source', () => {
  const held = new HeldBack()
  for (let row = 0; row < 300; row++) held.hold(`row ${row}`, after(row * minute))
  expect(held.size).toBeLessThan(30)
})

test('many rows that fail at once are a failing source', () => {
  const held = new HeldBack()
  const holdAll = () => {
    for (let row = 0; row < 101; row++) held.hold(`row ${row}`, sunday)
  }
  expect(holdAll).toThrow('more than 100 rows fail')
  expect(held.size).toBe(0)
})
