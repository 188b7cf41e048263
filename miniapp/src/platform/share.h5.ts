import { pageAddress, type PageName, type PageQuery } from './pages'

/** The address of a page as others can open it, and as a QR code carries it. */
export const sharedAddress = (name: PageName, query: PageQuery): string =>
  window.location.origin + pageAddress(name, query)

/** Lets the browser pass an address on, or puts it on the clipboard. @returns what to say of it; null for nothing */
export async function shareAddress(title: string, url: string): Promise<string | null> {
  const device = navigator as { share?: (what: ShareData) => Promise<void>; clipboard?: Clipboard }
  if (device.share) {
    // Closing the sheet is no failure.
    await device.share({ title, url }).catch(() => undefined)
    return null
  }
  if (!device.clipboard) return '请复制浏览器地址栏里的地址'
  return device.clipboard.writeText(url).then(
    () => '地址已复制，可以粘贴给别人',
    () => '请复制浏览器地址栏里的地址',
  )
}

/** A browser shares by its own means. */
export const useShared = (_title: string, _name: PageName, _query: PageQuery): void => undefined
