import type { PropsWithChildren } from 'react'
import type { PageName, PageQuery } from '@/platform/pages'

export type LinkProps = PropsWithChildren<{
  to: PageName
  query?: PageQuery
  label?: string
  /** Happens beside, as the page is opened here. */
  onFollow?: () => void
  className?: string | undefined
}>
