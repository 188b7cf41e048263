import { buildCalendar, calendarOf, dayRule, isWorkingDay, type DayOverride } from './calendar'
import { calendar2026, parts2026 } from './calendar.fixtures'

const off: DayOverride = { date: '2026-11-18', kind: 'off', reason: '停电' }
const worked: DayOverride = { date: '2026-11-18', kind: 'worked', reason: '值班' }
const half: DayOverride = { ...worked, hours: [{ from: 510, to: 720 }] }

test.each([
  ['2026-09-20', true, 'make_up', '国庆节'],
  ['2026-10-10', true, 'make_up', '国庆节'],
  ['2026-10-03', false, 'holiday', '国庆节'],
  ['2026-10-08', true, 'weekday', null],
  ['2026-10-11', false, 'weekend', null],
])('%s: worked %s, %s', (date, isWorked, kind, name) => {
  expect(isWorkingDay(calendar2026(), date)).toBe(isWorked)
  expect(dayRule(calendar2026(), date)).toMatchObject({ kind, name, isKnown: true })
})

test('days outside of what is known are plain weeks and say so', () => {
  expect(dayRule(calendar2026(), '2027-01-01')).toMatchObject({ kind: 'weekday', isKnown: false })
  expect(dayRule(calendar2026(), '2025-10-01')).toMatchObject({ kind: 'weekday', isKnown: false })
})

test('of two layers the later one holds, of one layer the order does not matter', () => {
  const layers = [
    { name: '全区', overrides: [off] },
    { name: '大厅', overrides: [half] },
  ]
  expect(dayRule(calendar2026(...layers), '2026-11-18')).toMatchObject({
    kind: 'opened',
    name: '值班',
    hours: half.hours,
  })
  expect(isWorkingDay(calendar2026(...layers.reverse()), '2026-11-18')).toBe(false)
})

test('overrides of one layer that say the same are one, with both reasons', () => {
  const calendar = calendar2026({ name: '全区', overrides: [off, { ...off, reason: '停水' }] })
  expect(dayRule(calendar, '2026-11-18').name).toBe('停水、停电')
})

test('overrides of one layer that contradict each other are refused with the day', () => {
  const built = buildCalendar({ ...parts2026, layers: [{ name: '全区', overrides: [worked, off] }] })
  const message = '全区 2026-11-18 的安排互相矛盾：不上班，又照常上班'
  expect(built).toEqual({ ok: false, issues: [{ code: 'contradiction', date: '2026-11-18', message }] })
  const hours = buildCalendar({ ...parts2026, layers: [{ name: '全区', overrides: [worked, half] }] })
  expect(hours.ok ? '' : hours.issues[0]?.message).toContain('08:30–12:00 上班，又照常上班')
})

test('everything that is wrong is said at once', () => {
  const built = buildCalendar({
    ...parts2026,
    knownFrom: '2027-01-01',
    officeHours: [],
    daysOff: { '2026-02-30': '春节', '2026-10-10': '国庆节' },
    layers: [
      {
        name: '全区',
        overrides: [
          { ...half, hours: [{ from: 600, to: 600 }] },
          { ...off, date: '11-18' },
        ],
      },
    ],
  })
  expect(built.ok ? [] : built.issues.map((issue) => [issue.code, issue.date])).toEqual([
    ['bad_hours', null],
    ['bad_date', '2026-02-30'],
    ['bad_range', '2027-01-01'],
    ['contradiction', '2026-10-10'],
    ['bad_hours', '2026-11-18'],
    ['bad_date', '11-18'],
  ])
  expect(() => calendarOf({ ...parts2026, officeHours: [] })).toThrow('办公时间：至少要有一段时间')
})

test('a calendar is plain data', () => {
  const calendar = calendar2026({ name: '全区', overrides: [half] })
  expect(JSON.parse(JSON.stringify(calendar))).toEqual(calendar)
})
