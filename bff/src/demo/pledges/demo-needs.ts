import type { PledgeCategory } from '@xinban/shared/domain'

/** What was put to the vote of the demo community; the first ten became its pledges, in the order of these. */
export const homeCandidates: readonly (readonly [title: string, category: PledgeCategory])[] = [
  ['口袋公园', 'living_space'],
  ['电动车充电口', 'public_safety'],
  ['楼道照明', 'public_safety'],
  ['停车位', 'urgent_need'],
  ['北院积水', 'urgent_need'],
  ['老年助餐', 'public_service'],
  ['健康筛查', 'public_service'],
  ['老人家里装扶手', 'urgent_need'],
  ['零工驿站', 'public_service'],
  ['非机动车棚', 'living_space'],
  ['门前喷泉', 'living_space'],
  ['宠物活动区', 'living_space'],
]

interface DemoNeed {
  readonly by: string
  readonly title: string
  readonly content: string
  readonly source?: 'visit' | 'meeting'
  /** The candidate that it became, by its place. */
  readonly candidate?: number
  /** Why not now. */
  readonly declined?: string
}

export const homeNeeds: readonly DemoNeed[] = [
  {
    by: 'resident-1',
    title: '东边空地能不能种点树',
    content: '三号楼东边一直荒着，夏天连个阴凉都没有。',
    candidate: 0,
  },
  { by: 'resident-2', title: '充电要排队', content: '车棚里插座不够，有人从楼上拉线下来充电。', candidate: 1 },
  { by: 'resident-3', title: '楼道灯常坏', content: '声控灯坏了一半，老人晚上不敢下楼。', candidate: 2 },
  { by: 'resident-4', title: '下班回来没地方停车', content: '七点以后就找不到车位，消防通道也停满了。', candidate: 3 },
  { by: 'resident-5', title: '一下雨北院就积水', content: '水能没过脚面，要绕着墙根走。', candidate: 4 },
  {
    by: 'community-610303001002',
    title: '独居老人午饭凑合',
    content: '走访了十二户，多数中午只热剩饭。',
    source: 'visit',
    candidate: 5,
  },
  {
    by: 'community-610303001002',
    title: '想在家门口做检查',
    content: '议事会上好几位提到去医院排队累。',
    source: 'meeting',
    candidate: 6,
  },
  {
    by: 'grid-610303001002001',
    title: '卫生间怕滑倒',
    content: '走访的老人说卫生间没有扶手。',
    source: 'visit',
    candidate: 7,
  },
  {
    by: 'resident-6',
    title: '想要一个游泳池',
    content: '孩子们夏天没有地方去。',
    declined: '社区没有这么大的场地，区体育馆夏天有优惠场次。',
  },
]

/** Of a community that is still asking. */
export const askingNeeds: readonly DemoNeed[] = [
  { by: 'community-610303001008', title: '菜市场门口太挤', content: '早上买菜的车把路堵住了。', source: 'visit' },
  {
    by: 'community-610303001008',
    title: '希望有四点半课堂',
    content: '双职工家庭放学后没人看孩子。',
    source: 'meeting',
  },
  { by: 'community-610303001008', title: '路口想要一座红绿灯', content: '老人过马路害怕。', source: 'visit' },
]
