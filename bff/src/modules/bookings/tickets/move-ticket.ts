import {
  callingOrder,
  chinaDate,
  nextState,
  ticketFlow,
  type TicketAction,
  type TicketParty,
} from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { ActorMembership, Ctx } from '../../../context'
import { forbidden, notFound, versionMismatch, wrongState } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { addToHallDay, counterOf, noteCalled, type HallRow } from '../../halls'
import { findBooking, saveBooking, type BookingFact } from '../booking.repository'
import { hallOf } from '../hall-of'
import { finishBooking } from '../commands/change-booking'
import { noShow } from '../commands/no-show'
import type { TicketRow } from './ticket.entity'
import { findOpenTickets, findTicket, queued, saveTicket } from './ticket.repository'

export interface TicketTarget {
  readonly id: string
  readonly expectedVersion?: number | undefined
}

/**
 * The one way a ticket moves, with the booking that it is of. Throws not_found, forbidden, version_mismatch, wrong_state,
 * lost_race. @param window where it is called to, for `call`
 */
export function moveTicket(ctx: Ctx, target: TicketTarget, action: TicketAction, window?: number): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const ticket = await findTicket(em, target.id)
    if (!ticket) throw notFound('这个排队号')
    const { hall, org } = await hallOf(em, ticket.hallId)
    const counter = counterOf(ctx.actor, org)
    const isHolder = ticket.personId === ctx.actor.personId
    if (!counter && !isHolder) throw notFound('这个排队号')
    const party: TicketParty = counter ? 'counter' : 'holder'
    if (!ticketFlow.actions[action].by.includes(party)) throw forbidden('叫号由大厅的工作人员来做')
    if (target.expectedVersion !== undefined && target.expectedVersion !== ticket.version) throw versionMismatch()
    const fact = { action: 'call', actorId: ctx.actor.personId, used: counter ?? null, now: ctx.now } as const
    await applyToTicket(em, { ticket, hall, action, window }, fact)
    return ticket.id
  })
}

interface Move {
  readonly ticket: TicketRow
  readonly hall: HallRow
  readonly action: TicketAction
  readonly window?: number | undefined
}

/** The same for whoever has decided already; `fact` says who and when. Throws wrong_state, lost_race. */
export async function applyToTicket(
  em: EntityManager,
  { ticket, hall, action, window }: Move,
  fact: BookingFact,
): Promise<void> {
  const to = nextState(ticketFlow, ticket.state, action)
  if (to === undefined) throw wrongState('这个号现在的状态不能这样操作，请刷新后查看')
  const { now } = fact
  const isOver = ticketFlow.closed.includes(to)
  const isCall = action === 'call' || action === 'recall'
  await saveTicket(em, ticket, {
    state: to,
    ...(window !== undefined && { window }),
    ...(isCall && { calls: ticket.calls + 1, calledAt: ticket.calledAt ?? now }),
    ...(action === 'resume' && { isResumed: true }),
    ...(isOver && { openKey: null, dueAt: null, finishedAt: now }),
  })
  await count(em, ticket, action, now)
  if (isCall) await tellCalled(em, ticket, window ?? ticket.window, now)
  await moveItsBooking(em, ticket, hall, { ...fact, action: bookingActionOf[action] })
}

const bookingActionOf = {
  ...{
    call: 'call',
    recall: 'recall',
    serve: 'serve',
    park: 'park',
    resume: 'recall',
    finish: 'finish',
    miss: 'no-show',
  },
} as const satisfies Record<TicketAction, BookingFact['action']>

const minute = 60_000

async function count(em: EntityManager, ticket: TicketRow, action: TicketAction, now: Date): Promise<void> {
  const { hallId, day, state, number, calledAt } = ticket
  const isLeaving = state === 'waiting' ? { waiting: -1 } : {}
  if (action === 'call') {
    const since = Math.max(ticket.drawnAt.getTime(), ticket.bookedFor?.getTime() ?? 0)
    const waitedMinutes = Math.max(0, Math.round((now.getTime() - since) / minute))
    await addToHallDay(em, hallId, day, { ...isLeaving, ...(calledAt === null && { called: 1, waitedMinutes }) })
    await noteCalled(em, hallId, day, number)
  }
  if (action === 'resume') await addToHallDay(em, hallId, day, { waiting: 1 })
  if (action === 'finish') await addToHallDay(em, hallId, day, { served: 1 })
  if (action === 'miss' && state === 'waiting') await addToHallDay(em, hallId, day, isLeaving)
}

async function tellCalled(
  em: EntityManager,
  { id, bookingId, personId }: TicketRow,
  window: number | null,
  now: Date,
): Promise<void> {
  const payload = { bookingId: bookingId ?? id, personIds: [personId], ...(window !== null && { window }) }
  await writeOutbox(em, 'booking.called', payload, now)
}

async function moveItsBooking(
  em: EntityManager,
  { bookingId }: TicketRow,
  hall: HallRow,
  fact: BookingFact,
): Promise<void> {
  if (bookingId === null) return
  if (fact.action === 'finish') return finishBooking(em, bookingId, fact)
  if (fact.action !== 'serve' && fact.action !== 'no-show') return
  const booking = await findBooking(em, bookingId)
  if (booking?.status !== 'checked_in') return
  if (fact.action === 'serve') await saveBooking(em, booking, { status: 'serving' }, fact)
  else await noShow(em, booking, hall.policy, fact)
}

/** Calls whoever is next; of two windows that call at once each gets somebody. Throws forbidden, not_found, lost_race. */
export function callNext(ctx: Ctx, hallId: string, window: number): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    // Written before anything is read: windows that call at once do so one after the other, each seeing what is left.
    await addToHallDay(em, hallId, chinaDate(ctx.now), { waiting: 0 })
    return callFirst(em, ctx, hallId, window)
  })
}

async function callFirst(em: EntityManager, ctx: Ctx, hallId: string, window: number): Promise<string> {
  const { hall, org } = await hallOf(em, hallId)
  const used: ActorMembership | undefined = counterOf(ctx.actor, org)
  if (!used) throw forbidden('叫号由大厅的工作人员来做')
  const waiting = (await findOpenTickets(em, hallId, chinaDate(ctx.now))).filter(({ state }) => state === 'waiting')
  const [first] = callingOrder(
    waiting.map((ticket) => ({ ...queued(ticket), ticket })),
    ctx.now,
  )
  if (!first) throw notFound('在等的人，现在没有人排队')
  const fact = { action: 'call', actorId: ctx.actor.personId, used, now: ctx.now } as const
  await applyToTicket(em, { ticket: first.ticket, hall, action: 'call', window }, fact)
  return first.ticket.id
}
