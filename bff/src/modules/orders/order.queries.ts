import {
  handlingActions,
  isOpen,
  openStatuses,
  orderStatuses,
  type OrderKind,
  type OrderStatus,
} from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../context'
import { floorId } from '../../db/ids'
import { selectRows } from '../../db/rows'
import { likePattern, marks, query } from '../../db/sql'
import type { OrderFacts } from './order.policy'
import { OrderRow } from './order.entity'

const searchedDays = 90

/** One indexed way into the orders: rows whose `column` equals `value`. */
export interface Scope {
  readonly column:
    'owner_id' | 'placed_by_id' | 'community_code' | 'street_code' | 'district_code' | 'assignee_org_code'
  readonly value: string
  /** For the placer's own scope: leave out what the owner's scope has already. */
  readonly notOwnedBy?: string
  /** Of a community: only what staff approved for everyone, by an index of its own. */
  readonly isPublic?: boolean
}

export interface ListWhere {
  readonly scopes: readonly Scope[]
  readonly statuses: readonly OrderStatus[] | undefined
  readonly kind?: OrderKind
  readonly communityCode?: string
  readonly q?: string
  readonly sort: 'newest' | 'oldest'
  readonly afterId?: string
  readonly limit: number
  readonly now: Date
}

/**
 * A page of orders by id. Each scope and status is its own range read of a covering index, so that a page costs the
 * same however long the history is; MariaDB would otherwise walk a whole status group (docs/adr/0002).
 */
export async function listOrders(em: EntityManager, where: ListWhere): Promise<OrderRow[]> {
  const page = pageOfIds(where)
  return page === null
    ? []
    : selectRows(
        em,
        OrderRow,
        `WHERE id IN (SELECT id FROM (${page.sql}) AS page) ORDER BY id ${page.direction}`,
        page.params,
      )
}

/** The ids of the same page, which the index alone gives. */
export async function listOrderIds(em: EntityManager, where: ListWhere): Promise<string[]> {
  const page = pageOfIds(where)
  const rows = page === null ? [] : await query<{ id: string }>(em, page.sql, page.params)
  return rows.map(({ id }) => id)
}

function pageOfIds(where: ListWhere) {
  const direction = where.sort === 'newest' ? 'DESC' : 'ASC'
  const params: unknown[] = []
  const ranges = where.scopes.flatMap((scope) =>
    [...new Set(where.statuses ?? orderStatuses)].map((status) => {
      const { sql, values } = rangeOf(scope, status, where)
      params.push(...values)
      return `SELECT * FROM (SELECT id FROM orders WHERE ${sql} ORDER BY id ${direction} LIMIT ${where.limit}) AS r`
    }),
  )
  if (ranges.length === 0) return null
  const sql = `SELECT id FROM (${ranges.join(' UNION ALL ')}) AS u ORDER BY id ${direction} LIMIT ${where.limit}`
  return { sql, params, direction }
}

function rangeOf(scope: Scope, status: OrderStatus, where: ListWhere): { sql: string; values: unknown[] } {
  const conditions = [`${scope.column} = ?`, 'status = ?']
  const values: unknown[] = [scope.value, status]
  const add = (condition: string, ...more: unknown[]) => {
    conditions.push(condition)
    values.push(...more)
  }
  if (scope.isPublic) add('is_public = 1')
  if (where.afterId !== undefined) add(where.sort === 'newest' ? 'id < ?' : 'id > ?', where.afterId)
  if (scope.notOwnedBy !== undefined) add('(owner_id IS NULL OR owner_id <> ?)', scope.notOwnedBy)
  if (where.kind) add('kind = ?', where.kind)
  if (where.communityCode) add('community_code = ?', where.communityCode)
  if (where.q) {
    const pattern = likePattern(where.q)
    add("(no LIKE ? ESCAPE '!' OR title LIKE ? ESCAPE '!' OR place LIKE ? ESCAPE '!')", pattern, pattern, pattern)
    if (!isOpen(status)) add('id >= ?', floorId(new Date(where.now.getTime() - searchedDays * 86_400_000)))
  }
  return { sql: conditions.join(' AND '), values }
}

/** Open orders of a scope by status; the cost grows with what is open, not with history. */
export async function countOpen(
  em: EntityManager,
  { column, value }: Scope,
): Promise<Partial<Record<OrderStatus, number>>> {
  const rows = await query<{ status: OrderStatus; n: number | string }>(
    em,
    `SELECT status, COUNT(*) AS n FROM orders
      WHERE ${column} = ? AND status IN (${marks(openStatuses)}) GROUP BY status`,
    [value, ...openStatuses],
  )
  return Object.fromEntries(rows.map((row) => [row.status, Number(row.n)]))
}

