import { dayOfDate, weekdayOfDay } from './china-time'
import { spanIssues, spanWords, type Span } from './office-hours'

/** Days by their date `YYYY-MM-DD`, with the name of the holiday they belong to. */
export type NamedDays = Readonly<Record<string, string>>

/** What a district or a hall says about one day, and why. Worked without hours means with the usual ones. */
export type DayOverride = Readonly<
  { date: string; reason: string } & ({ kind: 'off' } | { kind: 'worked'; hours?: readonly Span[] | undefined })
>

/**
 * Which days are worked and when, as plain data that can be sent and stored. Dates and times are China's (UTC+8).
 * Days outside `knownFrom`…`knownThrough` are taken for plain weeks, and what is reckoned with them is provisional.
 */
export interface Calendar {
  readonly knownFrom: string
  readonly knownThrough: string
  /** Holidays by the State Council; weekend days inside a holiday may be named too. */
  readonly daysOff: NamedDays
  /** Weekend days that are worked in place of others (补班). */
  readonly makeUpDays: NamedDays
  /** Office hours of a usual working day, in order. */
  readonly officeHours: readonly Span[]
  /** What holds on a day in place of the above: of all layers the last one's. */
  readonly overrides: Readonly<Record<string, DayOverride>>
}

/** Overrides of one authority; of two layers that speak of the same day the later one holds. */
export interface OverrideLayer {
  /** As it is named to people: `全区`, a hall's name. */
  name: string
  overrides: readonly DayOverride[]
}

export type CalendarParts = Omit<Calendar, 'overrides'> & { layers?: readonly OverrideLayer[] }

export interface CalendarIssue {
  code: 'bad_date' | 'bad_range' | 'bad_hours' | 'contradiction'
  /** The day that shows it, or null when it is not about one. */
  date: string | null
  message: string
}

/**
 * Build a calendar, or say everything that is wrong with its parts. The order of the overrides inside a layer does not
 * matter; two of one layer that say different things about a day are refused with that day.
 */
export function buildCalendar(
  parts: CalendarParts,
): { ok: true; calendar: Calendar } | { ok: false; issues: CalendarIssue[] } {
  const { layers = [], ...base } = parts
  const merged: Record<string, DayOverride> = {}
  const issues = officialIssues(base)
  for (const layer of layers) {
    const byDate = new Map<string, DayOverride[]>()
    for (const override of layer.overrides)
      byDate.set(override.date, [...(byDate.get(override.date) ?? []), sorted(override)])
    for (const [date, overrides] of byDate) {
      issues.push(...overrideIssues(layer.name, date, overrides))
      const [first] = overrides
      if (first) merged[date] = { ...first, reason: reasonsOf(overrides) }
    }
  }
  if (issues.length > 0) return { ok: false, issues }
  return { ok: true, calendar: { ...base, officeHours: inOrder(base.officeHours), overrides: merged } }
}

/** Like {@link buildCalendar} for parts that are known to be sound; throws a RangeError that says what is not. */
export function calendarOf(parts: CalendarParts): Calendar {
  const built = buildCalendar(parts)
  if (built.ok) return built.calendar
  throw new RangeError(built.issues.map((issue) => issue.message).join('；'))
}

/** Why a day is worked or not: by the week, by the State Council, or by an override. */
export type DayKind = 'weekday' | 'weekend' | 'holiday' | 'make_up' | 'closed' | 'opened'

export interface DayRule {
  kind: DayKind
  /** Spans in which the office is open; none when the day is off. */
  hours: readonly Span[]
  /** Holiday or reason; null on plain weekdays and weekends. */
  name: string | null
  /** False when the official calendar of that day is not published and nobody has said what holds on it. */
  isKnown: boolean
}

