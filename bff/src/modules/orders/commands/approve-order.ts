import type { Ctx } from '../../../context'
import { moveOrder, type OrderTarget } from './move-order'

/** Staff let everyone see the title and the community of an order that its owner offered as public. */
export function approveOrder(ctx: Ctx, target: OrderTarget): Promise<string> {
  return moveOrder(ctx, target, 'approve', () => ({ change: { approvedAt: ctx.now, isPublic: true } }))
}
