import { gradeTotal, type GradeScores } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { moveOrder, type OrderTarget } from './move-order'

/** The street marks the fulfilment, which closes the order. */
export function gradeOrder(
  ctx: Ctx,
  target: OrderTarget,
  { scores, note }: { scores: GradeScores; note?: string },
): Promise<string> {
  return moveOrder(ctx, target, 'grade', () => ({
    data: { scores },
    note,
    change: { gradeTotal: gradeTotal(scores) },
  }))
}
