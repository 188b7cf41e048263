import { brushingOf, brushingRules, type RatingPattern } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { newId } from '../../../db/ids'
import { insertRow } from '../../../db/rows'
import { asDate } from '../../../db/sql'
import { forbidden } from '../../../errors'
import type { OrderRow } from '../order.entity'
import { isOwner } from '../order.policy'
import { isHandlersDevice, noteRating, ratedFromDevice } from './device-signs'
import { RatingFlagRow } from './rating-flag.entity'

/**
 * Looks at the device from which an owner rates, in the unit of work of the rating: refuses one on which the order's
 * handlers were at work, and flags what looks like brushing. Where the demo is on, where everyone shares one browser,
 * it flags instead of refusing. Says nothing without a device, or when the street writes down a telephone rating.
 * Throws forbidden.
 */
export async function judgeDevice(
  em: EntityManager,
  ctx: Ctx,
  order: OrderRow,
  { isFirst }: { isFirst: boolean },
): Promise<void> {
  const { deviceId, services } = ctx
  if (deviceId === undefined || !isOwner(ctx.actor, order)) return
  if (await isHandlersDevice(em, ctx, deviceId, order)) {
    if (!services.env.isDemo) {
      throw forbidden('这台设备最近登录过办这个单的工作人员，不能用它评价。请用你自己的手机登录后再评')
    }
    await flag(em, ctx, order, 'staff_device', [])
  }
  if (isFirst) await flagBrushing(em, ctx, deviceId, order)
}

async function flagBrushing(em: EntityManager, ctx: Ctx, deviceId: string, order: OrderRow): Promise<void> {
  const { id: orderId, fulfilledAt, districtCode } = order
  const ownerId = order.ownerId ?? order.ownerOrgCode
  await noteRating(em, ctx, deviceId, orderId)
  if (ownerId === null || fulfilledAt === null) return
  const longest = Math.max(brushingRules.windowMinutes, brushingRules.ownersMinutes)
  const from = new Date(ctx.now.getTime() - longest * 60_000)
  const earlier = (await ratedFromDevice(em, ctx, deviceId, { districtCode, from })).map((rated) => ({
    ...rated,
    ratedAt: asDate(rated.ratedAt),
    fulfilledAt: asDate(rated.fulfilledAt),
  }))
  for (const { pattern, others } of brushingOf({ orderId, ownerId, ratedAt: ctx.now, fulfilledAt }, earlier)) {
    await flag(em, ctx, order, pattern, others)
  }
}

const flag = (
  em: EntityManager,
  { now }: Ctx,
  order: OrderRow,
  pattern: RatingPattern,
  others: readonly string[],
): Promise<void> =>
  insertRow(em, RatingFlagRow, {
    ...{ id: newId(now), orderId: order.id, districtCode: order.districtCode, pattern, others: [...others], at: now },
    ...{ lookedAt: null, lookedById: null, lookNote: null },
  })
