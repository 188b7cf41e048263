import type { DemoPledge } from './demo-pledge'

type Row = readonly [
  title: string,
  category: DemoPledge['category'],
  name: string,
  target: number,
  unit: string,
  value: number,
]

/** What communities promised and did; some did more than they had promised. */
const rows: readonly Row[] = [
  ['修复路面坑槽', 'living_space', '路面', 900, '平方米', 940],
  ['加装单元门禁', 'public_safety', '单元', 24, '个', 24],
  ['小区微型消防站', 'public_safety', '消防站', 2, '处', 2],
  ['周末便民窗口', 'public_service', '开放', 40, '天', 46],
  ['更换健身器材', 'living_space', '器材', 16, '件', 18],
  ['社区书屋延长开放', 'public_service', '读者', 1000, '人次', 1285],
  ['旧衣和大件垃圾定点收集', 'living_space', '收集点', 4, '处', 4],
  ['独居老人每周探访', 'urgent_need', '探访', 1500, '人次', 1533],
  ['屋面防水维修', 'urgent_need', '屋面', 1200, '平方米', 1200],
  ['自动体外除颤器和急救培训', 'public_safety', '培训', 200, '人', 236],
]

/** Ten things that are all done, for lists that are evaluated or closed. */
export const finishedPledges: readonly DemoPledge[] = rows.map(
  ([title, category, name, target, unit, value], index) => ({
    ...{ title, category, indicator: [name, target, unit] },
    measures: `按计划分两步办好“${title}”，过程在公示栏公开。`,
    milestones: [
      ['做好方案', 2, 40 + index],
      ['全部完成', 3, 150 + index],
    ],
    ...{
      deadline: 200,
      budget: 20_000 + index * 7_500,
      source: '社区服务经费',
      unit: '社区居委会',
      person: '社区书记',
    },
    reports: [
      { day: 38 + index, milestone: 0, progress: 100, note: '方案公示无异议。' },
      { day: 148 + index, milestone: 1, progress: 100, note: '已经完成，居民代表看过现场。', value },
    ],
  }),
)
