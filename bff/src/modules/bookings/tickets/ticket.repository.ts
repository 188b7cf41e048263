import { openTicketStates, type QueuedTicket } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { insertRow, selectRows, updateRows } from '../../../db/rows'
import { marks, query } from '../../../db/sql'
import { alreadyExists, lostRace } from '../../../errors'
import { isDuplicateKey } from '../../../db/retry'
import { TicketRow } from './ticket.entity'

export async function findTicket(em: EntityManager, id: string): Promise<TicketRow | undefined> {
  const [ticket] = await selectRows(em, TicketRow, 'WHERE id = ?', [id])
  return ticket
}

export const findTickets = async (em: EntityManager, ids: readonly string[]): Promise<TicketRow[]> =>
  ids.length === 0 ? [] : selectRows(em, TicketRow, `WHERE id IN (${marks(ids)})`, ids)

/** Throws already_exists when the person stands in this queue already. */
export async function insertTicket(em: EntityManager, ticket: TicketRow): Promise<void> {
  try {
    await insertRow(em, TicketRow, ticket)
  } catch (error) {
    if (isDuplicateKey(error)) throw alreadyExists('你今天在这里已经取过号了，在“我的排队号”里看')
    throw error
  }
}

/** Changes a ticket if nobody has since it was loaded. Throws lost_race. */
export async function saveTicket(em: EntityManager, ticket: TicketRow, change: Partial<TicketRow>): Promise<void> {
  const { id, version, state } = ticket
  const where = 'id = ? AND version = ? AND state = ?'
  const changed = await updateRows(em, TicketRow, { ...change, version: version + 1 }, where, [id, version, state])
  if (changed === 0) throw lostRace()
}

/** Those of a hall's day that are not over. */
export const findOpenTickets = (em: EntityManager, hallId: string, day: string): Promise<TicketRow[]> =>
  selectRows(em, TicketRow, `WHERE hall_id = ? AND day = ? AND state IN (${marks(openTicketStates)}) ORDER BY number`, [
    ...[hallId, day],
    ...openTicketStates,
  ])

/** A person's numbers, the latest first. */
export const listTicketsOf = (
  em: EntityManager,
  personId: string,
  beforeId: string | undefined,
  limit: number,
): Promise<TicketRow[]> =>
  selectRows(
    em,
    TicketRow,
    `WHERE id IN (SELECT id FROM (SELECT id FROM tickets WHERE person_id = ? ${beforeId === undefined ? '' : 'AND id < ?'}
       ORDER BY id DESC LIMIT ${limit}) AS page) ORDER BY id DESC`,
    [personId, ...(beforeId === undefined ? [] : [beforeId])],
  )

/** Ids of tickets whose day is over. */
export const findDueTickets = (em: EntityManager, now: Date, limit: number): Promise<{ id: string }[]> =>
  query<{ id: string }>(em, `SELECT id FROM tickets WHERE due_at <= ? ORDER BY due_at, id LIMIT ${limit}`, [now])

export const queued = (ticket: TicketRow): QueuedTicket => ({
  ...{ id: ticket.id, number: ticket.number, priority: ticket.priority, isResumed: ticket.isResumed },
  ...{ bookedFor: ticket.bookedFor?.getTime() ?? null, drawnAt: ticket.drawnAt.getTime() },
})
