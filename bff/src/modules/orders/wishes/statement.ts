import type { UnitStatement } from '@xinban/shared/contracts'
import { formatInstant } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { selectRows } from '../../../db/rows'
import { marks, query } from '../../../db/sql'
import { findOrgs, orgRef } from '../../orgs'
import { expectUnit } from '../../units'
import { OrderRow } from '../order.entity'

const most = 100
const done = ['fulfilled', 'rated', 'graded'] as const

/** A year of China's calendar: from its first instant until before the first of the next. */
export const yearSpan = (year: number): { readonly from: Date; readonly to: Date } => ({
  from: new Date(`${year}-01-01T00:00:00+08:00`),
  to: new Date(`${year + 1}-01-01T00:00:00+08:00`),
})

/**
 * What a unit did in a year with what it claimed: from the log, so that it says the same whenever it is read. What its
 * volunteers did stands in their own module.
 */
export async function presentStatement(
  ctx: Ctx,
  unitCode: string,
  year: number,
): Promise<Omit<UnitStatement, 'volunteers'>> {
  const { org } = await expectUnit(ctx, unitCode)
  const { reader } = ctx.services.db
  const { from, to } = yearSpan(year)
  const counts = await countDeeds(reader, unitCode, from, to)
  const contact = await countContacts(reader, unitCode, from, to)
  const finished = await findFinished(reader, unitCode, from, to)
  const items = finished.slice(0, most)
  const orgs = await findOrgs(
    reader,
    items.map(({ communityCode }) => communityCode),
  )
  const rated = finished.flatMap(({ stars }) => (stars === null ? [] : [stars]))
  return {
    ...{ unit: orgRef(org), year, asOf: formatInstant(ctx.now) },
    claimed: counts.get('claim') ?? 0,
    fulfilled: finished.length,
    returned: counts.get('release') ?? 0,
    contactedInTime: contact.inTime,
    contactDue: contact.due,
    rated: rated.length,
    favourable: rated.filter((stars) => stars >= 3).length,
    items: items.map(({ publicTitle, wishCategory, communityCode, fulfilledAt, stars }) => ({
      title: publicTitle,
      category: wishCategory,
      communityName: orgs.get(communityCode)?.name ?? communityCode,
      fulfilledAt: formatInstant(fulfilledAt ?? ctx.now),
      stars,
    })),
  }
}

async function countDeeds(em: EntityManager, unitCode: string, from: Date, to: Date): Promise<Map<string, number>> {
  const rows = await query<{ action: string; n: number | string }>(
    em,
    `SELECT action, COUNT(*) AS n FROM order_events
      WHERE actor_org_code = ? AND action IN ('claim', 'release') AND at >= ? AND at < ? GROUP BY action`,
    [unitCode, from, to],
  )
  return new Map(rows.map(({ action, n }) => [action, Number(n)]))
}

async function countContacts(em: EntityManager, unitCode: string, from: Date, to: Date) {
  const [row] = await query<Record<'due' | 'inTime', number | string | null>>(
    em,
    `SELECT COUNT(*) AS due, SUM(CASE WHEN outcome = 'met' THEN 1 ELSE 0 END) AS inTime FROM order_clocks
      WHERE unit_code = ? AND kind = 'contact' AND outcome IN ('met', 'late') AND started_at >= ? AND started_at < ?`,
    [unitCode, from, to],
  )
  return { due: Number(row?.due ?? 0), inTime: Number(row?.inTime ?? 0) }
}

/** A unit fulfils as many as it can have in hand, again and again: hundreds a year at most. */
const findFinished = (em: EntityManager, unitCode: string, from: Date, to: Date): Promise<OrderRow[]> =>
  selectRows(
    em,
    OrderRow,
    `WHERE assignee_org_code = ? AND status IN (${marks(done)}) AND is_listed = 1
        AND fulfilled_at >= ? AND fulfilled_at < ? ORDER BY fulfilled_at DESC, id DESC`,
    [unitCode, ...done, from, to],
  )
