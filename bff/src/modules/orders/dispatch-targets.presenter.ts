import type { DispatchTargets } from '@xinban/shared/contracts'
import { chinaDate } from '@xinban/shared/domain'
import type { Ctx } from '../../context'
import { forbidden, notFound } from '../../errors'
import { maskedNames } from '../identity'
import { findOrgs, orgRef } from '../orgs'
import { findTargets } from './dispatch-targets.queries'
import { countLoads } from './order-counts.queries'
import { grantOf, maySee, refusalWords, standingOf } from './order.policy'
import { loadFacts } from './order.queries'
import { findOrder } from './order.repository'

/**
 * To whom an order can be dispatched, with what lies with each now, the least first. The number of queries does not
 * depend on how many there are. Throws not_found, and forbidden for whoever may not dispatch it.
 */
export async function presentTargets(ctx: Ctx, orderId: string): Promise<DispatchTargets> {
  const { reader } = ctx.services.db
  const order = await findOrder(reader, orderId)
  if (!order || !maySee(ctx.actor, order)) throw notFound('这个单')
  const facts = (await loadFacts(reader, ctx.actor, [order]))(order)
  if (grantOf(standingOf(ctx.actor, order, facts), 'dispatch') === undefined) {
    throw forbidden(refusalWords(ctx.actor, order, 'dispatch', facts))
  }
  const { orgs, members } = await findTargets(reader, order, chinaDate(ctx.now))
  const codes = [order.communityCode, ...orgs.map(({ code }) => code)]
  const [loads, names, known] = await Promise.all([
    countLoads(reader, codes),
    maskedNames(
      ctx.services,
      members.map(({ personId }) => personId),
    ),
    findOrgs(reader, codes),
  ])
  const ofLevel = (level: 'grid' | 'unit') =>
    orgs
      .filter((org) => org.level === level)
      .map((org) => ({ ...orgRef(org), openOrders: loads.ofOrg(org.code) }))
      .sort(byLoad)
  return {
    members: members
      .flatMap((member) => {
        const org = known.get(member.orgCode)
        const name = names(member.personId) ?? '未留姓名'
        return org
          ? [{ id: member.id, name, role: member.role, org: orgRef(org), openOrders: loads.ofMember(member) }]
          : []
      })
      .sort(byLoad),
    grids: ofLevel('grid'),
    units: ofLevel('unit'),
  }
}

/** The rest stays in its order. */
const byLoad = (a: { openOrders: number }, b: { openOrders: number }): number => a.openOrders - b.openOrders
