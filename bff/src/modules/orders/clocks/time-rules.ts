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

/** The same for a page of orders, of which nearly always all are of one district. */
export async function timeRulesOfAll(
  em: EntityManager,
  services: Services,
  orders: readonly { readonly districtCode: string }[],
): Promise<(order: { readonly districtCode: string }) => TimeRules> {
  const codes = [...new Set(orders.map(({ districtCode }) => districtCode))]
  const rules = new Map<string, TimeRules>()
  for (const code of codes) rules.set(code, await timeRulesOf(em, services, code))
  return ({ districtCode }) => {
    const found = rules.get(districtCode)
    if (!found) throw new Error(`no rules were loaded for ${districtCode}`)
    return found
  }
}
