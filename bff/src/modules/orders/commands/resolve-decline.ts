import { chinaDate, type DeclineDecision } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { invalidField } from '../../../errors'
import { findOrg, isValidOn } from '../../orgs'
import type { OrderRow } from '../order.entity'
import { moveOrder, type OrderTarget } from './move-order'

interface Resolution {
  readonly decision: DeclineDecision
  readonly toCode?: string
  readonly note: string
}

/** The street confirms a decline, redirects the order to another community of the district, or overrules. */
export function resolveDecline(ctx: Ctx, target: OrderTarget, resolution: Resolution): Promise<string> {
  const { decision, toCode, note } = resolution
  return moveOrder(
    ctx,
    target,
    'resolve-decline',
    async (order, em) => {
      if (decision !== 'redirect') return { data: { decision }, note }
      const change = await redirected(em, ctx, order, toCode)
      return { data: { decision, toCode: change.communityCode }, note, change }
    },
    decision,
  )
}

async function redirected(em: EntityManager, ctx: Ctx, order: OrderRow, toCode: string | undefined) {
  if (toCode === undefined) throw invalidField('toCode', 'missing', '请选择转到哪个社区')
  if (toCode === order.communityCode) throw invalidField('toCode', 'same', '这个单就在这个社区，请选择别的社区')
  const community = await findOrg(em, toCode)
  const isOpen = community?.level === 'community' && isValidOn(community, chinaDate(ctx.now))
  if (!isOpen || community.districtCode !== order.districtCode || community.parentCode === null) {
    throw invalidField('toCode', 'unknown', '本区没有这个社区，请重新选择')
  }
  return {
    communityCode: community.code,
    streetCode: community.parentCode,
    assigneeOrgCode: null,
    assigneeId: null,
  } satisfies Partial<OrderRow>
}
