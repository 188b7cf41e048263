import type { Ctx } from '../../../context'
import { moveOrder, type OrderTarget } from './move-order'

/** The handler reports it done; from now the owner may rate. */
export function fulfilOrder(ctx: Ctx, target: OrderTarget, { note }: { note: string }): Promise<string> {
  return moveOrder(ctx, target, 'fulfil', () => ({ note, change: { fulfilledAt: ctx.now } }))
}