interface Assignee {
  readonly orgCode: string
  readonly personId: string
}

/** What each of the members has to do now: orders sent to them, and those sent to their whole org. */
export async function countOpenByAssignee(
  em: EntityManager,
  members: readonly Assignee[],
): Promise<(member: Assignee) => number> {
  const codes = [...new Set(members.map((member) => member.orgCode))]
  const inHand = ['accepted', 'in_progress', 'rework'] satisfies OrderStatus[]
  const rows =
    codes.length === 0
      ? []
      : await query<{ org: string; person: string | null; n: number | string }>(
          em,
          `SELECT assignee_org_code AS org, assignee_id AS person, COUNT(*) AS n FROM orders
            WHERE assignee_org_code IN (${marks(codes)}) AND status IN (${marks(inHand)})
            GROUP BY assignee_org_code, assignee_id`,
          [...codes, ...inHand],
        )
  return ({ orgCode, personId }) =>
    rows
      .filter((row) => row.org === orgCode && (row.person === null || row.person === personId))
      .reduce((sum, row) => sum + Number(row.n), 0)
}

type Judged = Pick<OrderRow, 'id' | 'streetCode' | 'ownerId' | 'isOnBehalf' | 'placedById' | 'approvedAt'>

/**
 * What the policy needs beside the rows, for all of them together: at most three queries, and none for people who
 * review nothing and see no public order.
 */
export async function loadFacts(
  em: EntityManager,
  actor: Actor,
  orders: readonly Judged[],
): Promise<(order: Judged) => OrderFacts> {
  const isDistrict = actor.memberships.some((own) => own.role === 'district_admin')
  const isStreet = actor.memberships.some((own) => own.role === 'street_staff')
  const handlers = isDistrict || isStreet ? await findHandlers(em, orders) : new Map<string, Set<string>>()
  const officers = isDistrict ? await findStreetOfficers(em, orders) : new Map<string, string[]>()
  const seconded = await findSeconded(em, actor, orders)
  return (order) => {
    const involved = handlers.get(order.id) ?? new Set<string>()
    const isFree = (personId: string) => !involved.has(personId) && personId !== order.ownerId
    return {
      hasHandled: involved.has(actor.personId),
      hasFreeStreetOfficer: !isDistrict || (officers.get(order.streetCode) ?? []).some(isFree),
      hasSeconded: seconded.has(order.id),
    }
  }
}

async function findSeconded(em: EntityManager, actor: Actor, orders: readonly Judged[]): Promise<Set<string>> {
  const ids = orders.filter((order) => order.approvedAt !== null).map((order) => order.id)
  if (ids.length === 0) return new Set()
  const rows = await query<{ order_id: string }>(
    em,
    `SELECT order_id FROM order_seconds WHERE person_id = ? AND order_id IN (${marks(ids)})`,
    [actor.personId, ...ids],
  )
  return new Set(rows.map((row) => row.order_id))
}

async function findHandlers(em: EntityManager, orders: readonly Judged[]): Promise<Map<string, Set<string>>> {
  if (orders.length === 0) return new Map()
  const handlers = new Map(
    orders.map((order) => [order.id, new Set(order.isOnBehalf ? [order.placedById] : [])] as const),
  )
  const rows = await query<{ order_id: string; actor_id: string }>(
    em,
    `SELECT DISTINCT order_id, actor_id FROM order_events
      WHERE order_id IN (${marks(orders)}) AND action IN (${marks(handlingActions)})`,
    [...orders.map((order) => order.id), ...handlingActions],
  )
  for (const row of rows) handlers.get(row.order_id)?.add(row.actor_id)
  return handlers
}

async function findStreetOfficers(em: EntityManager, orders: readonly Judged[]): Promise<Map<string, string[]>> {
  const streets = [...new Set(orders.map((order) => order.streetCode))]
  if (streets.length === 0) return new Map()
  const rows = await query<{ org_code: string; person_id: string }>(
    em,
    `SELECT org_code, person_id FROM memberships
      WHERE org_code IN (${marks(streets)}) AND role = 'street_staff' AND revoked_at IS NULL`,
    streets,
  )
  const officers = new Map<string, string[]>()
  for (const row of rows) officers.set(row.org_code, [...(officers.get(row.org_code) ?? []), row.person_id])
  return officers
}
