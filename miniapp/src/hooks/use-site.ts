import { useEffect, useSyncExternalStore } from 'react'
import type { Site } from '@xinban/shared/contracts'
import { site } from '@/platform/site'

/** What this installation is; null until it is known. */
export function useSite(): Site | null {
  const current = useSyncExternalStore(site.subscribe, site.get)
  useEffect(() => {
    // Without an answer the page goes on; what needs the site says so itself, and the next page asks again.
    site.load().catch(() => undefined)
  }, [])
  return current
}
