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
