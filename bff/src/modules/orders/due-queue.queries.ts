import { fulfilKinds } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { ActorMembership } from '../../context'
import { asDate, isSqlite, marks, query } from '../../db/sql'
import { queueScope } from './order-scopes'
import { filterOf, type ListFilter, type Scope } from './order.queries'
import { findOrdersById } from './order.repository'
import type { OrderRow } from './order.entity'

/** Whose time a queue goes by: the clocks that an org holds, or those by which its community has to be done. */
export interface DueScope {
  readonly orders: Scope
  /** Null for grids and units, which hold no clock of their own. */
  readonly holderCode: string | null
}

export function dueScope(membership: ActorMembership): DueScope {
  const isSentTo = membership.role === 'grid_worker' || membership.role === 'unit_staff'
  return { orders: queueScope(membership), holderCode: isSentTo ? null : membership.orgCode }
}

/** Where a page ended. */
export interface DueKey {
  readonly dueAt: Date
  readonly id: string
}
export type DueFilter = Omit<ListFilter, 'now'>
interface DueWhere extends ListFilter {
  readonly scope: DueScope
  readonly after: DueKey | undefined
  readonly limit: number
}

/** Statuses in which someone to whom it was sent has something to do. */
const inWork = ['accepted', 'in_progress', 'rework'] as const

/**
 * Orders by what is due first. Of an org that holds clocks it is a range read of their index, which only has what runs;
 * of a grid or unit it reads what is in hand there. Neither grows with what is over.
 */
export async function listByDue(em: EntityManager, where: DueWhere): Promise<{ order: OrderRow; dueAt: Date }[]> {
  const { sql, params } = where.scope.holderCode === null ? inHand(where) : held(em, where, where.scope.holderCode)
  const found = await query<{ id: string; dueAt: Date | string }>(em, sql, params)
  const orders = await findOrdersById(
    em,
    found.map(({ id }) => id),
  )
  return found.flatMap(({ id, dueAt }) => {
    const order = orders.get(id)
    return order ? [{ order, dueAt: asDate(dueAt) }] : []
  })
}

function held(em: EntityManager, where: DueWhere, holderCode: string) {
  const { scope, after, limit } = where
  const filter = filterOf(where)
  const ranges = after
    ? [
        { sql: 'c.due_at = ? AND c.order_id > ?', params: [after.dueAt, after.id] },
        { sql: 'c.due_at > ?', params: [after.dueAt] },
      ]
    : [{ sql: '1 = 1', params: [] }]
  const part = (range: string) =>
    `SELECT * FROM (SELECT c.order_id AS id, c.due_at AS dueAt FROM order_clocks c ${join(em)} orders o ON o.id = c.order_id
       WHERE c.holder_code = ? AND c.is_front = 1 AND ${range} AND o.${scope.orders.column} = ? ${filter.sql}
       ORDER BY c.due_at, c.order_id LIMIT ${limit}) AS r`
  return {
    sql: `${ranges.map(({ sql }) => part(sql)).join(' UNION ALL ')} ORDER BY dueAt, id LIMIT ${limit}`,
    params: ranges.flatMap(({ params }) => [holderCode, ...params, scope.orders.value, ...filter.params]),
  }
}

/** Clocks first, whatever the statistics say: their index has the order of the list. */
const join = (em: EntityManager) => (isSqlite(em) ? 'CROSS JOIN' : 'STRAIGHT_JOIN')

function inHand(where: DueWhere) {
  const { scope, after, limit } = where
  const filter = filterOf(where)
  const later = after ? 'AND (o.fulfil_due_at > ? OR (o.fulfil_due_at = ? AND o.id > ?))' : ''
  return {
    sql: `SELECT o.id AS id, o.fulfil_due_at AS dueAt FROM orders o
       WHERE o.${scope.orders.column} = ? AND o.status IN (${marks(inWork)}) AND o.fulfil_due_at IS NOT NULL
         ${later} ${filter.sql}
       ORDER BY o.fulfil_due_at, o.id LIMIT ${limit}`,
    params: [
      ...[scope.orders.value, ...inWork],
      ...(after ? [after.dueAt, after.dueAt, after.id] : []),
      ...filter.params,
    ],
  }
}

export interface DueCounts {
  readonly overdue: number
  readonly warned: number
}

/** How many orders of a queue are overdue, and how many soon will be; the cost grows with what is open. */
export async function countDue(em: EntityManager, { orders, holderCode }: DueScope, now: Date): Promise<DueCounts> {
  const clocks =
    holderCode === null
      ? {
          sql: `FROM orders o JOIN order_clocks c ON c.order_id = o.id
            WHERE o.${orders.column} = ? AND o.status IN (${marks(inWork)})
              AND c.kind IN (${marks(fulfilKinds)}) AND c.outcome = 'running'`,
          params: [orders.value, ...inWork, ...fulfilKinds],
        }
      : { sql: 'FROM order_clocks c WHERE c.holder_code = ? AND c.is_front = 1', params: [holderCode] }
  const [row] = await query<Record<'overdue' | 'warned', number | string | null>>(
    em,
    `SELECT SUM(CASE WHEN c.due_at < ? THEN 1 ELSE 0 END) AS overdue,
            SUM(CASE WHEN c.due_at >= ? AND c.warn_at < ? THEN 1 ELSE 0 END) AS warned ${clocks.sql}`,
    [now, now, now, ...clocks.params],
  )
  return { overdue: Number(row?.overdue ?? 0), warned: Number(row?.warned ?? 0) }
}
