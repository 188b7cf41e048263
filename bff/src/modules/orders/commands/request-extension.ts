import type { Ctx } from '../../../context'
import { moveOrder, type OrderTarget } from './move-order'

/**
 * The community asks for more time, once, before the deadline.
 * @param extension.days working days beyond the deadline
 */
export function requestExtension(
  ctx: Ctx,
  target: OrderTarget,
  { days, note }: { days: number; note: string },
): Promise<string> {
  return moveOrder(ctx, target, 'request-extension', () => ({
    data: { days },
    note,
    change: { extensionAskedAt: ctx.now },
  }))
}
