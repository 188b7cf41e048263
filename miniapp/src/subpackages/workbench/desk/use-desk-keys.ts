import { useEffect, useRef } from 'react'
import { isOnTop } from '@/platform/navigation'

/** What each key does, by `KeyboardEvent.key`. */
export type DeskKeys = Readonly<Partial<Record<string, () => void>>>

const typing = 'input:not([type=checkbox]), textarea, select, [contenteditable]'

/** Letters belong to whoever is typing, and to a dialog while it is open; arrows also to what else may scroll. */
function isOurs(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return false
  if (!isOnTop('queue') || document.querySelector('dialog[open]')) return false
  const target = event.target as Element | null
  if (target?.closest(typing)) return event.key === 'Escape'
  return !event.key.startsWith('Arrow') || target === document.body || target?.closest('table') !== null
}

/** The keys of the desk, heard on the whole page. */
export function useDeskKeys(keys: DeskKeys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    function hear(event: KeyboardEvent) {
      const act = latest.current[event.key]
      if (!act || !isOurs(event)) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])
}
