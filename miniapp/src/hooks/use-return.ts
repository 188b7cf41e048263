import { useDidShow } from '@tarojs/taro'
import { createContext, useContext, useEffect, useRef, type RefObject } from 'react'

/** Of the page around: whether it has come to the front before. What joins it afterwards is not told of that time. */
export const PageShown = createContext<RefObject<boolean> | null>(null)

/** For the frame of a page, which is there from the beginning; goes into `PageShown`. */
export function usePageShown(): RefObject<boolean> {
  const isShown = useRef(false)
  useDidShow(() => {
    isShown.current = true
  })
  return isShown
}

/** Runs when the person comes back to this page, but not when it opens. */
export function useReturn(callback: () => void): void {
  const page = useContext(PageShown)
  const isOpened = useRef(false)
  useEffect(() => {
    if (page?.current) isOpened.current = true
  }, [page])
  useDidShow(() => {
    if (isOpened.current) callback()
    isOpened.current = true
  })
}
