import { useState } from 'react'
import type { Address } from './address.types'
import { usePageQuery } from './navigation'
import type { PageName } from './pages'

/** WeChat shows no address: the page remembers what it would say. */
export function useAddress(_page: PageName): Address {
  const [query, setQuery] = useState(usePageQuery())
  return { query, go: setQuery }
}
