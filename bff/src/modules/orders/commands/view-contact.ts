import type { OrderContact } from '@xinban/shared/contracts'
import type { Ctx } from '../../../context'
import { newId } from '../../../db/ids'
import { insertRow } from '../../../db/rows'
import { forbidden, invalidField, notFound } from '../../../errors'
import { ContactViewRow } from '../contact-view.entity'
import { contactGrant, maySee, standingOf } from '../order.policy'
import { loadFacts } from '../order.queries'
import { findOrder, findOrderPrivate } from '../order.repository'
import { openBeneficiary, openContact, openPoint } from '../order-personal'

/**
 * Shows the contact of an order unmasked and records who looked, in one unit of work: no look without its record.
 * Throws not_found, forbidden, invalid when a reason is needed and missing.
 */
export async function viewContact(ctx: Ctx, orderId: string, reason: string | undefined): Promise<OrderContact> {
  const { db, personalData } = ctx.services
  return db.unitOfWork(async (em) => {
    const order = await findOrder(em, orderId)
    if (!order || !maySee(ctx.actor, order)) throw notFound('这个单')
    const facts = (await loadFacts(em, ctx.actor, [order]))(order)
    const grant = contactGrant(ctx.actor, order, standingOf(ctx.actor, order, facts))
    if (!grant) throw forbidden('联系方式只给承办人和上级查看，你可以拨打社区服务电话')
    if (grant.needsReason && !reason) {
      throw invalidField('reason', 'missing', '请写明查看联系方式的理由，系统会记录')
    }
    const { id: membershipId, role, orgCode } = grant.used
    await insertRow(em, ContactViewRow, {
      id: newId(ctx.now),
      orderId,
      districtCode: order.districtCode,
      viewerId: ctx.actor.personId,
      ...{ membershipId, role, orgCode },
      reason: reason || null,
      at: ctx.now,
    })
    const personal = await findOrderPrivate(em, orderId)
    const contact = openContact(personalData, personal)
    const beneficiary = openBeneficiary(personalData, personal)
    return {
      name: contact?.name ?? null,
      phone: contact?.phone ?? null,
      address: contact?.address ?? null,
      point: openPoint(personalData, personal),
      onBehalfOf: beneficiary && {
        name: beneficiary.name,
        phone: beneficiary.phone ?? null,
        relation: beneficiary.relation,
      },
    }
  })
}
