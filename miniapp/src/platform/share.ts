import { pageAddress, type PageName, type PageQuery } from './pages'

/** The address of a page as others can open it, and as a QR code carries it: WeChat leads from it into the mini program. */
export const sharedAddress = (name: PageName, query: PageQuery): string => API_ORIGIN + pageAddress(name, query)
