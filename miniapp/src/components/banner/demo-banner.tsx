import { useState } from 'react'
import { useSite } from '@/hooks/use-site'
import { site } from '@/platform/site'
import { Box } from '../box/box'
import styles from './banner.module.scss'

/** On every page of an installation whose people and orders are invented. */
export function DemoBanner() {
  const known = useSite()
  const [wasDemo] = useState(site.wasDemo)
  if (!(known?.isDemo ?? wasDemo)) return null
  return (
    <Box as="p" className={styles.banner}>
      演示数据，人和事都是虚构的
    </Box>
  )
}
