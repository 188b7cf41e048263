import type { OrderSummary, OrgRef } from '@xinban/shared/contracts'
import { suggestWishes, type Offer, type OrderStatus, type WallState, type WishCategory } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { asDate } from '../../../db/sql'
import { forbidden, malformedRequest, notFound } from '../../../errors'
import { decodeCursor, pageOf } from '../../../http/page'
import { membershipFor } from '../../identity'
import { findOrgs, listOrgs, orgRef } from '../../orgs'
import { expectUnit, isMemberOf, listActiveUnits, serves, type UnitRow } from '../../units'
import { maySee } from '../order.policy'
import { publicSummary, publicSummaryPresenter, summaryPresenter } from '../order.presenter'
import type { OrderRow } from '../order.entity'
import { findOrder } from '../order.repository'
import { presentWish } from './wish.presenter'
import { listOfUnit, listUntaken, listWaiting, listWall, type WallKey } from './wall.queries'

interface Wanted {
  readonly limit: number
  readonly cursor?: string | undefined
}
interface Page {
  readonly items: OrderSummary[]
  readonly nextCursor: string | null
}

const brokenCursor = () => malformedRequest('翻页位置无效，请从第一页重新打开')

function readKey(cursor: string | undefined): { at: number; id: string } | undefined {
  const key = decodeCursor(cursor)
  if (key === undefined) return undefined
  const [, at, id] = /^(-?\d{1,15}):([\w-]+)$/.exec(key) ?? []
  if (at === undefined || id === undefined) throw brokenCursor()
  return { at: Number(at), id }
}

function readRank(cursor: string | undefined): WallKey | undefined {
  const key = readKey(cursor)
  return key && { rank: key.at, id: key.id }
}
const rankKey = ({ wallRank, id }: OrderRow) => `${wallRank ?? 0}:${id}`

interface Wall {
  readonly districtCode?: string | undefined
  readonly communityCode?: string | undefined
  readonly category?: WishCategory | undefined
  readonly state: WallState
}

/** The wall as everyone reads it, in its public form. Throws malformed_request for a cursor that it did not give out. */
export async function presentWall(ctx: Ctx, wall: Wall, { limit, cursor }: Wanted): Promise<Page> {
  const districtCode = wall.districtCode ?? (await shownDistrict(ctx))
  const { reader } = ctx.services.db
  const rows = await listWall(reader, { ...wall, districtCode, after: readRank(cursor), limit: limit + 1 })
  return pageOf(rows, limit, rankKey, await publicSummaryPresenter(ctx, rows.slice(0, limit)))
}

/** The district that visitors see first. */
async function shownDistrict({ services: { env, db } }: Ctx): Promise<string> {
  if (env.districtCode !== null) return env.districtCode
  const [first] = await listOrgs(db.reader, { parentCode: null, level: 'district', afterCode: '', limit: 1 })
  return first?.code ?? ''
}

/** What waits for the word of a street or district, or what nobody took in time. Throws forbidden for other roles. */
export async function presentDesk(
  ctx: Ctx,
  { membershipId, tab }: { membershipId?: string; tab: 'waiting' | 'untaken' },
  { limit, cursor }: Wanted,
): Promise<Page> {
  const { role, orgCode } = membershipFor(ctx, membershipId)
  if (role !== 'street_staff' && role !== 'district_admin') throw forbidden('审单由街道（镇）和区来做')
  const { reader } = ctx.services.db
  const key = readKey(cursor)
  const where = {
    column: role === 'street_staff' ? ('street_code' as const) : ('district_code' as const),
    ...{ code: orgCode, after: key && { at: new Date(key.at), id: key.id }, limit: limit + 1 },
  }
  const found =
    tab === 'waiting'
      ? (await listWaiting(reader, where)).map((order) => ({ order, at: order.offeredAt ?? ctx.now }))
      : (await listUntaken(reader, where, ctx.now)).map(({ order, dueAt }) => ({ order, at: asDate(dueAt) }))
  const shown = found.slice(0, limit).map(({ order }) => order)
  const present = await summaryPresenter(ctx, shown)
  return pageOf(
    found,
    limit,
    ({ order, at }) => `${at.getTime()}:${order.id}`,
    ({ order }) => present(order),
  )
}

