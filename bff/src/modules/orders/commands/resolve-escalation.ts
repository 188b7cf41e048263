import type { EscalationDecision } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { invalidField } from '../../../errors'
import type { OrderRow } from '../order.entity'
import { communityOfDistrict } from './community-of-district'
import { moveOrder, type OrderTarget } from './move-order'

interface Resolution {
  readonly decision: EscalationDecision
  /** Which community is to do it; its present one when absent. */
  readonly toCode?: string
  readonly note: string
}

/** The district decides what communities and street sent back and forth: who does it, that it goes on, or that it ends. */
export function resolveEscalation(ctx: Ctx, target: OrderTarget, resolution: Resolution): Promise<string> {
  const { decision, toCode, note } = resolution
  return moveOrder(
    ctx,
    target,
    'resolve-escalation',
    async (order, em) => {
      const resolved = { escalationResolvedAt: ctx.now }
      if (decision !== 'assign' || toCode === undefined || toCode === order.communityCode) {
        return { data: { decision }, note, change: resolved }
      }
      const change = await communityOfDistrict(em, ctx, order, toCode)
      return { data: { decision, toCode: change.communityCode }, note, change: { ...resolved, ...change } }
    },
    (order) => Promise.resolve(outcomeFor(order, decision)),
  )
}

function outcomeFor({ status, ownerOrgCode }: OrderRow, decision: EscalationDecision): string {
  if (ownerOrgCode !== null && decision === 'assign') {
    throw invalidField('decision', 'task', '部门的任务不交给社区办：请选继续办，或者结束这个单')
  }
  if (decision !== 'continue') return decision
  if (status === 'declining') {
    throw invalidField('decision', 'undecided', '社区申请了退单：请指定由谁来办，或者同意结束这个单')
  }
  return status
}
