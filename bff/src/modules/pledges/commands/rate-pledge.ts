import type { Received } from '@xinban/shared/contracts'
import type { Ctx } from '../../../context'
import { insertRow, updateRows } from '../../../db/rows'
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
