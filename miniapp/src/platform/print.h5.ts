import { useSyncExternalStore } from 'react'

/** Opens the browser's own sheet; what is printed of a page is in the style sheets. */
export const printPage: (() => void) | null = () => window.print()

const paper = () => window.matchMedia('print')

function subscribe(listener: () => void): () => void {
  const query = paper()
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** Whether the page is being put on paper. */
export const useIsPrinted = (): boolean => useSyncExternalStore(subscribe, () => paper().matches)
