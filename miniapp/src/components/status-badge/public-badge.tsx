import type { OrderSummary } from '@xinban/shared/contracts'
import { tellSeconds } from '@/words/seconds'
import { Tag } from '../tag/tag'

/** Says that everyone can see an order, and how many need the same; nothing for one that is not public. */
export function PublicBadge({ order }: { order: Pick<OrderSummary, 'isPublic' | 'secondCount'> }) {
  if (!order.isPublic) return null
  return <Tag>已公开{order.secondCount > 0 && ` · ${tellSeconds(order.secondCount)}`}</Tag>
}
