import { isBadRating } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { moveOrder, type OrderTarget, type Report } from './move-order'

/**
 * The handler reports it done; from now the owner may rate. One that was sent back after a bad rating is put right by
 * that.
 */
export function fulfilOrder(ctx: Ctx, target: OrderTarget, { note, attachments }: Report): Promise<string> {
  return moveOrder(ctx, target, 'fulfil', ({ stars, rectifiedAt }) => {
    const isRectified = isBadRating(stars) && rectifiedAt === null
    return { note, attachments, change: { fulfilledAt: ctx.now, ...(isRectified && { rectifiedAt: ctx.now }) } }
  })
}
