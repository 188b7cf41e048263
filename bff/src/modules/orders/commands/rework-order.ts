import type { Ctx } from '../../../context'
import { noDefaultReview } from '../default-reviews/default-review'
import { counted } from './escalate'
import { moveOrder, type OrderTarget } from './move-order'

/** The street sends it back: what was reported done is not. */
export function reworkOrder(ctx: Ctx, target: OrderTarget, { note }: { note: string }): Promise<string> {
  return moveOrder(ctx, target, 'rework', (order) => {
    const { change, data } = counted(ctx, order, 'reworkCount')
    return { note, data, change: { ...change, ...noDefaultReview, fulfilledAt: null } }
  })
}
