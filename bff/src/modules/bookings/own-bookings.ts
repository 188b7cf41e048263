import type { Exported, StoredData } from '@xinban/shared/contracts'
import { formatInstant, openBookingStatuses } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx, PublicCtx } from '../../context'
import { selectRows, updateRows } from '../../db/rows'
import { execute, marks, query } from '../../db/sql'
import { findPublished } from '../catalogue'
import { addToHallDay, findHalls, freePlace, stopWaiting } from '../halls'
import { BookingRow } from './booking.entity'
import { factOf, saveBooking } from './booking.repository'
import { TicketRow } from './tickets/ticket.entity'
import { applyToTicket } from './tickets/move-ticket'
import { hallOf } from './hall-of'
import { moveEntry } from './waitlist/offers'
import { WaitEntryRow } from './waitlist/wait-entry.entity'

/** Gives a person what staff booked for them under their confirmed phone. */
export async function ownBookings(
  { services }: Pick<PublicCtx, 'services'>,
  personId: string,
  phoneHash: string,
): Promise<void> {
  await services.db.unitOfWork((em) =>
    execute(
      em,
      'UPDATE bookings SET owner_id = ?, subject_key = ?, phone_hash = NULL WHERE phone_hash = ? AND owner_id IS NULL',
      [personId, personId, phoneHash],
    ),
  )
}

/** How much of a person stands in bookings. */
export async function countOwnBookings(em: EntityManager, personId: string): Promise<StoredData['bookings']> {
  const count = async (sql: string, ...params: unknown[]) =>
    Number((await query<{ n: number | string }>(em, `SELECT COUNT(*) AS n FROM ${sql}`, params))[0]?.n ?? 0)
  return {
    own: await count('bookings WHERE owner_id = ?', personId),
    open: await count(
      `bookings WHERE owner_id = ? AND status IN (${marks(openBookingStatuses)})`,
      personId,
      ...openBookingStatuses,
    ),
    tickets: await count('tickets WHERE person_id = ?', personId),
    waiting: await count("waitlist_entries WHERE person_id = ? AND state IN ('waiting', 'offered')", personId),
  }
}

const exportedAtMost = 1000

/** The caller's own bookings in the clear, the latest first. */
export async function exportOwnBookings({ services, actor }: Ctx): Promise<Exported['bookings']> {
  const { reader } = services.db
  const tail = `WHERE owner_id = ? ORDER BY id DESC LIMIT ${exportedAtMost}`
  const rows = await selectRows(reader, BookingRow, tail, [actor.personId])
  const halls = await findHalls(reader, new Set(rows.map(({ hallId }) => hallId)))
  const items = await findPublished(reader, [...new Set(rows.map(({ itemId }) => itemId))])
  return rows.map((row) => ({
    ...{ hall: halls.get(row.hallId)?.name ?? '', item: items.get(row.itemId)?.name ?? '', status: row.status },
    ...{ start: formatInstant(row.startsAt), stars: row.stars, comment: row.ratingComment },
    person:
      row.personSealed === null
        ? null
        : services.personalData.openJson<{ name: string; phone?: string; relation: string }>(
            row.personSealed,
            'beneficiary',
          ),
  }))
}

/** Numbers that the caller drew and places that they waited for, the latest first. */
export async function exportOwnQueues(
  em: EntityManager,
  personId: string,
): Promise<Required<Pick<Exported, 'tickets' | 'waits'>>> {
  const tail = `WHERE person_id = ? ORDER BY id DESC LIMIT ${exportedAtMost}`
  const tickets = await selectRows(em, TicketRow, tail, [personId])
  const waits = await selectRows(em, WaitEntryRow, tail, [personId])
  const halls = await findHalls(em, new Set([...tickets, ...waits].map(({ hallId }) => hallId)))
  const hall = (hallId: string) => halls.get(hallId)?.name ?? ''
  return {
    tickets: tickets.map(({ hallId, number, state, drawnAt }) => ({
      ...{ hall: hall(hallId), number, state, drawnAt: formatInstant(drawnAt) },
    })),
    waits: waits.map(({ hallId, startsAt, state }) => ({ hall: hall(hallId), start: formatInstant(startsAt), state })),
  }
}

/**
 * In the running unit of work gives back every place and number of the actor's, and takes all that says who they are,
 * or for whom they booked, from every booking of theirs; the visits stay as facts (docs/adr/0009).
 */
export async function eraseOwnBookings(em: EntityManager, ctx: Ctx): Promise<void> {
  const { personId } = ctx.actor
  for (const booking of await selectRows(em, BookingRow, "WHERE owner_id = ? AND status IN ('held', 'booked')", [
    personId,
  ])) {
    await saveBooking(em, booking, { status: 'cancelled', dueAt: null }, factOf(ctx, 'cancel', null))
    if (booking.displacedReason === null) await freePlace(em, booking.slotId)
    if (booking.status === 'booked') await addToHallDay(em, booking.hallId, booking.day, { booked: -1, cancelled: 1 })
  }
  for (const entry of await selectRows(em, WaitEntryRow, "WHERE person_id = ? AND state IN ('waiting', 'offered')", [
    personId,
  ])) {
    if (entry.state === 'waiting') await stopWaiting(em, entry.slotId)
    await moveEntry(em, entry, { state: 'withdrawn', openKey: null }, ctx.now)
  }
  const tickets = await selectRows(
    em,
    TicketRow,
    "WHERE person_id = ? AND kind = 'walk_in' AND state IN ('waiting', 'called', 'parked')",
    [personId],
  )
  for (const ticket of tickets) {
    const { hall } = await hallOf(em, ticket.hallId)
    await applyToTicket(em, { ticket, hall, action: 'miss' }, factOf(ctx, 'no-show', null))
  }
  const blank = {
    personSealed: null,
    phoneHash: null,
    shownName: null,
    forWhom: 'self',
    ratingComment: null,
    cancelReason: null,
  }
  await updateRows(em, BookingRow, blank, 'owner_id = ?', [personId])
  await execute(em, 'DELETE FROM booking_persons WHERE subject_key = ?', [personId])
}
