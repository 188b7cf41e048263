import { reasonsThatDoNotFit, type Stars } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { invalidField } from '../../../errors'
import type { EventData } from '../order-event.entity'
import { moveOrder, type OrderTarget } from './move-order'

interface RatingInput {
  readonly stars: Stars
  readonly reasons: readonly number[]
  readonly comment?: string
}

/**
 * The owner rates, once, within the rating window; for someone without an account the street may write down what they
 * said on the telephone. Reasons must belong to the star level.
 */
export function rateOrder(ctx: Ctx, target: OrderTarget, { stars, reasons, comment }: RatingInput): Promise<string> {
  return moveOrder(ctx, target, 'rate', (order) => {
    const misfits = reasonsThatDoNotFit(stars, reasons)
    if (misfits.length > 0) {
      throw invalidField('reasons', 'mismatch', `评价理由与星级不相符（${misfits.join('、')}），请重新选择`)
    }
    const isOwner = order.ownerId === ctx.actor.personId
    const data: EventData = { stars, reasons: [...new Set(reasons)], ...(!isOwner && { isTelephone: true }) }
    return { data, note: comment, change: { ratedAt: ctx.now } }
  })
}
