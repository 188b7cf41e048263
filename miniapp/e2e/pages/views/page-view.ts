import type { PageName, PageQuery } from '../../../src/platform/pages'
import type { Demo, Who } from '../demo'

/** One sight of a page: by whom, of what, and the words by which it is there. */
export interface PageView {
  /** Names its picture, beside the page. */
  readonly name: string
  /** Nobody: a visitor who has not signed in. */
  readonly by: Who | null
  readonly query?: (demo: Demo) => PageQuery
  readonly shows: string | RegExp
}

/** The sights of some of the pages. */
export type SomeViews = Partial<Record<PageName, readonly PageView[]>>

export const item = (demo: Demo): PageQuery => ({ id: demo.item })
