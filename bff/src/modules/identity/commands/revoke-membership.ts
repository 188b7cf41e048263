import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { updateRows } from '../../../db/rows'
import { forbidden, notFound, wrongState } from '../../../errors'
import { findOrg } from '../../orgs'
import { Membership } from '../identity.entity'
import { findMembership, noteMemberChange } from '../identity.repository'
import { mayGrant } from '../membership.policy'

/**
 * Takes a role back at once: the holder's next request no longer has it.
 * Throws not_found, forbidden, wrong_state for the last administrator of a district: nobody could name the next.
 */
export async function revokeMembership(ctx: Ctx, membershipId: string): Promise<void> {
  await ctx.services.db.unitOfWork(async (em) => {
    const membership = await findMembership(em, membershipId)
    const org = membership && (await findOrg(em, membership.orgCode))
    if (!org) throw notFound('这个角色')
    const used = mayGrant(ctx.actor, membership.role, org)
    if (!used) throw forbidden('你不能收回这个角色，请联系上级管理员')
    if (!(await take(em, membership, ctx.now))) {
      // Somebody took it at the same time: what was wanted is so.
      if (membership.role !== 'district_admin') return
      throw wrongState('这是最后一位区管理员，请先添加另一位，再收回这个角色')
    }
    const { districtCode } = org
    await noteMemberChange(em, {
      ...{ at: ctx.now, change: 'revoked', membershipId, byMembershipId: used.id, districtCode },
    })
  })
}

/** That someone else stays is asked in the statement itself: two who take each other's role at once do not both win. */
async function take(em: EntityManager, { id, role, orgCode }: Membership, now: Date): Promise<boolean> {
  const where = 'id = ? AND revoked_at IS NULL'
  // MySQL reads the table that it changes only by way of a derived one.
  const another = `EXISTS (SELECT 1 FROM (SELECT id FROM memberships
    WHERE org_code = ? AND role = ? AND revoked_at IS NULL AND id <> ?) AS others)`
  const taken =
    role === 'district_admin'
      ? await updateRows(em, Membership, { revokedAt: now }, `${where} AND ${another}`, [id, orgCode, role, id])
      : await updateRows(em, Membership, { revokedAt: now }, where, [id])
  return taken === 1
}
