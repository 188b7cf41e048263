import type { ReactNode } from 'react'
import type { TabName } from '@/platform/pages'

export interface PageProps {
  /** The heading in a browser; WeChat shows the one of the page's config. */
  title: string
  /** Set on the pages of the tab bar. */
  tab?: TabName
  /** The actions of the page, always in reach. */
  footer?: ReactNode
  /** For tables and columns: takes the width of a desk. */
  isWide?: boolean
  /** On a desk takes the whole window; what is in it scrolls by itself. */
  isFull?: boolean
  /** On a desk everything is large enough to be read from five metres: for a screen on the wall. */
  isBoard?: boolean
  /** Shows what was fetched, so that it can be fetched anew; the page's config has `enablePullDownRefresh` then. */
  isRefreshable?: boolean
  children: ReactNode
}
