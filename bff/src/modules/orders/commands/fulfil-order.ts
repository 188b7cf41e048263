import { isBadRating } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { defaultReviewOf } from '../default-reviews/default-review'
import { moveOrder, type OrderTarget, type Report } from './move-order'

/**
 * The handler reports it done; from now the owner may rate. One that was sent back after a bad rating is put right by
 * that.
 */
export function fulfilOrder(ctx: Ctx, target: OrderTarget, { note, attachments }: Report): Promise<string> {
  return moveOrder(ctx, target, 'fulfil', async (order, em) => {
    const isRectified = isBadRating(order.stars) && order.rectifiedAt === null
    const { data, change } = await defaultReviewOf(em, order, ctx.now)
    const done = { fulfilledAt: ctx.now, ...(isRectified && { rectifiedAt: ctx.now }) }
    return { data, note, attachments, change: { ...done, ...change } }
  })
}
