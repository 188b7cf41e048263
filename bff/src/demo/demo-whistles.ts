import type { BlowWhistle } from '@xinban/shared/contracts'
import type { RefusalDecision, Stars } from '@xinban/shared/domain'
import type { DemoPicture } from './pictures/demo-scenes'

/** Departments of the demo's district: made up. In order of their accounts `department-1` … `department-5`. */
export const demoDepartments = [
  ['610303-D1', '区住建局（演示）'],
  ['610303-D2', '区城管局（演示）'],
  ['610303-D3', '区市场监管局（演示）'],
  ['610303-D4', '区交通运输局（演示）'],
  ['610303-D5', '区水利局（演示）'],
] as const

export type DemoWhistleStep =
  | { action: 'sign' }
  | { action: 'refuse'; note: string }
  | { action: 'resolve-refusal'; departmentCode: string; decision: RefusalDecision; note: string }
  | { action: 'contact'; note: string }
  | { action: 'report-in' }
  | { action: 'progress' | 'finish'; note: string; photos?: readonly DemoPicture[] }
  | { action: 'send-back' | 'close'; note: string }
  | { action: 'grade-department'; departmentCode: string; stars: Stars; note?: string }
  | { action: 'grade-street'; stars: Stars; note?: string }

export interface DemoWhistle {
  readonly daysAgo: number
  readonly blow: Pick<BlowWhistle, 'kind' | 'title' | 'content' | 'place' | 'departmentCodes'>
  /** Who, how many hours after it was blown, did what. */
  readonly steps: readonly (readonly [account: string, hoursAfter: number, step: DemoWhistleStep])[]
}

export const demoWhistleStreet = 'street-610303001'
/** Where the demo's whistles lie, in GCJ-02. */
export const demoWhistlePoint = { lat: 34.3715, lng: 107.1441 }
const [housing, city, market, traffic, water] = demoDepartments.map(([code]) => code) as [
  ...[string, string, string, string, string],
]
const sign = { action: 'sign' } as const
const reportIn = { action: 'report-in' } as const

/** Whistles of one street in several states, the oldest first. */
export const demoWhistles: readonly DemoWhistle[] = [
  {
    daysAgo: 20,
    blow: {
      ...{ kind: 'push', title: '老旧楼院外墙瓷砖脱落', place: '曙光路 18 号院 2 号楼东侧' },
      content: '三楼以上外墙瓷砖成片空鼓，已掉过两次。请住建牵头查明责任、排除危险，城管协助围挡和疏导。',
      departmentCodes: [housing, city],
    },
    steps: [
      ['department-1', 0.5, sign],
      ['department-2', 0.6, sign],
      ['department-1', 5, { action: 'contact', note: '已和街道通话，约好第二天上午到现场' }],
      ['department-2', 6, { action: 'contact', note: '已安排围挡' }],
      ['department-1', 24, reportIn],
      ['department-2', 25, reportIn],
      ['department-2', 26, { action: 'progress', note: '围挡已设，行人改走南侧' }],
      ['department-1', 96, { action: 'progress', note: '空鼓部位已全部敲除，正在做防护' }],
      ['department-1', 192, { action: 'finish', note: '外墙已修补，验收合格，围挡已撤' }],
      [demoWhistleStreet, 200, { action: 'close', note: '现场看过，修好了' }],
      [
        demoWhistleStreet,
        201,
        { action: 'grade-department', departmentCode: housing, stars: 5, note: '来得快，办得实' },
      ],
      [demoWhistleStreet, 201.1, { action: 'grade-department', departmentCode: city, stars: 4 }],
      ['department-1', 210, { action: 'grade-street', stars: 5, note: '情况说得清楚，配合到位' }],
    ],
  },
  {
    daysAgo: 9,
    blow: {
      ...{ kind: 'hard', title: '河道边私搭棚房，汛期堵水', place: '金陵河西岸人行桥北' },
      content: '三处棚房占了行洪断面，涉及河道、规划和经营许可，需要几个部门一起定办法。',
      departmentCodes: [water, city, market],
    },
    steps: [
      ['department-5', 0.4, sign],
      ['department-2', 0.8, sign],
      ['department-3', 0.9, { action: 'refuse', note: '棚房里没有经营行为，不属于市场监管的职责' }],
      [
        'district-610303',
        20,
        { action: 'resolve-refusal', departmentCode: market, decision: 'uphold', note: '核对过，确实没有经营' },
      ],
      ['department-5', 22, { action: 'contact', note: '已和街道约好联合踏勘' }],
      ['department-5', 48, reportIn],
      ['department-2', 48.5, reportIn],
      ['department-5', 72, { action: 'progress', note: '已量测占河面积，向当事人送达限期拆除通知' }],
      ['department-2', 120, { action: 'progress', note: '两处已自行拆除，第三处正在做工作' }],
    ],
  },
  {
    daysAgo: 5,
    blow: {
      ...{ kind: 'push', title: '地下车库进水口被堵', place: '曙光路 6 号院地下车库入口' },
      content: '雨水箅子被建筑垃圾堵死，一下雨就倒灌。请住建、水利到场疏通并查清来源。',
      departmentCodes: [housing, water],
    },
    steps: [
      ['department-1', 0.7, sign],
      ['department-5', 3, sign],
      ['department-1', 6, { action: 'contact', note: '已联系物业和街道' }],
      ['department-1', 26, reportIn],
      ['department-5', 28, reportIn],
      ['department-5', 50, { action: 'progress', note: '管道已疏通，排水正常', photos: ['basement-flooded'] }],
      ['department-1', 70, { action: 'finish', note: '垃圾已清运，责任单位已约谈' }],
    ],
  },
  {
    daysAgo: 2,
    blow: {
      ...{ kind: 'push', title: '学校门口占道停车', place: '曙光路小学门前' },
      content: '放学时段两侧停满，消防车进不去。请交通、城管一起来定停车和执法办法。',
      departmentCodes: [traffic, city],
    },
    steps: [
      ['department-4', 0.5, sign],
      ['department-2', 1, { action: 'refuse', note: '路面停车执法归交警，不是城管职责' }],
      ['department-4', 4, { action: 'contact', note: '已和街道约定实地查看时间' }],
    ],
  },
  {
    daysAgo: 0,
    blow: {
      ...{ kind: 'push', title: '夜市油烟扰民', place: '人民路夜市南口' },
      content: '十几户居民反映油烟直排。请市场监管、城管到场检查油烟净化设备。',
      departmentCodes: [market, city],
    },
    steps: [],
  },
]
