import type { Answer } from '@xinban/shared/contracts'
import { districtOf, formatInstant, offeringLevels, suggestItems } from '@xinban/shared/domain'
import type { Ctx, PublicCtx } from '../../context'
import { forbidden, notFound } from '../../errors'
import type { Bind, Request } from '../../http/bind'
import { pageOf } from '../../http/page'
import { findOrg, type Org } from '../orgs'
import { listItems, listOfDistrict, listVersions, offeringCodes } from './catalogue.queries'
import { createItem } from './commands/create-item'
import { discardDraft, saveDraft } from './commands/draft-item'
import type { ItemTarget } from './commands/edit-item'
import { closeItem, publishItem, reopenItem } from './commands/move-item'
import { offerItem, stopOffering } from './commands/offer-item'
import { pageOfItems, readNumber } from './item-pages'
import type { ServiceItemVersion } from './service-item.entity'
import { mayEdit, mayOffer } from './service-item.policy'
import {
  managedPresenter,
  offerablePresenter,
  presentEditable,
  presentItem,
  summaryPresenter,
} from './service-item.presenter'
import { findItem } from './service-item.repository'

export function catalogueRoutes(bind: Bind): void {
  readingRoutes(bind)
  editingRoutes(bind)
}

function readingRoutes(bind: Bind): void {
  bind.endpoint('service-items.list', async ({ ctx, query }) => {
    const { reader } = ctx.services.db
    const org = await orgOf(ctx, query.org)
    return pageOfItems(
      query,
      (page) => listItems(reader, org, page),
      (rows) => summaryPresenter(reader, rows, offeringCodes(org)),
    )
  })

  bind.endpoint('service-items.suggest', async ({ ctx, query }) => {
    const { reader } = ctx.services.db
    const org = await orgOf(ctx, query.org)
    const items = suggestItems(await listItems(reader, org), query.title)
    return { items: items.map(await summaryPresenter(reader, items, offeringCodes(org))) }
  })

  bind.endpoint('service-items.manage', async ({ ctx, query }) => {
    const district = await orgOf(ctx, query.districtCode)
    if (!mayEdit(ctx.actor, district.code)) throw forbidden('服务事项由区管理员编辑，请联系区管理员')
    return pageOfItems(
      query,
      (page) => listOfDistrict(ctx.services.db.reader, { districtCode: district.code }, page),
      (rows) => managedPresenter(ctx, rows),
    )
  })

  bind.endpoint('service-items.offerable', async ({ ctx, query }) => {
    const { reader } = ctx.services.db
    const org = await orgOf(ctx, query.org)
    if (!offeringLevels.includes(org.level)) throw notFound('这个组织')
    if (!mayOffer(ctx.actor, org)) throw forbidden('街道、社区只能决定自己提供哪些服务，其他的请联系区管理员')
    const where = { districtCode: districtOf(org.path), state: 'open' } as const
    return pageOfItems(
      query,
      (page) => listOfDistrict(reader, where, page),
      (rows) => offerablePresenter(reader, rows, org),
    )
  })

  bind.endpoint('service-items.show', ({ ctx, params, query }) => presentItem(ctx, params.id, query.version))

  bind.endpoint('service-items.versions', async ({ ctx, params, query }) => {
    const { latestVersion } = await presentItem(ctx, params.id)
    const before = readNumber(query.cursor) ?? latestVersion + 1
    const rows = await listVersions(ctx.services.db.reader, params.id, { before, limit: query.limit + 1 })
    return pageOf(rows, query.limit, (row) => String(row.version), presentVersion)
  })
}

const target = ({
  params,
  expectedVersion,
}: Pick<Request<'service-items.publish'>, 'params' | 'expectedVersion'>): ItemTarget => ({
  id: params.id,
  expectedVersion,
})

function editingRoutes(bind: Bind): void {
  bind.command('service-items.create', ({ ctx, body }) => createItem(ctx, body), presentEditable)
  bind.endpoint('service-items.edit', ({ ctx, params }) => presentEditable(ctx, params.id))
  bind.endpoint('service-items.save-draft', async (r) => {
    await saveDraft(r.ctx, target(r), r.body.content)
    return presentEditable(r.ctx, r.params.id)
  })
  bind.endpoint('service-items.discard-draft', (r) => discardDraft(r.ctx, target(r)))
  bind.command('service-items.publish', (r) => publishItem(r.ctx, target(r)), presentEditable)
  bind.command('service-items.close', (r) => closeItem(r.ctx, target(r)), presentEditable)
  bind.command('service-items.reopen', (r) => reopenItem(r.ctx, target(r)), presentEditable)
  bind.endpoint('service-items.offer', async ({ ctx, params }) => {
    await offerItem(ctx, params)
    return presentManaged(ctx, params.id)
  })
  bind.endpoint('service-items.stop-offering', async ({ ctx, params }) => {
    await stopOffering(ctx, params)
    return presentManaged(ctx, params.id)
  })
}

async function orgOf({ services }: PublicCtx, code: string): Promise<Org> {
  const org = await findOrg(services.db.reader, code)
  if (!org) throw notFound('这个组织')
  return org
}

async function presentManaged(ctx: Ctx, id: string): Promise<Answer<'service-items.offer'>> {
  const item = await findItem(ctx.services.db.reader, id)
  if (!item) throw notFound('这个服务事项')
  return (await managedPresenter(ctx, [item]))(item)
}

function presentVersion({ version, content, publishedAt }: ServiceItemVersion) {
  return { version, name: content.name, publishedAt: formatInstant(publishedAt) }
}
