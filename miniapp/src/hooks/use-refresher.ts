import { useDidHide, useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { stopPullDown } from '@/platform/messages'

/** `told`: it could not be fetched, and the place where it would stand says so itself. */
export type Refreshed = 'fresh' | 'stale' | 'told'
type Refresher = () => Promise<Refreshed>

/** Of the page that is shown; the pages below it stay alive. */
const onShownPage = new Set<Refresher>()

/** Fetches something anew when the person asks the page around it to. */
export function useRefresher(refresh: Refresher): void {
  const latest = useRef(refresh)
  useEffect(() => {
    latest.current = refresh
  })
  const [refresher] = useState(() => () => latest.current())
  useEffect(() => {
    onShownPage.add(refresher)
    return () => {
      onShownPage.delete(refresher)
    }
  }, [refresher])
  useDidShow(() => {
    onShownPage.add(refresher)
  })
  useDidHide(() => {
    onShownPage.delete(refresher)
  })
}

/** Fetches everything on the shown page anew. */
async function refreshShownPage(): Promise<Refreshed> {
  const outcomes = await Promise.all([...onShownPage].map((refresh) => refresh()))
  return outcomes.find((outcome) => outcome === 'stale') ?? outcomes.find((outcome) => outcome === 'told') ?? 'fresh'
}

export interface PageRefresh {
  run: () => Promise<Refreshed>
  isBusy: boolean
  /** What is shown is older than the person wanted. */
  isStale: boolean
}

/** What a pull does on WeChat, and the button 刷新 in a browser. */
export function usePageRefresh(): PageRefresh {
  const [isBusy, setBusy] = useState(false)
  const [isStale, setStale] = useState(false)

  async function run(): Promise<Refreshed> {
    setBusy(true)
    const outcome = await refreshShownPage()
    setBusy(false)
    setStale(outcome === 'stale')
    return outcome
  }
  usePullDownRefresh(() => void run().finally(stopPullDown))

  return { run, isBusy, isStale }
}
