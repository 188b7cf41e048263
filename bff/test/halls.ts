import {
  defaultBookingPolicy,
  defaultItemRules,
  usualHallWeek,
  type BookingPolicy,
  type ItemRules,
} from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Services } from '../src/context'
import { newId } from '../src/db/ids'
import { emptyHall, findHallItems, insertHall, replaceHallItems, storeHallPoint } from '../src/modules/halls'
import { addItem } from './catalogue'
import { sunday } from './clock'

interface NewHall {
  readonly orgCode: string
  readonly name?: string
  readonly rules?: Partial<ItemRules>
  readonly policy?: Partial<BookingPolicy>
  readonly point?: { lat: number; lng: number }
  readonly items?: number
  /** Open every day, around the clock. */
  readonly everyDay?: boolean
}

export interface TestHall {
  readonly hallId: string
  readonly itemId: string
  readonly itemIds: readonly string[]
}

let made = 0

/** A hall with the usual week, 3 windows, and items that can be booked without notice. */
export async function addHall(
  services: Services,
  { orgCode, name, rules, policy, point, items = 1, everyDay = false }: NewHall,
): Promise<TestHall> {
  made += 1
  const hallId = newId(sunday)
  const itemIds: string[] = []
  for (let n = 1; n <= items; n++)
    itemIds.push(await addItem(services, { name: `社保卡办理${made}-${n}`, offeredBy: [orgCode] }))
  await services.db.unitOfWork(async (em) => {
    await insertHall(em, {
      ...emptyHall,
      ...{
        id: hallId,
        orgCode,
        districtCode: orgCode.slice(0, 6),
        name: name ?? `便民大厅${made}`,
        address: '东街 1 号',
      },
      ...{ directions: null, phones: ['0917-3210000'], ...storeHallPoint(point), updatedAt: sunday },
      windows: [1, 2, 3].map((no) => ({ no, name: `${no} 号窗口` })),
      weekly: everyDay ? [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, from: 0, to: 1440 })) : [...usualHallWeek],
      policy: { ...defaultBookingPolicy, ...policy },
    })
    const all = { ...defaultItemRules, leadMinutes: 0, ...rules }
    await replaceHallItems(
      em,
      hallId,
      itemIds.map((itemId, position) => ({
        hallId,
        itemId,
        scope: 'own',
        rules: all,
        follows: [],
        position,
        scheduleVersion: 1,
      })),
    )
  })
  return { hallId, itemId: itemIds[0] ?? '', itemIds }
}

/** Lets a hall serve one more item, by the same rules as its first. */
export async function addItemTo(em: EntityManager, hallId: string, itemId: string): Promise<void> {
  const served = await findHallItems(em, hallId)
  const [first] = served
  if (!first) throw new Error(`hall ${hallId} serves nothing`)
  await replaceHallItems(em, hallId, [...served, { ...first, itemId, position: served.length }])
}

/** Monday after the tests' Sunday, 09:00, and later times of that week in China. */
export const monday = (time: string, day = 23): string => `2026-11-${day}T${time}:00+08:00`
