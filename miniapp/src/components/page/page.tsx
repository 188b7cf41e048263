import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { useElder } from '@/hooks/use-elder'
import { showSystemTabBar } from '@/platform/system-tab-bar'
import { DemoBanner } from '../banner/demo-banner'
import type { PageProps } from './page.types'
import { rootClass } from './root-class'
import { TabBar } from './tab-bar'
import styles from './page.module.scss'

/** The frame of every page; title bar and, outside elder mode, tab bar are WeChat's own. */
export function Page({ tab, footer, children }: PageProps) {
  const elder = useElder()
  const isTab = tab !== undefined
  const hasSystemBar = !elder.isOn
  useEffect(() => {
    if (isTab) showSystemTabBar(hasSystemBar)
  }, [isTab, hasSystemBar])
  // It may have been turned on another tab page, where WeChat drew the bar anew.
  useDidShow(() => {
    if (isTab) showSystemTabBar(hasSystemBar)
  })
  return (
    <View className={rootClass(elder)}>
      <DemoBanner />
      {isTab && elder.isOn && <TabBar active={tab} />}
      <View className={styles.main ?? ''}>{children}</View>
      {footer !== undefined && <View className={styles.footer ?? ''}>{footer}</View>}
    </View>
  )
}
