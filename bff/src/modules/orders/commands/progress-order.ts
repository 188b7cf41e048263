import type { Ctx } from '../../../context'
import { moveOrder, type OrderTarget, type Report } from './move-order'

/** The handler says how far it is. */
export function progressOrder(ctx: Ctx, target: OrderTarget, { note, attachments }: Report): Promise<string> {
  return moveOrder(ctx, target, 'progress', () => ({ note, attachments }))
}
