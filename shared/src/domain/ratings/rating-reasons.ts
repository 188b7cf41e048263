export type Stars = 1 | 2 | 3 | 4 | 5
export const starWords: Record<Stars, string> = {
  5: '非常满意',
  4: '满意',
  3: '基本满意',
  2: '不满意',
  1: '非常不满意',
}

export interface RatingReason {
  readonly code: number
  readonly stars: Stars
  readonly word: string
}

const reasonsOf = (stars: Stars, firstCode: number, words: readonly string[]): RatingReason[] =>
  words.map((word, index) => ({ code: firstCode + index, stars, word }))

/**
 * Reason codes of the national 好差评 list for service halls and items (Government Service Rating specification,
 * list version 2019): the first digit of a code is the star level it belongs to.
 */
export const nationalReasons: readonly RatingReason[] = [
  ...reasonsOf(5, 510, [
    '一窗受理一次办结',
    '可以先受理后补材料',
    '不用提交证明',
    '可以全程网上办理',
    '可以使用手机办理',
    '可以就近办理',
    '无需材料直接办理',
    '服务热情效率高',
  ]),
  ...reasonsOf(4, 406, [
    '填写一张表单就可完成申报',
    '在线提交材料窗口核验',
    '一张清单告知全部申报材料',
    '用告知承诺减免申报材料',
    '可以在线预约办理',
    '跑大厅一次办完',
    '可以使用自助机办理',
    '服务态度较好',
  ]),
  ...reasonsOf(3, 307, [
    '一次性告知需要补正的材料',
    '提供申报材料样本',
    '在承诺的时间内办结',
    '办事指南指引准确',
    '按办事指南要求的材料即可办理',
    '可以快递送达',
    '跑动次数与承诺的一致',
    '服务态度一般',
  ]),
  ...reasonsOf(2, 207, [
    '没有提供材料样本',
    '没有提供材料清单',
    '未在承诺时间内办结',
    '同样内容的证明材料被要求多次提交',
    '承诺网办但无法在线办理',
    '在线预约办理后到实体大厅重复取号排队',
    '窗口人员业务不熟练',
    '服务态度生硬',
  ]),
  ...reasonsOf(1, 108, [
    '在办事指南之外增加新的审批条件',
    '需提供办事指南之外的申报材料',
    '无理由超过法定办理时间',
    '办事指南提供样本有错',
    '承诺在线收取申报材料实际无法收取',
    '多头跑窗口和部门',
    '跑动次数与承诺的不一致',
    '服务态度差效率低',
  ]),
]

/** Plain reasons of our own for repairs, visits and wishes, which the national list does not speak of. */
export const plainReasons: readonly RatingReason[] = [
  ...reasonsOf(5, 950, ['来得快', '修得好', '讲得明白', '待人热心']),
  ...reasonsOf(4, 940, ['按约上门', '问题解决了', '态度好']),
  ...reasonsOf(3, 930, ['办得慢了些', '基本解决', '说明不够清楚']),
  ...reasonsOf(2, 920, ['问题没全解决', '等了很久', '没有提前联系']),
  ...reasonsOf(1, 910, ['问题没有解决', '没有人来', '态度不好']),
]

const byCode = new Map([...nationalReasons, ...plainReasons].map((reason) => [reason.code, reason]))

export const reasonByCode = (code: number): RatingReason | undefined => byCode.get(code)

/**
 * Codes that do not belong to the star level (unknown ones included).
 * @returns an empty list when every code fits
 */
export function reasonsThatDoNotFit(stars: Stars, codes: readonly number[]): number[] {
  return codes.filter((code) => byCode.get(code)?.stars !== stars)
}

/** Reasons to offer at a star level: plain ones first, the national ones where the order names a service item. */
export function reasonsFor(stars: Stars, isServiceItem: boolean): RatingReason[] {
  const at = (reason: RatingReason) => reason.stars === stars
  return isServiceItem ? [...plainReasons.filter(at), ...nationalReasons.filter(at)] : plainReasons.filter(at)
}
