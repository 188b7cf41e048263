import type { DeclineDecision } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { invalidField } from '../../../errors'
import type { OrderRow } from '../order.entity'
import { communityOfDistrict } from './community-of-district'
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
  return communityOfDistrict(em, ctx, order, toCode)
}
