import type { Answer, Exclusion, Received } from '@xinban/shared/contracts'
import { formatInstant } from '@xinban/shared/domain'
import type { ActorMembership, Ctx } from '../../../context'
import { forbidden, notFound } from '../../../errors'
import { decodeCursor, pageOf } from '../../../http/page'
import { maskedNames, membershipFor } from '../../identity'
import { findOrgs, orgRef } from '../../orgs'
import { loadFacts } from '../order.queries'
import { findOrdersById } from '../order.repository'
import type { ExclusionRow } from './exclusion.entity'
import { allowedExclusionActions, maySeeExclusion } from './exclusion.policy'
import { findExclusion, findExclusionsOf, listExclusions } from './exclusion.repository'

/** Dockets of the caller's territory, or of one order in it. Throws forbidden, malformed_request. */
export async function presentExclusions(
  ctx: Ctx,
  { limit, cursor, state = 'proposed', orderId, membershipId }: Received<'exclusions.list', 'query'>,
): Promise<Answer<'exclusions.list'>> {
  const { reader } = ctx.services.db
  const scope = scopeOf(membershipFor(ctx, membershipId))
  if (orderId !== undefined) {
    const all = (await findExclusionsOf(reader, orderId)).filter((docket) => maySeeExclusion(ctx.actor, docket))
    const present = await exclusionPresenter(ctx, all)
    return { items: all.reverse().map(present), nextCursor: null }
  }
  const rows = await listExclusions(reader, { ...scope, state, before: decodeCursor(cursor), limit: limit + 1 })
  return pageOf(rows, limit, ({ id }) => id, await exclusionPresenter(ctx, rows))
}

function scopeOf({ role, orgCode }: ActorMembership) {
  if (role === 'street_staff') return { column: 'street_code', code: orgCode } as const
  if (role === 'district_admin' || role === 'auditor') return { column: 'district_code', code: orgCode } as const
  throw forbidden('剔除申请给街道（镇）、区管理员和督查看')
}

/** One docket. Throws not_found. */
export async function presentExclusion(ctx: Ctx, id: string): Promise<Exclusion> {
  const docket = await findExclusion(ctx.services.db.reader, id)
  if (!docket || !maySeeExclusion(ctx.actor, docket)) throw notFound('这份剔除申请')
  return (await exclusionPresenter(ctx, [docket]))(docket)
}

/** What is shown beside dockets, read for all of them together. */
async function exclusionPresenter(
  ctx: Ctx,
  dockets: readonly ExclusionRow[],
): Promise<(row: ExclusionRow) => Exclusion> {
  const { reader } = ctx.services.db
  const orders = await findOrdersById(reader, [...new Set(dockets.map(({ orderId }) => orderId))])
  const facts = await loadFacts(reader, ctx.actor, [...orders.values()])
  const orgs = await findOrgs(reader, [
    ...new Set(dockets.flatMap(({ communityCode, proposedOrgCode }) => [communityCode, proposedOrgCode])),
  ])
  const nameOf = await maskedNames(
    ctx.services,
    dockets.flatMap(({ proposedById, decidedById }) => (decidedById ? [proposedById, decidedById] : [proposedById])),
  )
  const refOf = (code: string) => {
    const org = orgs.get(code)
    return org ? orgRef(org) : null
  }
  return (row) => {
    const { id, state, reason, note, version, decidedById, decidedAt } = row
    const order = orders.get(row.orderId)
    const { no = '', title = '' } = order ?? {}
    return {
      ...{ id, state, reason, parts: [...row.parts], note, version },
      order: { id: row.orderId, no, title, community: refOf(row.communityCode) },
      proposed: {
        ...{ by: nameOf(row.proposedById), role: row.proposedRole, org: refOf(row.proposedOrgCode) },
        at: formatInstant(row.proposedAt),
      },
      decided:
        decidedById && decidedAt
          ? { by: nameOf(decidedById), at: formatInstant(decidedAt), note: row.decisionNote }
          : null,
      allowedActions: order ? allowedExclusionActions(ctx.actor, row, order, facts(order)) : [],
    }
  }
}
