import { useSyncExternalStore } from 'react'
import { online } from '@/platform/online'
import { Box } from '../box/box'
import styles from './banner.module.scss'

/** Says that nothing new comes and nothing is lost; goes away by itself. The region stands there to be read out. */
export function OfflineBanner() {
  const isOnline = useSyncExternalStore(online.subscribe, online.get)
  return (
    <Box role="status">
      {!isOnline && (
        <Box as="p" className={styles.offline}>
          网络断开了。已填的都在，连上后接着用。
        </Box>
      )}
    </Box>
  )
}
