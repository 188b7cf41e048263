import { Text, View } from '@tarojs/components'
import type { BoxProps, BoxTag } from './box.types'

const impliedRoles: Partial<Record<BoxTag, string>> = {
  h2: 'heading',
  h3: 'heading',
  nav: 'navigation',
  ul: 'list',
  ol: 'list',
  li: 'listitem',
}

/** What holds text and other boxes; nothing that a person can touch. */
export function Box({ as = 'div', id, className, role, label, isHidden, children }: BoxProps) {
  const Tag = as === 'span' || as === 'strong' ? Text : View
  return (
    <Tag
      {...(id !== undefined && { id })}
      {...(className !== undefined && { className })}
      ariaRole={role ?? impliedRoles[as]}
      ariaLabel={label}
      ariaHidden={isHidden}
      ariaLive={role === 'alert' ? 'assertive' : role === 'status' ? 'polite' : undefined}
    >
      {children}
    </Tag>
  )
}
