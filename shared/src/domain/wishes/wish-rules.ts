/** What a wish is about; also what a unit says that it can do (能力清单). */
export const wishCategories = ['goods', 'repair', 'study', 'company', 'health', 'skill', 'other'] as const
export type WishCategory = (typeof wishCategories)[number]

export const wishCategoryWords: Record<WishCategory, string> = {
  goods: '生活用品',
  repair: '小修小补',
  study: '学习成长',
  company: '陪伴关爱',
  health: '健康助医',
  skill: '技能帮扶',
  other: '其他',
}

/** How far a wish is, as everyone may read it. */
export const wallStates = ['open', 'claimed', 'done'] as const
export type WallState = (typeof wallStates)[number]
export const wallStateWords: Record<WallState, string> = { open: '待认领', claimed: '圆梦中', done: '已圆梦' }

export const unitKinds = ['party', 'agency', 'institution', 'enterprise', 'ngo', 'volunteers'] as const
export type UnitKind = (typeof unitKinds)[number]
export const unitKindWords: Record<UnitKind, string> = {
  party: '党组织',
  agency: '机关单位',
  institution: '事业单位',
  enterprise: '企业',
  ngo: '社会组织',
  volunteers: '志愿队',
}

/** Units that may be asked to join in, those that did not answer among them. */
export const mostPartners = 5

const minute = 60_000
/** How many minutes a returned wish moves ahead: as if it had waited thirty days longer. */
const returnedAhead = 30 * 24 * 60

/**
 * The place of a wish on the wall, lower is higher: the minute (since 1970) at which it came there, so that ageing
 * alone raises it, and earlier for each time that a unit gave it back.
 * @param returns how often it came back
 */
export const wallRank = (firstListedAt: Date, returns: number): number =>
  Math.floor(firstListedAt.getTime() / minute) - returns * returnedAhead

/** Digits that look like a telephone number or an identity card, however they are spaced. */
const digits = /\d(?:[\s-]?\d){6,}/
const houseNumber = /\d+\s*(?:号楼|栋|幢|单元|室|户)/

/**
 * Why a title, or other words about a wish, may not be public, in Chinese; null when they may. They are read by
 * everyone: nothing in them may tell whose wish it is.
 * @param names of whoever asked and of whoever it is for
 * @param what the words are called
 */
export function publicTitleIssue(title: string, names: readonly string[], what = '公开标题'): string | null {
  if (digits.test(title)) return `${what}里不能有电话或证件号码，请改一改`
  if (houseNumber.test(title)) return `${what}里不能写到门牌，写到社区就够了`
  if (names.some((name) => name.length >= 2 && title.includes(name))) return `${what}里不能有本人的姓名，请改一改`
  return null
}
