import type { Answer, Received } from '@xinban/shared/contracts'
import { formatInstant } from '@xinban/shared/domain'
import type { Ctx } from '../../context'
import { asDate } from '../../db/sql'
import { forbidden } from '../../errors'
import { decodeCursor, pageOf } from '../../http/page'
import { maskedNames } from '../identity'
import { findOrgs, orgRef } from '../orgs'
import { listContactViews } from './contact-views.queries'

/** Who looked at what, for the auditor and the administrator of a district. Throws forbidden for everyone else. */
export async function presentContactViews(
  ctx: Ctx,
  { limit, cursor, membershipId }: Received<'contact-views.list', 'query'>,
): Promise<Answer<'contact-views.list'>> {
  const { db } = ctx.services
  const used = ctx.actor.memberships.find(
    (own) =>
      (own.role === 'auditor' || own.role === 'district_admin') &&
      (membershipId === undefined || own.id === membershipId),
  )
  if (!used) throw forbidden('查看记录只给督查和区管理员看')
  const rows = await listContactViews(db.reader, {
    districtCode: used.districtCode,
    afterId: decodeCursor(cursor),
    limit: limit + 1,
  })
  const nameOf = await maskedNames(
    ctx.services,
    rows.map((row) => row.viewerId),
  )
  const orgs = await findOrgs(
    db.reader,
    rows.map((row) => row.orgCode),
  )
  return pageOf(
    rows,
    limit,
    (row) => row.id,
    (row) => {
      const org = orgs.get(row.orgCode)
      return {
        id: row.id,
        at: formatInstant(asDate(row.at)),
        viewer: {
          name: nameOf(row.viewerId),
          role: row.role,
          org: org ? orgRef(org) : null,
        },
        order: { id: row.orderId, no: row.no, communityCode: row.communityCode },
        reason: row.reason,
      }
    },
  )
}
