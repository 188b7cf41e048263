import type { Light } from '@xinban/shared/domain'
import { Box } from '../box/box'
import styles from './light-badge.module.scss'

/** The light of a pledge by its word, its shape and its colour: disc, half, triangle, square, ring. */
export function LightBadge({ light, word }: { light: Light; word: string }) {
  return (
    <Box as="span" className={[styles.badge, styles[light]].join(' ')}>
      <Box as="span" className={styles.shape} isHidden />
      {word}
    </Box>
  )
}
