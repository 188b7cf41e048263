import type { Ctx } from '../../../context'
import { moveOrder, type OrderTarget, type Report } from './move-order'

/** The handler reports it done; from now the owner may rate. */
export function fulfilOrder(ctx: Ctx, target: OrderTarget, { note, attachments }: Report): Promise<string> {
  return moveOrder(ctx, target, 'fulfil', () => ({ note, attachments, change: { fulfilledAt: ctx.now } }))
}
