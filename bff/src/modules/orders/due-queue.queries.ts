import { clockTasks, fulfilKinds, isClockTask, taskClocks, type ClockTask, type OrderTask } from '@xinban/shared/domain'
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
export interface DueFilter extends Omit<ListFilter, 'now'> {
  readonly task?: OrderTask
}
interface DueWhere extends DueFilter {
  readonly now: Date
  readonly scope: DueScope
  readonly after: DueKey | undefined
  readonly limit: number
}

/** Statuses in which someone to whom it was sent has something to do. */
const inWork = ['accepted', 'in_progress', 'rework'] as const
/** Where an order may be whose bad rating is yet to be put right; none of them is over. */
const inRectifying = ['rated', ...inWork, 'fulfilled'] as const

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
  const task = taskOf(where, 'AND t.holder_code = c.holder_code')
  const ranges = after
    ? [
        { sql: 'c.due_at = ? AND c.order_id > ?', params: [after.dueAt, after.id] },
        { sql: 'c.due_at > ?', params: [after.dueAt] },
      ]
    : [{ sql: '1 = 1', params: [] }]
  const part = (range: string) =>
    `SELECT * FROM (SELECT c.order_id AS id, c.due_at AS dueAt FROM order_clocks c ${join(em)} orders o ON o.id = c.order_id
       WHERE c.holder_code = ? AND c.is_front = 1 AND ${range} AND o.${scope.orders.column} = ? ${filter.sql} ${task.sql}
       ORDER BY c.due_at, c.order_id LIMIT ${limit}) AS r`
  return {
    sql: `${ranges.map(({ sql }) => part(sql)).join(' UNION ALL ')} ORDER BY dueAt, id LIMIT ${limit}`,
    params: ranges.flatMap(({ params }) => [
      holderCode,
      ...params,
      scope.orders.value,
      ...filter.params,
      ...task.params,
    ]),
  }
}

/** What narrows a list to a task, on its order `o` and the clock `c` by which it goes. */
function taskOf({ task, now }: DueWhere, sameHolder = ''): { sql: string; params: unknown[] } {
  if (task === undefined) return { sql: '', params: [] }
  if (task === 'overdue') return { sql: 'AND c.due_at < ?', params: [now] }
  if (task === 'warned') return { sql: 'AND c.due_at >= ? AND c.warn_at < ?', params: [now, now] }
  return {
    sql: `AND EXISTS (SELECT 1 FROM order_clocks t
      WHERE t.order_id = o.id AND t.kind = ? AND t.outcome = 'running' ${sameHolder})`,
    params: [taskClocks[task]],
  }
}

/** Clocks first, whatever the statistics say: their index has the order of the list. */
const join = (em: EntityManager) => (isSqlite(em) ? 'CROSS JOIN' : 'STRAIGHT_JOIN')

function inHand(where: DueWhere) {
  const { scope, after, limit, task } = where
  const filter = filterOf(where)
  const narrowed = taskOf(where)
  const due = task === undefined ? 'o.fulfil_due_at' : 'c.due_at'
  const statuses = task === 'rectify' ? inRectifying : inWork
  const kinds = task !== undefined && isClockTask(task) ? [taskClocks[task]] : fulfilKinds
  const clocks = {
    sql: `JOIN order_clocks c ON c.order_id = o.id AND c.outcome = 'running' AND c.kind IN (${marks(kinds)})`,
    params: kinds,
  }
  const joined = task === undefined ? { sql: '', params: [] } : clocks
  const later = after ? `AND (${due} > ? OR (${due} = ? AND o.id > ?))` : ''
  return {
    sql: `SELECT o.id AS id, ${due} AS dueAt FROM orders o ${joined.sql}
       WHERE o.${scope.orders.column} = ? AND o.status IN (${marks(statuses)}) AND ${due} IS NOT NULL
         ${later} ${filter.sql} ${narrowed.sql}
       ORDER BY ${due}, o.id LIMIT ${limit}`,
    params: [
      ...[...joined.params, scope.orders.value, ...statuses],
      ...(after ? [after.dueAt, after.dueAt, after.id] : []),
      ...filter.params,
      ...narrowed.params,
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

/**
 * What the row of an order (`o`) says where one of its clocks is a task: few of them are worth a look at their clocks. That
 * no task runs without it is held by the checks of the flow's property test.
 */
const mayHaveTask = `(o.stars <= 2 OR o.extension_asked_at IS NOT NULL OR o.disputed_at IS NOT NULL
  OR o.escalated_at IS NOT NULL)`

/**
 * Orders on which an org has something to do beside their ordinary way, by what it is; of a grid or unit what is to be
 * put right of what was sent to it. The cost grows with what is open: it reads running clocks alone.
 */
export async function countTasks(
  em: EntityManager,
  { orders, holderCode }: DueScope,
): Promise<Record<ClockTask, number>> {
  const kinds = holderCode === null ? [taskClocks.rectify] : clockTasks.map((task) => taskClocks[task])
  const clocks =
    holderCode === null
      ? {
          sql: `orders o JOIN order_clocks t ON t.order_id = o.id
            WHERE o.${orders.column} = ? AND o.status IN (${marks(inRectifying)}) AND ${mayHaveTask}`,
          params: [orders.value, ...inRectifying],
        }
      : {
          sql: `order_clocks c ${join(em)} orders o ON o.id = c.order_id AND ${mayHaveTask}
            ${join(em)} order_clocks t ON t.order_id = c.order_id AND t.holder_code = c.holder_code
            WHERE c.holder_code = ? AND c.is_front = 1`,
          params: [holderCode],
        }
  const rows = await query<{ kind: string; n: number | string }>(
    em,
    `SELECT t.kind AS kind, COUNT(*) AS n FROM ${clocks.sql}
        AND t.outcome = 'running' AND t.kind IN (${marks(kinds)}) GROUP BY t.kind`,
    [...clocks.params, ...kinds],
  )
  const countOf = (task: ClockTask) => Number(rows.find(({ kind }) => kind === taskClocks[task])?.n ?? 0)
  return {
    callback: countOf('callback'),
    rectify: countOf('rectify'),
    extension: countOf('extension'),
    dispute: countOf('dispute'),
    escalation: countOf('escalation'),
  }
}
