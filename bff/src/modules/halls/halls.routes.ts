import type { Answer, Received } from '@xinban/shared/contracts'
import { searchItems } from '@xinban/shared/domain'
import type { PublicCtx } from '../../context'
import { malformedRequest, notFound } from '../../errors'
import type { Bind } from '../../http/bind'
import { decodeCursor, pageOf } from '../../http/page'
import { listOfDistrict } from '../catalogue'
import { findOrg, findOrgs, orgRef, type Org } from '../orgs'
import { createHall, updateHall } from './change-hall'
import { presentFigures } from './figures/hall-figures.presenter'
import { hallSummaries, presentHall } from './hall.presenter'
import { findHandled, findNearDistricts, findNearHalls, listHalls, type HallFilter } from './hall.queries'
import { findHalls } from './hall.repository'
import { presentSlots } from './slots.presenter'

/** How far away a hall may be to be shown as near, in metres: across a district. */
const reach = 20_000

export function hallRoutes(bind: Bind): void {
  bind.endpoint('halls.list', ({ ctx, query }) => presentHalls(ctx, query))
  bind.endpoint('halls.items', ({ ctx, query }) => presentHandled(ctx, query))
  bind.endpoint('halls.figures', ({ ctx, query }) => presentFigures(ctx, query))
  bind.command('halls.create', ({ ctx, body }) => createHall(ctx, body), presentHall)
  bind.endpoint('halls.show', ({ ctx, params, query }) => presentHall(ctx, params.id, query.near))
  bind.endpoint('halls.update', async ({ ctx, params, body, expectedVersion }) => {
    await updateHall(ctx, { id: params.id, expectedVersion }, body)
    return presentHall(ctx, params.id)
  })
  bind.endpoint('halls.slots', ({ ctx, params, query }) => presentSlots(ctx, params.id, query))
}

async function orgOf({ services }: PublicCtx, code: string): Promise<Org> {
  const org = await findOrg(services.db.reader, code)
  if (!org) throw notFound('这个区、街道或社区')
  return org
}

/** By everyday words, as each district's catalogue finds items. */
async function itemsBy({ services }: PublicCtx, districtCodes: readonly string[], q: string): Promise<string[]> {
  const found = await Promise.all(
    districtCodes.map(async (districtCode) =>
      searchItems(await listOfDistrict(services.db.reader, { districtCode, state: 'open' }), q),
    ),
  )
  return found.flat().map(({ item }) => item.id)
}

async function presentHalls(ctx: PublicCtx, query: Received<'halls.list', 'query'>): Promise<Answer<'halls.list'>> {
  const { reader } = ctx.services.db
  const { q, near, limit, state } = query
  const org = query.org === undefined ? undefined : await orgOf(ctx, query.org)
  const filter: HallFilter = { path: org?.path, name: q, state, itemIds: await itemIdsOf(ctx, org, query) }
  if (near !== undefined) {
    const after = readKey(query.cursor)
    const found = (await findNearHalls(reader, near, reach, filter))
      .filter(({ hall, metres }) => !after || metres > after.metres || (metres === after.metres && hall.id > after.id))
      .slice(0, limit + 1)
    const present = await hallSummaries(
      ctx,
      found.map(({ hall }) => hall),
    )
    const shown = found.map(({ hall, metres }) => present(hall, metres))
    return pageOf(
      shown,
      limit,
      ({ id, distanceMetres }) => `${distanceMetres ?? 0}:${id}`,
      (hall) => hall,
    )
  }
  const rows = await listHalls(reader, filter, { afterId: decodeCursor(query.cursor), limit: limit + 1 })
  const present = await hallSummaries(ctx, rows)
  const shown = rows.map((hall) => present(hall))
  return pageOf(
    shown,
    limit,
    ({ id }) => id,
    (hall) => hall,
  )
}

/** The items that halls are looked for by; undefined when by none. */
async function itemIdsOf(
  ctx: PublicCtx,
  org: Org | undefined,
  { itemId, q, near }: Received<'halls.list', 'query'>,
): Promise<string[] | undefined> {
  if (itemId !== undefined) return [itemId]
  if (q === undefined) return undefined
  const around = near === undefined ? [] : await findNearDistricts(ctx.services.db.reader, near, reach)
  return itemsBy(ctx, org === undefined ? around : [org.districtCode], q)
}

function readKey(cursor: string | undefined): { metres: number; id: string } | undefined {
  const key = decodeCursor(cursor)
  if (key === undefined) return undefined
  const [metres = '', id = ''] = key.split(':')
  if (!/^\d{1,6}$/.test(metres)) throw malformedRequest('翻页位置无效，请从第一页重新打开')
  return { metres: Number(metres), id }
}

/** Items of the catalogue's order that some hall of the territory handles. */
async function presentHandled(ctx: PublicCtx, query: Received<'halls.items', 'query'>): Promise<Answer<'halls.items'>> {
  const { reader } = ctx.services.db
  const org = await orgOf(ctx, query.org)
  const handled = await findHandled(reader, org.path)
  const halls = await findHalls(reader, new Set(handled.map(({ hallId }) => hallId)))
  const orgs = await findOrgs(
    reader,
    [...halls.values()].map(({ orgCode }) => orgCode),
  )
  const items = (await listOfDistrict(reader, { districtCode: org.districtCode, state: 'open' })).filter(({ id }) =>
    handled.some(({ itemId }) => itemId === id),
  )
  const found = query.q === undefined ? items : searchItems(items, query.q).map(({ item }) => item)
  const key = decodeCursor(query.cursor)
  if (key !== undefined && !/^\d{1,6}$/.test(key)) throw malformedRequest('翻页位置无效，请从第一页重新打开')
  const from = Number(key ?? 0)
  return pageOf(
    found.slice(from, from + query.limit + 1).map((item, index) => ({ item, place: from + index + 1 })),
    query.limit,
    ({ place }) => String(place),
    ({ item: { id, name, category } }) => ({
      id,
      item: { id, name, category },
      halls: handled.flatMap(({ itemId, hallId, scope }) => {
        const hall = halls.get(hallId)
        const hallOrg = hall && orgs.get(hall.orgCode)
        return itemId === id && hallOrg ? [{ id: hallId, name: hall.name, org: orgRef(hallOrg), scope }] : []
      }),
    }),
  )
}
