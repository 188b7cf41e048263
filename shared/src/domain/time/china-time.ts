const minute = 60_000
const day = 24 * 60 * minute
/** China has one zone and has kept no summer time since 1991: UTC+8. */
const offsetMinutes = 8 * 60

/** `days` calendar days later, same time of day. */
export function addDays(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * day)
}

const pad = (value: number, width = 2) => String(value).padStart(width, '0')

/** ISO 8601 with offset, to the second: `2026-11-22T09:00:00+08:00`. */
export function formatInstant(instant: Date): string {
  return `${new Date(instant.getTime() + offsetMinutes * minute).toISOString().slice(0, 19)}+08:00`
}

/** The calendar date in China: `2026-11-22`. */
export function chinaDate(instant: Date): string {
  return formatInstant(instant).slice(0, 10)
}

/**
 * A time as people say it: `今天 17:00`, `昨天 09:30`, `11 月 20 日 08:00`, and with the year when it is another one.
 */
export function sayTime(instant: Date, now: Date): string {
  const iso = formatInstant(instant)
  const time = iso.slice(11, 16)
  const days = Math.round((Date.parse(chinaDate(instant)) - Date.parse(chinaDate(now))) / day)
  if (days === 0) return `今天 ${time}`
  if (days === -1) return `昨天 ${time}`
  if (days === 1) return `明天 ${time}`
  const date = `${Number(iso.slice(5, 7))} 月 ${Number(iso.slice(8, 10))} 日 ${time}`
  return iso.slice(0, 4) === formatInstant(now).slice(0, 4) ? date : `${iso.slice(0, 4)} 年 ${date}`
}

/** Compact date for numbers that people read out: `261122`. */
export function shortDate(instant: Date): string {
  const [year = '', month = '', dayOfMonth = ''] = chinaDate(instant).split('-')
  return `${year.slice(2)}${pad(Number(month))}${pad(Number(dayOfMonth))}`
}

/** Days since 1970-01-01 of the date in China; days can be counted and compared with it. */
export function dayNumber(instant: Date): number {
  return Math.floor((instant.getTime() + offsetMinutes * minute) / day)
}

/** The date of a day number: `2026-11-22`. */
export function dateOfDay(number: number): string {
  return new Date(number * day).toISOString().slice(0, 10)
}

/** The day number of a date `YYYY-MM-DD`; NaN when there is no such day (`2026-02-30`). */
export function dayOfDate(date: string): number {
  const time = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN
  const number = time / day
  return Number.isFinite(number) && dateOfDay(number) === date ? number : NaN
}

/** 0 on Sundays … 6 on Saturdays. */
export function weekdayOfDay(number: number): number {
  return (((number + 4) % 7) + 7) % 7
}

/** The instant of a day number and a time of day in minutes since midnight (fractions are kept to the millisecond). */
export function instantOn(number: number, minutes: number): Date {
  return new Date(number * day - offsetMinutes * minute + Math.round(minutes * minute))
}

/** Minutes since midnight in China, with fractions: 17:00:30 is 1020.5. */
export function minutesOfDay(instant: Date): number {
  return (instant.getTime() - instantOn(dayNumber(instant), 0).getTime()) / minute
}
