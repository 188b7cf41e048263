import { useState } from 'react'
import type { OrderSummary, ServiceItemSummary } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { ItemHints } from './item-hints'
import { SecondedNote } from './seconded-note'
import { SimilarHint } from './similar-hint'
import { hintsId, type TypingHints } from './use-typing-hints'
import styles from './hints.module.scss'

export const shownSimilar = 3

interface HintsBoxProps {
  hints: TypingHints
  onChoose: (item: ServiceItemSummary) => void
  onDiscard: () => void
}

/** What was found while someone wrote: services to take, orders to second in place of a duplicate. */
export function HintsBox({ hints: { items, similar }, onChoose, onDiscard }: HintsBoxProps) {
  const [seconded, setSeconded] = useState<OrderSummary>()
  const orders = (similar.shown?.items ?? []).slice(0, shownSimilar)

  function take(order: OrderSummary) {
    setSeconded(order)
    similar.askAgain()
  }

  if (seconded) {
    return (
      <Box as="section" id={hintsId} className={styles.hints}>
        <SecondedNote order={seconded} onDiscard={onDiscard} onGoOn={() => setSeconded(undefined)} />
      </Box>
    )
  }
  return (
    <Box as="section" id={hintsId} className={styles.hints}>
      <ItemHints items={items.shown?.items ?? []} onChoose={onChoose} />
      {orders.length > 0 && (
        <>
          <Box as="h2" className={styles.title}>
            可能已经有人反映过
          </Box>
          <Box as="ul" className={styles.list}>
            {orders.map((found) => (
              <SimilarHint key={found.order.id} similar={found} onSeconded={take} />
            ))}
          </Box>
        </>
      )}
    </Box>
  )
}
