import type { Exported, ExportedOrder, StoredData } from '@xinban/shared/contracts'
import { formatInstant, inHandStatuses, isWithdrawable, openStatuses, type OrderStatus } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../context'
import { selectPairs } from '../../db/rows'
import { asDate, marks, query } from '../../db/sql'
import { decodeCursor, pageOf } from '../../http/page'
import { openContact, openPoint } from './order-personal'
import { OrderEventRow, OrderEventText } from './order-event.entity'
import { OrderPrivate, OrderRow } from './order.entity'
import { findOwnThanks } from './wishes/thanks.queries'
import { listOrders } from './order.queries'

const exportedAtOnce = 50
const secondsAtMost = 1000

/** How much of a person stands in orders. */
export async function countOwnOrders(em: EntityManager, personId: string): Promise<StoredData['orders']> {
  const count = async (sql: string, ...params: unknown[]) =>
    Number((await query<{ n: number | string }>(em, `SELECT COUNT(*) AS n FROM ${sql}`, params))[0]?.n ?? 0)
  const inHand = await query<{ status: OrderStatus; n: number | string }>(
    em,
    `SELECT status, COUNT(*) AS n FROM orders WHERE owner_id = ? AND status IN (${marks(inHandStatuses)}) GROUP BY status`,
    [personId, ...inHandStatuses],
  )
  const sum = (isCounted: (status: OrderStatus) => boolean) =>
    inHand.reduce((total, { status, n }) => total + (isCounted(status) ? Number(n) : 0), 0)
  return {
    withdrawable: sum(isWithdrawable),
    inWork: sum((status) => !isWithdrawable(status)),
    own: await count('orders WHERE owner_id = ?', personId),
    open: await count(`orders WHERE owner_id = ? AND status IN (${marks(openStatuses)})`, personId, ...openStatuses),
    forOthers: await count(
      'orders WHERE placed_by_id = ? AND is_on_behalf = 1 AND (owner_id IS NULL OR owner_id <> ?)',
      personId,
      personId,
    ),
    ratings: await count("order_events WHERE actor_id = ? AND action = 'rate'", personId),
    seconds: await count('order_seconds WHERE person_id = ?', personId),
  }
}

/**
 * A part of the caller's own orders with their texts and contact as they were given. What one placed for others is
 * theirs and stays away. Throws malformed_request for a cursor that was not given out.
 */
export async function exportOwnOrders(
  ctx: Ctx,
  cursor: string | undefined,
): Promise<{ items: ExportedOrder[]; nextCursor: string | null }> {
  const { db, personalData } = ctx.services
  const after = decodeCursor(cursor)
  const rows = await listOrders(db.reader, {
    scopes: [{ column: 'owner_id', value: ctx.actor.personId }],
    ...{ statuses: undefined, sort: 'newest', now: ctx.now },
    ...(after !== undefined && { after: { id: after } }),
    limit: exportedAtOnce + 1,
  })
  const ids = rows.map(({ id }) => id)
  const personals = new Map((await findPersonals(db.reader, ids)).map((row) => [row.orderId, row]))
  const events = await findEventsOf(db.reader, ids)
  const thanks = await findOwnThanks(db.reader, ids, ctx.actor.personId)
  return pageOf(
    rows,
    exportedAtOnce,
    ({ id }) => id,
    (order) => {
      const personal = personals.get(order.id)
      const { no, kind, status, communityCode, title, place } = order
      return {
        ...{ no, kind, status, communityCode, title, place },
        content: personal?.content ?? null,
        contact: openContact(personalData, personal),
        point: openPoint(personalData, personal),
        placedAt: formatInstant(order.placedAt),
        thanks: thanks.get(order.id) ?? null,
        events: events.filter(({ orderId }) => orderId === order.id).map(({ event }) => event),
      }
    },
  )
}

/** Orders of others that the caller said they need too, newest first: their numbers, nothing of what they say. */
export async function exportOwnSeconds(em: EntityManager, personId: string): Promise<NonNullable<Exported['seconds']>> {
  const rows = await query<{ no: string; at: Date | string }>(
    em,
    `SELECT o.no, s.at FROM order_seconds s JOIN orders o ON o.id = s.order_id
      WHERE s.person_id = ? ORDER BY s.at DESC, o.no LIMIT ${secondsAtMost}`,
    [personId],
  )
  return rows.map(({ no, at }) => ({ no, at: formatInstant(asDate(at)) }))
}

async function findPersonals(em: EntityManager, ids: readonly string[]): Promise<OrderPrivate[]> {
  if (ids.length === 0) return []
  const keys = [[OrderRow, 'id'] as const, [OrderPrivate, 'order_id'] as const] as const
  const rows = await selectPairs(em, ...keys, `WHERE a.id IN (${marks(ids)})`, ids)
  return rows.flatMap(([, personal]) => personal ?? [])
}

async function findEventsOf(em: EntityManager, ids: readonly string[]) {
  if (ids.length === 0) return []
  const keys = [[OrderEventRow, 'id'] as const, [OrderEventText, 'event_id'] as const] as const
  const tail = `WHERE a.order_id IN (${marks(ids)}) ORDER BY a.order_id, a.seq`
  return (await selectPairs(em, ...keys, tail, ids)).map(([{ orderId, action, at, data }, text]) => ({
    orderId,
    event: { action, at: formatInstant(at), note: text?.note ?? null, stars: data.stars ?? null },
  }))
}
