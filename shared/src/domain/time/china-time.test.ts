import { addDays, chinaDate, formatInstant, sayTime, shortDate } from './china-time'

const now = new Date('2026-11-22T09:00:00+08:00')

test('times are written with China’s offset, dates are China’s', () => {
  expect(formatInstant(new Date('2026-11-21T16:30:15.999Z'))).toBe('2026-11-22T00:30:15+08:00')
  expect(chinaDate(new Date('2026-11-21T15:59:59Z'))).toBe('2026-11-21')
  expect(shortDate(new Date('2026-01-02T00:00:00+08:00'))).toBe('260102')
})

test('addDays keeps the time of day', () => {
  expect(formatInstant(addDays(now, 15))).toBe('2026-12-07T09:00:00+08:00')
})

test.each([
  ['2026-11-22T17:00:00+08:00', '今天 17:00'],
  ['2026-11-21T00:00:00+08:00', '昨天 00:00'],
  ['2026-11-23T23:59:00+08:00', '明天 23:59'],
  ['2026-10-10T17:00:00+08:00', '10 月 10 日 17:00'],
  ['2025-12-31T08:05:00+08:00', '2025 年 12 月 31 日 08:05'],
])('%s is said %s', (instant, words) => expect(sayTime(new Date(instant), now)).toBe(words))
