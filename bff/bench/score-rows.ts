import { counterNames, monthOf, monthsLater } from '@xinban/shared/domain'
import type { Connection, RowDataPacket } from 'mysql2/promise'
import { newId } from '../src/db/ids'
import { insertMany, type Seed } from './seed'

/** As many orders are open in every world: what grows is only what is over. */
export const openOrders = 1_000
const months = 24
const batch = 1_000
const hour = 3_600_000

/**
 * Leaves the newest orders open, each with a clock that the community and one that the street has to keep, closes all
 * others with the clocks that they once had, and counts two years of every org of the district.
 */
export async function seedScores(connection: Connection, { communityCode }: Seed): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[]>('SELECT id, placed_at FROM orders ORDER BY id DESC')
  const first = String(rows[openOrders - 1]?.id)
  await connection.query("UPDATE orders SET status = 'graded' WHERE id < ?", [first])
  await connection.query(
    "UPDATE orders SET status = 'submitted', urgency = IF(no LIKE '%0', 'urgent', 'normal') WHERE id >= ?",
    [first],
  )
  for (let from = 0; from < rows.length; from += batch) {
    const part = rows.slice(from, from + batch)
    await insertMany(
      connection,
      'order_clocks',
      part.flatMap((row, at) => clocksOf(String(row.id), row.placed_at as Date, from + at < openOrders, communityCode)),
    )
  }
  await seedCounters(connection)
  await connection.query('ANALYZE TABLE orders, order_clocks, score_counters')
}

function clocksOf(orderId: string, placedAt: Date, isOpen: boolean, communityCode: string) {
  const streetCode = communityCode.slice(0, 9)
  const kinds = [
    ['resident', communityCode.slice(0, 6), false],
    ['fulfil', communityCode, isOpen],
    ['grade', streetCode, isOpen],
  ] as const
  return kinds.map(([kind, holder, isFront]) => ({
    ...{ id: newId(placedAt), order_id: orderId, kind, holder_code: holder, community_code: communityCode },
    ...{ street_code: streetCode, started_at: placedAt, outcome: isOpen ? 'running' : 'met', is_front: isFront },
    ...{ due_at: new Date(placedAt.getTime() + 48 * hour), warn_at: new Date(placedAt.getTime() + 40 * hour) },
    ...{ ended_at: isOpen ? null : placedAt, is_synthetic: false, is_provisional: false, limits_version: 0 },
    explanation: '[]',
  }))
}

async function seedCounters(connection: Connection): Promise<void> {
  const [orgs] = await connection.query<RowDataPacket[]>('SELECT code, level FROM orgs')
  for (let back = 0; back < months; back++) {
    const period = monthsLater(monthOf(new Date()), -back)
    await insertMany(
      connection,
      'score_counters',
      orgs.flatMap(({ code, level }) =>
        counterNames.map((counter) => ({ scope: String(level), code: String(code), period, counter, amount: 100 })),
      ),
    )
  }
}
