import { View } from '@tarojs/components'
import { useElder } from '@/hooks/use-elder'
import { usePageRefresh } from '@/hooks/use-refresher'
import { PageShown, usePageShown } from '@/hooks/use-return'
import { useSystemTabBar } from '@/hooks/use-system-tab-bar'
import { DemoBanner } from '../banner/demo-banner'
import { OfflineBanner } from '../banner/offline-banner'
import { Toast } from '../toast/toast'
import { TabBar } from './tab-bar'
import type { PageProps } from './page.types'
import { rootClass } from './root-class'
import { StaleNote } from './stale-note'
import styles from './page.module.scss'

/** The frame of every page; title bar and, outside elder mode, tab bar are WeChat's own. */
export function Page({ tab, footer, children }: PageProps) {
  const elder = useElder()
  const refresh = usePageRefresh()
  const shown = usePageShown()
  useSystemTabBar(tab === undefined ? null : !elder.isOn)
  return (
    <View className={rootClass(elder)}>
      <DemoBanner />
      <OfflineBanner />
      <StaleNote refresh={refresh} />
      {tab !== undefined && elder.isOn && <TabBar active={tab} />}
      <View className={styles.main ?? ''}>
        <PageShown.Provider value={shown}>{children}</PageShown.Provider>
      </View>
      {footer !== undefined && <View className={styles.footer ?? ''}>{footer}</View>}
      <Toast />
    </View>
  )
}
