import { useShareAppMessage } from '@tarojs/taro'
import { pageAddress, pageUrl, type PageName, type PageQuery } from './pages'

/** The address of a page as others can open it, and as a QR code carries it: WeChat leads from it into the mini program. */
export const sharedAddress = (name: PageName, query: PageQuery): string => API_ORIGIN + pageAddress(name, query)

/** What WeChat passes on of this page when a person shares it; the page's config has `enableShareAppMessage` then. */
export function useShared(title: string, name: PageName, query: PageQuery): void {
  useShareAppMessage(() => ({ title, path: pageUrl(name, query) }))
}
