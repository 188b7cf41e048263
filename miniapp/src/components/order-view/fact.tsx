import type { ReactNode } from 'react'
import { Box } from '../box/box'
import styles from './order-view.module.scss'

/** A line of a `dl`; nothing where there is nothing to say. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null
  return (
    <Box className={styles.fact}>
      <Box as="dt" className={styles.factName}>
        {name}
      </Box>
      <Box as="dd" className={styles.factText}>
        {children}
      </Box>
    </Box>
  )
}
