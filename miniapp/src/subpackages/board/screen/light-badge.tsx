import type { Light } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import styles from './light.module.scss'

/** A light by its word, its shape and its colour: disc, triangle, square, tick, ring. */
export function LightBadge({ light, word }: { light: Light; word: string }) {
  return (
    <Box as="span" className={[styles.badge, styles[light]].join(' ')}>
      <Box as="span" className={styles.shape} isHidden />
      {word}
    </Box>
  )
}
