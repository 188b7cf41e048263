import type { GuideContent, ItemContent } from '@xinban/shared/contracts'

/** Who offers it: the district everywhere, the demo's street, each street, or each community of the demo's street. */
export type DemoOffer = 'district' | 'demo-street' | 'streets' | 'communities'

export interface DemoItem extends Pick<ItemContent, 'name' | 'category' | 'summary'> {
  /** What people call it, separated by spaces. */
  readonly words: string
  readonly offeredBy: DemoOffer
  readonly basis?: readonly string[]
  readonly audience: string
  readonly materials: GuideContent['materials']
  readonly steps: readonly string[]
  readonly timeLimit?: GuideContent['timeLimit']
  readonly fee?: string
  readonly channels?: GuideContent['channels']
}

export const must = (name: string, note = '') => ({ name, note, isRequired: true })
export const maybe = (name: string, note = '') => ({ name, note, isRequired: false })
export const idCard = must('本人身份证', '带原件')
/** For lists of which only a part is public. */
export const askFirst = maybe('其他材料', '没有查到公开的完整清单，去之前请打电话问清')
export const inWords = (words: string) => ({ workingDays: null, words })

const unknownLimit = inWords('没有查到公开的办理时限，请向受理单位问清')
const unknownFee = '没有查到公开的收费规定，请向受理单位问清'

/** The content of a demo item, marked as what it is. Figures stand only where a public rule states them. */
export function demoContent(item: DemoItem): ItemContent {
  const { name, category, summary, words, audience, materials } = item
  const source = item.basis
    ? '演示数据：按公开的法规整理，不是官方发布的办事指南'
    : '演示数据：为演示编写，不是官方发布的办事指南'
  return {
    ...{ name, kind: 'service', category, summary, everydayWords: words.split(' ') },
    guide: {
      basis: [...(item.basis ?? [])],
      audience,
      materials: [...materials],
      steps: [...item.steps],
      timeLimit: item.timeLimit ?? unknownLimit,
      fee: item.fee ?? unknownFee,
      channels: [...(item.channels ?? [])],
      ...{ source, region: '宝鸡市金台区', date: '2026-11-22' },
    },
  }
}
