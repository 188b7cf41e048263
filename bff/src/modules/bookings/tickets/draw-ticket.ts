import { chinaDate, dayOfDate, hallDay, instantOn, minutesOfDay, type Priority } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { newId } from '../../../db/ids'
import { forbidden, invalidField, notFound, wrongState } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { counterOf, findHallItem, hallCalendar, nextNumber } from '../../halls'
import type { BookingRow } from '../booking.entity'
import { hallOf } from '../hall-of'
import type { TicketRow } from './ticket.entity'
import { insertTicket } from './ticket.repository'

interface Draw {
  readonly hallId: string
  readonly itemId?: string | undefined
  readonly priority: Priority
  readonly isForOther: boolean
}

/**
 * Draws the next number of today. As long as the hall has hours left, everyone gets one. Throws not_found, invalid,
 * forbidden (for someone else, but not of the hall), wrong_state (closed), already_exists. @returns the ticket's id
 */
export function drawTicket(ctx: Ctx, { hallId, itemId, priority, isForOther }: Draw): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const { hall, org } = await hallOf(em, hallId)
    if (hall.isClosed) throw notFound('这个大厅')
    if (itemId !== undefined && !(await findHallItem(em, hallId, itemId))) {
      throw invalidField('itemId', 'unknown', '这个大厅不办这一项，请重新选择')
    }
    if (isForOther && !counterOf(ctx.actor, org)) throw forbidden('替别人取号由大厅的工作人员来做，请到服务台')
    const { hours, reason } = hallDay(hall, await hallCalendar(em, org), chinaDate(ctx.now))
    if (!hours.some(({ to }) => minutesOfDay(ctx.now) < to)) {
      throw wrongState(
        hours.length === 0
          ? `大厅今天不办公${reason === null ? '' : `（${reason}）`}，请换一天来`
          : '大厅今天已经下班了，请明天再来，或先预约',
      )
    }
    return insertDrawn(em, ctx, {
      hallId,
      itemId: itemId ?? null,
      priority,
      personId: isForOther ? null : ctx.actor.personId,
    })
  })
}

/** The number of a booking that checks in, in the transaction of the check-in. */
export const drawFor = (em: EntityManager, ctx: Ctx, booking: BookingRow): Promise<string> =>
  insertDrawn(em, ctx, { ...booking, personId: booking.ownerId, bookingId: booking.id, bookedFor: booking.startsAt })

async function insertDrawn(
  em: EntityManager,
  { now }: Ctx,
  {
    hallId,
    itemId,
    priority,
    personId,
    bookingId = null,
    bookedFor = null,
  }: Pick<TicketRow, 'hallId' | 'itemId' | 'priority' | 'personId'> &
    Partial<Pick<TicketRow, 'bookingId' | 'bookedFor'>>,
): Promise<string> {
  const today = chinaDate(now)
  // Whoever is booked for just after midnight and checks in before it belongs to the queue of their own day.
  const day = bookedFor !== null && chinaDate(bookedFor) > today ? chinaDate(bookedFor) : today
  const number = await nextNumber(em, hallId, day)
  const ticket: TicketRow = {
    ...{
      id: newId(now),
      hallId,
      itemId,
      day,
      number,
      state: 'waiting',
      kind: bookingId === null ? 'walk_in' : 'booking',
    },
    ...{ bookingId, bookedFor, priority, window: null, personId, calls: 0, isResumed: false, drawnAt: now },
    // A booking is one of its own, beside a number that the same person drew for something else.
    openKey: personId === null || bookingId !== null ? null : `${hallId}:${day}:${personId}`,
    ...{ calledAt: null, finishedAt: null, dueAt: instantOn(dayOfDate(day) + 1, 0), version: 1 },
  }
  await insertTicket(em, ticket)
  await writeOutbox(em, 'ticket.drawn', { ticketId: ticket.id, hallId, number }, now)
  return ticket.id
}
