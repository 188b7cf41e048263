import type { PropsWithChildren } from 'react'
import { Box } from '../box/box'
import styles from './tag.module.scss'

/** A word about a thing that is no state of it. `alarm` has its shape as well as its colour. */
export function Tag({ tone = 'calm', children }: PropsWithChildren<{ tone?: 'calm' | 'alarm' }>) {
  return (
    <Box as="span" className={[styles.tag, styles[tone]].join(' ')}>
      {tone === 'alarm' && <Box as="span" className={styles.shape} isHidden />}
      {children}
    </Box>
  )
}
