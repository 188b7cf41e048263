import { dayRule, type Calendar } from './calendar'
import { addDays, dateOfDay, dayNumber, formatInstant, instantOn, minutesOfDay } from './china-time'
import { groupsOf, type DueStep, type MoveReason } from './due-steps'
import type { Limit, LimitUnit } from './limit'
import { addWorkingTime, hoursOn, nextOpening, nextWorkingDay, workingTimeBetween } from './office-time'

/** When something is due and how that comes about. */
export interface Due {
  at: Date
  /** From when the limit was counted: the start, or the next opening when it fell outside office hours. */
  startedAt: Date
  unit: LimitUnit
  /** True when a day was needed whose official calendar is not known: the instant may change once it is. */
  isProvisional: boolean
  /** How it was reckoned, in order, as plain data; `dueWords` says it. */
  explanation: readonly DueStep[]
}

/**
 * When something is due that began at `start`. Hours and calendar days pass by the clock. Working days: a start outside
 * office hours waits for the next opening; then so many working days later at the same time of day, which on a day with
 * other hours moves to its next opening, or to its last closing when there is none. So a later start is never due
 * earlier, and no due time falls outside office hours. Throws a RangeError for a limit that is none.
 */
export function dueAfter(calendar: Calendar, start: Date, limit: Limit): Due {
  checkLimit(limit)
  const received: DueStep = { kind: 'received', at: formatInstant(start) }
  if (limit.unit !== 'working_days') {
    const at = plainly(start, limit)
    const explanation: DueStep[] = [received, { kind: 'limit', limit }, { kind: 'due', at: formatInstant(at) }]
    return { at, startedAt: start, unit: limit.unit, isProvisional: false, explanation }
  }
  const startedAt = nextOpening(calendar, start)
  const reckoned = workingDaysAfter(calendar, start, startedAt, limit.value)
  const explanation = [received, ...movedSteps(calendar, start, startedAt), { kind: 'limit', limit } as const]
  return { startedAt, unit: limit.unit, ...reckoned, explanation: [...explanation, ...reckoned.explanation] }
}

/**
 * The same due with an extension, counted from the present due time by the extension's own unit. `startedAt` and what
 * was explained before stay.
 */
export function extendDue(calendar: Calendar, due: Due, extension: Limit): Due {
  const { at, isProvisional, explanation } = dueAfter(calendar, due.at, extension)
  const further = explanation.filter((step) => step.kind !== 'received' && step.kind !== 'limit')
  return {
    ...due,
    at,
    isProvisional: due.isProvisional || isProvisional,
    explanation: [...due.explanation, { kind: 'extended', limit: extension }, ...further],
  }
}

/**
 * The same due by a longer limit from the same start, with the extensions that it had. Where the limit is no longer than
 * what holds, nothing changes.
 * @param start when its time began to count
 */
export function lengthenDue(calendar: Calendar, due: Due, start: Date, limit: Limit): Due {
  const before = due.explanation.find((step) => step.kind === 'limit')
  const anew = dueAfter(calendar, start, limit)
  const explanation = anew.explanation.flatMap((step): DueStep[] =>
    step.kind === 'limit' && before ? [before, { kind: 'lengthened', limit }] : [step],
  )
  const extensions = due.explanation.flatMap((step) => (step.kind === 'extended' ? [step.limit] : []))
  const longer = extensions.reduce((sum: Due, extension) => extendDue(calendar, sum, extension), {
    ...anew,
    explanation,
  })
  return longer.at.getTime() > due.at.getTime() ? longer : due
}

/**
 * When `percent` (0–100) of a clock's time will be used: of its office hours for working days, else of its plain time.
 * Never after `at`.
 */
export function warnAt(calendar: Calendar, clock: Pick<Due, 'startedAt' | 'at' | 'unit'>, percent: number): Date {
  const { startedAt, at } = clock
  const share = percent / 100
  if (clock.unit !== 'working_days')
    return new Date(startedAt.getTime() + Math.round((at.getTime() - startedAt.getTime()) * share))
  return addWorkingTime(calendar, startedAt, workingTimeBetween(calendar, startedAt, at) * share)
}

function checkLimit({ unit, value }: Limit): void {
  const isSound = Number.isFinite(value) && value > 0 && (unit !== 'working_days' || Number.isInteger(value))
  if (!isSound) throw new RangeError(`No limit: ${value} ${unit}`)
}

const plainly = (start: Date, { unit, value }: Limit): Date => addDays(start, unit === 'hours' ? value / 24 : value)

function workingDaysAfter(calendar: Calendar, start: Date, startedAt: Date, days: number) {
  let day = dayNumber(startedAt)
  for (let left = days; left > 0; left--) day = nextWorkingDay(calendar, day)
  const wanted = minutesOfDay(startedAt)
  const minutes = timeWithin(calendar, day, wanted)
  const at = instantOn(day, minutes)
  const passed = groupsOf(calendar, dayNumber(start), day)
  const explanation: DueStep[] = []
  if (passed.skipped.length > 0) explanation.push({ kind: 'skipped', groups: passed.skipped })
  if (passed.worked.length > 0) explanation.push({ kind: 'worked', groups: passed.worked })
  if (minutes !== wanted) explanation.push({ kind: 'fitted', from: formatInstant(instantOn(day, wanted)) })
  explanation.push({ kind: 'due', at: formatInstant(at) })
  if (passed.unknown) explanation.push({ kind: 'provisional', from: passed.unknown })
  return { at, isProvisional: passed.unknown !== null, explanation }
}

/** A time of day (minutes) as a working day has it: itself, the next opening of that day, or its last closing. */
function timeWithin(calendar: Calendar, day: number, minutes: number): number {
  const hours = hoursOn(calendar, day)
  const span = hours.find((each) => minutes <= each.to)
  return span ? Math.max(minutes, span.from) : (hours[hours.length - 1]?.to ?? minutes)
}

function movedSteps(calendar: Calendar, start: Date, startedAt: Date): DueStep[] {
  if (startedAt.getTime() === start.getTime()) return []
  const rule = dayRule(calendar, dateOfDay(dayNumber(start)))
  return [{ kind: 'moved', to: formatInstant(startedAt), because: moveReason(calendar, start), name: rule.name }]
}

function moveReason(calendar: Calendar, start: Date): MoveReason {
  const hours = hoursOn(calendar, dayNumber(start))
  const time = minutesOfDay(start)
  if (hours.length === 0) return 'day_off'
  if (hours.every((span) => time < span.from)) return 'before_opening'
  return hours.every((span) => time > span.to) ? 'after_closing' : 'break'
}
