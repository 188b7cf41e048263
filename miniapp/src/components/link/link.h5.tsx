import type { MouseEvent } from 'react'
import { open } from '@/platform/navigation'
import { pageAddress } from '@/platform/pages'
import type { LinkProps } from './link.types'

export function Link({ to, query, label, className, onFollow, children }: LinkProps) {
  function follow(event: MouseEvent) {
    // Opening in another tab stays with the browser.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    onFollow?.()
    open(to, query)
  }
  return (
    <a href={pageAddress(to, query)} className={className} aria-label={label} onClick={follow}>
      {children}
    </a>
  )
}
