import { transition } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { isDuplicateKey } from '../../../db/retry'
import { insertRow } from '../../../db/rows'
import { execute } from '../../../db/sql'
import { alreadyExists, forbidden, notFound, wrongState } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { OrderSecond } from '../order-second.entity'
import { isPublic, maySee, refusalWords, standingOf } from '../order.policy'
import { loadFacts } from '../order.queries'
import { findOrder } from '../order.repository'

/**
 * Says that one needs the same as a public order. It is no step of that order: neither its version nor its history
 * changes, so that many people may second it while staff work on it.
 * Throws not_found, forbidden for one's own, already_exists the second time, wrong_state when it is over.
 */
export async function secondOrder(ctx: Ctx, orderId: string): Promise<string> {
  try {
    return await ctx.services.db.unitOfWork(async (em) => {
      const order = await findOrder(em, orderId)
      if (!order || !(isPublic(order) || maySee(ctx.actor, order))) throw notFound('这个单')
      const facts = (await loadFacts(em, ctx.actor, [order]))(order)
      if (facts.hasSeconded) throw alreadyExists(refusalWords(ctx.actor, order, 'second', facts))
      if (!('anyone' in standingOf(ctx.actor, order, facts))) {
        throw forbidden(refusalWords(ctx.actor, order, 'second', facts))
      }
      if (!transition(order, 'second', ctx.now).ok) throw wrongState('这个单已经办完或没有公开，不用再附议')
      const personId = ctx.actor.personId
      await insertRow(em, OrderSecond, { orderId, personId, viaOrderId: null, at: ctx.now })
      await execute(em, 'UPDATE orders SET second_count = second_count + 1 WHERE id = ?', [orderId])
      await writeOutbox(em, 'order.seconded', { orderId, personId }, ctx.now)
      return orderId
    })
  } catch (error) {
    if (isDuplicateKey(error)) throw alreadyExists('你已经附议过这个单')
    throw error
  }
}
