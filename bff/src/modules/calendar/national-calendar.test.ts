import { calendarOf, dayRule, dueAfter, isWorkingDay, usualOfficeHours } from '@xinban/shared/domain'
import { nationalCalendar } from './national-calendar'

const calendar = calendarOf({ ...nationalCalendar(), officeHours: usualOfficeHours })

test('it is known from 2004 to the last year of the package; 2027 is said to be unknown', () => {
  expect(calendar).toMatchObject({ knownFrom: '2004-01-01', knownThrough: '2026-12-31' })
  expect(dayRule(calendar, '2026-12-31').isKnown).toBe(true)
  expect(dayRule(calendar, '2027-01-01')).toMatchObject({ kind: 'weekday', isKnown: false })
  const due = dueAfter(calendar, new Date('2026-12-31T17:00:00+08:00'), { unit: 'working_days', value: 1 })
  expect(due.isProvisional).toBe(true)
})

test.each([
  ['2026-09-20', true, '国庆节'],
  ['2026-10-10', true, '国庆节'],
  ['2026-10-07', false, '国庆节'],
  ['2026-10-08', true, null],
  ['2026-02-14', true, '春节'],
  ['2026-02-23', false, '春节'],
  ['2025-10-06', false, '中秋'],
  ['2008-05-12', true, null],
])('%s: worked %s, %s', (date, isWorked, name) => {
  expect(isWorkingDay(calendar, date)).toBe(isWorked)
  expect(dayRule(calendar, date).name).toBe(name)
})

test('3 working days from 30 September 2026 17:00 are 10 October 17:00', () => {
  const due = dueAfter(calendar, new Date('2026-09-30T17:00:00+08:00'), { unit: 'working_days', value: 3 })
  expect(due).toMatchObject({ at: new Date('2026-10-10T17:00:00+08:00'), isProvisional: false })
})
