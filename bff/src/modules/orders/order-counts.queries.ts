import { handlingActions, openStatuses, type OrderStatus } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { ActorMembership } from '../../context'
import { marks, query } from '../../db/sql'
import { ofPeople, type Scope } from './order.queries'

type CountsByStatus = Partial<Record<OrderStatus, number>>
export interface OpenCounts {
  readonly counts: CountsByStatus
  /** Those of them that are urgent. */
  readonly urgent: CountsByStatus
}
type Count = number | string

/** Open orders of a scope by status; the cost grows with what is open, not with history. */
export async function countOpen(em: EntityManager, { column, value, isOfPeople }: Scope): Promise<OpenCounts> {
  const rows = await query<{ status: OrderStatus; urgency: string; n: Count }>(
    em,
    `SELECT status, urgency, COUNT(*) AS n FROM orders
      WHERE ${column} = ? AND status IN (${marks(openStatuses)}) ${isOfPeople ? `AND ${ofPeople}` : ''}
      GROUP BY status, urgency`,
    [value, ...openStatuses],
  )
  const counts: CountsByStatus = {}
  const urgent: CountsByStatus = {}
  for (const { status, urgency, n } of rows) {
    counts[status] = (counts[status] ?? 0) + Number(n)
    if (urgency === 'urgent') urgent[status] = Number(n)
  }
  return { counts, urgent }
}

/** Orders of which a person (an SQL expression) handled nothing and which are not their own. */
const freeOf = (person: string): string => `(o.owner_id IS NULL OR o.owner_id <> ${person})
  AND NOT (o.is_on_behalf = 1 AND o.placed_by_id = ${person})
  AND NOT EXISTS (SELECT 1 FROM order_events e
    WHERE e.order_id = o.id AND e.actor_id = ${person} AND e.action IN (${marks(handlingActions)}))`

/**
 * Rated orders that wait for nothing but the grade: no bad review on its way, no dispute (shared/domain/orders). When the
 * time to rate anew is over, says the clock of the grade: it begins then.
 */
const ripeForGrade = (now: Date) => ({
  sql: `o.status = 'rated' AND (o.disputed_at IS NULL OR o.dispute_resolved_at IS NOT NULL)
    AND (o.stars IS NULL OR o.stars > 2 OR o.followed_up_at IS NOT NULL
      OR (o.called_back_at IS NOT NULL AND o.rectified_at IS NOT NULL AND EXISTS (SELECT 1 FROM order_clocks g
        WHERE g.order_id = o.id AND g.kind = 'grade' AND g.outcome = 'running' AND g.started_at < ?)))`,
  params: [now],
})

/**
 * Rated orders that this member may grade by now, as policy and flow have it: nothing they handled or own, nothing with
 * a bad review or a dispute on its way, and for the district only what no street officer is free of. Null for roles
 * that grade nothing.
 */
export async function countGradable(
  em: EntityManager,
  membership: ActorMembership,
  personId: string,
  now: Date,
): Promise<number | null> {
  const { role, orgCode } = membership
  if (role !== 'street_staff' && role !== 'district_admin') return null
  const ripe = ripeForGrade(now)
  const own = { sql: freeOf('?'), params: [personId, personId, personId, ...handlingActions] }
  const conditions =
    role === 'street_staff'
      ? { sql: `o.street_code = ? AND ${ripe.sql} AND ${own.sql}`, params: [orgCode, ...ripe.params, ...own.params] }
      : {
          sql: `o.district_code = ? AND ${ripe.sql} AND ${own.sql}
            AND NOT EXISTS (SELECT 1 FROM memberships m WHERE m.org_code = o.street_code
              AND m.role = 'street_staff' AND m.revoked_at IS NULL AND ${freeOf('m.person_id')})`,
          params: [orgCode, ...ripe.params, ...own.params, ...handlingActions],
        }
  const [row] = await query<{ n: Count }>(
    em,
    `SELECT COUNT(*) AS n FROM orders o WHERE ${conditions.sql}`,
    conditions.params,
  )
  return Number(row?.n ?? 0)
}

const inHand = ['accepted', 'in_progress', 'rework'] satisfies OrderStatus[]

interface Assignee {
  readonly orgCode: string
  readonly personId: string
}

/** What lies with some orgs now, in one query. */
export interface Loads {
  /** Sent to one member, and what was sent to their whole org. */
  ofMember(member: Assignee): number
  /** Sent to an org or to any of its members. */
  ofOrg(orgCode: string): number
}

/** Orders in hand by whom they were sent to; the cost grows with what is in hand there. */
export async function countLoads(em: EntityManager, orgCodes: readonly string[]): Promise<Loads> {
  const codes = [...new Set(orgCodes)]
  const rows =
    codes.length === 0
      ? []
      : await query<{ org: string; person: string | null; n: Count }>(
          em,
          `SELECT assignee_org_code AS org, assignee_id AS person, COUNT(*) AS n FROM orders
            WHERE assignee_org_code IN (${marks(codes)}) AND status IN (${marks(inHand)})
            GROUP BY assignee_org_code, assignee_id`,
          [...codes, ...inHand],
        )
  const sum = (of: typeof rows) => of.reduce((total, row) => total + Number(row.n), 0)
  return {
    ofMember: ({ orgCode, personId }) =>
      sum(rows.filter((row) => row.org === orgCode && (row.person === null || row.person === personId))),
    ofOrg: (orgCode) => sum(rows.filter((row) => row.org === orgCode)),
  }
}
