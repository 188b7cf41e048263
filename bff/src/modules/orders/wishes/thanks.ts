import type { Ctx } from '../../../context'
import { newId } from '../../../db/ids'
import { isDuplicateKey } from '../../../db/retry'
import { insertRow, updateRows } from '../../../db/rows'
import { alreadyExists, forbidden, lostRace, notFound, wrongState } from '../../../errors'
import { maySee } from '../order.policy'
import { findOrder } from '../order.repository'
import { findThanks, isAsker, isFulfilledByUnit, mayDecide, maySeeThanks } from './thanks.queries'
import { WishThanks } from './wish-thanks.entity'

/** Whoever asked thanks the unit, once it is done. Throws not_found, forbidden, wrong_state, already_exists. */
export async function writeThanks(ctx: Ctx, orderId: string, text: string): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const order = await findOrder(em, orderId)
    if (!order || !maySee(ctx.actor, order)) throw notFound('这个单')
    const { personId } = ctx.actor
    if (!isAsker(ctx.actor, order)) throw forbidden('感谢的话由许愿的人来写')
    const { assigneeOrgCode } = order
    if (!isFulfilledByUnit(order) || assigneeOrgCode === null) {
      throw wrongState('心愿办好以后，再写感谢的话')
    }
    const id = newId(ctx.now)
    const { streetCode, districtCode } = order
    try {
      await insertRow(em, WishThanks, {
        ...{ id, orderId, unitCode: assigneeOrgCode, streetCode, districtCode, personId, text },
        ...{ state: 'waiting', at: ctx.now, decidedById: null, decidedAt: null },
      })
    } catch (error) {
      if (isDuplicateKey(error)) throw alreadyExists('这个心愿已经写过感谢的话了')
      throw error
    }
    return id
  })
}

/** The street reads it before the unit does. Throws not_found, forbidden, wrong_state, lost_race. */
export async function decideThanks(ctx: Ctx, id: string, decision: 'show' | 'hide'): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const thanks = await findThanks(em, id)
    if (!thanks || !maySeeThanks(ctx.actor, thanks)) throw notFound('这句感谢的话')
    if (!mayDecide(ctx.actor, thanks)) throw forbidden('感谢的话由街道来看')
    if (thanks.state !== 'waiting') throw wrongState('这句话已经看过了')
    const set = {
      state: decision === 'show' ? ('shown' as const) : ('hidden' as const),
      ...{ decidedById: ctx.actor.personId, decidedAt: ctx.now },
    }
    if ((await updateRows(em, WishThanks, set, "id = ? AND state = 'waiting'", [id])) === 0) throw lostRace()
    return id
  })
}
