import type { DeclineReason } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { counted } from './escalate'
import { moveOrder, type OrderTarget } from './move-order'

/** The community asks to decline; the street decides, or the district when it is the third time. */
export function declineOrder(
  ctx: Ctx,
  target: OrderTarget,
  { reason, note }: { reason: DeclineReason; note: string },
): Promise<string> {
  return moveOrder(ctx, target, 'decline', (order) => {
    const { change, data } = counted(ctx, order, 'declineCount')
    return { data: { reason, ...data }, note, change }
  })
}
