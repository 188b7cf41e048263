import { useEffect, type RefObject } from 'react'

/** Keeps the head of a table that scrolls with its page right below the page's header, however high that is. */
export function useHeadBelowHeader(table: RefObject<HTMLTableElement>, isOnPage: boolean): void {
  useEffect(() => {
    const header = isOnPage ? table.current?.closest('[data-ids]')?.querySelector('header') : null
    if (!header) return
    const observer = new ResizeObserver(() => {
      table.current?.style.setProperty('--head-top', `${header.offsetHeight}px`)
    })
    observer.observe(header)
    return () => observer.disconnect()
  }, [table, isOnPage])
}
