import { reasonsThatDoNotFit, type Stars } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { invalidField } from '../../../errors'
import { noDefaultReview } from '../default-reviews/default-review'
import { judgeDevice } from '../devices/judge-device'
import type { EventData } from '../order-event.entity'
import type { OrderRow } from '../order.entity'
import { isOwner } from '../order.policy'
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
  return moveOrder(ctx, target, 'rate', async (order, em) => {
    const data = ratingData(ctx, order, { stars, reasons })
    await judgeDevice(em, ctx, order, { isFirst: true })
    const rated = { ratedAt: ctx.now, stars, isTelephoneRating: data.isTelephone === true }
    return { data, note: comment, change: { ...rated, ...noDefaultReview } }
  })
}

/** The same once more, for what was put right after a bad rating; it stands beside the first, which alone counts. */
export function rateFollowUp(ctx: Ctx, target: OrderTarget, { stars, reasons, comment }: RatingInput): Promise<string> {
  return moveOrder(ctx, target, 'follow-up-rating', async (order, em) => {
    const data = ratingData(ctx, order, { stars, reasons })
    await judgeDevice(em, ctx, order, { isFirst: false })
    return { data, note: comment, change: { followedUpAt: ctx.now, followUpStars: stars } }
  })
}

function ratingData({ actor }: Ctx, order: OrderRow, { stars, reasons }: RatingInput): EventData {
  const misfits = reasonsThatDoNotFit(stars, reasons)
  if (misfits.length > 0) {
    throw invalidField('reasons', 'mismatch', `评价理由与星级不相符（${misfits.join('、')}），请重新选择`)
  }
  return { stars, reasons: [...new Set(reasons)], ...(!isOwner(actor, order) && { isTelephone: true }) }
}
