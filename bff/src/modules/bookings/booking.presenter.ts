import type { Answer, Booking, Hold, Received, WaitEntry } from '@xinban/shared/contracts'
import {
  affectedWords,
  changeUntil,
  checkInWindow,
  chinaDate,
  formatInstant,
  maskPhone,
  ticketActionsOf,
  ticketLabel,
  type AffectedReason,
} from '@xinban/shared/domain'
import type { Ctx } from '../../context'
import { selectRows } from '../../db/rows'
import { query as ask } from '../../db/sql'
import { forbidden, malformedRequest, notFound } from '../../errors'
import { decodeCursor, pageOf } from '../../http/page'
import { findShownItems } from '../catalogue'
import { counterOf, findHalls, materialsOf } from '../halls'
import { findPersons, maskedNames } from '../identity'
import { findOrgs, orgRef, type Org } from '../orgs'
import type { BookingRow } from './booking.entity'
import { allowedActions, maySee, standingOf } from './booking.policy'
import { listMine, listOfHall } from './booking.queries'
import { findBooking } from './booking.repository'
import { hallOf } from './hall-of'
import { icsUrl } from './ics'
import { queuePlaces } from './tickets/queue-place'
import { findTickets } from './tickets/ticket.repository'
import { WaitEntryRow } from './waitlist/wait-entry.entity'

const hallRef = (hall: { id: string; name: string; address: string }, org: Org) => ({
  ...{ id: hall.id, name: hall.name, address: hall.address, org: orgRef(org) },
})

/** Halls, orgs and items that rows speak of, read together. */
async function around(ctx: Ctx, rows: readonly { hallId: string; itemId: string }[]) {
  const { reader } = ctx.services.db
  const halls = await findHalls(reader, new Set(rows.map(({ hallId }) => hallId)))
  const orgs = await findOrgs(
    reader,
    [...halls.values()].map(({ orgCode }) => orgCode),
  )
  const items = await findShownItems(reader, new Set(rows.map(({ itemId }) => itemId)))
  return ({ hallId, itemId }: { hallId: string; itemId: string }) => {
    const hall = halls.get(hallId)
    const org = orgs.get(hall?.orgCode ?? '')
    if (!hall || !org) throw notFound('这个大厅')
    const content = items.get(itemId)
    return { hall, org, content, item: { id: itemId, name: content?.name ?? '已停办的事项' } }
  }
}

/** A presenter for a page of bookings: what it reads does not grow with the page. */
async function bookingPresenter(ctx: Ctx, rows: readonly BookingRow[]): Promise<(row: BookingRow) => Booking> {
  const { services, now, actor } = ctx
  const { reader } = services.db
  const aroundOf = await around(ctx, rows)
  const tickets = new Map(
    (
      await findTickets(
        reader,
        rows.flatMap(({ ticketId }) => ticketId ?? []),
      )
    ).map((row) => [row.id, row]),
  )
  const placeOf = await queuePlaces(reader, [...tickets.values()], now)
  const owners = rows.flatMap(({ ownerId }) => ownerId ?? [])
  const nameOf = await maskedNames(services, owners)
  const persons = await findPersons(reader, [...new Set(owners.filter((id) => id !== actor.personId))])
  return (row) => {
    const { hall, org, content, item } = aroundOf(row)
    const standing = standingOf(actor, row, org)
    const ticket = row.ticketId === null ? undefined : tickets.get(row.ticketId)
    const sealed = persons.get(row.ownerId ?? '')?.phoneSealed ?? null
    const phone =
      row.personSealed === null ? sealed && services.personalData.open(sealed, 'phone') : openPerson(ctx, row).phone
    const { from, until } = checkInWindow(row.startsAt, hall.policy)
    const ticketActions = ticket ? ticketActionsOf(ticket.state, 'counter') : []
    return {
      ...{ id: row.id, item, status: row.status, code: row.code, isForOther: row.isForOther, isByStaff: row.isByStaff },
      ...{ priority: row.priority, cancelReason: row.cancelReason, stars: row.stars, version: row.version },
      hall: hallRef(hall, org),
      ...{
        start: formatInstant(row.startsAt),
        end: formatInstant(row.endsAt),
        createdAt: formatInstant(row.createdAt),
      },
      person: row.shownName ?? (row.ownerId === null ? null : nameOf(row.ownerId)),
      phone: standing.counter && phone ? maskPhone(phone) : null,
      relation: row.personSealed === null ? null : openPerson(ctx, row).relation,
      displaced:
        row.displacedReason === null
          ? null
          : {
              reason: affectedWords[row.displacedReason as AffectedReason],
              isHallClosed: row.displacedReason === 'hall_closed',
              offers: (row.offers ?? []).map((start) => formatInstant(new Date(start))),
            },
      changeUntil: formatInstant(changeUntil(row.startsAt, hall.policy)),
      ...{ checkInFrom: formatInstant(from), checkInUntil: formatInstant(until) },
      heldUntil: row.status === 'held' && row.dueAt ? formatInstant(row.dueAt) : null,
      ticket: ticket
        ? {
            ...{ id: ticket.id, number: ticket.number, label: ticketLabel(ticket.number, ticket.priority) },
            ...{ state: ticket.state, window: ticket.window, before: placeOf(ticket)?.before ?? null },
          }
        : null,
      materials: materialsOf(content?.guide.materials ?? []),
      icsUrl: row.status === 'booked' || row.status === 'cancelled' ? icsUrl(ctx, row.id) : null,
      allowedActions: allowedActions(standing, row, { policy: hall.policy, now, ticketActions }),
    }
  }
}

