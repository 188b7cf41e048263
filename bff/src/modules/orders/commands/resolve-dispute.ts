import type { DisputeDecision } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { noDefaultReview } from '../default-reviews/default-review'
import { counted } from './escalate'
import { moveOrder, type OrderTarget } from './move-order'

/** The street finds the owner right, which sends the order back, or leaves it as it is, and says why. */
export function resolveDispute(
  ctx: Ctx,
  target: OrderTarget,
  { decision, note }: { decision: DisputeDecision; note: string },
): Promise<string> {
  return moveOrder(
    ctx,
    target,
    'resolve-dispute',
    (order) => {
      const resolved = { disputeResolvedAt: ctx.now }
      if (decision === 'reject') return { data: { decision }, note, change: resolved }
      const { change, data } = counted(ctx, order, 'reworkCount')
      return {
        data: { decision, ...data },
        note,
        change: {
          ...{ ...resolved, ...change, ...noDefaultReview },
          ...{ isDisputeUpheld: true, fulfilledAt: null, gradeTotal: null },
        },
      }
    },
    ({ status }) => Promise.resolve(decision === 'uphold' ? 'uphold' : status),
  )
}
