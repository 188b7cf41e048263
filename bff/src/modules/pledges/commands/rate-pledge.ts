import type { Received } from '@xinban/shared/contracts'
import type { Ctx } from '../../../context'
import { insertRow, updateRows } from '../../../db/rows'
import { query } from '../../../db/sql'
import { writeOutbox } from '../../../outbox/write-outbox'
import type { PledgeTarget } from '../lists/move-list'
import { PledgeRatingRow } from '../pledge.entity'
import { grantPledge } from './move-pledge'

/** A verified resident rates a finished thing; their latest stars hold. Throws as `grantPledge` does. */
export function ratePledge(
  ctx: Ctx,
  target: PledgeTarget,
  { stars }: Received<'pledges.rate', 'body'>,
): Promise<string> {
  const { actor, now, services } = ctx
  return services.db.unitOfWork(async (em) => {
    const { pledge } = await grantPledge(em, ctx, target, 'rate')
    const key = [pledge.id, actor.personId]
    const where = 'pledge_id = ? AND person_id = ?'
    const changed = await updateRows(em, PledgeRatingRow, { stars, at: now }, where, key)
    if (changed === 0)
      await insertRow(em, PledgeRatingRow, { pledgeId: pledge.id, ...{ personId: actor.personId, stars, at: now } })
    await writeOutbox(em, 'pledge.rated', { pledgeId: pledge.id }, now)
    return pledge.id
  })
}

export interface RatingCount {
  readonly count: number
  /** Mean with one decimal. */
  readonly stars: number | null
}

/** Ratings of many pledges. */
export async function countRatings(
  em: Ctx['services']['db']['reader'],
  ids: readonly string[],
): Promise<Map<string, RatingCount>> {
  if (ids.length === 0) return new Map()
  const rows = await query<{ id: string; n: number | string; sum: number | string }>(
    em,
    `SELECT pledge_id AS id, COUNT(*) AS n, SUM(stars) AS sum FROM pledge_ratings
      WHERE pledge_id IN (${ids.map(() => '?').join(', ')}) GROUP BY pledge_id`,
    ids,
  )
  return new Map(
    rows.map(({ id, n, sum }) => [id, { count: Number(n), stars: Math.round((Number(sum) / Number(n)) * 10) / 10 }]),
  )
}
