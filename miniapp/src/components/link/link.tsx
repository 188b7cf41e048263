import { View } from '@tarojs/components'
import { open } from '@/platform/navigation'
import type { LinkProps } from './link.types'

/** Leads to another page; may hold a whole card. */
export function Link({ to, query, label, className, onFollow, children }: LinkProps) {
  return (
    <View
      {...(className !== undefined && { className })}
      ariaRole="link"
      ariaLabel={label}
      hoverClass="none"
      onClick={() => {
        onFollow?.()
        open(to, query)
      }}
    >
      {children}
    </View>
  )
}
