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
import type { Ctx } from '../context'
import { newId } from '../db/ids'
import { makePicture, receiveFile } from '../modules/files'
import { changePictures, insertHalls, storeHallPoint } from '../modules/halls'
import type { Org } from '../modules/orgs'
import { demoHallOrg, demoHalls } from './demo-halls'
import type { DemoPicture } from './pictures/demo-scenes'
import { drawDemoPicture } from './pictures/draw-demo-picture'

/** So that a demo's ten residents can try more than once. */
const demoPolicy: BookingPolicy = { ...defaultBookingPolicy, perDay: 5, perItem: 3 }
const ownKeys: readonly PolicyKey[] = ['perDay', 'perItem']
const follows = policyKeys.filter((key) => !ownKeys.includes(key))

/** The halls of the demo. @returns the id of the demo community's hall */
export async function loadDemoHalls(
  em: EntityManager,
  orgs: readonly Org[],
  items: ReadonlyMap<string, string>,
  ctx: Ctx,
): Promise<string> {
  const { now } = ctx
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
  await hangPictures(em, added, ctx)
  return added.find(({ orgCode }) => orgCode === demoHallOrg)?.id ?? ''
}

/** Puts drawings on the cards, each drawn once; the district's administrator keeps every hall. */
async function hangPictures(
  em: EntityManager,
  halls: readonly { id: string; pictures: readonly DemoPicture[] }[],
  ctx: Ctx,
): Promise<void> {
  const drawn = new Map<DemoPicture, Awaited<ReturnType<typeof makePicture>>>()
  for (const { id, pictures } of halls) {
    const attachments: string[] = []
    for (const name of pictures) {
      const picture = drawn.get(name) ?? (await makePicture(await drawDemoPicture(name)))
      drawn.set(name, picture)
      attachments.push(await receiveFile(ctx, picture, (command) => command()))
    }
    await changePictures(em, ctx, id, { attachments })
  }
}

/** An item of the demo goes by the district wherever it has no rule of its own. */
const followed = (rules: ItemRules): SharedRuleKey[] =>
  sharedRuleKeys.filter(
    (key) => rules[key] === usualBookingDefaults[key] && rules.horizonKind === usualBookingDefaults.horizonKind,
  )
