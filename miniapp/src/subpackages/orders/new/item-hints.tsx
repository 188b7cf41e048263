import type { ServiceItemSummary } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import styles from './hints.module.scss'

interface ItemHintsProps {
  items: readonly ServiceItemSummary[]
  onChoose: (item: ServiceItemSummary) => void
}

/** Services that one's own words may mean. */
export function ItemHints({ items, onChoose }: ItemHintsProps) {
  if (items.length === 0) return null
  return (
    <>
      <Box as="h2" className={styles.title}>
        你是不是要办：
      </Box>
      <Box className={styles.items} role="group" label="你是不是要办">
        {items.map((item) => (
          <Button key={item.id} size="small" onPress={() => onChoose(item)}>
            {item.name}
          </Button>
        ))}
      </Box>
    </>
  )
}
