import type { ExtensionDecision } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { findEvents } from '../order-event.repository'
import { moveOrder, type OrderTarget } from './move-order'

/** The street grants the working days that were asked for, which moves the deadline, or refuses them. */
export function resolveExtension(
  ctx: Ctx,
  target: OrderTarget,
  { decision, note }: { decision: ExtensionDecision; note?: string },
): Promise<string> {
  return moveOrder(ctx, target, 'resolve-extension', async (order, em) => {
    const asked = (await findEvents(em, order.id)).findLast(({ action }) => action === 'request-extension')
    const days = decision === 'grant' ? asked?.data.days : undefined
    return {
      data: { decision, ...(days !== undefined && { days }) },
      note,
      change: { extensionResolvedAt: ctx.now },
    }
  })
}
