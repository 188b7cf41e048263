import { View } from '@tarojs/components'
import { DemoBanner } from '../banner/demo-banner'
import { OfflineBanner } from '../banner/offline-banner'
import type { PageProps } from './page.types'
import styles from './page.module.scss'

/** The frame of every page; title bar and tab bar are WeChat's own. */
export function Page({ footer, children }: PageProps) {
  return (
    <View className={styles.page ?? ''}>
      <DemoBanner />
      <OfflineBanner />
      <View className={styles.main ?? ''}>{children}</View>
      {footer !== undefined && <View className={styles.footer ?? ''}>{footer}</View>}
    </View>
  )
}
