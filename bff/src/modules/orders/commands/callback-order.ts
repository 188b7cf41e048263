import type { Ctx } from '../../../context'
import { moveOrder, type OrderTarget } from './move-order'

/** The street has telephoned whoever gave a bad rating, and writes down what they said. */
export function callbackOrder(
  ctx: Ctx,
  target: OrderTarget,
  { isReached, note }: { isReached: boolean; note: string },
): Promise<string> {
  return moveOrder(ctx, target, 'callback', () => ({ data: { isReached }, note, change: { calledBackAt: ctx.now } }))
}
