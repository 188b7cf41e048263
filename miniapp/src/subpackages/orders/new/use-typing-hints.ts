import { useHints, type Hints } from '@/hooks/use-hints'
import { useSite } from '@/hooks/use-site'
import { wouldMove } from '@/platform/focus'
import type { Answer } from '@xinban/shared/contracts'
import type { Draft } from './draft'

/** Of the box that shows them. */
export const hintsId = 'typing-hints'

/** Fewer characters say too little to compare. */
const shortest = { item: 2, similar: 4 }
/** The beginning says what it is about; the question travels in an address, whose length is limited. */
const comparedContent = 300
const mayMove = async () => !(await wouldMove(hintsId))

export interface TypingHints {
  items: Hints<Answer<'service-items.suggest'>>
  similar: Hints<Answer<'orders.similar'>>
}

/** What may help while someone writes: services that the title may mean, and open orders that say the same. */
export function useTypingHints({ title, content, place, communityCode, serviceItemId }: Draft): TypingHints {
  const district = useSite()?.district?.code
  const org = communityCode || district
  const words = title.trim()
  const isItemAsked = serviceItemId === '' && org !== undefined && words.length >= shortest.item
  const items = useHints('service-items.suggest', isItemAsked ? { query: { org, title: words } } : null, {
    mayMove,
    shapeOf: (answer) => answer.items.map(({ id }) => id).join(),
  })
  const isSimilarAsked = communityCode !== '' && words.length >= shortest.similar
  const about = { communityCode, title: words, content: content.trim().slice(0, comparedContent), place: place.trim() }
  const similar = useHints('orders.similar', isSimilarAsked ? { query: about } : null, {
    mayMove,
    shapeOf: (answer) => answer.items.map(({ order }) => order.id).join(),
  })
  return { items, similar }
}
