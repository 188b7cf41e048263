import type { Ctx } from '../../../context'
import { moveOrder, type OrderTarget } from './move-order'

/** The handler says how far it is. */
export function progressOrder(ctx: Ctx, target: OrderTarget, { note }: { note: string }): Promise<string> {
  return moveOrder(ctx, target, 'progress', () => ({ note }))
}
