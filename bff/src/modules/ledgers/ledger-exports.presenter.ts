import type { Answer, Received } from '@xinban/shared/contracts'
import { formatInstant, readsLedgerExports } from '@xinban/shared/domain'
import type { Ctx } from '../../context'
import { forbidden } from '../../errors'
import { decodeCursor, pageOf } from '../../http/page'
import { maskedNames } from '../identity'
import { findOrgs, orgRef } from '../orgs'
import { listLedgerExports } from './ledger-export.repository'

/** What was exported in a district, for its auditor and administrator. Throws forbidden for everyone else. */
export async function presentLedgerExports(
  ctx: Ctx,
  { limit, cursor, membershipId }: Received<'ledger-exports.list', 'query'>,
): Promise<Answer<'ledger-exports.list'>> {
  const { services } = ctx
  const used = ctx.actor.memberships.find(
    ({ id, role }) => readsLedgerExports(role) && (membershipId === undefined || id === membershipId),
  )
  if (!used) throw forbidden('导出记录只给督查和区管理员看')
  const rows = await listLedgerExports(services.db.reader, {
    districtCode: used.districtCode,
    afterId: decodeCursor(cursor),
    limit: limit + 1,
  })
  const nameOf = await maskedNames(
    services,
    rows.map(({ personId }) => personId),
  )
  const orgs = await findOrgs(
    services.db.reader,
    rows.flatMap(({ orgCode, filters }) => [orgCode, filters.org]),
  )
  const refOf = (code: string) => {
    const org = orgs.get(code)
    return org ? orgRef(org) : null
  }
  return pageOf(
    rows,
    limit,
    ({ id }) => id,
    (row) => ({
      ...{ id: row.id, ledger: row.ledger, format: row.format, filters: row.filters, at: formatInstant(row.at) },
      ...{ scope: refOf(row.filters.org), downloads: row.downloads, rows: row.rowsSent, isComplete: row.isComplete },
      by: { name: nameOf(row.personId), role: row.role, org: refOf(row.orgCode) },
      finishedAt: row.finishedAt && formatInstant(row.finishedAt),
    }),
  )
}
