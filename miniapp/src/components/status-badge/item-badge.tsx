import { itemStateWords, type ItemState } from '@xinban/shared/domain'
import { Box } from '../box/box'
import styles from './status-badge.module.scss'

const tones: Record<ItemState, 'waiting' | 'moving' | 'closed'> = {
  draft: 'waiting',
  open: 'moving',
  closed: 'closed',
}

/** The state of a service item by its word, its shape and its colour. */
export function ItemBadge({ state }: { state: ItemState }) {
  return (
    <Box as="span" className={[styles.badge, styles[tones[state]]].join(' ')}>
      <Box as="span" className={styles.shape} isHidden />
      {itemStateWords[state]}
    </Box>
  )
}
