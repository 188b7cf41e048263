import type { Calendar, ItemSchedule } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { calendarFor, clockRules, districtRules } from '../calendar'
import type { Org } from '../orgs'
import type { HallItemRow, HallRow } from './hall.entity'

/** The days of a hall: the official calendar with what its district, street and community have set. */
export async function hallCalendar(em: EntityManager, org: Pick<Org, 'path' | 'districtCode'>): Promise<Calendar> {
  return (await clockRules(em, org.districtCode, codesBelow(org))).calendar
}

const codesBelow = ({ path, districtCode }: Pick<Org, 'path' | 'districtCode'>): string[] =>
  path.split('/').filter((code) => code !== '' && code !== districtCode)

/** The same for halls of many orgs: one read for a district. */
export async function hallCalendars(
  em: EntityManager,
  orgs: readonly Pick<Org, 'path' | 'districtCode'>[],
): Promise<(org: Pick<Org, 'path' | 'districtCode'>) => Calendar> {
  const rules = new Map<string, Awaited<ReturnType<typeof districtRules>>>()
  for (const code of new Set(orgs.map(({ districtCode }) => districtCode)))
    rules.set(code, await districtRules(em, code))
  return (org) => {
    const ofDistrict = rules.get(org.districtCode)
    if (!ofDistrict) throw new Error(`no rules were read for district ${org.districtCode}`)
    return calendarFor(ofDistrict, org.districtCode, codesBelow(org))
  }
}

export const itemSchedule = (
  { weekly, overrides }: Pick<HallRow, 'weekly' | 'overrides'>,
  { rules }: Pick<HallItemRow, 'rules'>,
): ItemSchedule => ({ weekly, overrides, rules })
