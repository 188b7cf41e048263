import {
  excludedPartsOf,
  exclusionRefusalWords,
  exclusionTransition,
  type ExclusionAction,
  type ExclusionDecision,
  type ExclusionState,
} from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { updateRows } from '../../../db/rows'
import { forbidden, lostRace, notFound, versionMismatch, wrongState } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { expectUntouched, findClocks } from '../clocks/clockwork'
import { OrderRow } from '../order.entity'
import { loadFacts } from '../order.queries'
import { findOrder } from '../order.repository'
import { scoreChange } from '../scoring/score-change'
import type { ExclusionRow } from './exclusion.entity'
import { isOwn, maySeeExclusion, officerOf } from './exclusion.policy'
import { findExclusion, findExclusionsOf, saveExclusion } from './exclusion.repository'

interface Target {
  readonly id: string
  readonly expectedVersion?: number | undefined
}

/**
 * Approves or rejects a docket. An approval takes the order out and keeps the counters in the same unit of work. Throws
 * not_found, forbidden, version_mismatch, wrong_state, lost_race.
 * @returns the docket's id
 */
export function decideExclusion(
  ctx: Ctx,
  target: Target,
  { decision, note }: { decision: ExclusionDecision; note: string },
): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const { docket, order, to } = await expectMove(ctx, em, target, 'decide', decision)
    await saveExclusion(em, docket, {
      ...{ state: to, decidedById: ctx.actor.personId, decidedAt: ctx.now, decisionNote: note },
    })
    const { id, orderId } = docket
    await writeOutbox(em, `exclusion.${to}`, { exclusionId: id, orderId }, ctx.now)
    if (to === 'approved') await exclude(ctx, em, order)
    return id
  })
}

/** Takes back one's own docket. Throws as `decideExclusion` does. */
export function withdrawExclusion(ctx: Ctx, target: Target): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const { docket, to } = await expectMove(ctx, em, target, 'withdraw')
    await saveExclusion(em, docket, { state: to })
    const { id, orderId } = docket
    await writeOutbox(em, 'exclusion.withdrawn', { exclusionId: id, orderId }, ctx.now)
    return id
  })
}

async function expectMove(
  ctx: Ctx,
  em: EntityManager,
  { id, expectedVersion }: Target,
  action: ExclusionAction,
  decision?: ExclusionDecision,
): Promise<{ docket: ExclusionRow; order: OrderRow; to: ExclusionState }> {
  const { actor } = ctx
  const docket = await findExclusion(em, id)
  const order = docket && (await findOrder(em, docket.orderId))
  if (!order || !maySeeExclusion(actor, docket)) throw notFound('这份剔除申请')
  if (!officerOf(actor, docket)) throw forbidden('剔除由街道（镇）或区管理员审批')
  if (action === 'decide' && isOwn(actor, order)) throw forbidden('这是你自己的单，要由别的同事来审批')
  if (expectedVersion !== undefined && expectedVersion !== docket.version) throw versionMismatch()
  const { hasHandled } = (await loadFacts(em, actor, [order]))(order)
  const move = exclusionTransition(docket, action, { personId: actor.personId, hasHandled }, decision)
  if (move.ok) return { docket, order, to: move.to }
  const words = exclusionRefusalWords[move.reason]
  throw move.reason === 'wrong_state' ? wrongState(words) : forbidden(words)
}

/**
 * What the order is out of, by all its approved dockets. The next version of the order: whoever changes it at the same
 * moment reckons by what it was, and has to begin again.
 */
async function exclude(ctx: Ctx, em: EntityManager, order: OrderRow): Promise<void> {
  const excludedParts = excludedPartsOf(await findExclusionsOf(em, order.id))
  const change = { excludedParts, version: order.version + 1, updatedAt: ctx.now }
  const changed = await updateRows(em, OrderRow, change, 'id = ? AND version = ?', [order.id, order.version])
  if (changed === 0) throw lostRace()
  const clocks = await findClocks(em, order.id)
  await expectUntouched(em, clocks)
  await scoreChange(em, ctx.now, { order, clocks }, { order: { ...order, excludedParts }, clocks })
}
