import { community, communityCode, accept, street, type DemoStory } from './demo-story'

const unit = 'unit-1'
const approved = (hoursAfter: number, title: string, category: 'goods' | 'repair' | 'study' | 'company' | 'health') =>
  [street, hoursAfter, { action: 'approve', title, category }] as const

/** Wishes on the wall in each of its states, and an order that the community asks units to do. */
export const demoWishStories: readonly DemoStory[] = [
  {
    by: 'resident-7',
    communityCode,
    hoursAgo: 100,
    place: { kind: 'wish', title: '爷爷的收音机坏了', content: '爷爷眼睛不好，每天靠收音机听戏，旧的修不好了。' },
    steps: [approved(20, '想要一台收音机', 'goods')],
  },
  {
    by: 'resident-8',
    communityCode,
    hoursAgo: 24 * 20,
    place: {
      kind: 'wish',
      title: '邻居家孩子缺一盏台灯',
      content: '孩子上三年级，晚上写作业光线暗，家里一时买不起。',
      onBehalfOf: { name: '孙晓梅', relation: '邻居', consent: true },
    },
    steps: [
      approved(30, '想要一盏护眼台灯', 'study'),
      [unit, 100, { action: 'claim' }],
      [unit, 200, { action: 'release', note: '库存的台灯发完了，新的要下个月才到。' }],
    ],
  },
  {
    by: 'resident-7',
    communityCode,
    hoursAgo: 72,
    place: { kind: 'wish', title: '想请人把阳台扶手加固', content: '扶手有些松，老人扶着不放心。' },
    steps: [approved(6, '想请人加固阳台扶手', 'repair'), [unit, 30, { action: 'claim' }]],
  },
  {
    by: 'resident-10',
    communityCode,
    hoursAgo: 24 * 12,
    place: { kind: 'wish', title: '想有人陪着去医院复查', content: '子女在外地，一个人去医院排队弄不明白。' },
    steps: [
      approved(8, '想有人陪着去医院复查', 'health'),
      [unit, 20, { action: 'claim' }],
      [unit, 26, { action: 'first-contact', note: '打过电话，约了周三上午一起去。' }],
      [unit, 120, { action: 'fulfil', note: '陪着挂号、做检查、取药，下午送回家。' }],
      ['resident-10', 140, { action: 'rate', stars: 5, reasons: [950], comment: '小伙子很耐心' }],
    ],
  },
  {
    by: 'resident-6',
    communityCode,
    hoursAgo: 24 * 40,
    place: { kind: 'wish', title: '想学写毛笔字', content: '退休在家，想找个老师教教毛笔字。' },
    steps: [approved(30, '想找人教毛笔字', 'company')],
  },
  {
    by: 'resident-4',
    communityCode,
    hoursAgo: 60,
    place: { kind: 'service', title: '轮椅刹车失灵', content: '轮椅的刹车不灵了，下坡很危险，社区没有会修的。' },
    steps: [
      accept,
      [
        community,
        3,
        { action: 'offer-to-units', title: '想请人修轮椅刹车', category: 'repair', note: '社区没有会修轮椅的师傅' },
      ],
      [street, 5, { action: 'approve' }],
    ],
  },
]
