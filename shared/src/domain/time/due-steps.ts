import { dayRule, type Calendar, type DayKind } from './calendar'
import { dateOfDay } from './china-time'
import type { Limit } from './limit'

/** Days in a row for one reason, first and last date. `name` is null for plain weekends. */
export interface DayGroup {
  from: string
  through: string
  kind: DayKind
  name: string | null
}

export const moveReasons = ['before_opening', 'break', 'after_closing', 'day_off'] as const
export type MoveReason = (typeof moveReasons)[number]

/** One step of how a due time came about. Instants are ISO 8601 with offset, dates `YYYY-MM-DD`. */
export type DueStep =
  | { kind: 'received'; at: string }
  /** Outside office hours: the limit runs from `to`. `name` is what the day off is called, where it has a name. */
  | { kind: 'moved'; to: string; because: MoveReason; name: string | null }
  | { kind: 'limit'; limit: Limit }
  | { kind: 'extended'; limit: Limit }
  /** It is complex: this limit holds in place of the one before, from the same start. */
  | { kind: 'lengthened'; limit: Limit }
  /** Every day off from the day it was received to the day it is due. */
  | { kind: 'skipped'; groups: readonly DayGroup[] }
  /** Days that count although the week says otherwise: made up, or worked by an override. */
  | { kind: 'worked'; groups: readonly DayGroup[] }
  /** The day has other hours: `from` was moved into them. */
  | { kind: 'fitted'; from: string }
  | { kind: 'due'; at: string }
  /** From this date on the official calendar was not known. */
  | { kind: 'provisional'; from: string }

/** The days off, the days worked out of the ordinary, and the first unknown date of a stretch of days (both ends belong). */
export function groupsOf(calendar: Calendar, first: number, last: number) {
  const skipped: DayGroup[] = []
  const worked: DayGroup[] = []
  let unknown: string | null = null
  for (let day = first; day <= last; day++) {
    const date = dateOfDay(day)
    const { kind, hours, name, isKnown } = dayRule(calendar, date)
    if (!isKnown) unknown ??= date
    if (hours.length === 0) skipped.push({ from: date, through: date, kind, name })
    else if (kind !== 'weekday' && day > first) worked.push({ from: date, through: date, kind, name })
  }
  return { skipped: joined(skipped), worked: joined(worked), unknown }
}

/** The number of days in a group. */
export function daysInGroup(group: DayGroup): number {
  return Math.round((Date.parse(group.through) - Date.parse(group.from)) / 86_400_000) + 1
}

/** Neighbours of one name become one group; a weekend between two parts of one holiday belongs to it. */
function joined(days: readonly DayGroup[]): DayGroup[] {
  const groups: DayGroup[] = []
  for (const day of days) {
    const last = groups[groups.length - 1]
    const before = groups[groups.length - 2]
    if (last && isNextTo(last, day) && isAlike(last, day)) last.through = day.through
    else if (
      last?.kind === 'weekend' &&
      before &&
      isNextTo(before, last) &&
      isNextTo(last, day) &&
      isAlike(before, day)
    ) {
      before.through = day.through
      groups.pop()
    } else groups.push({ ...day })
  }
  return groups
}

const isAlike = (a: DayGroup, b: DayGroup) => a.kind === b.kind && a.name === b.name

const isNextTo = (a: DayGroup, b: DayGroup) => daysInGroup({ ...a, through: b.from }) === daysInGroup(a) + 1
