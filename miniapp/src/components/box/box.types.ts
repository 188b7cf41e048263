import type { PropsWithChildren } from 'react'

export type BoxTag =
  | 'div'
  | 'section'
  | 'article'
  | 'nav'
  | 'p'
  | 'span'
  | 'strong'
  | 'h2'
  | 'h3'
  | 'ul'
  | 'ol'
  | 'li'
  | 'dl'
  | 'dt'
  | 'dd'

export type BoxProps = PropsWithChildren<{
  /** The element in a browser; on weapp its role. */
  as?: BoxTag
  id?: string
  className?: string | undefined
  role?: 'alert' | 'status' | 'img' | 'group' | 'tabpanel' | 'search'
  label?: string
  /** Scrolls by itself, so a keyboard has to reach it. */
  isScrolled?: boolean
  /** For what only decorates. */
  isHidden?: boolean
}>
