import type { Ctx } from '../../../context'
import { moveOrder, type OrderTarget } from './move-order'

/** The owner no longer needs it. */
export function withdrawOrder(ctx: Ctx, target: OrderTarget, { note }: { note?: string }): Promise<string> {
  return moveOrder(ctx, target, 'withdraw', () => ({ note }))
}
