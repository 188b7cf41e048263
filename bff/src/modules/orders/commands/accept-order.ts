import { complexRefusal, type ComplexRefusal } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { invalidField } from '../../../errors'
import { complexCandidate } from '../clocks/clock-limits'
import { moveOrder, type OrderTarget } from './move-order'

interface Acceptance {
  /** Made by an import, not by a person at that moment: left out of response rates. */
  readonly isSynthetic?: boolean
  /** Why it is a complex one, which has a longer limit; an ordinary one has none. */
  readonly complexReason?: string | undefined
}

const refusals: Record<ComplexRefusal, string> = {
  already_complex: '这个单已经按复杂单办理了，直接接单就行',
  own_limit: '这个服务事项有自己的办理时限，不能再按复杂单延长。请直接接单，时间不够可以在到期前申请延期',
  urgent: '紧急的单不能按复杂单办理。请直接接单，时间不够可以在到期前申请延期',
  late: '这个单已经超期，不能再按复杂单办理。请直接接单，尽快办结',
}

/** The community accepts; where it says why an order is complex, its clocks are reckoned anew by the longer limit. */
export function acceptOrder(
  ctx: Ctx,
  target: OrderTarget,
  { isSynthetic = false, complexReason }: Acceptance = {},
): Promise<string> {
  return moveOrder(ctx, target, 'accept', (order, _em, { limits }) => {
    if (complexReason === undefined) return { isSynthetic }
    const refusal = complexRefusal(complexCandidate(order), ctx.now)
    if (refusal) throw invalidField('complex', refusal, refusals[refusal])
    const data = { isComplex: true, days: limits.fulfilComplex.value } as const
    return { isSynthetic, data, note: complexReason, change: { isComplex: true } }
  })
}
