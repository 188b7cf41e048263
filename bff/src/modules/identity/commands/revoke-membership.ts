import type { Ctx } from '../../../context'
import { updateRows } from '../../../db/rows'
import { forbidden, notFound } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { findOrg } from '../../orgs'
import { Membership } from '../identity.entity'
import { findMembership } from '../identity.repository'
import { mayGrant } from '../membership.policy'

/** Takes a role back at once: the holder's next request no longer has it. Throws not_found, forbidden. */
export async function revokeMembership(ctx: Ctx, membershipId: string): Promise<void> {
  await ctx.services.db.unitOfWork(async (em) => {
    const membership = await findMembership(em, membershipId)
    const org = membership && (await findOrg(em, membership.orgCode))
    if (!org) throw notFound('这个角色')
    const used = mayGrant(ctx.actor, membership.role, org)
    if (!used) throw forbidden('你不能收回这个角色，请联系上级管理员')
    const taken = await updateRows(em, Membership, { revokedAt: ctx.now }, 'id = ? AND revoked_at IS NULL', [
      membershipId,
    ])
    if (taken === 1) await writeOutbox(em, 'membership.revoked', { membershipId, by: used.id }, ctx.now)
  })
}
