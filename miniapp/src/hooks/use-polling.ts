import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'

/** Asks again every `ms` milliseconds while the page is shown and `isOn`. */
export function usePolling(ask: () => void, ms: number, isOn: boolean): void {
  const latest = useRef(ask)
  useEffect(() => {
    latest.current = ask
  })
  const [isShown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  useEffect(() => {
    if (!isOn || !isShown) return
    const timer = setInterval(() => latest.current(), ms)
    return () => clearInterval(timer)
  }, [ms, isOn, isShown])
}
