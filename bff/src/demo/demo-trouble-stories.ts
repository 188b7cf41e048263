import {
  accept,
  community,
  communityCode,
  gridWorker,
  street,
  toGrid,
  type DemoStep,
  type DemoStory,
} from './demo-story'

const wallNote = '围墙在两个小区中间，产权说不清，我们没有维修资金。'
const decline = { action: 'decline', reason: 'unclear_owner', note: wallNote } as const satisfies DemoStep
const overrule = {
  action: 'resolve-decline',
  decision: 'overrule',
  note: '先由你们牵头，和对面小区一起想办法。',
} as const satisfies DemoStep

/** Made-up orders that did not go smoothly: bad ratings, more time, doubts, and what runs out of time. */
export const demoTroubleStories: readonly DemoStory[] = [
  {
    by: 'resident-4',
    communityCode,
    hoursAgo: 140,
    place: {
      kind: 'issue',
      title: '楼顶漏水',
      content: '顶楼卧室天花板渗水，下一次雨就大一圈。',
      location: { place: '6 号楼 3 单元顶楼' },
    },
    steps: [
      accept,
      [community, 90, { action: 'fulfil', note: '已请人在楼顶补了防水。' }],
      ['resident-4', 132, { action: 'rate', stars: 2, reasons: [920], comment: '补了一块，旁边还在渗。' }],
    ],
  },
  {
    by: 'resident-5',
    communityCode,
    hoursAgo: 150,
    place: {
      kind: 'issue',
      title: '单元门关不上',
      content: '单元门的闭门器坏了，整天敞着，夜里不安全。',
      location: { place: '2 号楼 2 单元' },
    },
    steps: [
      accept,
      [community, 40, { action: 'fulfil', note: '门已修好。' }],
      ['resident-5', 60, { action: 'rate', stars: 1, reasons: [910], comment: '第二天又关不上了。' }],
      [
        street,
        84,
        { action: 'callback', isReached: true, note: '居民说闭门器是拆了又装回去的旧件，希望换新的，周末在家。' },
      ],
    ],
  },
  {
    by: 'resident-6',
    communityCode,
    hoursAgo: 260,
    place: {
      kind: 'issue',
      title: '花坛里堆了装修垃圾',
      content: '5 号楼前的花坛堆着装修垃圾，已经一个星期。',
      location: { place: '5 号楼前花坛' },
    },
    steps: [
      accept,
      [community, 30, { action: 'fulfil', note: '已通知业主自行清理。' }],
      ['resident-6', 40, { action: 'rate', stars: 2, reasons: [920, 921], comment: '通知了也没人来清。' }],
      [street, 60, { action: 'callback', isReached: true, note: '居民希望社区直接清走，不要再等业主。' }],
      [community, 110, { action: 'rectify', note: '社区联系清运车拉走了，花坛补种了花。' }],
      ['resident-6', 130, { action: 'follow-up-rating', stars: 4, reasons: [941], comment: '这回清干净了。' }],
    ],
  },
  {
    by: 'resident-1',
    communityCode,
    hoursAgo: 220,
    place: {
      kind: 'issue',
      title: '门口的台阶松了',
      content: '单元门口第一级台阶的石板松了，踩上去会翘。',
      location: { place: '3 号楼 2 单元门口' },
    },
    steps: [
      accept,
      [community, 30, { action: 'fulfil', note: '石板已经垫平。' }],
      ['resident-1', 44, { action: 'rate', stars: 2, reasons: [920], comment: '垫了几张纸板，没两天又松了。' }],
      [street, 64, { action: 'callback', isReached: false, note: '上午、下午各打了一次，没有人接。' }],
      [community, 120, { action: 'rectify', note: '石板重新用水泥砌过，养护了两天，踩上去不动了。' }],
    ],
  },
  {
    by: 'resident-8',
    communityCode,
    hoursAgo: 40,
    place: {
      kind: 'issue',
      title: '换一段老化的水管',
      content: '楼道里的公用水管锈穿了，缠了胶布还在滴。',
      location: { place: '1 号楼 1 单元二楼' },
    },
    steps: [
      accept,
      [community, 30, { action: 'request-extension', days: 5, note: '这种口径的管子缺货，厂家说下周才到。' }],
    ],
  },
  {
    by: 'resident-10',
    communityCode,
    hoursAgo: 60,
    place: {
      kind: 'issue',
      title: '树枝挡住了路灯',
      content: '小区东路的树枝把路灯全挡了，晚上一段路是黑的。',
      location: { place: '小区东路' },
    },
    steps: [
      accept,
      [community, 10, { action: 'progress', note: '已联系园林公司，修剪要先报批。' }],
      [community, 20, { action: 'request-extension', days: 3, note: '修剪行道树要园林部门批准，三天后有结果。' }],
      [street, 34, { action: 'resolve-extension', decision: 'grant', note: '情况属实，批下来马上修。' }],
    ],
  },
  {
    by: 'resident-10',
    communityCode,
    hoursAgo: 90,
    place: {
      kind: 'issue',
      title: '楼道堆了纸箱',
      content: '四楼楼道堆满纸箱，走路要侧着身子，也怕着火。',
      location: { place: '4 号楼 3 单元四楼' },
    },
    steps: [
      accept,
      [community, 30, { action: 'fulfil', note: '已和住户谈过，纸箱已清走。' }],
      ['resident-10', 70, { action: 'dispute', note: '只清走了一半，靠窗的一堆还在，没有人再来过。' }],
    ],
  },
  {
    by: 'resident-2',
    communityCode,
    hoursAgo: 100,
    place: {
      kind: 'issue',
      title: '两个小区之间的围墙裂了',
      content: '围墙裂了一条大缝，墙根是孩子上学的路，怕倒下来。',
      location: { place: '小区北侧围墙' },
    },
    steps: [
      [community, 2, decline],
      [street, 20, overrule],
      [community, 24, decline],
      [street, 44, overrule],
      [community, 48, decline],
    ],
  },
  {
    by: 'resident-3',
    communityCode,
    hoursAgo: 48,
    place: {
      kind: 'issue',
      title: '活动室的椅子坏了',
      content: '活动室有三把椅子的腿断了，老人坐着不稳。',
      location: { place: '社区活动室' },
    },
    steps: [accept, ['resident-3', 30, { action: 'urge' }]],
  },
  {
    by: 'resident-7',
    communityCode,
    hoursAgo: 20,
    place: {
      kind: 'issue',
      title: '一楼电表箱冒火花',
      content: '一楼电表箱里噼啪响，还冒过一次火花。',
      location: { place: '7 号楼 1 单元一楼' },
      urgency: 'urgent',
    },
    steps: [accept, toGrid, [gridWorker, 3, { action: 'progress', note: '已断开这一路，供电所下午来换开关。' }]],
  },
  {
    by: 'resident-2',
    communityCode,
    hoursAgo: 30,
    place: {
      kind: 'issue',
      title: '水表间跑水',
      content: '一楼水表间的水管接头往外喷水，楼道口都湿了。',
      location: { place: '1 号楼 3 单元水表间' },
      urgency: 'urgent',
    },
    steps: [accept, [community, 4, { action: 'progress', note: '总阀已经关小，水务公司派人来换接头。' }]],
  },
]
