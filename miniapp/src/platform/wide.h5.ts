import { useSyncExternalStore } from 'react'

const desk = () => window.matchMedia('(min-width: 1024px)')

function subscribe(listener: () => void): () => void {
  const query = desk()
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** Whether there is room for a desk, as the style sheets' `wide` has it. */
export const useIsWide = (): boolean => useSyncExternalStore(subscribe, () => desk().matches)
