import { urgencies, type OrderSummary } from '@xinban/shared/contracts'
import { openStatuses, publicStatuses } from '@xinban/shared/domain'
import type { ActorMembership, Ctx } from '../../context'
import { malformedRequest } from '../../errors'
import { decodeCursor, pageOf } from '../../http/page'
import { dueScope, listByDue, type DueFilter, type DueKey } from './due-queue.queries'
import { ownScopes, publicScope } from './order-scopes'
import type { OrderRow } from './order.entity'
import { publicSummaryPresenter, summaryPresenter } from './order.presenter'
import { listOrders, type ListKey, type ListWhere } from './order.queries'

interface Page {
  readonly items: OrderSummary[]
  readonly nextCursor: string | null
}
interface Wanted {
  readonly limit: number
  readonly cursor?: string | undefined
}
type Where = Omit<ListWhere, 'after' | 'limit' | 'now'>

/** A page of orders as the caller may see them. Throws malformed_request for a cursor that no list of ours gave out. */
export async function presentPage(
  ctx: Ctx,
  where: Where,
  { limit, cursor }: Wanted,
  presenter = summaryPresenter,
): Promise<Page> {
  const after = readKey(cursor, where.sort)
  const rows = await listOrders(ctx.services.db.reader, { ...where, after, limit: limit + 1, now: ctx.now })
  return pageOf(rows, limit, (order) => keyOf(order, where.sort), await presenter(ctx, rows.slice(0, limit)))
}

/** In a list that goes by urgency a page also ends inside one of its parts. */
const keyOf = ({ id, urgency }: Pick<OrderRow, 'id' | 'urgency'>, sort: Where['sort']): string =>
  sort === 'urgent' ? `${urgency}:${id}` : id

function readKey(cursor: string | undefined, sort: Where['sort']): ListKey | undefined {
  const key = decodeCursor(cursor)
  if (key === undefined) return undefined
  const [id = '', part] = key.split(':').reverse()
  const urgency = urgencies.find((known) => known === part)
  if (sort === 'urgent' ? urgency === undefined : part !== undefined) throw brokenCursor()
  return urgency === undefined ? { id } : { id, urgency }
}

const brokenCursor = () => malformedRequest('翻页位置无效，请从第一页重新打开')

/**
 * A page of the queue of a membership by due time. Throws malformed_request for a cursor that no such list gave out.
 */
export async function presentDuePage(
  ctx: Ctx,
  membership: ActorMembership,
  filter: DueFilter,
  { limit, cursor }: Wanted,
): Promise<Page> {
  const after = readDueKey(cursor)
  const where = { ...filter, scope: dueScope(membership), after, limit: limit + 1, now: ctx.now }
  const due = await listByDue(ctx.services.db.reader, where)
  const shown = due.slice(0, limit).map(({ order }) => order)
  const present = await summaryPresenter(ctx, shown)
  return pageOf(
    due,
    limit,
    ({ order, dueAt }) => `${dueAt.getTime()}:${order.id}`,
    ({ order }) => present(order),
  )
}

function readDueKey(cursor: string | undefined): DueKey | undefined {
  const key = decodeCursor(cursor)
  if (key === undefined) return undefined
  const [, at, id] = /^(\d{1,15}):([\w-]+)$/.exec(key) ?? []
  if (at === undefined || id === undefined) throw brokenCursor()
  return { dueAt: new Date(Number(at)), id }
}

/** A page of what everyone may see of a community. */
export const presentPublicPage = (
  ctx: Ctx,
  communityCode: string,
  sort: Exclude<Where['sort'], 'urgent'>,
  wanted: Wanted,
): Promise<Page> =>
  presentPage(
    ctx,
    { scopes: [publicScope(communityCode)], statuses: publicStatuses, sort },
    wanted,
    publicSummaryPresenter,
  )

/** What of mine is under way, what I placed for others included. */
export const presentOwnOpen = (ctx: Ctx, limit: number): Promise<Page> =>
  presentPage(ctx, { scopes: ownScopes(ctx), statuses: openStatuses, sort: 'newest' }, { limit })
