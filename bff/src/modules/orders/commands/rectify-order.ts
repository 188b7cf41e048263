import type { Ctx } from '../../../context'
import { moveOrder, type OrderTarget, type Report } from './move-order'

/** The handler has put right what a bad rating complained of; its owner may rate once more. */
export function rectifyOrder(ctx: Ctx, target: OrderTarget, { note, attachments }: Report): Promise<string> {
  return moveOrder(ctx, target, 'rectify', () => ({ note, attachments, change: { rectifiedAt: ctx.now } }))
}
