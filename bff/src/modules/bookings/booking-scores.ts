import type { Contribution, CounterName, ScopeRow } from '@xinban/shared/domain'
import { chinaDate } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { selectRows } from '../../db/rows'
import { keepScores } from '../scores'
import { findOrgs, type Org } from '../orgs'
import { findHalls } from '../halls'
import { BookingRow } from './booking.entity'

type Scored = Pick<BookingRow, 'id' | 'itemId' | 'finishedAt' | 'stars'>

/** One fact of a visit for its hall's district, street and community, and for the item; in the month of the visit. */
function rowsOf({ itemId, finishedAt }: Scored, { path }: Pick<Org, 'path'>, counter: CounterName): ScopeRow[] {
  if (finishedAt === null) return []
  const period = chinaDate(finishedAt).slice(0, 7) as ScopeRow['period']
  const [district, street, community] = path.split('/').filter((code) => code !== '')
  const scopes = [
    ['community', community],
    ['district', district],
    ['item', itemId],
    ['street', street],
  ] as const
  return scopes.flatMap(([scope, code]) =>
    code === undefined ? [] : [{ scope, code, period, tally: { [counter]: 1 } }],
  )
}

/** A finished visit counts for coverage: whoever came could rate. */
export const countFinished = (em: EntityManager, booking: Scored, org: Org, now: Date): Promise<void> =>
  keepScores(em, { districtCode: org.districtCode, orderId: booking.id, now }, rowsOf(booking, org, 'fulfilled'))

/** The rating of a visit counts as one of an order does. */
export const countRated = (em: EntityManager, booking: Scored, org: Org, now: Date): Promise<void> =>
  keepScores(
    em,
    { districtCode: org.districtCode, orderId: booking.id, now },
    rowsOf(booking, org, `own${booking.stars ?? 5}` as CounterName),
  )

const chunk = 500

/** What finished visits add to the counters, a part at a time, for whoever verifies these. */
export async function* contributionsOfBookings(em: EntityManager): AsyncGenerator<Contribution> {
  for (let last = ''; ;) {
    const rows = await selectRows(
      em,
      BookingRow,
      `WHERE id > ? AND finished_at IS NOT NULL ORDER BY id LIMIT ${chunk}`,
      [last],
    )
    const halls = await findHalls(
      em,
      rows.map(({ hallId }) => hallId),
    )
    const orgs = await findOrgs(
      em,
      [...halls.values()].map(({ orgCode }) => orgCode),
    )
    for (const booking of rows) {
      const org = orgs.get(halls.get(booking.hallId)?.orgCode ?? '')
      if (!org) continue
      const rated = booking.stars === null ? [] : rowsOf(booking, org, `own${booking.stars}` as CounterName)
      yield [...rowsOf(booking, org, 'fulfilled'), ...rated]
    }
    last = rows.at(-1)?.id ?? ''
    if (rows.length < chunk) return
  }
}
