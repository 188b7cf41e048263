import type { EntityManager } from 'typeorm'
import type { ActorMembership, Ctx } from '../../../context'
import { forbidden, invalidField, ProblemError, wrongState } from '../../../errors'
import { clockRules } from '../../calendar'
import { canClaim, findUnits, serves, takeClaim } from '../../units'
import type { OrderRow } from '../order.entity'
import { moveOrder, type OrderTarget } from './move-order'

const taken = '这个心愿刚被别的单位领走了。墙上还有别的心愿，请再选一个'

/**
 * A member takes a wish from the wall for their unit; of all who try at once one wins. Throws forbidden for a unit that
 * is not registered, claims no more or does not serve the place, wrong_state for what is taken and for a unit that has as
 * many in hand as it may.
 * @param unitCode for which of the actor's units
 */
export async function claimOrder(ctx: Ctx, target: OrderTarget, { unitCode }: { unitCode?: string }): Promise<string> {
  try {
    return await moveOrder(actingFor(ctx, unitCode), target, 'claim', (order, em) => claim(em, ctx, order, unitCode))
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'lost_race') throw wrongState(taken)
    throw error
  }
}

async function claim(em: EntityManager, ctx: Ctx, order: OrderRow, unitCode: string | undefined) {
  const own = unitsOf(actingFor(ctx, unitCode)).filter(({ districtCode }) => districtCode === order.districtCode)
  const codes = own.map(({ orgCode }) => orgCode).slice(0, unitCode === undefined ? own.length : 1)
  const { limits } = await clockRules(em, order.districtCode)
  const units = await findUnits(em, codes)
  // Of several units that nobody chose from, one that can; else the first one's reason is told.
  const unit = units.find((one) => canClaim(one, order, limits.openClaims)) ?? units.find(({ isActive }) => isActive)
  if (!unit?.isActive) throw forbidden('你的单位还没有登记认领，或者已停用，请联系街道登记')
  if (!serves(unit, order)) throw forbidden('这个心愿不在你单位的服务范围内，请看看范围内的别的心愿')
  if (!(await takeClaim(em, unit.orgCode, limits.openClaims))) {
    throw wrongState(`你单位手上已有 ${limits.openClaims} 个心愿，办好一个或退回一个再领`)
  }
  const change = { assigneeOrgCode: unit.orgCode, assigneeId: null, claimedAt: ctx.now, contactedAt: null }
  return { data: { toCode: unit.orgCode }, change }
}

const unitsOf = ({ actor }: Ctx): ActorMembership[] => actor.memberships.filter(({ role }) => role === 'unit_staff')

/** The same person with the unit that they named before their others. Throws invalid for one that is not theirs. */
function actingFor(ctx: Ctx, unitCode: string | undefined): Ctx {
  if (unitCode === undefined) return ctx
  const chosen = unitsOf(ctx).find(({ orgCode }) => orgCode === unitCode)
  if (!chosen) throw invalidField('unitCode', 'unknown', '你不是这个单位的成员，请重新选择')
  const others = ctx.actor.memberships.filter((own) => own !== chosen)
  return { ...ctx, actor: { ...ctx.actor, memberships: [chosen, ...others] } }
}
