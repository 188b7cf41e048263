import type { Answer, Ticket } from '@xinban/shared/contracts'
import {
  callingOrder,
  chinaDate,
  formatInstant,
  priorityRule,
  ticketActionsOf,
  ticketLabel,
  type TicketAction,
} from '@xinban/shared/domain'
import type { Ctx, PublicCtx } from '../../../context'
import { forbidden, notFound } from '../../../errors'
import { decodeCursor, pageOf } from '../../../http/page'
import { findPublished } from '../../catalogue'
import { checkInCode, counterOf, findHalls } from '../../halls'
import { maskedNames } from '../../identity'
import { findOrgs } from '../../orgs'
import { hallOf } from '../hall-of'
import { queuePlaces } from './queue-place'
import type { TicketRow } from './ticket.entity'
import { findOpenTickets, findTicket, listTicketsOf, queued } from './ticket.repository'

/** A presenter for a page of tickets; halls, items, people and queues are read together. */
async function ticketPresenter(ctx: Ctx, tickets: readonly TicketRow[]): Promise<(ticket: TicketRow) => Ticket> {
  const { reader } = ctx.services.db
  const halls = await findHalls(reader, new Set(tickets.map(({ hallId }) => hallId)))
  const orgs = await findOrgs(
    reader,
    [...halls.values()].map(({ orgCode }) => orgCode),
  )
  const items = await findPublished(reader, [...new Set(tickets.flatMap(({ itemId }) => itemId ?? []))])
  const nameOf = await maskedNames(
    ctx.services,
    tickets.flatMap(({ personId }) => personId ?? []),
  )
  const placeOf = await queuePlaces(reader, tickets, ctx.now)
  return (ticket) => {
    const hall = halls.get(ticket.hallId)
    const org = orgs.get(hall?.orgCode ?? '')
    if (!hall || !org) throw notFound('这个大厅')
    const isCounter = counterOf(ctx.actor, org) !== undefined
    const place = placeOf(ticket)
    const item = ticket.itemId === null ? undefined : items.get(ticket.itemId)
    const { id, number, state, kind, bookingId, priority, window, calls, version } = ticket
    return {
      ...{ id, number, state, kind, bookingId, priority, window, calls, version },
      hall: { id: hall.id, name: hall.name },
      label: ticketLabel(number, priority),
      item: ticket.itemId !== null && item ? { id: ticket.itemId, name: item.name } : null,
      bookedFor: ticket.bookedFor && formatInstant(ticket.bookedFor),
      before: place?.before ?? null,
      expectedAt: place ? formatInstant(place.expectedAt) : null,
      person: isCounter && ticket.personId !== null ? nameOf(ticket.personId) : null,
      drawnAt: formatInstant(ticket.drawnAt),
      calledAt: ticket.calledAt && formatInstant(ticket.calledAt),
      allowedActions: ticketActionsFor(ctx, ticket, isCounter),
    }
  }
}

function ticketActionsFor({ actor }: Ctx, { state, personId }: TicketRow, isCounter: boolean): TicketAction[] {
  if (isCounter) return ticketActionsOf(state, 'counter')
  return personId === actor.personId ? ticketActionsOf(state, 'holder') : []
}

/** Throws not_found for a ticket of someone else at a hall where the caller does not serve. */
export async function presentTicket(ctx: Ctx, id: string): Promise<Ticket> {
  const { reader } = ctx.services.db
  const ticket = await findTicket(reader, id)
  if (!ticket) throw notFound('这个排队号')
  const { org } = await hallOf(reader, ticket.hallId)
  if (ticket.personId !== ctx.actor.personId && !counterOf(ctx.actor, org)) throw notFound('这个排队号')
  return (await ticketPresenter(ctx, [ticket]))(ticket)
}

interface Asked {
  readonly view: 'mine' | 'hall'
  readonly hallId?: string | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

/** Mine, or the queue of a hall's day: who is served or was called first, then in calling order, then those passed over. */
export async function presentTickets(
  ctx: Ctx,
  { view, hallId = '', limit, cursor }: Asked,
): Promise<Answer<'tickets.list'>> {
  const { reader } = ctx.services.db
  const after = decodeCursor(cursor)
  if (view === 'mine') {
    const rows = await listTicketsOf(reader, ctx.actor.personId, after, limit + 1)
    return pageOf(rows, limit, ({ id }) => id, await ticketPresenter(ctx, rows))
  }
  const { org } = await hallOf(reader, hallId)
  if (!counterOf(ctx.actor, org)) throw forbidden('大厅的排队由本大厅的工作人员看')
  const all = inCallingOrder(await findOpenTickets(reader, hallId, chinaDate(ctx.now)), ctx.now)
  const from = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1
  const rows = all.slice(from, from + limit + 1)
  return pageOf(rows, limit, ({ id }) => id, await ticketPresenter(ctx, rows))
}

function inCallingOrder(tickets: readonly TicketRow[], now: Date): TicketRow[] {
  const inState = (...states: TicketRow['state'][]) => tickets.filter(({ state }) => states.includes(state))
  const waiting = callingOrder(
    inState('waiting').map((ticket) => ({ ...queued(ticket), ticket })),
    now,
  )
  return [...inState('called', 'serving'), ...waiting.map(({ ticket }) => ticket), ...inState('parked')]
}

const shownNext = 12

/** What everyone in the waiting room sees. Throws not_found. */
export async function presentBoard(ctx: PublicCtx, hallId: string): Promise<Answer<'halls.board'>> {
  const { reader } = ctx.services.db
  const { hall } = await hallOf(reader, hallId)
  const tickets = await findOpenTickets(reader, hallId, chinaDate(ctx.now))
  const labelOf = ({ number, priority }: Pick<TicketRow, 'number' | 'priority'>) => ticketLabel(number, priority)
  const waiting = callingOrder(tickets.filter(({ state }) => state === 'waiting').map(queued), ctx.now)
  const called = tickets.filter((ticket) => ticket.state === 'called' || ticket.state === 'serving')
  return {
    hall: { id: hall.id, name: hall.name, isDemo: hall.isDemo },
    asOf: formatInstant(ctx.now),
    called: called
      .sort((a, b) => (b.calledAt?.getTime() ?? 0) - (a.calledAt?.getTime() ?? 0) || b.number - a.number)
      .map((ticket) => ({
        label: labelOf(ticket),
        window: ticket.window,
        state: ticket.state === 'called' ? 'called' : 'serving',
      })),
    next: waiting.slice(0, shownNext).map(labelOf),
    parked: tickets.filter(({ state }) => state === 'parked').map(labelOf),
    waiting: waiting.length,
    checkInCode: checkInCode(ctx, hallId),
    priorityRule,
  }
}
