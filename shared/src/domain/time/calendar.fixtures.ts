import { calendarOf, type CalendarParts, type NamedDays, type OverrideLayer } from './calendar'
import { dateOfDay, dayOfDate } from './china-time'
import { usualOfficeHours } from './office-hours'

const days = (name: string, from: string, through = from): NamedDays => {
  const first = dayOfDate(from)
  const dates = Array.from({ length: dayOfDate(through) - first + 1 }, (_, index) => dateOfDay(first + index))
  return Object.fromEntries(dates.map((date) => [date, name]))
}

/** 2026 as the State Council announced it on 4 November 2025. */
export const parts2026: CalendarParts = {
  knownFrom: '2026-01-01',
  knownThrough: '2026-12-31',
  officeHours: usualOfficeHours,
  daysOff: {
    ...days('元旦', '2026-01-01', '2026-01-03'),
    ...days('春节', '2026-02-15', '2026-02-23'),
    ...days('清明', '2026-04-04', '2026-04-06'),
    ...days('劳动节', '2026-05-01', '2026-05-05'),
    ...days('端午', '2026-06-19', '2026-06-21'),
    ...days('中秋', '2026-09-25', '2026-09-27'),
    ...days('国庆节', '2026-10-01', '2026-10-07'),
  },
  makeUpDays: {
    '2026-01-04': '元旦',
    '2026-02-14': '春节',
    '2026-02-28': '春节',
    '2026-05-09': '劳动节',
    '2026-09-20': '国庆节',
    '2026-10-10': '国庆节',
  },
}

export const calendar2026 = (...layers: OverrideLayer[]) => calendarOf({ ...parts2026, layers })

/** `at('09-30 17:00')` is in 2026, `at('2027-01-04 09:00')` in the year it says; China's time. */
export function at(words: string): Date {
  const [date = '', time = ''] = words.split(' ')
  return new Date(`${date.length === 5 ? `2026-${date}` : date}T${time.length === 5 ? `${time}:00` : time}+08:00`)
}
