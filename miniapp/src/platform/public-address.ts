import { pageAddress, type PageName, type PageQuery } from './pages'

/** The whole address of a page in a browser, for a code that a phone reads; the server that WeChat asks shows it. */
export const publicAddress = (name: PageName, query: PageQuery = {}): string => API_ORIGIN + pageAddress(name, query)
