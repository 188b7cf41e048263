import { useDidShow } from '@tarojs/taro'
import { useRef } from 'react'

/** Runs when the person comes back to this page, but not when it opens. */
export function useReturn(callback: () => void): void {
  const isOpened = useRef(false)
  useDidShow(() => {
    if (isOpened.current) callback()
    isOpened.current = true
  })
}
