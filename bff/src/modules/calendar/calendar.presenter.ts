import type { CalendarYear, LimitSettings } from '@xinban/shared/contracts'
import {
  chinaDate,
  completeLimits,
  defaultLimits,
  formatInstant,
  isWithin,
  usualOfficeHours,
  type NamedDays,
} from '@xinban/shared/domain'
import type { Ctx } from '../../context'
import { notFound } from '../../errors'
import { maskedNames } from '../identity'
import { findOrg, findOrgs, listOrgs, orgRef, type Org } from '../orgs'
import type { LimitVersionRow } from './calendar.entity'
import { maySetRules } from './calendar.policy'
import { calendarVersion } from './calendar.repository'
import { calendarFor, districtRules, type DistrictRules } from './clock-rules'

interface Asked {
  readonly districtCode: string
  /** Whose own days are shown beside the district's; all orgs' without. */
  readonly org?: string | undefined
  readonly year: number
}

/** The calendar of a year as a district keeps it. Throws not_found. */
export async function presentCalendar(ctx: Ctx, { districtCode, org, year }: Asked): Promise<CalendarYear> {
  const { reader } = ctx.services.db
  const district = await expectDistrict(ctx, districtCode)
  const only = org === undefined ? undefined : await findOrg(reader, org)
  if (org !== undefined && !(only && isWithin(only.path, district.path))) throw notFound('这个组织')
  const rules = await districtRules(reader, districtCode)
  const { overrides: _, officeHours, ...official } = calendarFor(rules, districtCode, [])
  const through = Number(official.knownThrough.slice(0, 4))
  const isImported = rules.years.some((row) => row.year === year)
  const isKnown = year >= Number(official.knownFrom.slice(0, 4)) && year <= through
  return {
    ...{ year, district: orgRef(district), version: await calendarVersion(reader, districtCode) },
    source: isImported ? 'uploaded' : isKnown ? 'national' : 'unknown',
    ...{ knownFrom: official.knownFrom, knownThrough: official.knownThrough, officeHours: [...officeHours] },
    daysOff: ofYears(official.daysOff, year),
    makeUpDays: ofYears(official.makeUpDays, year),
    overrides: await presentOverrides(ctx, rules, { year, orgCodes: org && [districtCode, org] }),
    allowedActions: allowedActions(ctx, { districtCode, year, isImported, through }),
  }
}

async function presentOverrides(
  { services }: Ctx,
  rules: DistrictRules,
  { year, orgCodes }: { year: number; orgCodes: readonly string[] | undefined | '' },
): Promise<CalendarYear['overrides']> {
  const rows = rules.overrides.filter(
    (row) => isOfYears(row.day, year) && (!orgCodes || orgCodes.includes(row.orgCode)),
  )
  const orgs = await findOrgs(
    services.db.reader,
    rows.map((row) => row.orgCode),
  )
  const nameOf = await maskedNames(
    services,
    rows.map((row) => row.setByPersonId),
  )
  return rows.flatMap(({ day, kind, hours, reason, orgCode, setByPersonId, setAt }) => {
    const org = orgs.get(orgCode)
    if (!org) return []
    const own = { date: day, kind, hours: hours && [...hours], reason }
    return [{ ...own, org: orgRef(org), by: nameOf(setByPersonId), at: formatInstant(setAt) }]
  })
}

const isOfYears = (date: string, year: number) => [year, year + 1].includes(Number(date.slice(0, 4)))
const ofYears = (days: NamedDays, year: number) =>
  Object.fromEntries(Object.entries(days).filter(([date]) => isOfYears(date, year)))

function allowedActions(
  { actor, now }: Ctx,
  about: { districtCode: string; year: number; isImported: boolean; through: number },
): CalendarYear['allowedActions'] {
  const isPast = about.year < Number(chinaDate(now).slice(0, 4))
  if (isPast || !maySetRules(actor, about.districtCode)) return []
  return [
    'set-day',
    ...(about.year <= about.through + 1 ? (['import-year'] as const) : []),
    ...(about.isImported ? (['forget-year'] as const) : []),
  ]
}

/** The limits that hold now. Throws not_found. */
export async function presentLimits(ctx: Ctx, districtCode: string): Promise<LimitSettings> {
  await expectDistrict(ctx, districtCode)
  const { limits: row } = await districtRules(ctx.services.db.reader, districtCode)
  const allowed = maySetRules(ctx.actor, districtCode) ? (['save'] as const) : []
  const head = { districtCode, allowedActions: [...allowed] }
  if (row) return { ...head, ...(await limitVersionPresenter(ctx, [row]))(row) }
  const initial = { version: 0, limits: { ...defaultLimits }, officeHours: [...usualOfficeHours] }
  return { ...head, ...initial, since: null, by: null }
}

/** Versions with the masked names of who set them. */
export async function limitVersionPresenter({ services }: Ctx, rows: readonly LimitVersionRow[]) {
  const nameOf = await maskedNames(
    services,
    rows.map((row) => row.setByPersonId),
  )
  return ({ version, limits, officeHours, setByPersonId, setAt }: LimitVersionRow) => ({
    ...{ version, limits: completeLimits(limits), officeHours: [...officeHours] },
    ...{ since: formatInstant(setAt), by: nameOf(setByPersonId) },
  })
}

/** Whose rules a caller means who names no district: that of their first role, else the one that visitors see first. */
export async function ownDistrict({ services: { env, db }, actor }: Ctx): Promise<string> {
  const code = actor.memberships[0]?.districtCode ?? env.districtCode
  if (code) return code
  const [first] = await listOrgs(db.reader, { parentCode: null, level: 'district', afterCode: '', limit: 1 })
  return first?.code ?? ''
}

/** Throws not_found for what is no district. */
export async function expectDistrict({ services }: Ctx, code: string): Promise<Org> {
  const district = await findOrg(services.db.reader, code)
  if (district?.level !== 'district') throw notFound('这个区')
  return district
}
