import type { BoxProps } from './box.types'

export function Box({ as: Tag = 'div', id, className, role, label, isScrolled, isHidden, children }: BoxProps) {
  return (
    <Tag
      id={id}
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