const openPerson = ({ services }: Ctx, row: BookingRow) =>
  services.personalData.openJson<{ phone?: string; relation: string }>(row.personSealed ?? '', 'beneficiary')

/** Throws not_found for a booking of someone else at a hall where the caller does not serve. */
export async function presentBooking(ctx: Ctx, id: string): Promise<Booking> {
  const { reader } = ctx.services.db
  const booking = await findBooking(reader, id)
  if (!booking) throw notFound('这个预约')
  const { personId } = ctx.actor
  const isTheirs = booking.ownerId === personId || (booking.isByStaff && booking.placedById === personId)
  if (!isTheirs && !maySee(standingOf(ctx.actor, booking, (await hallOf(reader, booking.hallId)).org))) {
    throw notFound('这个预约')
  }
  return (await bookingPresenter(ctx, [booking]))(booking)
}

/** Throws not_found for a hold of someone else. */
export async function presentHold(ctx: Ctx, id: string): Promise<Hold> {
  const hold = await findBooking(ctx.services.db.reader, id)
  if (hold?.placedById !== ctx.actor.personId) throw notFound('这个占位')
  const { hallId, itemId, startsAt, endsAt, dueAt } = hold
  const times = {
    start: formatInstant(startsAt),
    end: formatInstant(endsAt),
    expiresAt: formatInstant(dueAt ?? hold.updatedAt),
  }
  return { id, hallId, itemId, ...times }
}

export async function presentBookings(
  ctx: Ctx,
  query: Received<'bookings.list', 'query'>,
): Promise<Answer<'bookings.list'>> {
  const { reader } = ctx.services.db
  const { limit, when, code, hallId = '', date = chinaDate(ctx.now) } = query
  const after = decodeCursor(query.cursor)
  if (query.view === 'mine') {
    const rows = await listMine(reader, { personId: ctx.actor.personId, when, beforeId: after, limit: limit + 1 })
    return pageOf(rows, limit, ({ id }) => id, await bookingPresenter(ctx, rows))
  }
  const { org } = await hallOf(reader, hallId)
  if (!counterOf(ctx.actor, org)) throw forbidden('大厅的预约由本大厅的工作人员看')
  const rows = await listOfHall(reader, { hallId, day: date, code, after: readKey(after), limit: limit + 1 })
  const keyOf = ({ startsAt, id }: BookingRow) => `${startsAt.getTime()}:${id}`
  return pageOf(rows, limit, keyOf, await bookingPresenter(ctx, rows))
}

function readKey(key: string | undefined): { startsAt: Date; id: string } | undefined {
  if (key === undefined) return undefined
  const [time = '', id = ''] = key.split(':')
  if (!/^\d{1,15}$/.test(time)) throw malformedRequest('翻页位置无效，请从第一页重新打开')
  return { startsAt: new Date(Number(time)), id }
}

async function waitPresenter(ctx: Ctx, rows: readonly WaitEntryRow[]): Promise<(row: WaitEntryRow) => WaitEntry> {
  const { reader } = ctx.services.db
  const aroundOf = await around(ctx, rows)
  const holds = new Map<string, BookingRow>()
  for (const { bookingId, state } of rows) {
    if (bookingId === null || state !== 'offered') continue
    const hold = await findBooking(reader, bookingId)
    if (hold) holds.set(bookingId, hold)
  }
  const before = new Map<string, number>()
  for (const { id, slotId, state } of rows) {
    if (state !== 'waiting') continue
    const sql = "SELECT COUNT(*) AS n FROM waitlist_entries WHERE slot_id = ? AND state = 'waiting' AND id < ?"
    const [found] = await ask<{ n: number | string }>(reader, sql, [slotId, id])
    before.set(id, Number(found?.n ?? 0))
  }
  return (row) => {
    const { hall, org, item } = aroundOf(row)
    const hold = holds.get(row.bookingId ?? '')
    const isOffered = row.state === 'offered' && hold?.status === 'held' && hold.dueAt !== null && hold.dueAt > ctx.now
    return {
      ...{ id: row.id, item, state: row.state, hall: hallRef(hall, org), before: before.get(row.id) ?? null },
      ...{
        start: formatInstant(row.startsAt),
        end: formatInstant(row.endsAt),
        createdAt: formatInstant(row.createdAt),
      },
      offer: isOffered && hold.dueAt ? { holdId: hold.id, expiresAt: formatInstant(hold.dueAt) } : null,
      allowedActions: row.state === 'waiting' ? ['withdraw'] : isOffered ? ['accept', 'withdraw'] : [],
    }
  }
}

/** Throws not_found for an entry of someone else. */
export async function presentWaitEntry(ctx: Ctx, id: string): Promise<WaitEntry> {
  const [entry] = await selectRows(ctx.services.db.reader, WaitEntryRow, 'WHERE id = ?', [id])
  if (entry?.personId !== ctx.actor.personId) throw notFound('这个候补')
  return (await waitPresenter(ctx, [entry]))(entry)
}

export async function presentWaitlist(
  ctx: Ctx,
  { limit, cursor, state }: Received<'waitlist.list', 'query'>,
): Promise<Answer<'waitlist.list'>> {
  const after = decodeCursor(cursor)
  const rows = await selectRows(
    ctx.services.db.reader,
    WaitEntryRow,
    `WHERE person_id = ? ${state === 'open' ? "AND state IN ('waiting', 'offered')" : ''} ${after === undefined ? '' : 'AND id < ?'}
      ORDER BY id DESC LIMIT ${limit + 1}`,
    [ctx.actor.personId, ...(after === undefined ? [] : [after])],
  )
  return pageOf(rows, limit, ({ id }) => id, await waitPresenter(ctx, rows))
}
