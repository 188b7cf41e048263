import type { OrderSummary } from '@xinban/shared/contracts'
import type { WallState } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import type { OrderRow } from '../order.entity'

const day = 24 * 60 * 60_000

function wallStateOf({ status }: OrderRow): WallState {
  if (status === 'listed') return 'open'
  return status === 'in_progress' || status === 'rework' ? 'claimed' : 'done'
}

/** What everyone may read of it on the wall; null for what has nothing to do with the wall. */
export function presentWish({ now }: Pick<Ctx, 'now'>, order: OrderRow): OrderSummary['wish'] {
  const { offeredAt, isListed, publicTitle, wishCategory, firstListedAt, returnCount } = order
  if (offeredAt === null && !isListed && publicTitle === null && wishCategory === null) return null
  return {
    title: publicTitle,
    category: wishCategory,
    state: isListed ? wallStateOf(order) : offeredAt ? 'waiting' : null,
    days: firstListedAt && Math.floor((now.getTime() - firstListedAt.getTime()) / day),
    isPriority: order.status === 'listed' && returnCount > 0,
  }
}

/** The public form: of what stands on the wall the title that the street checked, of anything else no word of the wall. */
export function publicWish({ title, wish }: OrderSummary): Pick<OrderSummary, 'title' | 'wish'> {
  if (wish === null || wish.state === null || wish.state === 'waiting') return { title, wish: null }
  return { title: wish.title ?? title, wish }
}
