import { chinaDate } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { invalidField } from '../../../errors'
import { findOrg, isValidOn } from '../../orgs'
import type { OrderRow } from '../order.entity'

/** What changes when an order goes to another community of its district. Throws invalid where there is none. */
export async function communityOfDistrict(em: EntityManager, ctx: Ctx, order: OrderRow, toCode: string) {
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
    // What the one before asked for, the next may ask for again.
    extensionAskedAt: null,
    extensionResolvedAt: null,
  } satisfies Partial<OrderRow>
}
