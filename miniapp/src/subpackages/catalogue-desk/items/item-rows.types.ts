import type { ManagedItem } from '@xinban/shared/contracts'

export interface ItemRowsProps {
  items: readonly ManagedItem[]
  now: Date
}
