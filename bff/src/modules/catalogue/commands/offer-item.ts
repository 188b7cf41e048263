import { districtOf, offeringLevels } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { forbidden, notFound, wrongState } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { findOrg } from '../../orgs'
import { mayEdit, mayOffer } from '../service-item.policy'
import { addOffer, findItem, removeOffer } from '../service-item.repository'

interface OfferTarget {
  readonly id: string
  /** Of the org that offers. */
  readonly code: string
}

/** An org begins to offer an item of its district. Offering what it offers already changes nothing. */
export async function offerItem(ctx: Ctx, target: OfferTarget): Promise<void> {
  await ctx.services.db.unitOfWork(async (em) => {
    const by = await authorize(em, ctx, target)
    if (!(await addOffer(em, target.id, target.code))) return
    await writeOutbox(em, 'service-item.offered', { itemId: target.id, orgCode: target.code, by }, ctx.now)
  })
}

/**
 * An org no longer offers an item. What an org above offers reaches its whole territory, so there is nothing of its own
 * to stop: wrong_state then says who to ask.
 */
export async function stopOffering(ctx: Ctx, target: OfferTarget): Promise<void> {
  await ctx.services.db.unitOfWork(async (em) => {
    const by = await authorize(em, ctx, target)
    if (!(await removeOffer(em, target.id, target.code))) {
      throw wrongState('这个组织没有单独提供这项服务；如果是上级统一提供的，请联系上级调整')
    }
    await writeOutbox(em, 'service-item.offer-stopped', { itemId: target.id, orgCode: target.code, by }, ctx.now)
  })
}

/** Throws not_found, forbidden. @returns the membership that is used */
async function authorize(em: EntityManager, ctx: Ctx, { id, code }: OfferTarget): Promise<string> {
  const item = await findItem(em, id)
  const org = await findOrg(em, code)
  const isVisible = item && (item.state !== 'draft' || mayEdit(ctx.actor, item.districtCode) !== undefined)
  if (!isVisible) throw notFound('这个服务事项')
  const mayStandHere = org !== undefined && offeringLevels.includes(org.level)
  if (!mayStandHere || districtOf(org.path) !== item.districtCode) throw notFound('这个组织')
  const used = mayOffer(ctx.actor, org)
  if (!used) throw forbidden('街道、社区只能决定自己提供哪些服务，其他的请联系区管理员')
  return used.id
}
