import type { Calendar } from '../time/calendar'
import { dayNumber, formatInstant } from '../time/china-time'
import { dueAfter, warnAt, type Due } from '../time/due'
import { groupsOf, type DueStep } from '../time/due-steps'
import type { Limit } from '../time/limit'
import { defaultLimits, type Limits } from '../time/limits'
import { addWorkingTime } from '../time/office-time'
import type { WhistleKind } from './whistle-flow'

/** What every department owes after a whistle, each with a clock that starts when it is blown. */
export const whistleSteps = ['sign', 'contact', 'attend'] as const
export type WhistleStep = (typeof whistleSteps)[number]

/** Office hours for the first, working days for the others. A district's limits hold them. */
export interface WhistleLimits {
  readonly signHours: number
  readonly contactDays: number
  readonly attendDays: Readonly<Record<WhistleKind, number>>
}

/**
 * Nanjing Gulou: signed within 1 hour, contact within 24 hours, at the place within 3 working days, 5 for hard cases.
 * All three are ordinary clocks (docs/adr/0016): the hour is one of office time, and the 24 hours are one working day.
 */
export const whistleLimitsOf = (limits: Limits): WhistleLimits => ({
  signHours: limits.whistleSign.value,
  contactDays: limits.whistleContact.value,
  attendDays: { push: limits.whistleAttend.value, hard: limits.whistleAttendHard.value },
})
export const defaultWhistleLimits: WhistleLimits = whistleLimitsOf(defaultLimits)

/** When a department is warned: so many percent of the working time of a step are used. */
export const whistleWarnAt = (calendar: Calendar, { startedAt, at }: Due, percent: number): Date =>
  warnAt(calendar, { startedAt, at, unit: 'working_days' }, percent)

/** When each step is due for a whistle that was blown at an instant. */
export function whistleDues(
  calendar: Calendar,
  blownAt: Date,
  kind: WhistleKind,
  limits: WhistleLimits = defaultWhistleLimits,
): Readonly<Record<WhistleStep, Due>> {
  const days = (value: number) => dueAfter(calendar, blownAt, { unit: 'working_days', value })
  return {
    sign: dueAfterOfficeHours(calendar, blownAt, limits.signHours),
    contact: days(limits.contactDays),
    attend: days(limits.attendDays[kind]),
  }
}

/** When so many hours of office time have passed: from the next opening, over breaks, nights and days off. */
function dueAfterOfficeHours(calendar: Calendar, start: Date, hours: number): Due {
  const { startedAt, explanation } = dueAfter(calendar, start, { unit: 'working_days', value: 1 })
  const at = addWorkingTime(calendar, startedAt, hours * 60)
  const limit: Limit = { unit: 'hours', value: hours }
  const begun = explanation.filter(({ kind }) => kind === 'received' || kind === 'moved')
  const { skipped, unknown } = groupsOf(calendar, dayNumber(start), dayNumber(at))
  const steps: DueStep[] = [
    ...begun,
    { kind: 'limit', limit },
    ...(skipped.length > 0 ? [{ kind: 'skipped', groups: skipped } as const] : []),
    { kind: 'due', at: formatInstant(at) },
    ...(unknown ? [{ kind: 'provisional', from: unknown } as const] : []),
  ]
  return { at, startedAt, unit: 'hours', isProvisional: unknown !== null, explanation: steps }
}

/** One step of one department, as recorded. */
export interface StepFacts {
  readonly dueAt: Date
  readonly doneAt: Date | null
  /** When it was recorded that the due time had passed; it stays, however the step ends. */
  readonly overdueAt: Date | null
  /** When its department is to be warned, and was; without a time it is not. */
  readonly warnAt?: Date | null
  readonly warnedAt?: Date | null
}

export const isStepOpen = ({ doneAt, overdueAt }: StepFacts): boolean => doneAt === null && overdueAt === null

/** The step as it is once it was done at `now`; a due time that nobody had looked at is recorded with it. */
export const stepDone = (step: StepFacts, now: Date): StepFacts =>
  step.doneAt !== null ? step : { ...step, doneAt: now, overdueAt: step.overdueAt ?? (now > step.dueAt ? now : null) }

/** When the warning of an open step is still to be given; undefined where there is none. */
export const warningOf = (step: StepFacts): Date | undefined =>
  isStepOpen(step) && step.warnAt && !step.warnedAt && step.warnAt < step.dueAt ? step.warnAt : undefined

/** When the job runner has to look next: at the first warning or due time that nobody met; null when there is none. */
export function nextWake(steps: readonly StepFacts[]): Date | null {
  const open = steps.filter(isStepOpen).map((step) => (warningOf(step) ?? step.dueAt).getTime())
  return open.length === 0 ? null : new Date(Math.min(...open))
}
