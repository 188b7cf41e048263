import { dayOfDate, weekdayOfDay } from './china-time'

export const officialKinds = ['off', 'work'] as const
export type OfficialKind = (typeof officialKinds)[number]

/** One day of the list that the State Council announces for a year: a holiday, or a weekend day that is worked. */
export interface OfficialDay {
  readonly date: string
  readonly kind: OfficialKind
  readonly name: string
}

export interface OfficialListIssue {
  /** Place of the row in the list, from 0; null when the list as a whole is wrong. */
  row: number | null
  message: string
}

/** Everything that is wrong with the list of a year, in Chinese; empty when nothing is. */
export function officialListIssues(year: number, days: readonly OfficialDay[]): OfficialListIssue[] {
  const seen = new Map<string, number>()
  const issues: OfficialListIssue[] = []
  for (const [row, day] of days.entries()) {
    const message = dayIssue(year, day, seen.get(day.date))
    if (message) issues.push({ row, message })
    if (!seen.has(day.date)) seen.set(day.date, row)
  }
  if (!days.some((day) => day.kind === 'off')) issues.push({ row: null, message: `${year} 年的安排里至少要有一天放假` })
  return issues
}

function dayIssue(year: number, { date, kind }: OfficialDay, earlier: number | undefined): string | null {
  const number = dayOfDate(date)
  if (Number.isNaN(number)) return `“${date}”不是有效的日期，请写成 ${year}-01-01 这样`
  if (!date.startsWith(`${year}-`)) return `${date} 不在 ${year} 年`
  if (earlier !== undefined) return `${date} 写了两次`
  const isWeekend = [0, 6].includes(weekdayOfDay(number))
  return kind === 'work' && !isWeekend ? `${date} 本来就是工作日，补班只能在周末` : null
}
