import type { OrgRef, ServiceItem, ServiceItemSummary } from '@xinban/shared/contracts'
import type { EntityManager } from 'typeorm'
import { malformedRequest, notFound } from '../../errors'
import type { Bind } from '../../http/bind'
import { decodeCursor, pageOf } from '../../http/page'
import { findOrg, findOrgs, orgRef } from '../orgs'
import { findItem, findOffers, listItems, offeringCodes } from './catalogue.queries'
import type { ServiceItemRow } from './service-item.entity'

export function catalogueRoutes(bind: Bind): void {
  bind.endpoint('service-items.list', async ({ ctx, query }) => {
    const { reader } = ctx.services.db
    const org = await findOrg(reader, query.org)
    if (!org) throw notFound('这个组织')
    const rows = await listItems(reader, org, { after: readKey(query.cursor), limit: query.limit + 1 })
    const offeredBy = await offerers(reader, rows, new Set(offeringCodes(org)))
    return pageOf(
      rows,
      query.limit,
      (item) => `${item.position}:${item.id}`,
      (item) => summarize(item, offeredBy(item)),
    )
  })

  bind.endpoint('service-items.show', async ({ ctx, params }) => {
    const { reader } = ctx.services.db
    const item = await findItem(reader, params.id)
    if (!item) throw notFound('这个服务事项')
    const offeredBy = await offerers(reader, [item])
    return { ...summarize(item, offeredBy(item)), guide: item.guide } satisfies ServiceItem
  })
}

function readKey(cursor: string | undefined): { position: number; id: string } | null {
  const key = decodeCursor(cursor)
  if (key === undefined) return null
  const [position = '', id = ''] = key.split(':')
  if (!/^\d{1,9}$/.test(position)) throw malformedRequest('翻页位置无效，请从第一页重新打开')
  return { position: Number(position), id }
}

function summarize(item: ServiceItemRow, offeredBy: OrgRef[]): ServiceItemSummary {
  const { id, name, kind, category, summary, isDemo } = item
  return { id, name, kind, category, summary, offeredBy, isDemo }
}

/** Who offers each item, nearest first: the longest path is the nearest. */
async function offerers(em: EntityManager, items: readonly ServiceItemRow[], within?: ReadonlySet<string>) {
  const offers = await findOffers(
    em,
    items.map((item) => item.id),
  )
  const orgs = await findOrgs(em, [...offers.values()].flat())
  return (item: ServiceItemRow): OrgRef[] =>
    (offers.get(item.id) ?? [])
      .filter((code) => within === undefined || within.has(code))
      .flatMap((code) => orgs.get(code) ?? [])
      .sort((a, b) => b.path.length - a.path.length)
      .map(orgRef)
}
