import * as z from 'zod/mini'
import { officialKinds } from '../domain/time/official-list'
import { Instant, OrgCode, OrgRef, text } from './common'

export const DayDate = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/))
const Year = z.coerce.number().check(z.int(), z.gte(2000), z.lte(2100))

/** Minutes since midnight; both ends belong to it. */
export const Span = z.strictObject({
  from: z.int().check(z.gte(0), z.lte(1439)),
  to: z.int().check(z.gte(0), z.lte(1439)),
})
export const OfficeHours = z.array(Span).check(z.minLength(1), z.maxLength(6))
const NamedDays = z.record(DayDate, z.string())

/** What holds on a day in place of the official calendar. Worked without hours: with the usual ones. */
const Override = z.strictObject({
  date: DayDate,
  kind: z.enum(['off', 'worked']),
  hours: z.nullable(z.array(Span)),
  reason: z.string(),
  org: OrgRef,
  /** Who set it, masked. */
  by: z.nullable(z.string()),
  at: Instant,
})

export const CalendarYear = z.strictObject({
  year: z.int(),
  district: OrgRef,
  /** Of all that the district has set; for `If-Match`. */
  version: z.int(),
  /** Whether the official days of the year are known, and from whom. */
  source: z.enum(['national', 'uploaded', 'unknown']),
  knownFrom: DayDate,
  knownThrough: DayDate,
  officeHours: z.array(Span),
  /** Of this year and the next, so that due times can be reckoned over the turn of the year. */
  daysOff: NamedDays,
  makeUpDays: NamedDays,
  /** The same years: of the district, and of the org that was asked for. */
  overrides: z.array(Override),
  allowedActions: z.array(z.enum(['set-day', 'import-year', 'forget-year'])),
})
export type CalendarYear = z.infer<typeof CalendarYear>

const SetDay = z.strictObject({
  districtCode: OrgCode,
  /** The district itself, or a hall, street or community of it, for which alone it holds. */
  orgCode: z.optional(OrgCode),
  kind: z.enum(['off', 'worked']),
  hours: z.optional(OfficeHours),
  reason: text(60),
})
export type SetDay = z.output<typeof SetDay>

/** Either the days, or the text of a CSV file with the columns date, kind (off/work, 放假/补班) and name. */
const ImportYear = z
  .strictObject({
    districtCode: OrgCode,
    days: z.optional(
      z
        .array(z.strictObject({ date: text(20), kind: z.enum(officialKinds), name: text(20) }))
        .check(z.minLength(1), z.maxLength(120)),
    ),
    csv: z.optional(z.string().check(z.minLength(1), z.maxLength(20_000))),
  })
  .check(
    z.refine(({ days, csv }) => (days === undefined) !== (csv === undefined), {
      path: ['csv'],
      error: '请给出一年的放假安排：days 或 csv 之一',
    }),
  )
export type ImportYear = z.output<typeof ImportYear>

const yearParams = z.strictObject({ year: Year })
const dayParams = z.strictObject({ date: DayDate })
const changeErrors = ['forbidden', 'not_found', 'lost_race', 'version_mismatch'] as const

export const calendarContracts = {
  'calendar.show': {
    summary: 'Working days of a district: holidays, make-up days, office hours and what it has set itself',
    auth: 'person',
    /** Without a district: the caller's own. */
    query: z.strictObject({ districtCode: z.optional(OrgCode), org: z.optional(OrgCode), year: Year }),
    status: 200,
    response: CalendarYear,
    errors: ['not_found', 'malformed_request'],
  },
  'calendar.set-day': {
    summary: 'Say what holds on a day, today or later: off, worked, or worked with other hours',
    auth: 'person',
    params: dayParams,
    body: SetDay,
    status: 200,
    response: CalendarYear,
    errors: changeErrors,
    takesVersion: true,
  },
  'calendar.clear-day': {
    summary: 'Take back what was set for a day, today or later',
    auth: 'person',
    params: dayParams,
    query: z.strictObject({ districtCode: OrgCode, orgCode: z.optional(OrgCode) }),
    status: 200,
    response: CalendarYear,
    errors: [...changeErrors, 'wrong_state', 'malformed_request'],
    takesVersion: true,
  },
  'calendar.import-year': {
    summary: 'The official holidays and make-up days of a year, whole or not at all',
    auth: 'person',
    params: yearParams,
    body: ImportYear,
    status: 200,
    response: CalendarYear,
    errors: changeErrors,
    takesVersion: true,
  },
  'calendar.forget-year': {
    summary: 'Take an imported year back; what is known without it holds again',
    auth: 'person',
    params: yearParams,
    query: z.strictObject({ districtCode: OrgCode }),
    status: 200,
    response: CalendarYear,
    errors: [...changeErrors, 'wrong_state', 'malformed_request'],
    takesVersion: true,
  },
} as const
