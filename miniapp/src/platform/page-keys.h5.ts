import { useEffect, useRef } from 'react'
import { isOnTop } from './navigation'
import type { PageName } from './pages'

/** What each key does on a page, by `KeyboardEvent.key` in lower case. */
export type PageKeys = Readonly<Partial<Record<string, () => void>>>

const typing = 'input:not([type=checkbox]), textarea, select, [contenteditable]'

/** Keys belong to whoever is typing, and to a dialog while it is open. */
function isOurs(event: KeyboardEvent, page: PageName): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return false
  if (event.defaultPrevented || !isOnTop(page) || document.querySelector('dialog[open]')) return false
  return !(event.target as Element | null)?.closest(typing)
}

/** Single keys, heard on the whole page while it is shown. */
export function usePageKeys(page: PageName, keys: PageKeys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    function hear(event: KeyboardEvent) {
      const act = latest.current[event.key.toLowerCase()]
      if (!act || !isOurs(event, page)) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [page])
}
