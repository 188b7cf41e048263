import type { OrderKind } from '../orders/order-flow'

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

/** What is rated: a visit to a hall, an order for an affair that rests on law, or any other order by its kind. */
export type RatedThing = 'visit' | 'affair' | OrderKind

/** Somebody came and did something, or somebody answered. */
const deeds: readonly OrderKind[] = ['service', 'issue', 'wish']
const answers: readonly OrderKind[] = ['suggestion', 'consultation']
const all = [...deeds, ...answers]

type PlainReason = RatingReason & { readonly about: readonly OrderKind[] }
const plain = (code: number, word: string, about: readonly OrderKind[]): PlainReason => ({
  ...{ code, word, about },
  // The second digit of a code of our own is the star level.
  stars: (Math.floor(code / 10) % 10) as Stars,
})

/** Plain reasons of our own, which the national list does not speak of: by what kind of order each is about. */
export const plainReasons: readonly PlainReason[] = [
  plain(950, '来得快', deeds),
  plain(951, '修得好', ['service', 'issue']),
  plain(954, '心愿实现了', ['wish']),
  plain(955, '答复得快', answers),
  plain(956, '建议被采纳', ['suggestion']),
  plain(952, '讲得明白', all),
  plain(953, '待人热心', all),
  plain(940, '按约上门', deeds),
  plain(941, '问题解决了', ['service', 'issue', 'consultation']),
  plain(943, '认真听取了', ['suggestion']),
  plain(942, '态度好', all),
  plain(930, '办得慢了些', deeds),
  plain(933, '答复慢了些', answers),
  plain(931, '基本解决', ['service', 'issue', 'wish', 'consultation']),
  plain(932, '说明不够清楚', all),
  plain(920, '问题没全解决', ['service', 'issue', 'wish', 'consultation']),
  plain(921, '等了很久', all),
  plain(922, '没有提前联系', deeds),
  plain(923, '没答到点子上', answers),
  plain(910, '问题没有解决', ['service', 'issue', 'wish', 'consultation']),
  plain(911, '没有人来', deeds),
  plain(913, '没有人答复', answers),
  plain(912, '态度不好', all),
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

/**
 * Reasons to offer at a star level. The national list speaks of windows, forms and materials: it is offered for visits to
 * halls and for affairs, and nobody who asked for a lamp to be mended is asked about forms. What is offered does not
 * bind: any code of the level is accepted, since people may have been offered others before.
 */
export function reasonsFor(stars: Stars, thing: RatedThing): RatingReason[] {
  const national = nationalReasons.filter((reason) => reason.stars === stars)
  if (thing === 'visit' || thing === 'affair') return national
  return plainReasons.filter((reason) => reason.stars === stars && reason.about.includes(thing))
}
