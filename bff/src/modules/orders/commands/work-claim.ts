import type { OfferToUnits } from '@xinban/shared/contracts'
import type * as z from 'zod/mini'
import type { Ctx } from '../../../context'
import { checkPublicTitle } from '../wishes/check-public-title'
import { moveOrder, type OrderTarget } from './move-order'

/** The community asks units for what it cannot do alone; the street sees it before anybody does. Clocks run on. */
export function offerToUnits(
  ctx: Ctx,
  target: OrderTarget,
  { title, category, note }: z.output<typeof OfferToUnits>,
): Promise<string> {
  return moveOrder(ctx, target, 'offer-to-units', async (order, em) => {
    await checkPublicTitle(em, ctx, order, title)
    return { note, change: { offeredAt: ctx.now, publicTitle: title, wishCategory: category } }
  })
}

/** The street keeps it off the wall, or takes it down again: it is the community's to do, and a department's task ends. */
export function unlistOrder(ctx: Ctx, target: OrderTarget, { note }: { note: string }): Promise<string> {
  return moveOrder(
    ctx,
    target,
    'unlist',
    () => ({ note, change: { offeredAt: null } }),
    ({ status, ownerOrgCode }) =>
      Promise.resolve(ownerOrgCode !== null ? 'end' : status === 'listed' ? 'back' : status),
  )
}

/** The unit spoke with whoever asked, in its time or late: the wish stays with it. */
export function recordFirstContact(ctx: Ctx, target: OrderTarget, { note }: { note?: string }): Promise<string> {
  return moveOrder(ctx, target, 'first-contact', () => ({ note, change: { contactedAt: ctx.now } }))
}

/** The unit gives it back, with a reason; on the wall it goes before others. */
export function releaseOrder(ctx: Ctx, target: OrderTarget, { note }: { note: string }): Promise<string> {
  return moveOrder(ctx, target, 'release', () => ({ note }))
}
