import {
  defaultItemRules,
  usualHallWeek,
  type ItemRules,
  type ItemScope,
  type Point,
  type WeeklySpan,
} from '@xinban/shared/domain'
import type { Org } from '../modules/orgs'
import type { DemoPicture } from './pictures/demo-scenes'

/** A hall of the demo: made up, with places on a plain grid as the demo's places have them. */
export interface DemoHall {
  readonly orgCode: string
  readonly name: string
  readonly address: string
  readonly point: Point
  readonly windows: number
  readonly weekly: readonly WeeklySpan[]
  readonly items: readonly DemoHallItem[]
  readonly pictures: readonly DemoPicture[]
}
interface DemoHallItem {
  readonly name: string
  readonly scope: ItemScope
  readonly rules: ItemRules
}

const districtCode = '610303'
export const demoHallOrg = '610303001002'
const everyDay = [0, 1, 2, 3, 4, 5, 6]

/** The demo's own community serves at its counters every day; its room of machines is open day and night. */
const everyDayHours: WeeklySpan[] = everyDay.flatMap((weekday) => [
  { weekday, from: 510, to: 720 },
  { weekday, from: 810, to: 1080 },
])
const roundTheClock: WeeklySpan[] = everyDay.map((weekday) => ({ weekday, from: 0, to: 1440 }))

const item = (name: string, scope: ItemScope, rules: Partial<ItemRules> = {}): DemoHallItem => ({
  ...{ name, scope, rules: { ...defaultItemRules, ...rules } },
})

export const selfServiceItem = '社保缴费证明打印'

const ownItems: readonly DemoHallItem[] = [
  item('高龄津贴申领', 'own', { windows: 4, perWindow: 5 }),
  item('老年优待证办理', 'street', { windows: 2 }),
  item('居民医保参保登记', 'district', {
    windows: 2,
    walkInPercent: 30,
    slotMinutes: 20,
    bufferMinutes: 10,
  }),
  item(selfServiceItem, 'district', { weekly: roundTheClock, slotMinutes: 10, leadMinutes: 0, perWindow: 3 }),
]
const communityItems = [item('高龄津贴申领', 'own'), item('居民医保参保登记', 'street')]
const streetItems = [
  item('最低生活保障申请', 'own'),
  item('社会保障卡申领和补换', 'district', { windows: 3, walkInPercent: 30 }),
]

/** Six halls of the district, each for a field of work. */
const districtHalls: readonly (readonly [name: string, items: readonly string[]])[] = [
  ['政务服务大厅', ['个体工商户登记', '居住证明开具']],
  ['人社服务大厅', ['失业登记', '灵活就业人员参保登记']],
  ['医保服务大厅', ['居民医保参保登记', '异地就医备案']],
  ['不动产登记大厅', ['不动产转移登记']],
  ['婚姻登记处', ['结婚登记', '离婚登记']],
  ['公安户政大厅', ['居民身份证补领换领', '新生儿落户']],
]

const corner: Point = { lat: 34.37, lng: 107.15 }
const at = (index: number): Point => ({
  lat: Number((corner.lat + Math.floor(index / 12) * 0.004).toFixed(6)),
  lng: Number((corner.lng + (index % 12) * 0.005).toFixed(6)),
})

/** Six of the district, one of every street and community; of real ones nothing but the names of the orgs. */
export function demoHalls(orgs: readonly Org[]): DemoHall[] {
  const usual = { weekly: usualHallWeek, address: '演示路 1 号（演示地址）' }
  const ofDistrict = districtHalls.map(([name, names], index): DemoHall => ({
    ...usual,
    ...{ orgCode: districtCode, name: `金台区${name}`, point: at(index), windows: 6 },
    pictures: ['hall-district', 'hall-counters'],
    items: names.map((each) =>
      item(each, 'district', { windows: 3, walkInPercent: 30, horizonKind: 'working', horizonDays: 7 }),
    ),
  }))
  const below = orgs.filter(({ level }) => level === 'street' || level === 'community')
  const others = below.map((org, index): DemoHall => {
    const isOwn = org.code === demoHallOrg
    return {
      ...usual,
      ...(isOwn && { weekly: everyDayHours }),
      ...{ orgCode: org.code, point: at(index + districtHalls.length) },
      name: org.level === 'street' ? `${org.name}便民服务中心` : `${org.name}便民服务站`,
      windows: org.level === 'street' ? 4 : isOwn ? 3 : 1,
      pictures:
        org.level === 'street'
          ? ['hall-street', 'hall-counters']
          : ['hall-community', ...(isOwn ? (['hall-counter'] as const) : [])],
      items: org.level === 'street' ? streetItems : isOwn ? ownItems : communityItems,
    }
  })
  return [...ofDistrict, ...others]
}
