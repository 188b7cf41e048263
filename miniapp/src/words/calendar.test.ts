import { calendarYear } from '../../test/calendar-double'
import { calendarOfYear, exampleWords, hoursWords, monthsOf, readHours, sourceWords } from './calendar'

const calendar = calendarOfYear(calendarYear())

test('a month has its days, its marks and says them in words', () => {
  const october = calendar && monthsOf(calendar, 2026)[9]
  expect(october).toMatchObject({ month: 10, blanks: 3, notes: ['1–7 日国庆节放假', '10 日国庆节补班'] })
  expect(october?.days).toHaveLength(31)
  expect(october?.days.filter(({ kind }) => kind === 'make_up')).toEqual([{ day: 10, kind: 'make_up' }])
})

test('what a district set is in it, what an org of it set is not', () => {
  const district = calendarYear().district
  const own = { date: '2026-11-24', kind: 'off', hours: null, reason: '暴雪', org: district, by: null, at: '' } as const
  const hall = { ...own, date: '2026-11-25', org: { ...district, code: '610303001', level: 'street' } } as const
  const set = calendarOfYear(calendarYear({ overrides: [own, hall] }))
  expect(set && monthsOf(set, 2026)[10]?.notes).toEqual(['24 日暴雪不上班'])
})

test.each([
  ['08:30-12:00, 14:00-17:30', '08:30–12:00、14:00–17:30'],
  ['8:30至12:00、14：00～17：30', '08:30–12:00、14:00–17:30'],
  ['09:00–17:00', '09:00–17:00'],
])('%s is read as %s', (words, read) => expect(hoursWords(readHours(words) ?? [])).toBe(read))

test.each(['', '上午', '08:30', '12:00-08:30', '08:30-12:00-14:00', '25:00-26:00'])(
  '“%s” is no office hours',
  (words) => {
    expect(readHours(words)).toBeNull()
  },
)

test('an example is reckoned by the shared engine, and says when it is provisional', () => {
  const now = new Date('2026-09-30T17:00:00+08:00')
  expect(exampleWords(calendar, now, { unit: 'working_days', value: 3 })).toBe('最晚 10 月 10 日 17:00 前')
  expect(exampleWords(calendar, now, { unit: 'hours', value: 2 })).toBe('最晚今天 19:00 前')
  expect(exampleWords(calendar, now, { unit: 'working_days', value: 90 })).toContain('（暂定）')
  expect(exampleWords(calendar, now, { unit: 'working_days', value: Number.NaN })).toBeNull()
})

test('an unknown year is said to be one', () => expect(sourceWords.unknown(2027)).toContain('暂定'))
