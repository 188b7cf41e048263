import { chinaDate } from '../../time/china-time'

/** A month of China's calendar, `2026-11`: what counters are kept by. Months compare as strings. */
export type Month = `${number}-${number}`
/** What figures are published for: a month, a quarter `2026-Q4` or a year `2026`, added up from months. */
export const periodKinds = ['month', 'quarter', 'year'] as const
export type PeriodKind = (typeof periodKinds)[number]

/** Years 2000–2099. */
export const periodPattern = /^20\d\d(-(0[1-9]|1[0-2])|-Q[1-4])?$/
const pad = (value: number) => String(value).padStart(2, '0')
const monthName = (year: number, month: number) => `${year}-${pad(month)}` as Month

/** The month in which an instant falls in China, whatever the zone of the machine. */
export const monthOf = (instant: Date): Month => chinaDate(instant).slice(0, 7) as Month

/** The month `count` months later (earlier when negative). */
export function monthsLater(month: Month, count: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count
  return monthName(Math.floor(index / 12), (index % 12) + 1)
}

/** What a period's name speaks of; undefined when it is none. */
export function kindOfPeriod(period: string): PeriodKind | undefined {
  if (!periodPattern.test(period)) return undefined
  if (period.length === 4) return 'year'
  return period.includes('Q') ? 'quarter' : 'month'
}

/** The months of a period, the earliest first. Throws when its name is none. */
export function monthsOf(period: string): Month[] {
  const kind = kindOfPeriod(period)
  const year = Number(period.slice(0, 4))
  switch (kind) {
    case 'year':
      return Array.from({ length: 12 }, (_, index) => monthName(year, index + 1))
    case 'quarter': {
      const first = Number(period.slice(6)) * 3 - 2
      return [0, 1, 2].map((later) => monthName(year, first + later))
    }
    case 'month':
      return [period as Month]
    case undefined:
      throw new RangeError(`no period: ${period}`)
  }
}

/** `2026 年 11 月`, `2026 年第 4 季度`, `2026 年`. */
export function sayPeriod(period: string): string {
  const year = `${period.slice(0, 4)} 年`
  const kind = kindOfPeriod(period)
  if (kind === 'month') return `${year} ${Number(period.slice(5))} 月`
  return kind === 'quarter' ? `${year}第 ${period.slice(6)} 季度` : year
}
