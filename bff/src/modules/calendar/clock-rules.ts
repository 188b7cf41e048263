import {
  calendarOf,
  completeLimits,
  defaultLimits,
  usualOfficeHours,
  type Calendar,
  type CalendarParts,
  type DayOverride,
  type Limits,
} from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { query } from '../../db/sql'
import type { CalendarOverrideRow, CalendarYearRow, LimitVersionRow } from './calendar.entity'
import { findLimitVersions, findOverrides, findYears } from './calendar.repository'
import { nationalCalendar } from './national-calendar'

/** What clocks of a district are reckoned by. */
export interface ClockRules {
  readonly limits: Limits
  /** 0 for the defaults. */
  readonly limitsVersion: number
  /** The days of the district, or of the orgs asked for. */
  readonly calendar: Calendar
  /** The same for other orgs of the district, from above to below; asks the database nothing. */
  readonly calendarOf: (orgCodes: readonly string[]) => Calendar
}

/** What a district has set, as it was read at one stamp. */
export interface DistrictRules {
  readonly stamp: string
  readonly limits: LimitVersionRow | undefined
  readonly overrides: readonly CalendarOverrideRow[]
  /** Orgs that have said something about a day. */
  readonly orgsWithDays: ReadonlySet<string>
  readonly years: readonly CalendarYearRow[]
  /** Calendars by the orgs whose overrides they hold. */
  readonly calendars: Map<string, Calendar>
}

const kept = new WeakMap<object, Map<string, DistrictRules>>()

/**
 * The rules that hold in a district now. One small read tells whether what this process keeps is still current, so they
 * are never stale, also when another process changes them.
 * @param orgCodes orgs under the district whose own days hold too, from above to below: a street, then its hall. Of two
 *   that speak of the same day the later one holds.
 * @param heads where another statement of the same transaction has read them; see `ruleHeads`
 */
export async function clockRules(
  em: EntityManager,
  districtCode: string,
  orgCodes: readonly string[] = [],
  heads?: RuleHeads,
): Promise<ClockRules> {
  const rules = await districtRules(em, districtCode, heads)
  const { limits } = rules
  return {
    limits: limits ? completeLimits(limits.limits) : defaultLimits,
    limitsVersion: limits?.version ?? 0,
    calendar: calendarFor(rules, districtCode, orgCodes),
    calendarOf: (codes) => calendarFor(rules, districtCode, codes),
  }
}

/** All that a district has set, for those who show it. */
export async function districtRules(
  em: EntityManager,
  districtCode: string,
  heads?: RuleHeads,
): Promise<DistrictRules> {
  const ofConnection = kept.get(em.connection) ?? new Map<string, DistrictRules>()
  kept.set(em.connection, ofConnection)
  const stamp = stampOf(heads ?? (await readHeads(em, districtCode)))
  const known = ofConnection.get(districtCode)
  if (known?.stamp === stamp) return known
  const [[limits], overrides, years] = await Promise.all([
    findLimitVersions(em, { districtCode, limit: 1 }),
    findOverrides(em, districtCode),
    findYears(em, districtCode),
  ])
  const orgsWithDays = new Set(overrides.map(({ orgCode }) => orgCode))
  const rules = { stamp, limits, overrides, orgsWithDays, years, calendars: new Map<string, Calendar>() }
  ofConnection.set(districtCode, rules)
  return rules
}

/** The stamp of a calendar, and the id of the newest limits. */
export interface RuleHeads {
  readonly calendar: string | null
  readonly limits: string | null
}

/** Both heads as columns of a statement. @param district SQL of the district's code */
export const ruleHeads = (district: string): string[] => [
  `(SELECT stamp FROM calendars WHERE district_code = ${district}) AS calendar`,
  `(SELECT id FROM limit_versions WHERE district_code = ${district} ORDER BY version DESC LIMIT 1) AS limits`,
]

async function readHeads(em: EntityManager, districtCode: string): Promise<RuleHeads> {
  const [row] = await query<RuleHeads>(em, `SELECT ${ruleHeads('?').join(', ')}`, [districtCode, districtCode])
  return row ?? { calendar: null, limits: null }
}

const stampOf = ({ calendar, limits }: RuleHeads): string => `${calendar ?? ''}/${limits ?? ''}`

/** One calendar serves every org that has no days of its own, so that they are as few as there are different ones. */
export function calendarFor(rules: DistrictRules, districtCode: string, orgCodes: readonly string[]): Calendar {
  const own = orgCodes.filter((code) => code !== districtCode && rules.orgsWithDays.has(code))
  const key = own.join('/')
  const known = rules.calendars.get(key)
  if (known) return known
  const layers = [districtCode, ...own].map((name) => ({
    name,
    overrides: rules.overrides.filter((row) => row.orgCode === name).map(toOverride),
  }))
  const calendar = calendarOf({
    ...officialDays(rules.years),
    officeHours: rules.limits?.officeHours ?? usualOfficeHours,
    layers,
  })
  rules.calendars.set(key, calendar)
  return calendar
}

const toOverride = ({ day, kind, hours, reason }: CalendarOverrideRow): DayOverride =>
  kind === 'off' ? { date: day, kind, reason } : { date: day, kind, reason, hours: hours ?? undefined }

/** The national calendar with imported years in place of, or after, its own. */
function officialDays(years: readonly CalendarYearRow[]): Omit<CalendarParts, 'officeHours'> {
  const national = nationalCalendar()
  const imported = new Set(years.map(({ year }) => String(year)))
  const others = (days: Readonly<Record<string, string>>) =>
    Object.entries(days).filter(([date]) => !imported.has(date.slice(0, 4)))
  const added = (kind: 'off' | 'work') =>
    years.flatMap(({ days }) => days.flatMap((day) => (day.kind === kind ? [[day.date, day.name] as const] : [])))
  const lastYear = Math.max(Number(national.knownThrough.slice(0, 4)), ...years.map(({ year }) => year))
  return {
    knownFrom: national.knownFrom,
    knownThrough: `${lastYear}-12-31`,
    daysOff: Object.fromEntries([...others(national.daysOff), ...added('off')]),
    makeUpDays: Object.fromEntries([...others(national.makeUpDays), ...added('work')]),
  }
}
