import { channelWords } from '@xinban/shared/domain'

export interface ItemColumn {
  readonly title: string
  /** The field of `ItemContent` that it fills, as a path; null for what is not content. */
  readonly field: string | null
  readonly isRequired: boolean
  /** How to fill it in, and an example, for the template. */
  readonly hint: string
  readonly example: string
}

const column = (
  title: string,
  field: string | null,
  isRequired: boolean,
  hint: string,
  example: string,
): ItemColumn => ({
  ...{ title, field, isRequired, hint, example },
})

export const offerTitle = '提供单位代码'

/** The columns of an import file, in the order of the template. */
export const itemColumns: readonly ItemColumn[] = [
  column('事项名称', 'name', true, '区内不能重名，按名称认事项', '高龄津贴申领'),
  column('分类', 'category', true, '办事页面按它分组', '养老'),
  column('简介', 'summary', true, '一句话说清是什么', '高龄老人按月享受的补贴'),
  column('常用说法', 'everydayWords', false, '群众怎么叫它，用顿号或空格隔开', '老人补贴、高龄补贴'),
  column('办理依据', 'guide.basis', false, '法规或文件名称，一行一个', '《中华人民共和国老年人权益保障法》'),
  column('服务对象', 'guide.audience', true, '谁可以办', '达到当地规定年龄的本地户籍老人'),
  column(
    '申请材料',
    'guide.materials',
    false,
    '一行一种，写成“名称|说明|选交”，说明可以不写；不写“选交”的都是必交',
    '本人身份证|带原件\n委托书|家人代办时|选交',
  ),
  column('办理流程', 'guide.steps', true, '一行一步', '向社区申请\n街道审核\n按月发放'),
  column('办理时限（工作日）', 'guide.timeLimit.workingDays', false, '整数；没有公布的留空', '20'),
  column('时限说明', 'guide.timeLimit.words', true, '从什么时候算起；没有公布的如实写明', '自受理之日起 20 个工作日内'),
  column('收费', 'guide.fee', true, '不收费也要写明', '不收费'),
  column('办理渠道', 'guide.channels', false, `可选 ${Object.values(channelWords).join('、')}`, '网上办、就近办'),
  column('来源', 'guide.source', true, '依据谁公布的内容填写', '区民政局办事指南'),
  column('地区', 'guide.region', true, '这份指南适用的地区', '宝鸡市金台区'),
  column('依据日期', 'guide.date', true, '来源的日期，如 2026-11-22', '2026-11-22'),
  column(offerTitle, null, false, '街道、社区的代码，用顿号或空格隔开；留空：新事项由区统一提供，原有的不变', ''),
]

/** The column of a field, the nearest one above it, or null for what concerns the whole row. */
export function columnOf(path: readonly PropertyKey[]): ItemColumn | null {
  for (let length = path.length; length > 0; length--) {
    const field = path.slice(0, length).map(String).join('.')
    const found = itemColumns.find((candidate) => candidate.field === field)
    if (found) return found
  }
  return null
}
