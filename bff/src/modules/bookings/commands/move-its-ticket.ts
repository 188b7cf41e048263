import type { Ctx } from '../../../context'
import { wrongState } from '../../../errors'
import { applyToTicket } from '../tickets/move-ticket'
import { findTicket } from '../tickets/ticket.repository'
import { factOf } from '../booking.repository'
import { loadFor, type BookingTarget } from './load-booking'

/** What the counter does with a booking is done with the number that it has since the check-in. Throws as loading does. */
export function moveItsTicket(
  ctx: Ctx,
  target: BookingTarget,
  action: 'call' | 'recall' | 'serve' | 'park' | 'finish',
  window?: number,
): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const { booking, hall, used } = await loadFor(em, ctx, target, action)
    const ticket = booking.ticketId === null ? undefined : await findTicket(em, booking.ticketId)
    if (!ticket) throw wrongState('这个预约还没有签到')
    await applyToTicket(em, { ticket, hall, action, window }, factOf(ctx, action, used))
    return booking.id
  })
}
