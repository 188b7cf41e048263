import type { Ctx } from '../../../context'
import { moveOrder, type OrderTarget } from './move-order'

/** The street sends it back: what was reported done is not. */
export function reworkOrder(ctx: Ctx, target: OrderTarget, { note }: { note: string }): Promise<string> {
  return moveOrder(ctx, target, 'rework', () => ({ note, change: { fulfilledAt: null } }))
}
