import { chinaDate, policyBy, rulesBy, type BookingDefaults, type DefaultKey } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { selectRows } from '../../../db/rows'
import { marks, query } from '../../../db/sql'
import { hallCalendar, HallItemRow, HallRow, itemSchedule } from '../../halls'
import { findOrgs } from '../../orgs'
import { findDisplaced, type Displaced, type HallPlan } from '../schedules/displace'

/** A hall with what it serves, closed ones included. */
export interface ServingHall {
  readonly hall: HallRow
  readonly items: readonly HallItemRow[]
}

/** Every hall of a district: some hundred, whatever was booked there. */
export async function hallsOf(em: EntityManager, districtCode: string): Promise<ServingHall[]> {
  const halls = await selectRows(em, HallRow, 'WHERE district_code = ? ORDER BY id', [districtCode])
  const where = 'WHERE hall_id IN (SELECT id FROM halls WHERE district_code = ?) ORDER BY hall_id, position'
  const items = await selectRows(em, HallItemRow, where, [districtCode])
  return halls.map((hall) => ({ hall, items: items.filter(({ hallId }) => hallId === hall.id) }))
}

export const followsIn = ({ hall, items }: ServingHall, key: DefaultKey): boolean =>
  [hall.follows, ...items.map(({ follows }) => follows)].some((keys) => (keys as readonly string[]).includes(key))

/** The halls that follow in any of the keys, as the district's new values make them. */
export const reachedBy = (
  halls: readonly ServingHall[],
  keys: readonly DefaultKey[],
  defaults: BookingDefaults,
): ServingHall[] =>
  halls
    .filter((each) => keys.some((key) => followsIn(each, key)))
    .map(({ hall, items }) => ({
      hall: { ...hall, policy: policyBy(hall.policy, hall.follows, defaults) },
      items: items.map((item) => ({ ...item, rules: rulesBy(item.rules, item.follows, defaults) })),
    }))

export interface Review {
  readonly hall: HallRow
  readonly plan: HallPlan
  readonly displaced: readonly Displaced[]
}

/**
 * Who would lose a place when these halls went by what they say, hall by hall. Only the share for walk-ins changes how
 * many can be booked, and only halls where something is booked to come are looked at; a closed one has no places.
 */
export async function reviewPlaces(
  em: EntityManager,
  reached: readonly ServingHall[],
  keys: readonly DefaultKey[],
  now: Date,
): Promise<Review[]> {
  const open = reached.filter((each) => !each.hall.isClosed && followsIn(each, 'walkInPercent'))
  if (open.length === 0 || !keys.includes('walkInPercent')) return []
  const ids = open.map(({ hall }) => hall.id)
  const booked = new Set(
    (
      await query<{ id: string }>(
        em,
        `SELECT DISTINCT hall_id AS id FROM booking_slots WHERE hall_id IN (${marks(ids)}) AND day >= ?`,
        [...ids, chinaDate(now)],
      )
    ).map(({ id }) => id),
  )
  const orgs = await findOrgs(
    em,
    open.map(({ hall }) => hall.orgCode),
  )
  const reviews: Review[] = []
  for (const { hall, items } of open) {
    const org = orgs.get(hall.orgCode)
    if (!org || !booked.has(hall.id)) continue
    const schedules = new Map(items.map((item) => [item.itemId, itemSchedule(hall, item)]))
    const plan: HallPlan = { hallId: hall.id, schedules, calendar: await hallCalendar(em, org) }
    reviews.push({ hall, plan, displaced: await findDisplaced(em, plan, now) })
  }
  return reviews
}
