import type { ItemContent, OrgRef } from '@xinban/shared/contracts'
import { kindWords } from '@xinban/shared/domain'

const named = 2

/** Who offers an item, in a few words: `全区提供`, `中山东路街道提供`, `东风路街道等 3 个单位提供`. */
export function tellOfferers(offeredBy: readonly OrgRef[]): string {
  if (offeredBy.length === 0) return '还没有单位提供'
  if (offeredBy.some(({ level }) => level === 'district')) return '全区提供'
  const names = offeredBy.slice(0, named).map(({ name }) => name)
  if (offeredBy.length <= named) return `${names.join('、')}提供`
  return `${names[0]}等 ${offeredBy.length} 个单位提供`
}

/** From what the content says to residents: everyday words are for the search alone. */
export type SaidContent = Omit<ItemContent, 'everydayWords'>

const parts: readonly (readonly [word: string, read: (content: SaidContent) => unknown])[] = [
  ['名称', ({ name }) => name],
  ['类别', ({ kind }) => kindWords[kind]],
  ['分类', ({ category }) => category],
  ['简介', ({ summary }) => summary],
  ['谁可以点', ({ guide }) => guide.audience],
  ['要准备什么', ({ guide }) => guide.materials.map(({ name, note, isRequired }) => [name, note, isRequired])],
  ['怎么办', ({ guide }) => guide.steps],
  ['多久办好', ({ guide }) => [guide.timeLimit.workingDays, guide.timeLimit.words]],
  ['费用', ({ guide }) => guide.fee],
  ['办理渠道', ({ guide }) => [...guide.channels].sort()],
  ['依据', ({ guide }) => guide.basis],
  ['来源', ({ guide }) => [guide.source, guide.region, guide.date]],
]

/** Which parts say something else now, by their headings in the guide. */
export function changedParts(before: SaidContent, after: SaidContent): string[] {
  return parts.flatMap(([word, read]) => (JSON.stringify(read(before)) === JSON.stringify(read(after)) ? [] : [word]))
}
