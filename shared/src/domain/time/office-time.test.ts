import { at, calendar2026 } from './calendar.fixtures'
import { calendarOf, type DayOverride } from './calendar'
import { dateOfDay, dayOfDate, formatInstant } from './china-time'
import { addWorkingTime, isOfficeTime, nextOpening, workingTimeBetween } from './office-time'

const calendar = calendar2026()

test.each([
  ['11-18 08:29:59', false, '11-18 08:30'],
  ['11-18 08:30', true, '11-18 08:30'],
  ['11-18 12:00', true, '11-18 12:00'],
  ['11-18 12:00:01', false, '11-18 14:00'],
  ['11-18 17:30', true, '11-18 17:30'],
  ['11-18 17:30:01', false, '11-19 08:30'],
  ['10-01 09:00', false, '10-08 08:30'],
  ['10-10 09:00', true, '10-10 09:00'],
  ['10-10 18:00', false, '10-12 08:30'],
])('%s: open %s, next opening %s', (instant, isOpen, opening) => {
  expect(isOfficeTime(calendar, at(instant))).toBe(isOpen)
  expect(formatInstant(nextOpening(calendar, at(instant)))).toBe(formatInstant(at(opening)))
})

test.each([
  ['11-18 08:30', '11-18 17:30', 420],
  ['11-18 11:30', '11-18 14:30', 60],
  ['11-18 12:30', '11-18 13:30', 0],
  ['11-20 17:00', '11-23 09:00', 60],
  ['09-30 17:00', '10-10 17:00', 30 + 2 * 420 + 390],
  ['11-18 09:00', '11-18 09:00:30', 0.5],
  ['11-18 10:00', '11-18 09:00', 0],
])('from %s to %s the office is open for %d minutes', (from, to, minutes) => {
  expect(workingTimeBetween(calendar, at(from), at(to))).toBe(minutes)
})

test('so many office minutes later is the earliest instant at which they have passed', () => {
  expect(addWorkingTime(calendar, at('11-18 11:30'), 30)).toEqual(at('11-18 12:00'))
  expect(addWorkingTime(calendar, at('11-18 11:30'), 31)).toEqual(at('11-18 14:01'))
  expect(addWorkingTime(calendar, at('11-20 17:30'), 1)).toEqual(at('11-23 08:31'))
  expect(addWorkingTime(calendar, at('10-03 10:00'), 0)).toEqual(at('10-03 10:00'))
})

test('a calendar without a working day in ten years is an error, not an endless search', () => {
  const first = dayOfDate('2026-01-01')
  const overrides = Array.from({ length: 5000 }, (_, day): DayOverride => ({
    date: dateOfDay(first + day),
    kind: 'off',
    reason: '停办',
  }))
  const closed = calendarOf({ ...calendar, layers: [{ name: '全区', overrides }] })
  expect(() => nextOpening(closed, at('11-18 09:00'))).toThrow(RangeError)
})
