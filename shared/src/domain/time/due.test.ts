import { at, calendar2026 } from './calendar.fixtures'
import type { OverrideLayer } from './calendar'
import { formatInstant } from './china-time'
import { dueAfter, extendDue, lengthenDue, warnAt } from './due'
import { dueWords } from './due-words'
import type { Limit } from './limit'
import { workingTimeBetween } from './office-time'

const plain = calendar2026()
const days = (value: number): Limit => ({ unit: 'working_days', value })
const hours = (value: number): Limit => ({ unit: 'hours', value })
const due = (start: string, limit: Limit, ...layers: OverrideLayer[]) =>
  dueAfter(calendar2026(...layers), at(start), limit)
const said = (instant: Date) => formatInstant(instant).slice(0, 16).replace('T', ' ')

const district = (...overrides: OverrideLayer['overrides'][number][]): OverrideLayer => ({ name: '全区', overrides })
const hall = (...overrides: OverrideLayer['overrides'][number][]): OverrideLayer => ({ name: '大厅', overrides })
const halfDay = [{ from: 510, to: 720 }]

describe('working days', () => {
  test.each([
    ['over the National Day, with its make-up day', '09-30 17:00', 3, '2026-10-10 17:00'],
    ['over a make-up Sunday before the National Day', '09-18 10:00', 1, '2026-09-20 10:00'],
    ['over the Mid-autumn Festival', '09-24 15:00', 2, '2026-09-29 15:00'],
    ['through a year’s first holiday, onto a make-up Sunday', '2026-01-04 09:00', 1, '2026-01-05 09:00'],
    ['received on 1 January', '01-01 09:00', 1, '2026-01-05 08:30'],
    ['the eve of Spring Festival, a make-up Saturday', '02-13 16:00', 1, '2026-02-14 16:00'],
    ['over nine days of Spring Festival', '02-14 16:00', 1, '2026-02-24 16:00'],
    ['the make-up Saturday after Spring Festival', '02-27 09:10', 2, '2026-03-02 09:10'],
    ['received during Spring Festival', '02-18 12:00', 5, '2026-03-02 08:30'],
    ['over Labour Day and its make-up Saturday', '04-30 11:59', 5, '2026-05-11 11:59'],
    ['five days in plain weeks', '11-18 09:00', 5, '2026-11-25 09:00'],
    ['fifteen days', '11-02 09:00', 15, '2026-11-23 09:00'],
    ['before opening', '11-18 07:00', 1, '2026-11-19 08:30'],
    ['exactly at opening', '11-18 08:30', 1, '2026-11-19 08:30'],
    ['at the end of the morning', '11-18 12:00', 1, '2026-11-19 12:00'],
    ['in the lunch break', '11-18 12:01', 1, '2026-11-19 14:00'],
    ['exactly at closing', '11-18 17:30', 1, '2026-11-19 17:30'],
    ['a second after closing', '11-18 17:30:01', 1, '2026-11-20 08:30'],
    ['on a Friday evening', '11-20 20:00', 1, '2026-11-24 08:30'],
    ['on a Sunday', '11-22 09:00', 1, '2026-11-24 08:30'],
  ])('%s: %s + %i → %s', (_, start, value, expected) => {
    const { at: instant, isProvisional } = due(start, days(value))
    expect(said(instant)).toBe(expected)
    expect(isProvisional).toBe(false)
  })

  test('seconds are kept', () => {
    expect(formatInstant(due('11-18 09:00:42', days(1)).at)).toBe('2026-11-19T09:00:42+08:00')
  })

  test('startedAt is the start inside office hours and the next opening outside of them', () => {
    expect(said(due('11-18 09:00', days(1)).startedAt)).toBe('2026-11-18 09:00')
    expect(said(due('10-01 09:00', days(1)).startedAt)).toBe('2026-10-08 08:30')
  })
})

describe('overrides', () => {
  const off = (date: string) => ({ date, kind: 'off', reason: '暴雪停办' }) as const

  test('a day off of the district is skipped by everyone', () => {
    expect(said(due('11-18 09:00', days(1), district(off('2026-11-19'))).at)).toBe('2026-11-20 09:00')
  })

  test('a hall may open on a day that the district closed, and close on one that it opened', () => {
    const opened = hall({ date: '2026-11-19', kind: 'worked', reason: '照常值班' })
    expect(said(due('11-18 09:00', days(1), district(off('2026-11-19')), opened).at)).toBe('2026-11-19 09:00')
    const saturday = district({ date: '2026-11-21', kind: 'worked', reason: '集中办理' })
    expect(said(due('11-20 09:00', days(1), saturday).at)).toBe('2026-11-21 09:00')
    expect(said(due('11-20 09:00', days(1), saturday, hall(off('2026-11-21'))).at)).toBe('2026-11-23 09:00')
  })

  test.each([
    ['09:00', '2026-11-19 09:00'],
    ['12:00', '2026-11-19 12:00'],
    ['15:00', '2026-11-19 12:00'],
    ['17:30', '2026-11-19 12:00'],
  ])('a due time after the end of a half day is its last closing: %s', (time, expected) => {
    const half = district({ date: '2026-11-19', kind: 'worked', hours: halfDay, reason: '全员培训' })
    expect(said(due(`11-18 ${time}`, days(1), half).at)).toBe(expected)
  })

  test('a due time before late hours is their opening; one in their break the next opening', () => {
    const late = district({
      date: '2026-11-19',
      kind: 'worked',
      hours: [
        { from: 600, to: 660 },
        { from: 960, to: 1200 },
      ],
      reason: '延时服务',
    })
    expect(said(due('11-18 09:00', days(1), late).at)).toBe('2026-11-19 10:00')
    expect(said(due('11-18 14:30', days(1), late).at)).toBe('2026-11-19 16:00')
    expect(said(due('11-19 19:00', days(1), late).at)).toBe('2026-11-20 17:30')
  })
})

