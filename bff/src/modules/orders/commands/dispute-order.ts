import type { Ctx } from '../../../context'
import { moveOrder, type OrderTarget, type Report } from './move-order'

/** The owner says that what was reported done is not, once; the street decides. Whoever says so is not silent. */
export function disputeOrder(ctx: Ctx, target: OrderTarget, { note, attachments }: Report): Promise<string> {
  return moveOrder(ctx, target, 'dispute', () => ({
    note,
    attachments,
    change: { disputedAt: ctx.now, defaultReviewAt: null },
  }))
}
