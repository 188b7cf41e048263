import { dateOfDay, dayOfDate, type NamedDays } from '@xinban/shared/domain'
import chineseDays from 'chinese-days'

export interface NationalCalendar {
  readonly knownFrom: string
  readonly knownThrough: string
  readonly daysOff: NamedDays
  readonly makeUpDays: NamedDays
}

const firstYear = 2004

/**
 * What the package knows of the State Council's calendar, and how far. Asked for a year beyond, it answers plain
 * weeks and does not say so; a year counts as known when its New Year's Day is a holiday.
 */
function readNationalCalendar(): NationalCalendar {
  const daysOff: Record<string, string> = {}
  const makeUpDays: Record<string, string> = {}
  let year = firstYear
  for (; holidayOf(`${year}-01-01`) !== null; year++) {
    for (let day = dayOfDate(`${year}-01-01`); day < dayOfDate(`${year + 1}-01-01`); day++) {
      const date = dateOfDay(day)
      const holiday = holidayOf(date)
      if (holiday) (holiday.isWorked ? makeUpDays : daysOff)[date] = holiday.name
    }
  }
  return { knownFrom: `${firstYear}-01-01`, knownThrough: `${year - 1}-12-31`, daysOff, makeUpDays }
}

/**
 * The holiday that a day belongs to, as one off or one made up; null on plain days. Names come as `English,中文,days`.
 * The package reads days in the zone of the machine: at noon the date is the same in every zone.
 */
function holidayOf(date: string): { name: string; isWorked: boolean } | null {
  const { name, work } = chineseDays.getDayDetail(new Date(`${date}T12:00:00`))
  const chinese = name.split(',')[1]
  return chinese === undefined ? null : { name: chinese, isWorked: work }
}

let known: NationalCalendar | undefined

/** Read once in a process. */
export const nationalCalendar = (): NationalCalendar => (known ??= readNationalCalendar())
