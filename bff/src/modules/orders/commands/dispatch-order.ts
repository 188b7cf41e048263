import { chinaDate, isWithin } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { invalidField } from '../../../errors'
import { findMembership } from '../../identity'
import { findOrg, isValidOn, type Org } from '../../orgs'
import type { OrderRow } from '../order.entity'
import { moveOrder, type OrderTarget } from './move-order'

interface Dispatch {
  readonly toCode?: string
  readonly memberId?: string
  readonly note?: string
}

/**
 * The community hands an order on: to one of its grids, to a unit attached to it or above it, or to one member of
 * these or of the community itself.
 */
export function dispatchOrder(ctx: Ctx, target: OrderTarget, { toCode, memberId, note }: Dispatch): Promise<string> {
  return moveOrder(ctx, target, 'dispatch', async (order, em) => {
    if (memberId !== undefined) {
      const member = await findMembership(em, memberId)
      const org = member && (await findOrg(em, member.orgCode))
      if (!org || !(await mayReceive(em, ctx, order, org, { isMember: true }))) {
        throw invalidField('memberId', 'unknown', '没有这位成员，或者不在本社区可派的范围内')
      }
      const change = { assigneeOrgCode: org.code, assigneeId: member.personId }
      return { data: { toCode: org.code, memberId }, note, change }
    }
    const org = toCode === undefined ? undefined : await findOrg(em, toCode)
    if (!org || !(await mayReceive(em, ctx, order, org, { isMember: false }))) {
      throw invalidField('toCode', 'unknown', '没有这个网格或单位，或者不在本社区可派的范围内')
    }
    return { data: { toCode: org.code }, note, change: { assigneeOrgCode: org.code, assigneeId: null } }
  })
}

async function mayReceive(
  em: EntityManager,
  { now }: Ctx,
  order: OrderRow,
  org: Org,
  { isMember }: { isMember: boolean },
): Promise<boolean> {
  if (!isValidOn(org, chinaDate(now))) return false
  if (org.level === 'grid') return org.parentCode === order.communityCode
  if (org.level === 'community') return isMember && org.code === order.communityCode
  if (org.level !== 'unit' || org.parentCode === null) return false
  const community = await findOrg(em, order.communityCode)
  const holder = await findOrg(em, org.parentCode)
  return community !== undefined && holder !== undefined && isWithin(community.path, holder.path)
}
