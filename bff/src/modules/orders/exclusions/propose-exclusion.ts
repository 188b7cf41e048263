import type { Received } from '@xinban/shared/contracts'
import { exclusionReasonWords, partsThatDoNotFit, partWords } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { newId } from '../../../db/ids'
import { insertRow } from '../../../db/rows'
import { alreadyExists, forbidden, invalidField, notFound } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { maySee } from '../order.policy'
import { findOrder } from '../order.repository'
import { ExclusionRow } from './exclusion.entity'
import { isOwn, officerOf } from './exclusion.policy'
import { findExclusionsOf } from './exclusion.repository'

/**
 * Proposes to take an order out of parts of the scores; nothing counts differently until another person approves.
 * Throws not_found, forbidden, invalid, already_exists.
 * @returns the docket's id
 */
export function proposeExclusion(ctx: Ctx, body: Received<'exclusions.propose', 'body'>): Promise<string> {
  const { actor, now, services } = ctx
  return services.db.unitOfWork(async (em) => {
    const order = await findOrder(em, body.orderId)
    if (!order || !maySee(actor, order)) throw notFound('这个单')
    const used = officerOf(actor, order)
    if (!used) throw forbidden('剔除由街道（镇）或区管理员提出，请联系他们')
    if (isOwn(actor, order)) throw forbidden('这是你自己的单，要由别的同事来提')
    const { id: orderId, districtCode, streetCode, communityCode } = order
    const { reason, note } = body
    const parts = [...body.parts]
    refuseMisfits(reason, parts)
    const pending = (await findExclusionsOf(em, orderId)).some(({ state }) => state === 'proposed')
    if (pending) throw alreadyExists('这个单已有一份待审批的剔除申请，请等它有结果')
    if (parts.every((part) => order.excludedParts?.includes(part))) {
      throw alreadyExists(`这个单已经从${parts.map((part) => partWords[part]).join('、')}里剔除了`)
    }
    const id = newId(now)
    await insertRow(em, ExclusionRow, {
      ...{ id, orderId, districtCode, streetCode, communityCode, state: 'proposed', reason, parts, note },
      ...{ proposedById: actor.personId, proposedRole: used.role, proposedOrgCode: used.orgCode, proposedAt: now },
      ...{ decidedById: null, decidedAt: null, decisionNote: null, version: 1 },
    })
    await writeOutbox(em, 'exclusion.proposed', { exclusionId: id, orderId }, now)
    return id
  })
}

function refuseMisfits(reason: ExclusionRow['reason'], parts: ExclusionRow['parts']): void {
  const wrong = partsThatDoNotFit(reason, parts)
  if (wrong.length === 0) return
  const words = wrong.map((part) => partWords[part]).join('、')
  throw invalidField('parts', 'does_not_fit', `“${exclusionReasonWords[reason]}”不影响${words}，请去掉或换一个原因`)
}
