import type { Ctx } from '../../../context'
import { moveOrder, type OrderTarget } from './move-order'

/**
 * The community accepts.
 * @param isSynthetic made by an import, not by a person at that moment: left out of response rates
 */
export function acceptOrder(ctx: Ctx, target: OrderTarget, { isSynthetic = false } = {}): Promise<string> {
  return moveOrder(ctx, target, 'accept', () => ({ isSynthetic }))
}
