import { apiBase, fillPath, routes, type Answer, type Received } from '@xinban/shared/contracts'
import { formatInstant, ledgers, type LedgerFormat } from '@xinban/shared/domain'
import type { Ctx, PublicCtx } from '../../context'
import { newId } from '../../db/ids'
import { notFound } from '../../errors'
import { findOrg } from '../orgs'
import type { LedgerExportRow } from './ledger-export.entity'
import { findLedgerExport, insertLedgerExport } from './ledger-export.repository'
import { askedFor } from './ledger-scope'

const lifetimeSeconds = 10 * 60

/** Records that someone takes a ledger out, before they get anything. Throws what `askedFor` throws. */
export async function askExport(
  ctx: Ctx,
  { name }: Received<'ledgers.link', 'params'>,
  body: Received<'ledgers.link', 'body'>,
): Promise<string> {
  const { used, filters } = await askedFor(ctx, name, body)
  const id = newId(ctx.now)
  await ctx.services.db.unitOfWork((em) =>
    insertLedgerExport(em, {
      ...{ id, ledger: name, format: body.format, personId: ctx.actor.personId, membershipId: used.id },
      ...{ role: used.role, orgCode: used.orgCode, districtCode: used.districtCode, filters, at: ctx.now },
      ...{ downloads: 0, rowsSent: null, isComplete: false, finishedAt: null },
    }),
  )
  return id
}

/** The link of an export, good for ten minutes from when it was asked for. */
export async function presentLink(ctx: Ctx, id: string): Promise<Answer<'ledgers.link'>> {
  const row = await findLedgerExport(ctx.services.db.reader, id)
  if (row?.personId !== ctx.actor.personId) throw notFound('这次导出')
  const expires = String(Math.floor(row.at.getTime() / 1000) + lifetimeSeconds)
  const signature = ctx.services.fileUrls.sign(signedParts(row, expires))
  const path = fillPath(routes[`ledgers.${row.format}`][1], { name: row.ledger })
  return {
    id,
    url: `${apiBase}${path}?${new URLSearchParams({ id, expires, signature }).toString()}`,
    fileName: await fileNameOf(ctx, row),
    expiresAt: formatInstant(new Date(Number(expires) * 1000)),
  }
}

/** The first part keeps them apart from what the URLs of pictures sign. */
export const signedParts = (
  { ledger, format, id }: { ledger: string; format: LedgerFormat; id: string },
  expires: string,
): string[] => ['ledger', ledger, format, id, expires]

/** `演示数据-订单台账-槐树社区-2026-11-01至2026-11-22.xlsx`, without what file systems do not take. */
export async function fileNameOf({ services }: PublicCtx, row: LedgerExportRow): Promise<string> {
  const { ledger, format, filters } = row
  const org = await findOrg(services.db.reader, filters.org)
  const period = `${filters.from}至${filters.to}`
  const parts = [...(services.env.isDemo ? ['演示数据'] : []), ledgers[ledger].word, org?.name ?? filters.org, period]
  return `${parts.join('-').replace(/[\\/:*?"<>|\u0000-\u001f]/g, '')}.${format}`
}
