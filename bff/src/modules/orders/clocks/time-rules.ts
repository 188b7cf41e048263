import { calendarOf, defaultLimits, usualOfficeHours, type Calendar, type Limits } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Services } from '../../../context'

/** By what the clocks of a district are reckoned now. */
export interface TimeRules {
  readonly calendar: Calendar
  readonly limits: Limits
  readonly limitsVersion: number
}

const calendar = calendarOf({
  knownFrom: '2004-01-01',
  knownThrough: '2026-12-31',
  daysOff: {},
  makeUpDays: {},
  officeHours: usualOfficeHours,
})

export function timeRulesOf(_em: EntityManager, _services: Services, _districtCode: string): Promise<TimeRules> {
  return Promise.resolve({ calendar, limits: defaultLimits, limitsVersion: 0 })
}
