import { usualHallWeek } from '@xinban/shared/domain'
import { overrideWords, slotWords, spanOf, todayWords, weekWords } from './bookings'

test('days of the same hours are told together, from Monday', () => {
  expect(weekWords(usualHallWeek)).toEqual(['周一至周五 09:00–12:00、13:00–17:00', '周六至周日 不办理'])
})

test('times are the hall’s, whatever zone they are written in', () => {
  expect(spanOf({ start: '2026-11-26T01:00:00Z', end: '2026-11-26T09:30:00+08:00' })).toBe('09:00–09:30')
})

test('a slot says what is left, or that one can wait for it', () => {
  const slot = {
    start: '2026-11-26T09:00:00+08:00',
    end: '2026-11-26T09:30:00+08:00',
    capacity: 3,
    left: 2,
    waiting: 0,
  }
  expect(slotWords(slot)).toBe('09:00–09:30，还有 2 个空位')
  expect(slotWords({ ...slot, left: 0 })).toBe('09:00–09:30，约满了，点这里候补')
  expect(slotWords({ ...slot, left: 0, waiting: 2 })).toBe('09:00–09:30，约满了，2 人在候补')
})

test('a closed day says why', () => {
  const today = { isOpen: false, hours: [], reason: '国庆节', booked: 0, waiting: 0, lastCalled: null }
  expect(todayWords({ today: { ...today, load: 'closed' } })).toBe('今天不办理：国庆节')
  expect(overrideWords({ from: '2026-11-28', through: '2026-11-29', hours: [], reason: '系统升级' })).toBe(
    '11 月 28 日至 11 月 29 日不办理：系统升级',
  )
})
