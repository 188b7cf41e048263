import { transition, type OrderAction, type RefusalReason } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { forbidden, notFound, versionMismatch, wrongState } from '../../../errors'
import type { EventData } from '../order-event.entity'
import type { OrderRow } from '../order.entity'
import { grantOf, maySee, refusalWords, standingOf } from '../order.policy'
import { loadFacts } from '../order.queries'
import { findOrder, saveTransition } from '../order.repository'

/** Which order, and the version the caller saw (from If-Match) when they care. */
export interface OrderTarget {
  readonly id: string
  readonly expectedVersion?: number
}

/** What an action says of a handler's work. */
export interface Report {
  readonly note: string
  readonly attachments?: readonly string[]
}

/** What an action carries beside the move itself. */
export interface Carried {
  readonly data?: EventData
  readonly note?: string
  readonly attachments?: readonly string[]
  readonly change?: Partial<OrderRow>
  readonly isSynthetic?: boolean
}

const refusals: Record<RefusalReason, string> = {
  wrong_state: '这个单现在的状态不能这样操作，请刷新后查看',
  already_rated: '这个单你已经评价过了，一个单评价一次',
  rating_window_open: '居民还可以评价，评价之后或评价期过后再评单',
  not_public: '这个单没有公开，或者已经公开了',
  rating_window_over: '评价期已过：办好后 15 天内可以评价。有话要说，可以再点一个单',
}

/**
 * The one way an order moves: load, authorize on the loaded row, ask the flow, then write order, event and outbox row
 * in one unit of work. Throws not_found, forbidden, version_mismatch, wrong_state, lost_race.
 * @param carry what the action adds; it sees the row, and may refuse with an error of its own
 * @param outcome the decision, when the action leads to several statuses
 * @returns the order's id
 */
export async function moveOrder(
  ctx: Ctx,
  target: OrderTarget,
  action: OrderAction,
  carry: (order: OrderRow, em: EntityManager) => Carried | Promise<Carried>,
  outcome?: string | ((order: OrderRow, em: EntityManager) => Promise<string | undefined>),
): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const order = await findOrder(em, target.id)
    if (!order || !maySee(ctx.actor, order)) throw notFound('这个单')
    const facts = (await loadFacts(em, ctx.actor, [order]))(order)
    const used = grantOf(standingOf(ctx.actor, order, facts), action)
    if (used === undefined) throw forbidden(refusalWords(ctx.actor, order, action, facts))
    if (target.expectedVersion !== undefined && target.expectedVersion !== order.version) throw versionMismatch()
    const decided = typeof outcome === 'function' ? await outcome(order, em) : outcome
    const move = transition(order, action, ctx.now, decided, ctx.services.rules)
    if (!move.ok) throw wrongState(refusals[move.reason])
    const { change, ...carried } = await carry(order, em)
    await saveTransition(em, ctx, order, { action, to: move.to, used, ...carried }, change)
    return order.id
  })
}
