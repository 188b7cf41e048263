import type { PageQuery } from './pages'

/** What the address of a page says of its state. */
export interface Address {
  query: PageQuery
  /** `push`: going back returns to what is shown now; `replace`: it does not. */
  go: (next: PageQuery, how: 'push' | 'replace') => void
}
