import {
  defaultBookingPolicy,
  policyKeys,
  sharedRuleKeys,
  usualBookingDefaults,
  type BookingPolicy,
  type ItemRules,
  type PolicyKey,
  type SharedRuleKey,
} from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { newId } from '../db/ids'
import { insertHalls, storeHallPoint } from '../modules/halls'
import type { Org } from '../modules/orgs'
import { demoHallOrg, demoHalls } from './demo-halls'

/** So that a demo's ten residents can try more than once. */
const demoPolicy: BookingPolicy = { ...defaultBookingPolicy, perDay: 5, perItem: 3 }
const ownKeys: readonly PolicyKey[] = ['perDay', 'perItem']
const follows = policyKeys.filter((key) => !ownKeys.includes(key))

/** The halls of the demo. @returns the id of the demo community's hall */
export async function loadDemoHalls(
  em: EntityManager,
  orgs: readonly Org[],
  items: ReadonlyMap<string, string>,
  now: Date,
): Promise<string> {
  const halls = demoHalls(orgs)
  // A millisecond apart, so that lists keep their order.
  const added = halls.map((hall, index) => ({ ...hall, id: newId(new Date(now.getTime() - halls.length + index)) }))
  await insertHalls(
    em,
    added.map(({ id, orgCode, name, address, point, windows, weekly }) => ({
      ...{
        id,
        orgCode,
        districtCode: orgCode.slice(0, 6),
        name,
        address,
        directions: '一楼，进门左手边',
        ...storeHallPoint(point),
      },
      ...{ phones: ['0917-0000000'], weekly: [...weekly], overrides: [], policy: demoPolicy, follows },
      windows: Array.from({ length: windows }, (_, index) => ({ no: index + 1, name: `${index + 1} 号窗口` })),
      ...{ isClosed: false, isDemo: true, version: 1, updatedAt: now },
    })),
    added.flatMap(({ id: hallId, items: served }) =>
      served.map(({ name, scope, rules }, position) => {
        const itemId = items.get(name)
        if (itemId === undefined) throw new Error(`the demo has no item ${name}`)
        return { hallId, itemId, scope, rules, follows: followed(rules), position, scheduleVersion: 1 }
      }),
    ),
  )
  return added.find(({ orgCode }) => orgCode === demoHallOrg)?.id ?? ''
}

/** An item of the demo goes by the district wherever it has no rule of its own. */
const followed = (rules: ItemRules): SharedRuleKey[] =>
  sharedRuleKeys.filter(
    (key) => rules[key] === usualBookingDefaults[key] && rules.horizonKind === usualBookingDefaults.horizonKind,
  )