/** What holds on a date `YYYY-MM-DD`. Throws a RangeError when there is no such day. */
export function dayRule(calendar: Calendar, date: string): DayRule {
  const override = calendar.overrides[date]
  if (override?.kind === 'off') return { kind: 'closed', hours: [], name: override.reason, isKnown: true }
  if (override)
    return { kind: 'opened', hours: override.hours ?? calendar.officeHours, name: override.reason, isKnown: true }
  const isKnown = date >= calendar.knownFrom && date <= calendar.knownThrough
  const made = calendar.makeUpDays[date]
  if (made !== undefined) return { kind: 'make_up', hours: calendar.officeHours, name: made, isKnown }
  const off = calendar.daysOff[date]
  if (off !== undefined) return { kind: 'holiday', hours: [], name: off, isKnown }
  return { ...plainDay(calendar, date), isKnown }
}

/** Is the office open at some time of this date (`YYYY-MM-DD`)? */
export function isWorkingDay(calendar: Calendar, date: string): boolean {
  return dayRule(calendar, date).hours.length > 0
}

function plainDay(calendar: Calendar, date: string): Omit<DayRule, 'isKnown'> {
  const number = dayOfDate(date)
  if (Number.isNaN(number)) throw new RangeError(`No such day: ${date}`)
  const weekday = weekdayOfDay(number)
  if (weekday === 0 || weekday === 6) return { kind: 'weekend', hours: [], name: null }
  return { kind: 'weekday', hours: calendar.officeHours, name: null }
}

const inOrder = (spans: readonly Span[]) => [...spans].sort((a, b) => a.from - b.from)

const sorted = (override: DayOverride): DayOverride =>
  override.kind === 'worked' && override.hours ? { ...override, hours: inOrder(override.hours) } : override

/** Reasons of overrides that say the same, so that their order cannot be seen in the result. */
const reasonsOf = (overrides: readonly DayOverride[]) =>
  [...new Set(overrides.map((override) => override.reason))].sort().join('、')

/** What an override does, in words; two that do the same have the same words. */
function effectWords(override: DayOverride): string {
  if (override.kind === 'off') return '不上班'
  return override.hours ? `${override.hours.map(spanWords).join('、')} 上班` : '照常上班'
}

function overrideIssues(layer: string, date: string, overrides: readonly DayOverride[]): CalendarIssue[] {
  if (Number.isNaN(dayOfDate(date))) return [{ code: 'bad_date', date, message: `${layer}的“${date}”不是有效的日期` }]
  const hours = overrides.flatMap((override) => (override.kind === 'worked' && override.hours ? [override.hours] : []))
  const issues = hours
    .flatMap(spanIssues)
    .map((message): CalendarIssue => ({ code: 'bad_hours', date, message: `${layer} ${date}：${message}` }))
  const effects = [...new Set(overrides.map(effectWords))].sort()
  if (effects.length > 1)
    issues.push({ code: 'contradiction', date, message: `${layer} ${date} 的安排互相矛盾：${effects.join('，又')}` })
  return issues
}

function officialIssues(base: Omit<CalendarParts, 'layers'>): CalendarIssue[] {
  const { knownFrom, knownThrough, daysOff, makeUpDays } = base
  const issues: CalendarIssue[] = spanIssues(base.officeHours).map((message) => ({
    code: 'bad_hours',
    date: null,
    message: `办公时间：${message}`,
  }))
  const dates = [knownFrom, knownThrough, ...Object.keys(daysOff), ...Object.keys(makeUpDays)]
  for (const date of dates)
    if (Number.isNaN(dayOfDate(date))) issues.push({ code: 'bad_date', date, message: `“${date}”不是有效的日期` })
  if (knownFrom > knownThrough)
    issues.push({ code: 'bad_range', date: knownFrom, message: `日历从 ${knownFrom} 开始，却到 ${knownThrough} 为止` })
  for (const date of Object.keys(makeUpDays))
    if (daysOff[date] !== undefined)
      issues.push({ code: 'contradiction', date, message: `${date} 既列为放假，又列为补班` })
  return issues
}
