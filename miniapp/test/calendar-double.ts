import type { Answer, CalendarYear, LimitSettings } from '@xinban/shared/contracts'
import { dateOfDay, dayOfDate, defaultLimits, usualOfficeHours } from '@xinban/shared/domain'
import { district } from './catalogue-double'

const first = dayOfDate('2026-10-01')
const nationalDay = Object.fromEntries(Array.from({ length: 7 }, (_, day) => [dateOfDay(first + day), '国庆节']))

/** 2026 with its National Day. */
export const calendarYear = (part: Partial<CalendarYear> = {}): CalendarYear => ({
  year: 2026,
  district,
  version: 3,
  source: 'national',
  knownFrom: '2004-01-01',
  knownThrough: '2026-12-31',
  officeHours: [...usualOfficeHours],
  daysOff: nationalDay,
  makeUpDays: { '2026-10-10': '国庆节' },
  overrides: [],
  allowedActions: ['set-day', 'import-year'],
  ...part,
})

export const limitSettings = (part: Partial<LimitSettings> = {}): LimitSettings => ({
  districtCode: district.code,
  version: 2,
  limits: { ...defaultLimits },
  officeHours: [...usualOfficeHours],
  since: '2026-11-01T09:00:00+08:00',
  by: '王**',
  allowedActions: ['save'],
  ...part,
})

export const limitVersions = (): Answer<'limits.versions'> => {
  const { version, limits, officeHours, by } = limitSettings()
  return { items: [{ version, limits, officeHours, by, since: '2026-11-01T09:00:00+08:00' }], nextCursor: null }
}