const mostInvitable = 100

/** Whom the unit that claimed an order may ask to join in. Throws not_found for everyone else. */
export async function presentInvitable(ctx: Ctx, orderId: string): Promise<{ items: OrgRef[] }> {
  const { reader } = ctx.services.db
  const order = await findOrder(reader, orderId)
  const isLead =
    order !== undefined &&
    order.assigneeOrgCode !== null &&
    order.claimedAt !== null &&
    isMemberOf(ctx.actor, order.assigneeOrgCode)
  if (!order?.assigneeOrgCode || !isLead) throw notFound('这个单')
  const taken = [order.assigneeOrgCode, ...(order.partners ?? []).map(({ code }) => code)]
  const units = await listActiveUnits(reader, order.districtCode)
  const free = units.filter((unit) => serves(unit, order) && !taken.includes(unit.orgCode)).slice(0, mostInvitable)
  const orgs = await findOrgs(
    reader,
    free.map(({ orgCode }) => orgCode),
  )
  return { items: [...orgs.values()].map(orgRef) }
}

const tabs = {
  'in-hand': ['in_progress', 'rework'],
  history: ['fulfilled', 'rated', 'graded'],
} as const satisfies Record<string, readonly OrderStatus[]>

const mostSuggested = 3
/** Among so many of the longest waiting the suggestions are sought. */
const soughtAmong = 60

interface Bench extends Page {
  readonly suggested: OrderSummary[]
}

/** What members of a unit work with. Throws not_found, forbidden for those who only look after it, malformed_request. */
export async function presentWorkbench(
  ctx: Ctx,
  unitCode: string,
  tab: 'claimable' | keyof typeof tabs,
  { limit, cursor }: Wanted,
): Promise<Bench> {
  const { unit } = await expectUnit(ctx, unitCode)
  if (!isMemberOf(ctx.actor, unitCode)) throw forbidden('这里由单位的成员来用')
  const { reader } = ctx.services.db
  if (tab !== 'claimable') {
    const rows = await listOfUnit(reader, {
      unitCode,
      statuses: tabs[tab],
      after: decodeCursor(cursor),
      limit: limit + 1,
    })
    const summary = await summaryPresenter(ctx, rows.slice(0, limit))
    // Who was only asked to join in reads no more of it than everyone.
    const present = (order: OrderRow) => (maySee(ctx.actor, order) ? summary(order) : publicSummary(summary(order)))
    const page = pageOf(rows, limit, ({ id }) => id, present)
    return { ...page, suggested: [] }
  }
  const wall = { ...wallOf(unit), state: 'open' as const }
  const rows = await listWall(reader, { ...wall, after: readRank(cursor), limit: limit + 1 })
  const best = cursor === undefined ? suggest(ctx, unit, await listWall(reader, { ...wall, limit: soughtAmong })) : []
  const present = await publicSummaryPresenter(ctx, [...best, ...rows.slice(0, limit)])
  return { ...pageOf(rows, limit, rankKey, present), suggested: best.map(present) }
}

function wallOf({ districtCode, parentCode, areaCodes }: UnitRow) {
  const areas = areaCodes.length > 0 ? areaCodes : parentCode === districtCode ? undefined : [parentCode]
  return { districtCode, areaCodes: areas }
}

function suggest(ctx: Ctx, { categories, areaCodes }: UnitRow, orders: readonly OrderRow[]): OrderRow[] {
  const offer: Offer = { categories, communityCodes: areaCodes }
  const wishes = orders.flatMap((order) => {
    const wish = presentWish(ctx, order)
    if (!wish?.category) return []
    const { category, isPriority } = wish
    return [{ category, isPriority, communityCode: order.communityCode, days: wish.days ?? 0, order }]
  })
  return suggestWishes(offer, wishes, mostSuggested).map(({ order }) => order)
}
