import * as fc from 'fast-check'
import { calendar2026, parts2026 } from './calendar.fixtures'
import { buildCalendar, isWorkingDay, type Calendar, type DayOverride } from './calendar'
import { chinaDate, dateOfDay, dayNumber, dayOfDate } from './china-time'
import { dueAfter, warnAt, type Due } from './due'
import type { Limit } from './limit'
import type { Span } from './office-hours'
import { addWorkingTime, isOfficeTime, workingTimeBetween } from './office-time'

const day = 86_400_000
const days = (value: number): Limit => ({ unit: 'working_days', value })

const date = fc.integer({ min: dayOfDate('2026-08-15'), max: dayOfDate('2026-12-15') }).map(dateOfDay)
/** Half of the instants lie on whole minutes of the day that matter: openings, closings and their neighbours. */
const instant = fc
  .tuple(
    date,
    fc.oneof(
      fc.integer({ min: 0, max: day - 1 }),
      fc.constantFrom(510, 720, 840, 1050).map((minutes) => minutes * 60_000),
    ),
  )
  .map(([on, time]) => new Date(Date.parse(`${on}T00:00:00+08:00`) + time))
const hours: fc.Arbitrary<Span[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 95 }), { minLength: 2, maxLength: 6 })
  .map((quarters) => quarters.sort((a, b) => a - b))
  .map((sorted) => sorted.slice(0, sorted.length - (sorted.length % 2)))
  .map((ends) =>
    ends.flatMap((from, index) => (index % 2 ? [] : [{ from: from * 15, to: (ends[index + 1] ?? 95) * 15 }])),
  )
const override: fc.Arbitrary<DayOverride> = fc.oneof(
  fc.record({ date, kind: fc.constant('off' as const), reason: fc.constantFrom('停电', '暴雪') }),
  fc.record({
    date,
    kind: fc.constant('worked' as const),
    hours: fc.option(hours, { nil: undefined }),
    reason: fc.constant('值班'),
  }),
)
const overrides = fc.uniqueArray(override, { selector: (each) => each.date, maxLength: 40 })
const calendar = fc
  .tuple(overrides, overrides)
  .map(([district, hall]) => calendar2026({ name: '全区', overrides: district }, { name: '大厅', overrides: hall }))
const limit = fc.integer({ min: 1, max: 20 }).map(days)

const stepOf = <Kind extends string>(due: Due, kind: Kind) => due.explanation.find((step) => step.kind === kind)

/** What counting by hand gives: every date from one day to another. */
function datesBetween(from: Date, to: Date): string[] {
  const first = dayNumber(from)
  return Array.from({ length: dayNumber(to) - first + 1 }, (_, index) => dateOfDay(first + index))
}

function check<Values extends [unknown, ...unknown[]]>(
  arbitraries: { [Index in keyof Values]: fc.Arbitrary<Values[Index]> },
  predicate: (...values: Values) => void,
): void {
  fc.assert(fc.property(...arbitraries, predicate), { numRuns: 150 })
}

test('due times of working days lie on working days, inside office hours, after the start', () => {
  check([calendar, instant, limit], (on, start, length) => {
    const due = dueAfter(on, start, length)
    expect(isWorkingDay(on, chinaDate(due.at))).toBe(true)
    expect(isOfficeTime(on, due.at)).toBe(true)
    expect(due.startedAt.getTime()).toBeGreaterThanOrEqual(start.getTime())
    expect(dayNumber(due.at)).toBeGreaterThan(dayNumber(due.startedAt))
  })
})

test('exactly as many working days lie between start and due time as were given', () => {
  check([calendar, instant, limit], (on, start, length) => {
    const { startedAt, at } = dueAfter(on, start, length)
    const worked = datesBetween(startedAt, at).filter((each) => isWorkingDay(on, each))
    expect(worked).toHaveLength(length.value + 1)
  })
})

test('a later start is never due earlier', () => {
  const near = fc.integer({ min: 0, max: 3 * day })
  check([calendar, instant, near, limit], (on, start, later, length) => {
    const second = dueAfter(on, new Date(start.getTime() + later), length)
    expect(second.at.getTime()).toBeGreaterThanOrEqual(dueAfter(on, start, length).at.getTime())
    expect(second.startedAt.getTime()).toBeGreaterThanOrEqual(dueAfter(on, start, length).startedAt.getTime())
  })
})

test('one more day is due later', () => {
  check([calendar, instant, limit], (on, start, { value }) => {
    expect(dueAfter(on, start, days(value + 1)).at > dueAfter(on, start, days(value)).at).toBe(true)
  })
})

