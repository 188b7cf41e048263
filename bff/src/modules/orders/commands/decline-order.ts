import type { DeclineReason } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { moveOrder, type OrderTarget } from './move-order'

/** The community asks to be relieved of an order; the street decides. */
export function declineOrder(
  ctx: Ctx,
  target: OrderTarget,
  { reason, note }: { reason: DeclineReason; note: string },
): Promise<string> {
  return moveOrder(ctx, target, 'decline', () => ({ data: { reason }, note }))
}
