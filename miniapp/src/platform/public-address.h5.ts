import { pageAddress, type PageName, type PageQuery } from './pages'

/** The whole address of a page, for a code that a phone reads. */
export const publicAddress = (name: PageName, query: PageQuery = {}): string =>
  window.location.origin + pageAddress(name, query)