test('the order of overrides in a layer does not matter, also when some are said twice', () => {
  const shuffled = overrides.chain((each) =>
    fc.tuple(fc.constant(each), fc.shuffledSubarray([...each, ...each], { minLength: each.length * 2 })),
  )
  check([shuffled], ([inOrder, mixed]) => {
    const built = buildCalendar({ ...parts2026, layers: [{ name: '全区', overrides: mixed }] })
    expect(built).toEqual({ ok: true, calendar: calendar2026({ name: '全区', overrides: inOrder }) })
  })
})

test('two overrides of one layer and day are refused if and only if they do different things', () => {
  check([date, override, override], (on, first, second) => {
    const pair = [
      { ...first, date: on },
      { ...second, date: on },
    ]
    const effect = (each: DayOverride) => JSON.stringify(each.kind === 'off' ? 'off' : (each.hours ?? 'usual'))
    const built = buildCalendar({ ...parts2026, layers: [{ name: '全区', overrides: pair }] })
    expect(built.ok).toBe(effect(first) === effect(second))
  })
})

test('one more day off never makes anything due earlier', () => {
  check([calendar, instant, limit, date], (on, start, length, closed) => {
    const less: Calendar = {
      ...on,
      overrides: { ...on.overrides, [closed]: { date: closed, kind: 'off', reason: '停电' } },
    }
    expect(dueAfter(less, start, length).at >= dueAfter(on, start, length).at).toBe(true)
  })
})

test('n and m days are n + m days: the same day always, the same time where all days have the same hours', () => {
  const offOnly = fc
    .uniqueArray(date, { maxLength: 40 })
    .map((dates) =>
      calendar2026({ name: '全区', overrides: dates.map((each) => ({ date: each, kind: 'off', reason: '停电' })) }),
    )
  check([offOnly, instant, limit, limit], (on, start, n, m) => {
    const both = dueAfter(on, start, days(n.value + m.value))
    expect(dueAfter(on, dueAfter(on, start, n).at, m).at).toEqual(both.at)
  })
  check([calendar, instant, limit, limit], (on, start, n, m) => {
    const both = dueAfter(on, start, days(n.value + m.value))
    expect(chinaDate(dueAfter(on, dueAfter(on, start, n).at, m).at)).toBe(chinaDate(both.at))
  })
})

test('what is explained as skipped is exactly what was not worked', () => {
  check([calendar, instant, limit], (on, start, length) => {
    const due = dueAfter(on, start, length)
    const step = stepOf(due, 'skipped')
    const skipped = (step?.kind === 'skipped' ? step.groups : []).flatMap((group) => {
      const [first, last] = [dayOfDate(group.from), dayOfDate(group.through)]
      return Array.from({ length: last - first + 1 }, (_, index) => dateOfDay(first + index))
    })
    expect(skipped).toEqual(datesBetween(start, due.at).filter((each) => !isWorkingDay(on, each)))
  })
})

test('hours pass by the clock whatever the calendar', () => {
  check([calendar, instant, fc.integer({ min: 1, max: 200 })], (on, start, value) => {
    const due = dueAfter(on, start, { unit: 'hours', value })
    expect(due.at.getTime() - start.getTime()).toBe(value * 3_600_000)
    expect(due.isProvisional).toBe(false)
  })
})

test('office time adds up, and adding it is its inverse', () => {
  const gap = fc.integer({ min: 0, max: 12 * day })
  check([calendar, instant, gap, gap], (on, start, first, second) => {
    const middle = new Date(start.getTime() + first)
    const end = new Date(middle.getTime() + second)
    const whole = workingTimeBetween(on, start, end)
    expect(workingTimeBetween(on, start, middle) + workingTimeBetween(on, middle, end)).toBeCloseTo(whole, 6)
    const reached = addWorkingTime(on, start, whole)
    expect(reached.getTime()).toBeLessThanOrEqual(end.getTime())
    expect(workingTimeBetween(on, start, reached)).toBeCloseTo(whole, 6)
  })
})

test('a warning lies inside its clock, at its share of the office time', () => {
  check([calendar, instant, limit, fc.integer({ min: 50, max: 95 })], (on, start, length, percent) => {
    const due = dueAfter(on, start, length)
    const warning = warnAt(on, due, percent)
    expect(warning >= due.startedAt && warning <= due.at).toBe(true)
    const all = workingTimeBetween(on, due.startedAt, due.at)
    expect(Math.abs(workingTimeBetween(on, due.startedAt, warning) - (all * percent) / 100)).toBeLessThan(0.001)
  })
})
