import { at, calendar2026 } from '../time/calendar.fixtures'
import { formatInstant } from '../time/china-time'
import { dueWords } from '../time/due-words'
import { isStepOpen, nextWake, stepDone, whistleDues, whistleSteps, type StepFacts } from './whistle-clocks'
import type { WhistleKind } from './whistle-flow'

const calendar = calendar2026()
const dues = (blown: string, kind: WhistleKind) => {
  const found = whistleDues(calendar, at(blown), kind)
  return whistleSteps.map((step) => formatInstant(found[step].at).slice(5, 16).replace('T', ' '))
}

test.each<[string, WhistleKind, string[]]>([
  ['11-23 09:00', 'push', ['11-23 10:00', '11-24 09:00', '11-26 09:00']],
  ['11-23 09:00', 'hard', ['11-23 10:00', '11-24 09:00', '11-30 09:00']],
  // The eve of the National Day: half an hour is left of the day, and the seventh day off is followed by a make-up Saturday.
  ['09-30 17:00', 'push', ['10-08 09:00', '10-08 17:00', '10-10 17:00']],
  ['09-30 17:00', 'hard', ['10-08 09:00', '10-08 17:00', '10-13 17:00']],
  // In the evening of that day the clocks begin on the first morning after the holiday.
  ['09-30 20:00', 'push', ['10-08 09:30', '10-09 08:30', '10-12 08:30']],
  // The make-up Saturday before the Spring Festival is worked, nine days follow that are not.
  ['02-14 17:20', 'push', ['02-24 09:20', '02-24 17:20', '02-26 17:20']],
  ['02-14 17:20', 'hard', ['02-24 09:20', '02-24 17:20', '02-28 17:20']],
  ['02-17 10:00', 'push', ['02-24 09:30', '02-25 08:30', '02-27 08:30']],
  // Over the noon break the hour stands still.
  ['11-23 11:45', 'push', ['11-23 14:45', '11-24 11:45', '11-26 11:45']],
])('blown %s (%s): sign, contact, attend by %j', (blown, kind, expected) => {
  expect(dues(blown, kind)).toEqual(expected)
})

test('each due time says how it came about', () => {
  const { sign, attend } = whistleDues(calendar, at('09-30 17:00'), 'push')
  expect(dueWords(sign, '吹哨')).toBe('9 月 30 日 17:00 吹哨 + 1 小时，跳过 10 月 1–7 日（国庆节）→ 10 月 8 日 09:00')
  expect(dueWords(attend, '吹哨')).toBe(
    '9 月 30 日 17:00 吹哨 + 3 个工作日，跳过 10 月 1–7 日（国庆节），10 月 10 日补班 → 10 月 10 日 17:00',
  )
})

test('beyond the known calendar they are provisional', () => {
  const found = whistleDues(calendar, at('12-31 17:10'), 'push')
  expect(whistleSteps.map((step) => found[step].isProvisional)).toEqual([true, true, true])
  expect(whistleDues(calendar, at('12-30 09:00'), 'push').sign.isProvisional).toBe(false)
})

describe('a step', () => {
  const open: StepFacts = { dueAt: at('11-23 10:00'), doneAt: null, overdueAt: null }

  test('that is done in time is never overdue, the due minute included', () => {
    expect(stepDone(open, at('11-23 10:00'))).toEqual({ ...open, doneAt: at('11-23 10:00') })
  })

  test('that is done late says so, whether or not anybody had looked', () => {
    const late = at('11-23 10:30')
    expect(stepDone(open, late)).toEqual({ ...open, doneAt: late, overdueAt: late })
    const noted = { ...open, overdueAt: at('11-23 10:01') }
    expect(stepDone(noted, late)).toEqual({ ...noted, doneAt: late })
  })

  test('is done once', () => {
    const done = stepDone(open, at('11-23 09:30'))
    expect(stepDone(done, at('11-23 11:00'))).toBe(done)
  })

  test('wakes the runner at the first due time that is still open', () => {
    const later = { ...open, dueAt: at('11-24 09:00') }
    expect(nextWake([later, open])).toEqual(open.dueAt)
    expect(nextWake([later, { ...open, overdueAt: open.dueAt }])).toEqual(later.dueAt)
    expect(nextWake([stepDone(open, at('11-23 09:30'))])).toBeNull()
    expect(isStepOpen(later)).toBe(true)
  })
})
