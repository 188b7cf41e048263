import { isBadRating } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { defaultReviewOf } from '../default-reviews/default-review'
import { invalidField } from '../../../errors'
import { moveOrder, type OrderTarget, type Report } from './move-order'

interface Fulfilment extends Report {
  /** Whoever a wish was for agreed to the pictures. */
  readonly photoConsent?: true
}

/**
 * The handler reports it done; from now the owner may rate. One that was sent back after a bad rating is put right by
 * that. Pictures of a wish need the word of whoever it was for: throws invalid without.
 */
export function fulfilOrder(
  ctx: Ctx,
  target: OrderTarget,
  { note, attachments, photoConsent }: Fulfilment,
): Promise<string> {
  return moveOrder(ctx, target, 'fulfil', async (order, em) => {
    const { kind, claimedAt, stars, rectifiedAt } = order
    const hasPhotos = (attachments?.length ?? 0) > 0
    if (hasPhotos && (kind === 'wish' || claimedAt !== null) && !photoConsent) {
      throw invalidField('photoConsent', 'missing', '附照片前，请先征得本人同意；没有同意，就不附照片')
    }
    const isRectified = isBadRating(stars) && rectifiedAt === null
    const { data, change } = await defaultReviewOf(em, order, ctx.now)
    const done = { fulfilledAt: ctx.now, ...(isRectified && { rectifiedAt: ctx.now }) }
    const consent = hasPhotos && photoConsent ? { photoConsent } : {}
    return { data: { ...data, ...consent }, note, attachments, change: { ...done, ...change } }
  })
}
