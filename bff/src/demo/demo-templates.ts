import type { TemplatePurpose } from '@xinban/shared/domain'

interface DemoTemplate {
  readonly orgCode: string
  readonly purpose: TemplatePurpose
  readonly text: string
  readonly useCount: number
}

const of = (
  orgCode: string,
  purpose: TemplatePurpose,
  ...texts: readonly (readonly [text: string, useCount: number])[]
): DemoTemplate[] => texts.map(([text, useCount]) => ({ orgCode, purpose, text, useCount }))

/** Made-up words of the demo's district, street and community, as their people would write them day by day. */
export const demoTemplates: readonly DemoTemplate[] = [
  ...of(
    '610303',
    'progress',
    ['已收到，正在了解情况，有进展马上写在这里。', 31],
    ['需要多个部门一起办，已在协调，请再等一等。', 9],
  ),
  ...of('610303', 'fulfil', ['已经办好，感谢你的反映，满不满意都请评一评。', 42]),
  ...of('610303', 'decline', ['这件事属于外区，已核对地址，请街道转到当地办理。', 6]),
  ...of('610303', 'grade', ['办理及时，结果清楚，照片能对上。', 18], ['结果属实，和居民沟通还可以更早一些。', 7]),
  ...of('610303', 'rework', ['办理结果和诉求对不上，请到现场核实后重新办理。', 4]),
  ...of('610303001', 'progress', ['街道已联系产权单位，请社区跟进并及时告诉居民。', 5]),
  ...of('610303001', 'fulfil', ['已现场处理，请点单人抽空看一看。', 8]),
  ...of('610303001', 'grade', ['处置得当，居民满意。', 21], ['请补上办结后的现场照片。', 11]),
  ...of('610303001', 'rework', ['照片看不出办理结果，请补拍现场并写明怎么办的。', 6]),
  ...of(
    '610303001002',
    'progress',
    ['已联系师傅，约好上门时间后再告诉你。', 26],
    ['网格员已到现场看过，正在安排人来办。', 19],
    ['需要的配件已下单，到货就来换。', 12],
  ),
  ...of(
    '610303001002',
    'fulfil',
    ['灯已换好，试过能亮。', 24],
    ['已上门修好，当面试用正常。', 22],
    ['现场已清理干净，路面可以正常通行。', 13],
    ['已电话告诉点单人怎么办、带什么材料。', 10],
  ),
  ...of(
    '610303001002',
    'decline',
    ['地址不在本社区，经核对属于相邻社区。', 7],
    ['同一件事已有一个单在办，合在一起更快。', 5],
  ),
]
