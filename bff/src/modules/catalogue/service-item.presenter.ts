import type {
  EditableItem,
  ItemContent,
  ManagedItem,
  OfferableItem,
  OrgRef,
  ServiceItem,
  ServiceItemSummary,
} from '@xinban/shared/contracts'
import { formatInstant, guideRemark, possibleItemActions, possibleOfferActions } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx, PublicCtx } from '../../context'
import { forbidden, notFound } from '../../errors'
import { findOrgs, orgRef, type Org } from '../orgs'
import { findOffers, offeringCodes } from './catalogue.queries'
import type { ServiceItemRow } from './service-item.entity'
import { mayEdit } from './service-item.policy'
import { findItem, findVersion } from './service-item.repository'

type Offerers = (item: ServiceItemRow) => OrgRef[]

/** Who offers each item, nearest first: the longest path is the nearest. */
async function offerers(
  em: EntityManager,
  items: readonly ServiceItemRow[],
  within?: ReadonlySet<string>,
): Promise<Offerers> {
  const offers = await findOffers(
    em,
    items.map((item) => item.id),
  )
  const orgs = await findOrgs(em, [...offers.values()].flat())
  return (item) =>
    (offers.get(item.id) ?? [])
      .filter((code) => within === undefined || within.has(code))
      .flatMap((code) => orgs.get(code) ?? [])
      .sort((a, b) => b.path.length - a.path.length || (a.code < b.code ? -1 : 1))
      .map(orgRef)
}

/** A presenter for a page of items; who offers them is loaded together. @param within leaves other orgs out */
export async function summaryPresenter(
  em: EntityManager,
  items: readonly ServiceItemRow[],
  within: readonly string[],
): Promise<(item: ServiceItemRow) => ServiceItemSummary> {
  const offeredBy = await offerers(em, items, new Set(within))
  return (item) => {
    const { id, name, kind, category, summary, isDemo } = item
    return { id, name, kind, category, summary, offeredBy: offeredBy(item), isDemo }
  }
}

/** A presenter for a page of items as `org` may offer them. */
export async function offerablePresenter(
  em: EntityManager,
  items: readonly ServiceItemRow[],
  org: Pick<Org, 'code' | 'path'>,
): Promise<(item: ServiceItemRow) => OfferableItem> {
  const offeredBy = await offerers(em, items, new Set(offeringCodes(org)))
  return (item) => {
    const { id, name, kind, category, summary, isDemo } = item
    const offeredAbove = offeredBy(item).filter(({ code }) => code !== org.code)
    const isOfferedHere = offeredBy(item).length > offeredAbove.length
    const allowedActions = possibleOfferActions({ isOfferedHere, isOfferedAbove: offeredAbove.length > 0 })
    return { id, name, kind, category, summary, isOfferedHere, offeredAbove, isDemo, allowedActions }
  }
}

/** An item with its guide, as published last or at `version`. Throws not_found, also for what was never published. */
export async function presentItem({ services }: PublicCtx, id: string, version?: number): Promise<ServiceItem> {
  const { reader } = services.db
  const item = await findItem(reader, id)
  const latestVersion = item?.publishedVersion
  const shown = latestVersion ? await findVersion(reader, id, version ?? latestVersion) : undefined
  if (!item || !latestVersion || !shown) throw notFound(version === undefined ? '这个服务事项' : '这个版本的服务事项')
  const { name, kind, category, summary, guide } = shown.content
  return {
    ...{ id, name, kind, category, summary, isDemo: item.isDemo, state: item.state },
    offeredBy: (await offerers(reader, [item]))(item),
    version: shown.version,
    latestVersion,
    publishedAt: formatInstant(shown.publishedAt),
    guide: { ...guide, remark: guideRemark },
  }
}

/** A presenter for a page of items as their editors see them. */
export async function managedPresenter(
  ctx: Ctx,
  items: readonly ServiceItemRow[],
): Promise<(item: ServiceItemRow) => ManagedItem> {
  const offeredBy = await offerers(ctx.services.db.reader, items)
  return (item) => {
    const { id, districtCode, name, kind, category, state, version, publishedVersion, isDemo } = item
    const hasDraft = item.draft !== null
    return {
      ...{ id, districtCode, name, kind, category, state, version, publishedVersion, hasDraft, isDemo },
      offeredBy: offeredBy(item),
      updatedAt: formatInstant(item.updatedAt),
      allowedActions: mayEdit(ctx.actor, districtCode) ? possibleItemActions({ state, hasDraft }) : [],
    }
  }
}

/** One item as its editors see it. Throws not_found, forbidden. */
export async function presentEditable(ctx: Ctx, id: string): Promise<EditableItem> {
  const item = await findItem(ctx.services.db.reader, id)
  const isEditor = item !== undefined && mayEdit(ctx.actor, item.districtCode) !== undefined
  if (!item || (!isEditor && item.state === 'draft')) throw notFound('这个服务事项')
  if (!isEditor) throw forbidden('服务事项由区管理员编辑，请联系区管理员')
  return { ...(await managedPresenter(ctx, [item]))(item), content: await contentOf(ctx, item) }
}

async function contentOf({ services }: Ctx, { id, draft, publishedVersion }: ServiceItemRow): Promise<ItemContent> {
  const published = publishedVersion === null ? undefined : await findVersion(services.db.reader, id, publishedVersion)
  const content = draft ?? published?.content
  if (!content) throw notFound('这个服务事项')
  return content
}
