import { mostPartners } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { insertRow } from '../../../db/rows'
import { execute } from '../../../db/sql'
import { alreadyExists, invalidField } from '../../../errors'
import { findUnit, serves } from '../../units'
import type { OrderRow } from '../order.entity'
import { WishPartner } from '../wishes/wish-partner.entity'
import { moveOrder, type OrderTarget } from './move-order'

/**
 * The unit that claimed a wish asks another one to do it together. Throws invalid for a unit that may not claim here,
 * already_exists for one that was asked.
 */
export function inviteUnit(ctx: Ctx, target: OrderTarget, { unitCode }: { unitCode: string }): Promise<string> {
  return moveOrder(ctx, target, 'invite-unit', async (order, em) => {
    await checkPartner(em, order, unitCode)
    await insertRow(em, WishPartner, { orderId: order.id, unitCode, invitedAt: ctx.now, joinedAt: null })
    const partners = [...(order.partners ?? []), { code: unitCode, hasJoined: false }]
    return { data: { toCode: unitCode }, change: { partners } }
  })
}

async function checkPartner(em: EntityManager, order: OrderRow, unitCode: string): Promise<void> {
  const partners = order.partners ?? []
  if (unitCode === order.assigneeOrgCode) throw invalidField('unitCode', 'own', '这就是你们单位，请选别的单位')
  if (partners.some(({ code }) => code === unitCode)) throw alreadyExists('已经邀请过这个单位了')
  if (partners.length >= mostPartners)
    throw invalidField('unitCode', 'too_many', `一个心愿最多邀请 ${mostPartners} 个单位`)
  const unit = await findUnit(em, unitCode)
  if (!unit?.isActive || !serves(unit, order)) {
    throw invalidField('unitCode', 'unknown', '没有这个单位，或者它不服务这个社区，请重新选择')
  }
}

/** A unit that was asked joins in: from now it sees what the first one sees, and may report. */
export function joinClaim(ctx: Ctx, target: OrderTarget): Promise<string> {
  return moveOrder(ctx, target, 'join', async (order, em) => {
    const own = ctx.actor.memberships.filter(({ role }) => role === 'unit_staff').map(({ orgCode }) => orgCode)
    const joining = order.partners?.find(({ code, hasJoined }) => !hasJoined && own.includes(code))?.code
    const partners = (order.partners ?? []).map((one) => (one.code === joining ? { ...one, hasJoined: true } : one))
    await execute(em, 'UPDATE wish_partners SET joined_at = ? WHERE order_id = ? AND unit_code = ?', [
      ...[ctx.now, order.id, joining],
    ])
    return { change: { partners } }
  })
}
