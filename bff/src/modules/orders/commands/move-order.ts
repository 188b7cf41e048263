import { orderRulesOf, transition, windowsOf, type OrderAction, type OrderStatus } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { forbidden, notFound, versionMismatch, wrongState } from '../../../errors'
import { planClocks, writeClocks, type ClockChanges } from '../clocks/clockwork'
import { clockRules, type ClockRules } from '../../calendar'
import type { EventData } from '../order-event.entity'
import type { OrderRow } from '../order.entity'
import { grantOf, isOnWall, maySee, refusalWords, standingOf } from '../order.policy'
import { loadFacts } from '../order.queries'
import { scoreChange } from '../scoring/score-change'
import { findOrder, saveTransition, type Fact } from '../order.repository'
import { countClaims } from '../wishes/count-claims'
import { wallColumns } from '../wishes/wall-columns'
import { flowRefusal } from './refusals'

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

/**
 * The one way an order moves: load, authorize on the loaded row, ask the flow, then write order, clocks, event and
 * outbox row in one unit of work. Throws not_found, forbidden, version_mismatch, wrong_state, lost_race.
 * @param carry what the action adds; it sees the row, and may refuse with an error of its own
 * @param outcome the decision, when the action leads to several statuses
 * @returns the order's id
 */
export async function moveOrder(
  ctx: Ctx,
  target: OrderTarget,
  action: OrderAction,
  carry: (order: OrderRow, em: EntityManager, rules: ClockRules) => Carried | Promise<Carried>,
  outcome?: string | ((order: OrderRow, em: EntityManager) => Promise<string | undefined>),
): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const order = await findOrder(em, target.id)
    if (!order || !(maySee(ctx.actor, order) || ((action === 'claim' || action === 'join') && isOnWall(order))))
      throw notFound('这个单')
    const facts = (await loadFacts(em, ctx.actor, [order]))(order)
    const used = grantOf(standingOf(ctx.actor, order, facts), action)
    if (used === undefined) throw forbidden(refusalWords(ctx.actor, order, action, facts))
    if (target.expectedVersion !== undefined && target.expectedVersion !== order.version) throw versionMismatch()
    const decided = typeof outcome === 'function' ? await outcome(order, em) : outcome
    const rules = await clockRules(em, order.districtCode)
    const windows = windowsOf(order.windows, rules.limits)
    const move = transition(order, action, ctx.now, decided, windows)
    if (!move.ok) throw wrongState(flowRefusal(move.reason, windows))
    const { change = {}, ...carried } = await carry(order, em, rules)
    await save(em, ctx, rules, order, change, { action, to: move.to, used, ...carried })
    return order.id
  })
}

/** A step that nobody takes: its time has come. Throws wrong_state when the flow does not allow it (any more). */
export async function moveByTime(
  em: EntityManager,
  { services, now }: Pick<Ctx, 'services' | 'now'>,
  order: OrderRow,
  action: OrderAction,
): Promise<void> {
  const ctx: Ctx = { services, now, requestId: 'job', actor: { personId: nobody, memberships: [] } }
  const rules = await clockRules(em, order.districtCode)
  const windows = windowsOf(order.windows, rules.limits)
  const move = transition(order, action, now, undefined, windows)
  if (!move.ok) throw wrongState(flowRefusal(move.reason, windows))
  await save(em, ctx, rules, order, {}, { action, to: move.to, used: null })
}

/** It was on the wall or with a unit, and is neither any more. */
const isBackFromUnits = (before: OrderRow, after: OrderRow): boolean =>
  (before.status === 'listed' || before.claimedAt !== null) && after.status !== 'listed' && after.claimedAt === null

/** Asking for more time is over with its clock; whoever has the order then may ask anew. A merge that is undone finds it. */
function forgottenAsking(after: OrderRow, clocks: ClockChanges | null): Partial<OrderRow> {
  const isAsked = after.extensionAskedAt !== null && after.extensionResolvedAt === null
  if (!clocks || !isAsked || after.status === 'merged') return {}
  const isRunning = clocks.onOrder.clocks?.some(({ kind }) => kind === 'resolve_extension')
  return isRunning ? {} : { extensionAskedAt: null }
}

/** Stands in the history where no person acted. */
const nobody = '00000000-0000-0000-0000-000000000000'

async function save(
  em: EntityManager,
  ctx: Ctx,
  rules: ClockRules,
  order: OrderRow,
  change: Partial<OrderRow>,
  fact: Fact & { readonly action: OrderAction; readonly to: OrderStatus },
): Promise<void> {
  const { data = {}, isSynthetic = false } = fact
  const windows = fact.action === 'fulfil' ? { windows: orderRulesOf(rules.limits) } : {}
  const moved = { ...order, ...change, ...windows, status: fact.to }
  const onWall = wallColumns(order, moved, ctx.now)
  const after = { ...moved, ...onWall }
  if (fact.action !== 'claim') await countClaims(em, order, after)
  const clocks = await planClocks(em, ctx, rules, after, {
    action: fact.action,
    from: order.status,
    isHandedOver: after.communityCode !== order.communityCode || isBackFromUnits(order, after),
    isEscalating: data.isEscalated === true,
    isSynthetic,
    ...(data.decision && { decision: data.decision }),
    ...(data.days !== undefined && { days: data.days }),
    ...(data.isComplex && { isComplex: true }),
  })
  const promise = fact.action === 'accept' ? clocks?.after.find(({ kind }) => kind === 'resident') : undefined
  const told = promise ? { ...fact, promisedAt: promise.dueAt } : fact
  const set = { ...change, ...windows, ...onWall, ...clocks?.onOrder, ...forgottenAsking(after, clocks) }
  await saveTransition(em, ctx, order, told, set)
  if (!clocks) return
  await writeClocks(em, clocks)
  await scoreChange(em, ctx.now, { order, clocks: clocks.before }, { order: after, clocks: clocks.after })
}
