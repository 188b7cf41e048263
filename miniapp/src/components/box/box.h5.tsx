import { useContext } from 'react'
import { PageIds } from '@/hooks/use-field-id'
import type { BoxProps } from './box.types'

export function Box({ as: Tag = 'div', id, className, role, label, isScrolled, isHidden, children }: BoxProps) {
  const ids = useContext(PageIds)
  return (
    <Tag
      id={id === undefined ? undefined : ids + id}
      className={className}
      role={role}
      aria-label={label}
      aria-hidden={isHidden}
      tabIndex={isScrolled ? 0 : undefined}
    >
      {children}
    </Tag>
  )
}
