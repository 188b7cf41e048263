import type { Answer } from '@xinban/shared/contracts'
import { chinaDate, dateOfDay, dayOfDate, weekdayOfDay } from '@xinban/shared/domain'

type Slots = Answer<'halls.slots'>
type Slot = Slots['items'][number]

/** A day of the booking calendar, told by words as well as by its look. */
export interface BookingDay {
  /** `2026-11-26` */
  readonly date: string
  readonly tone: 'free' | 'few' | 'full' | 'closed'
  /** Short, below the number: `余 12`, `满`, `休`. */
  readonly mark: string
  /** Read out: `11 月 26 日 周四，还有 12 个空位`. */
  readonly words: string
  /** A full day can be picked as well: one can wait for it. */
  readonly canPick: boolean
}

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const
/** So few places that a person had better not wait. */
const few = 3

const weekdayWords = (date: string): string => weekdays[weekdayOfDay(dayOfDate(date))] ?? ''
export const dateWords = (date: string): string => `${Number(date.slice(5, 7))} 月 ${Number(date.slice(8))} 日`
/** `11 月 26 日 周四` */
export const dayWords = (date: string): string => `${dateWords(date)} ${weekdayWords(date)}`

/** Dates `YYYY-MM-DD`, both included. */
export interface DateRange {
  readonly from: string
  readonly to: string
}

export type CalendarView = 'week' | 'month'

/** The week (from Monday) or the month around a date. */
export function rangeAround(date: string, view: CalendarView): DateRange {
  if (view === 'week') {
    const monday = dayOfDate(date) - ((weekdayOfDay(dayOfDate(date)) + 6) % 7)
    return { from: dateOfDay(monday), to: dateOfDay(monday + 6) }
  }
  const from = `${date.slice(0, 8)}01`
  return { from, to: dateOfDay(dayOfDate(monthAfter(from, 1)) - 1) }
}

/** A date in the range before (-1) or after (1). */
export function turned(date: string, view: CalendarView, step: 1 | -1): string {
  const { from, to } = rangeAround(date, view)
  return dateOfDay(step === 1 ? dayOfDate(to) + 1 : dayOfDate(from) - 1)
}

function monthAfter(first: string, months: number): string {
  const count = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1 + months
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`
}

export const slotsOn = (slots: readonly Slot[], date: string): Slot[] =>
  slots.filter(({ start }) => chinaDate(new Date(start)) === date)

/** The days of a range with what is free on each. */
export function bookingDays(answer: Slots, { from, to }: DateRange, today: string): BookingDay[] {
  const reasons = new Map(answer.closed.map(({ date, reason }) => [date, reason]))
  const first = dayOfDate(from)
  return Array.from({ length: dayOfDate(to) - first + 1 }, (_, index) => {
    const date = dateOfDay(first + index)
    return bookingDay(date, slotsOn(answer.items, date), reasons.get(date), { today, last: answer.bookableThrough })
  })
}

function bookingDay(
  date: string,
  slots: readonly Slot[],
  reason: string | undefined,
  { today, last }: { today: string; last: string },
): BookingDay {
  const told = (tone: BookingDay['tone'], mark: string, words: string, canPick: boolean): BookingDay => ({
    ...{ date, tone, mark, canPick },
    words: `${dayWords(date)}，${words}`,
  })
  if (date < today) return told('closed', '', '已经过去', false)
  if (reason !== undefined) return told('closed', '休', `不办理：${reason}`, false)
  if (date > last) return told('closed', '', '还没开放预约', false)
  if (slots.length === 0) return told('closed', '', '没有可以约的时间', false)
  const left = slots.reduce((sum, slot) => sum + slot.left, 0)
  if (left === 0) return told('full', '满', '约满了，可以候补', true)
  return told(left <= few ? 'few' : 'free', `余 ${left}`, `还有 ${left} 个空位`, true)
}

/** Seven cells a week, from Monday; null before the first and after the last. */
export function weeksOf(days: readonly BookingDay[]): (BookingDay | null)[][] {
  const [first] = days
  if (!first) return []
  const blanks = (weekdayOfDay(dayOfDate(first.date)) + 6) % 7
  const cells = [...Array.from({ length: blanks }, () => null), ...days]
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => cells[week * 7 + day] ?? null),
  )
}
