import type { CreatePlace } from '@xinban/shared/contracts'
import { chinaDate } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { forbidden, invalidField } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { findOrg, isValidOn } from '../../orgs'
import { mayKeep } from '../place.policy'
import { insertPlace } from '../place.repository'

/** Adds a place to the list of a community. Throws invalid (no such community), forbidden, already_exists. */
export async function createPlace(ctx: Ctx, { communityCode, name, kind, point }: CreatePlace): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const community = await findOrg(em, communityCode)
    if (community?.level !== 'community' || !isValidOn(community, chinaDate(ctx.now))) {
      throw invalidField('communityCode', 'unknown', '没有这个社区，请重新选择')
    }
    const used = mayKeep(ctx.actor, community)
    if (!used) throw forbidden('地点由本社区和上级的工作人员维护')
    const id = await insertPlace(em, ctx.now, { communityCode, name, kind, point })
    await writeOutbox(em, 'place.created', { placeId: id, by: used.id }, ctx.now)
    return id
  })
}
