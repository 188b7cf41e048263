import { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { showSystemTabBar } from '@/platform/system-tab-bar'

/** Keeps WeChat's own tab bar shown or hidden below a page; null for pages without one. */
export function useSystemTabBar(isShown: boolean | null): void {
  useEffect(() => {
    if (isShown !== null) showSystemTabBar(isShown)
  }, [isShown])
  // It may have been decided on another tab page, where WeChat would not do it for this one.
  useDidShow(() => {
    if (isShown !== null) showSystemTabBar(isShown)
  })
}
