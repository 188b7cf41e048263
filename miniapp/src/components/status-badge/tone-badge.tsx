import type { PropsWithChildren } from 'react'
import { Box } from '../box/box'
import styles from './status-badge.module.scss'

/** How a state looks: ring, disc, square, frame, triangle. */
export type Tone = 'waiting' | 'moving' | 'done' | 'closed' | 'alarm'

/** A state of anything by its word, its shape and its colour. */
export function ToneBadge({ tone, children }: PropsWithChildren<{ tone: Tone }>) {
  return (
    <Box as="span" className={[styles.badge, styles[tone]].join(' ')}>
      <Box as="span" className={styles.shape} isHidden />
      {children}
    </Box>
  )
}
