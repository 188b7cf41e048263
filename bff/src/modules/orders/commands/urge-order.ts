import type { Ctx } from '../../../context'
import { moveOrder, type OrderTarget } from './move-order'

/** The owner asks how it is getting on; once a day. */
export function urgeOrder(ctx: Ctx, target: OrderTarget, { note }: { note?: string }): Promise<string> {
  return moveOrder(ctx, target, 'urge', ({ urgeCount }) => ({
    note,
    change: { urgedAt: ctx.now, urgeCount: urgeCount + 1 },
  }))
}
