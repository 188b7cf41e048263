import type { CalendarYear } from '@xinban/shared/contracts'
import {
  buildCalendar,
  dateOfDay,
  dayOfDate,
  dayRule,
  dueAfter,
  minutesOfClock,
  sayTime,
  spanWords,
  weekdayOfDay,
  type Calendar,
  type DayKind,
  type Limit,
  type Span,
} from '@xinban/shared/domain'

/** What stands on a day that is not what the week says, beside its colour. */
export const dayMarks: Record<DayKind, string> = {
  weekday: '',
  weekend: '',
  holiday: '休',
  make_up: '班',
  closed: '停',
  opened: '开',
}

export const dayMarkWords = [
  { mark: '休', words: '法定节假日，不上班' },
  { mark: '班', words: '周末补班' },
  { mark: '停', words: '本区安排不上班' },
  { mark: '开', words: '本区安排上班，或改了时间' },
] as const

export const sourceWords: Record<CalendarYear['source'], (year: number) => string> = {
  national: (year) => `${year} 年按国务院公布的放假安排`,
  uploaded: (year) => `${year} 年按本区导入的放假安排`,
  unknown: (year) => `${year} 年的放假安排还没有，先按平常的周末算，算出的日期都标“暂定”。公布后请在下面导入`,
}

/** The district's own calendar out of an answer, with other office hours where they are being tried out. */
export function calendarOfYear(
  { knownFrom, knownThrough, daysOff, makeUpDays, overrides, district, ...year }: CalendarYear,
  officeHours: readonly Span[] = year.officeHours,
): Calendar | null {
  const own = overrides.filter(({ org }) => org.code === district.code)
  const built = buildCalendar({
    ...{ knownFrom, knownThrough, daysOff, makeUpDays, officeHours },
    layers: [
      {
        name: district.name,
        overrides: own.map(({ date, kind, reason, hours }) =>
          kind === 'off' ? { date, kind, reason } : { date, kind, reason, hours: hours ?? undefined },
        ),
      },
    ],
  })
  return built.ok ? built.calendar : null
}

interface MonthDay {
  readonly day: number
  readonly kind: DayKind
}

export interface Month {
  readonly month: number
  /** Empty cells before the first: weeks begin on Monday. */
  readonly blanks: number
  readonly days: readonly MonthDay[]
  /** `1–7 日国庆节`: stretches of days that are not what the week says, in words. */
  readonly notes: readonly string[]
}

/** The twelve months of a year. */
export function monthsOf(calendar: Calendar, year: number): Month[] {
  return Array.from({ length: 12 }, (_, index) => monthOf(calendar, year, index + 1))
}

function monthOf(calendar: Calendar, year: number, month: number): Month {
  const first = dayOfDate(`${year}-${String(month).padStart(2, '0')}-01`)
  const next =
    month === 12 ? dayOfDate(`${year + 1}-01-01`) : dayOfDate(`${year}-${String(month + 1).padStart(2, '0')}-01`)
  const rules = Array.from({ length: next - first }, (_, index) => dayRule(calendar, dateOfDay(first + index)))
  return {
    month,
    blanks: (weekdayOfDay(first) + 6) % 7,
    days: rules.map(({ kind }, index) => ({ day: index + 1, kind })),
    notes: notesOf(rules),
  }
}

const kindWords: Record<DayKind, string> = {
  ...{ weekday: '', weekend: '', holiday: '放假', make_up: '补班', closed: '不上班', opened: '上班' },
}

function notesOf(rules: readonly { kind: DayKind; name: string | null }[]): string[] {
  const groups: { from: number; to: number; words: string }[] = []
  rules.forEach(({ kind, name }, index) => {
    if (dayMarks[kind] === '') return
    const words = `${name ?? ''}${kindWords[kind]}`
    const last = groups[groups.length - 1]
    if (last?.to === index && last.words === words) last.to = index + 1
    else groups.push({ from: index + 1, to: index + 1, words })
  })
  return groups.map(({ from, to, words }) => `${from === to ? from : `${from}–${to}`} 日${words}`)
}

/** `08:30–12:00、14:00–17:30` */
export const hoursWords = (spans: readonly Span[]): string => spans.map(spanWords).join('、')

/** Reads what a person wrote of office hours; null for what is none. Full-width signs and single digits are fine. */
export function readHours(words: string): Span[] | null {
  const spans = words
    .replaceAll('：', ':')
    .split(/[、，,;；\s]+/)
    .filter((part) => part !== '')
    .map((part) => {
      const [from = '', to = '', ...rest] = part.split(/[-–—~～至]+/)
      return { from: readClock(from), to: readClock(to), isExtra: rest.length > 0 }
    })
  const isSound = spans.length > 0 && spans.every(({ from, to, isExtra }) => from < to && !isExtra)
  return isSound ? spans.map(({ from, to }) => ({ from, to })) : null
}

const readClock = (words: string) => minutesOfClock(words.padStart(5, '0'))

/** When something that begins now would be due, in words; what cannot be reckoned gives null. */
export function exampleWords(calendar: Calendar | null, now: Date, limit: Limit): string | null {
  const isWhole = Number.isInteger(limit.value) && limit.value > 0 && limit.value <= 400
  if (!calendar || !isWhole) return null
  const { at, isProvisional } = dueAfter(calendar, now, limit)
  const words = sayTime(at, now)
  return `最晚${/^\d/.test(words) ? ' ' : ''}${words} 前${isProvisional ? '（暂定）' : ''}`
}
