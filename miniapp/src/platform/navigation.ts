import Taro, { useRouter } from '@tarojs/taro'
import { isTab, pages, pageUrl, type PageName, type PageQuery } from './pages'

/** WeChat keeps at most ten pages open. */
const deepest = 10
/** The page was left meanwhile, or is open already: nothing that a person could mend. */
const ignore = () => undefined

const currentPath = (): string | undefined => Taro.getCurrentPages().at(-1)?.route?.replace(/^\//, '').split('?')[0]

/** Whether this page is the one that is shown: pages below it stay alive. In a browser Taro names pages by address. */
export function isOnTop(name: PageName): boolean {
  const current = currentPath()
  return current === pages[name].path || current === pages[name].address.slice(1)
}

export function open(name: PageName, query: PageQuery = {}): void {
  const url = pageUrl(name, query)
  if (isTab(name)) Taro.switchTab({ url: pageUrl(name) }).catch(ignore)
  else if (Taro.getCurrentPages().length >= deepest) Taro.redirectTo({ url }).catch(ignore)
  else Taro.navigateTo({ url }).catch(ignore)
}

/** Opens a page in place of the present one, so that going back does not return to it. */
export function replace(name: PageName, query: PageQuery = {}): void {
  if (isTab(name)) open(name)
  else Taro.redirectTo({ url: pageUrl(name, query) }).catch(ignore)
}

/** To the page before, or home when this one was opened by its address. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack().catch(ignore)
  else open('home')
}

/** To the page before when that is `name`; else to `name` in place of the present page, as when its address was opened. */
export function goBackTo(name: PageName, query: PageQuery): void {
  const { path, address } = pages[name]
  const before = Taro.getCurrentPages().at(-2)?.route?.replace(/^\//, '').split('?')[0]
  // In a browser Taro names pages by their addresses.
  if (before !== undefined && [path, address.slice(1)].includes(before)) goBack()
  else replace(name, query)
}

/** Home, with every other page closed. */
export function startAnew(): void {
  Taro.reLaunch({ url: pageUrl('home') }).catch(ignore)
}

export function toSignIn(): void {
  if (!isOnTop('sign-in')) open('sign-in')
}

/** What the address of this page says; neither WeChat nor Taro's router decodes it. */
export function usePageQuery(): PageQuery {
  const { params } = useRouter()
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, value && decode(value)]))
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    // A per cent sign that stands for itself.
    return value
  }
}
