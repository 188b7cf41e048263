import { useEffect, useState } from 'react'
import type { Address } from './address.types'
import { isOnTop, usePageQuery } from './navigation'
import { pageAddress, pages, type PageName } from './pages'

/** Keeps the state of a page in its address, so that links, reloading and the browser's own back button work. */
export function useAddress(page: PageName): Address {
  const opened = usePageQuery()
  const [query, setQuery] = useState(opened)

  useEffect(() => {
    function follow(event: PopStateEvent) {
      if (window.location.pathname !== pages[page].address || !isOnTop(page)) return
      // Taro's router, which hears it next, would throw the page away and build it anew.
      event.stopImmediatePropagation()
      setQuery(Object.fromEntries(new URLSearchParams(window.location.search)))
    }
    window.addEventListener('popstate', follow, true)
    return () => window.removeEventListener('popstate', follow, true)
  }, [page])

  return {
    query,
    go(next, how) {
      const address = pageAddress(page, next)
      if (address === pageAddress(page, query)) return
      // The router's own mark of where it is stays, because for the router the page is the same.
      if (how === 'push') window.history.pushState(window.history.state, '', address)
      else window.history.replaceState(window.history.state, '', address)
      setQuery(next)
    },
  }
}
