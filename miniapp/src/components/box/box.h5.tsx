import type { BoxProps } from './box.types'

export function Box({ as: Tag = 'div', id, className, role, label, isHidden, children }: BoxProps) {
  return (
    <Tag id={id} className={className} role={role} aria-label={label} aria-hidden={isHidden}>
      {children}
    </Tag>
  )
}
