import table from './pages.json'

/**
 * Every page by its name: where it lies in the package, and its address in a browser.
 * A JSON file because the build's configuration reads it too; the H5 router matches addresses by exact string,
 * so whatever else a page needs goes in the query.
 */
export const pages = table
export type PageName = keyof typeof pages
export type PageQuery = Readonly<Record<string, string | undefined>>

export const tabs = [
  { page: 'home', word: '首页' },
  { page: 'pledges', word: '实事' },
  { page: 'orders', word: '我的单' },
  { page: 'me', word: '我的' },
] as const satisfies readonly { page: PageName; word: string }[]
export type TabName = (typeof tabs)[number]['page']

export const isTab = (name: PageName): name is TabName => tabs.some((tab) => tab.page === name)

const withQuery = (path: string, query: PageQuery): string => {
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [`${key}=${encodeURIComponent(value)}`],
  )
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`
}

/** The URL that Taro navigates to, on both sides. */
export const pageUrl = (name: PageName, query: PageQuery = {}): string => withQuery(`/${pages[name].path}`, query)
/** The address that a browser shows and a link carries. */
export const pageAddress = (name: PageName, query: PageQuery = {}): string => withQuery(pages[name].address, query)
