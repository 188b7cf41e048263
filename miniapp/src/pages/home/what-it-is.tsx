import { Box } from '@/components/box/box'
import { useSite } from '@/hooks/use-site'
import styles from './index.module.scss'

/** For whoever comes first: what this is, and who runs it. */
export function WhatItIs() {
  const district = useSite()?.district?.name
  return (
    <Box as="p" className={styles.what}>
      心办是{district ?? '区里'}为居民开办的：居民点单，社区接单来办，街道看办得好不好。
    </Box>
  )
}
