import { handlingActions, isOpen, orderStatuses, type OrderKind, type OrderStatus } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../context'
import { floorId } from '../../db/ids'
import { selectRows } from '../../db/rows'
import { likePattern, marks, query } from '../../db/sql'
import type { OrderFacts } from './order.policy'
import { OrderRow } from './order.entity'

/** Orders that are no department's task. Written so that the index of departments is not taken for what nearly all are. */
export const ofPeople = "COALESCE(owner_org_code, '') = ''"

const searchedDays = 90

/** One indexed way into the orders: rows whose `column` equals `value`. */
export interface Scope {
  readonly column:
    | 'owner_id'
    | 'owner_org_code'
    | 'placed_by_id'
    | 'community_code'
    | 'street_code'
    | 'district_code'
    | 'assignee_org_code'
  readonly value: string
  /** For the placer's own scope: leave out what the owner's scope has already. */
  readonly notOwnedBy?: string
  /** Without what departments ask: of a community, which has nothing to do with that. */
  readonly isOfPeople?: boolean
  /** Of a community: only what staff approved for everyone, by an index of its own. */
  readonly isPublic?: boolean
}

type Urgency = OrderRow['urgency']

/** Where a page ended: the id of its last order, and in a list that begins with the urgent ones how urgent that was. */
export interface ListKey {
  readonly id: string
  readonly urgency?: Urgency
}

/** What of a list is wanted. */
export interface ListFilter {
  readonly statuses: readonly OrderStatus[] | undefined
  readonly kind?: OrderKind
  readonly communityCode?: string
  readonly urgency?: Urgency
  readonly q?: string
  readonly now: Date
}

export interface ListWhere extends ListFilter {
  readonly scopes: readonly Scope[]
  /** `urgent`: urgent ones first, and the oldest first inside each. */
  readonly sort: 'newest' | 'oldest' | 'urgent'
  readonly after?: ListKey
  readonly limit: number
}

/**
 * A page of orders by id. Each scope, status and, where it matters, urgency is its own range read of a covering index,
 * so that a page costs the same however long the history is; MariaDB would otherwise walk a whole status group
 * (docs/adr/0002).
 */
export async function listOrders(em: EntityManager, where: ListWhere): Promise<OrderRow[]> {
  const page = pageOfIds(where)
  return page === null
    ? []
    : selectRows(
        em,
        OrderRow,
        `WHERE id IN (SELECT id FROM (${page.sql}) AS page) ORDER BY ${page.order(rankOfUrgency)}`,
        page.params,
      )
}

/** The ids of the same page, which the index alone gives. */
export async function listOrderIds(em: EntityManager, where: ListWhere): Promise<string[]> {
  const page = pageOfIds(where)
  const rows = page === null ? [] : await query<{ id: string }>(em, page.sql, page.params)
  return rows.map(({ id }) => id)
}

/** The most pressing first: the order in which a list by urgency goes through its parts. */
const urgencyRanks: readonly Urgency[] = ['urgent', 'normal']
const rankOfUrgency = "CASE urgency WHEN 'urgent' THEN 0 ELSE 1 END"

function pageOfIds(where: ListWhere) {
  const direction = where.sort === 'newest' ? 'DESC' : 'ASC'
  const order = (rank: string) => (where.sort === 'urgent' ? `${rank}, id ASC` : `id ${direction}`)
  const params: unknown[] = []
  const ranges = where.scopes.flatMap((scope) =>
    [...new Set(where.statuses ?? orderStatuses)].flatMap((status) =>
      partsOf(where).map((part) => {
        const { sql, values } = rangeOf(scope, status, where, part)
        params.push(...values)
        const rank = part.rank === undefined ? '' : `, ${part.rank} AS urgency_rank`
        return `SELECT * FROM (SELECT id${rank} FROM orders WHERE ${sql} ORDER BY id ${direction} LIMIT ${where.limit}) AS r`
      }),
    ),
  )
  if (ranges.length === 0) return null
  const sql = `SELECT id FROM (${ranges.join(' UNION ALL ')}) AS u ORDER BY ${order('urgency_rank')} LIMIT ${where.limit}`
  return { sql, params, order }
}

interface Part {
  readonly urgency: Urgency | undefined
  /** Set in a list that goes by urgency. */
  readonly rank?: number
  readonly afterId: string | undefined
}

/** What is still to come of a list: all of it in one part, or one part an urgency after where the last page ended. */
function partsOf({ sort, urgency, after }: ListWhere): Part[] {
  if (sort !== 'urgent') return [{ urgency, afterId: after?.id }]
  const begun = after?.urgency === undefined ? 0 : urgencyRanks.indexOf(after.urgency)
  return urgencyRanks.flatMap((part, rank) => {
    if (rank < begun || (urgency !== undefined && urgency !== part)) return []
    return [{ urgency: part, rank, afterId: rank === begun ? after?.id : undefined }]
  })
}

function rangeOf(
  scope: Scope,
  status: OrderStatus,
  where: ListWhere,
  { urgency, afterId }: Part,
): { sql: string; values: unknown[] } {
  const conditions = [`${scope.column} = ?`, 'status = ?']
  const values: unknown[] = [scope.value, status]
  const add = (condition: string, ...more: unknown[]) => {
    conditions.push(condition)
    values.push(...more)
  }
  if (scope.isPublic) add('is_public = 1')
  if (scope.isOfPeople) add(ofPeople)
  if (urgency !== undefined) add('urgency = ?', urgency)
  if (afterId !== undefined) add(where.sort === 'newest' ? 'id < ?' : 'id > ?', afterId)
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

/** The same filter on rows that were found by another index than that of a status; the orders are `o`. */
export function filterOf({ statuses, kind, communityCode, urgency, q }: ListFilter): {
  sql: string
  params: unknown[]
} {
  const conditions: [string, readonly unknown[]][] = []
  if (statuses) conditions.push([statuses.length > 0 ? `o.status IN (${marks(statuses)})` : '1 = 0', statuses])
  if (kind) conditions.push(['o.kind = ?', [kind]])
  if (communityCode) conditions.push(['o.community_code = ?', [communityCode]])
  if (urgency) conditions.push(['o.urgency = ?', [urgency]])
  if (q) {
    const like = ['no', 'title', 'place'].map((column) => `o.${column} LIKE ? ESCAPE '!'`).join(' OR ')
    conditions.push([`(${like})`, Array.from({ length: 3 }, () => likePattern(q))])
  }
  return {
    sql: conditions.map(([sql]) => `AND ${sql}`).join(' '),
    params: conditions.flatMap(([, params]) => params),
  }
}

type Judged = Pick<
  OrderRow,
  'id' | 'streetCode' | 'ownerId' | 'ownerOrgCode' | 'isOnBehalf' | 'placedById' | 'approvedAt'
>

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
  const judged = isDistrict || isStreet ? orders : orders.filter(({ ownerOrgCode }) => isOfActor(actor, ownerOrgCode))
  const handlers = await findHandlers(em, judged)
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

/** Whoever speaks for a department rates its tasks, and so must not have handled them. */
const isOfActor = ({ memberships }: Actor, orgCode: string | null): boolean =>
  orgCode !== null && memberships.some((own) => own.orgCode === orgCode)

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
