import type { CallVolunteers } from '@xinban/shared/contracts'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { forbidden } from '../../../errors'
import { checkPublicWords, isClaimedBy, moveOrder, type OrderRow } from '../../orders'
import type { Target } from '../expect'
import { offer } from './activities'

/**
 * The unit that claimed an order, or has joined in, calls its volunteers for a date. It is a step of the order, so that
 * no date comes of a claim that ends at the same moment. Throws not_found, forbidden, version_mismatch, wrong_state,
 * lost_race, and invalid for words that tell whose wish it is. @returns the order's id
 */
export function callVolunteers(ctx: Ctx, target: Target, input: CallVolunteers): Promise<string> {
  const { id, expectedVersion } = target
  const aim = { id, ...(expectedVersion !== undefined && { expectedVersion }) }
  return moveOrder(ctx, aim, 'call-volunteers', async (order, em) => {
    await checkWords(em, ctx, order, input)
    const { teamCode, by } = claimingTeam(ctx, order)
    await offer(em, ctx, { ...input, teamCode, by, districtCode: order.districtCode, orderId: order.id })
    return {}
  })
}

const checkWords = (em: EntityManager, ctx: Ctx, order: OrderRow, input: CallVolunteers): Promise<void> =>
  checkPublicWords(em, ctx, order, [
    { field: 'title', what: '活动标题', text: input.title },
    { field: 'place', what: '集合地点', text: input.place },
    { field: 'detail', what: '活动说明', text: input.detail ?? '' },
  ])

/** For which of the actor's units: the one that claimed it before one that joined in. */
function claimingTeam({ actor }: Ctx, order: OrderRow): { readonly teamCode: string; readonly by: string } {
  const own = actor.memberships.filter(({ role, orgCode }) => role === 'unit_staff' && isClaimedBy(orgCode, order))
  const used = own.find(({ orgCode }) => orgCode === order.assigneeOrgCode) ?? own[0]
  if (!used) throw forbidden('由认领的单位来召集志愿者')
  return { teamCode: used.orgCode, by: used.id }
}