describe('plain time', () => {
  test.each([
    ['two hours at night before a holiday', '09-30 23:00', hours(2), '2026-10-01 01:00'],
    ['24 hours in the middle of Spring Festival', '02-17 03:00', hours(24), '2026-02-18 03:00'],
    [
      'a rating window in calendar days',
      '09-28 12:34',
      { unit: 'calendar_days', value: 15 } as const,
      '2026-10-13 12:34',
    ],
  ])('%s', (_, start, limit, expected) => {
    const result = due(start, limit)
    expect(said(result.at)).toBe(expected)
    expect(result.startedAt).toEqual(at(start))
  })
})

describe('beyond the known calendar', () => {
  test('a working day that needs 2027 is provisional, hours are not', () => {
    const result = due('12-31 17:00', days(1))
    expect(result.isProvisional).toBe(true)
    expect(said(result.at)).toBe('2027-01-01 17:00')
    expect(due('12-31 17:00', hours(24)).isProvisional).toBe(false)
    expect(due('12-30 17:00', days(1)).isProvisional).toBe(false)
  })

  test('a day that the district has settled is known', () => {
    const settled = ['2027-01-01', '2027-01-02', '2027-01-03'].map(
      (date) => ({ date, kind: 'off', reason: '元旦' }) as const,
    )
    const monday = { date: '2027-01-04', kind: 'worked', reason: '照常' } as const
    expect(due('12-31 17:00', days(1), district(...settled)).isProvisional).toBe(true)
    const result = due('12-31 17:00', days(1), district(...settled, monday))
    expect(result).toMatchObject({ at: at('2027-01-04 17:00'), isProvisional: false })
  })
})

test.each([days(0), days(1.5), days(-1), hours(0), hours(Number.NaN), hours(Infinity)])('no limit: %j', (limit) => {
  expect(() => dueAfter(plain, at('11-18 09:00'), limit)).toThrow(RangeError)
})

test('an extension is counted from the due time and keeps where the clock began', () => {
  const first = due('09-30 17:00', days(3))
  const extended = extendDue(plain, first, days(2))
  expect(extended).toMatchObject({ at: at('10-13 17:00'), startedAt: at('09-30 17:00'), unit: 'working_days' })
  expect(extendDue(plain, due('12-30 17:00', days(1)), days(1)).isProvisional).toBe(true)
})

describe('a longer limit', () => {
  const start = at('09-30 17:00')
  const first = due('09-30 17:00', days(3))

  test('counts from the same start and says what it was before', () => {
    const longer = lengthenDue(plain, first, start, days(5))
    expect(longer).toMatchObject({ at: due('09-30 17:00', days(5)).at, startedAt: start, unit: 'working_days' })
    const steps = longer.explanation.filter(({ kind }) => kind === 'limit' || kind === 'lengthened')
    expect(steps).toEqual([
      { kind: 'limit', limit: days(3) },
      { kind: 'lengthened', limit: days(5) },
    ])
    expect(dueWords(longer)).toContain('+ 3 个工作日，情况复杂改为 5 个工作日')
  })

  test('keeps the extension that was granted', () => {
    const extended = extendDue(plain, first, days(2))
    expect(lengthenDue(plain, extended, start, days(5)).at).toEqual(due('09-30 17:00', days(7)).at)
  })

  test('is never a shorter one', () => {
    expect(lengthenDue(plain, first, start, days(3))).toBe(first)
    expect(lengthenDue(plain, first, start, days(1))).toBe(first)
  })
})

describe('warning', () => {
  test('at 80 % of the office hours of working days', () => {
    const clock = due('09-30 17:00', days(3))
    const warning = warnAt(plain, clock, 80)
    expect(workingTimeBetween(plain, clock.startedAt, warning)).toBeCloseTo(
      0.8 * workingTimeBetween(plain, clock.startedAt, clock.at),
    )
    expect(said(warning)).toBe('2026-10-10 10:48')
  })

  test('at 80 % of plain time for hours and calendar days', () => {
    expect(said(warnAt(plain, due('09-30 23:00', hours(2)), 80))).toBe('2026-10-01 00:36')
    expect(said(warnAt(plain, due('09-30 00:00', { unit: 'calendar_days', value: 10 }), 80))).toBe('2026-10-08 00:00')
  })
})
