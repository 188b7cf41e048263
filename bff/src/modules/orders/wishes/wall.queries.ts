import type { OrderStatus, WallState, WishCategory } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { marks, query } from '../../../db/sql'
import type { OrderRow } from '../order.entity'
import { findOrdersById } from '../order.repository'

const statusesOf: Record<WallState, readonly OrderStatus[]> = {
  open: ['listed'],
  claimed: ['in_progress', 'rework'],
  done: ['fulfilled', 'rated', 'graded'],
}

export interface WallKey {
  readonly rank: number
  readonly id: string
}
interface Filter {
  readonly communityCode?: string | undefined
  readonly category?: WishCategory | undefined
  /** Streets and communities; absent: everywhere. */
  readonly areaCodes?: readonly string[] | undefined
}
export interface WallWhere extends Filter {
  readonly districtCode: string
  readonly state: WallState
  readonly after?: WallKey | undefined
  readonly limit: number
}

/**
 * A page of the wall of a district. What waits has the longest waiting first, and what came back before it; what is done
 * has the latest first. Each status is a range read of one index.
 */
export async function listWall(em: EntityManager, where: WallWhere): Promise<OrderRow[]> {
  const isDone = where.state === 'done'
  const direction = isDone ? 'DESC' : 'ASC'
  const filter = filterOf(where)
  const { after } = where
  const sign = isDone ? '<' : '>'
  const beyond = after ? `AND (wall_rank ${sign} ? OR (wall_rank = ? AND id ${sign} ?))` : ''
  const order = `ORDER BY wall_rank ${direction}, id ${direction} LIMIT ${where.limit}`
  const parts = statusesOf[where.state].map(
    () =>
      `SELECT * FROM (SELECT id, wall_rank FROM orders WHERE district_code = ? AND is_listed = 1 AND status = ?
         ${beyond} ${filter.sql} ${order}) AS r`,
  )
  const params = statusesOf[where.state].flatMap((status) => [
    ...[where.districtCode, status],
    ...(after ? [after.rank, after.rank, after.id] : []),
    ...filter.params,
  ])
  const sql = `SELECT id FROM (${parts.join(' UNION ALL ')}) AS u ${order}`
  return inOrder(em, await query<{ id: string }>(em, sql, params))
}

function filterOf({ communityCode, category, areaCodes }: Filter): { sql: string; params: unknown[] } {
  const conditions: string[] = []
  const params: unknown[] = []
  if (communityCode !== undefined) {
    conditions.push('AND community_code = ?')
    params.push(communityCode)
  }
  if (category !== undefined) {
    conditions.push('AND wish_category = ?')
    params.push(category)
  }
  if (areaCodes !== undefined) {
    conditions.push(`AND (community_code IN (${marks(areaCodes)}) OR street_code IN (${marks(areaCodes)}))`)
    params.push(...areaCodes, ...areaCodes)
  }
  return { sql: conditions.join(' '), params }
}

interface DeskWhere {
  readonly column: 'street_code' | 'district_code'
  readonly code: string
  readonly after?: { readonly at: Date; readonly id: string } | undefined
  readonly limit: number
}

/** What waits for the street's word, the longest waiting first. */
export async function listWaiting(em: EntityManager, { column, code, after, limit }: DeskWhere): Promise<OrderRow[]> {
  const beyond = after ? 'AND (offered_at > ? OR (offered_at = ? AND id > ?))' : ''
  const rows = await query<{ id: string }>(
    em,
    `SELECT id FROM orders WHERE ${column} = ? AND offered_at IS NOT NULL AND status <> 'merged' ${beyond}
      ORDER BY offered_at, id LIMIT ${limit}`,
    [code, ...(after ? [after.at, after.at, after.id] : [])],
  )
  return inOrder(em, rows)
}

/** What nobody took in the time that the district set: its clock has passed. */
export async function listUntaken(
  em: EntityManager,
  { column, code, after, limit }: DeskWhere,
  now: Date,
): Promise<{ order: OrderRow; dueAt: Date | string }[]> {
  const beyond = after ? 'AND (c.due_at > ? OR (c.due_at = ? AND o.id > ?))' : ''
  const rows = await query<{ id: string; dueAt: Date | string }>(
    em,
    `SELECT o.id AS id, c.due_at AS dueAt FROM orders o
       JOIN order_clocks c ON c.order_id = o.id AND c.kind = 'claim' AND c.outcome = 'running'
      WHERE o.${column} = ? AND o.status = 'listed' AND c.due_at < ? ${beyond}
      ORDER BY c.due_at, o.id LIMIT ${limit}`,
    [code, now, ...(after ? [after.at, after.at, after.id] : [])],
  )
  const orders = await inOrder(em, rows)
  return orders.flatMap((order) => {
    const row = rows.find(({ id }) => id === order.id)
    return row ? [{ order, dueAt: row.dueAt }] : []
  })
}

interface UnitWhere {
  readonly unitCode: string
  readonly statuses: readonly OrderStatus[]
  readonly after?: string | undefined
  readonly limit: number
}

/** What a unit took from the wall or was asked to join in, in these statuses, the latest first. */
export async function listOfUnit(em: EntityManager, where: UnitWhere): Promise<OrderRow[]> {
  const { unitCode, statuses, after, limit } = where
  const beyond = after === undefined ? '' : 'AND id < ?'
  const part = `SELECT * FROM (SELECT id FROM orders WHERE assignee_org_code = ? AND status = ? AND is_listed = 1 ${beyond}
      ORDER BY id DESC LIMIT ${limit}) AS r`
  const joint = `SELECT * FROM (SELECT o.id AS id FROM wish_partners p JOIN orders o ON o.id = p.order_id
      WHERE p.unit_code = ? AND o.status = ? AND o.is_listed = 1 ${after === undefined ? '' : 'AND o.id < ?'}
      ORDER BY p.order_id DESC LIMIT ${limit}) AS r`
  const rows = await query<{ id: string }>(
    em,
    `SELECT id FROM (${statuses.flatMap(() => [part, joint]).join(' UNION ALL ')}) AS u ORDER BY id DESC LIMIT ${limit}`,
    statuses.flatMap((status) => {
      const params = [unitCode, status, ...(after === undefined ? [] : [after])]
      return [...params, ...params]
    }),
  )
  return inOrder(em, rows)
}

async function inOrder(em: EntityManager, rows: readonly { readonly id: string }[]): Promise<OrderRow[]> {
  const ids = rows.map(({ id }) => id)
  const orders = await findOrdersById(em, ids)
  return ids.flatMap((id) => orders.get(id) ?? [])
}
