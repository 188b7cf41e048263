import type { OrderSummary } from '@xinban/shared/contracts'
import { openStatuses, publicStatuses } from '@xinban/shared/domain'
import type { Ctx } from '../../context'
import { decodeCursor, pageOf } from '../../http/page'
import { ownScopes, publicScope } from './order-scopes'
import { publicSummaryPresenter, summaryPresenter } from './order.presenter'
import { listOrders, type ListWhere } from './order.queries'

interface Page {
  readonly items: OrderSummary[]
  readonly nextCursor: string | null
}
interface Wanted {
  readonly limit: number
  readonly cursor?: string | undefined
}
type Where = Omit<ListWhere, 'afterId' | 'limit' | 'now'>

/** A page of orders as the caller may see them. Throws malformed_request for a cursor that no list of ours gave out. */
export async function presentPage(
  ctx: Ctx,
  where: Where,
  { limit, cursor }: Wanted,
  presenter = summaryPresenter,
): Promise<Page> {
  const afterId = decodeCursor(cursor)
  const rows = await listOrders(ctx.services.db.reader, { ...where, afterId, limit: limit + 1, now: ctx.now })
  return pageOf(rows, limit, (order) => order.id, await presenter(ctx, rows.slice(0, limit)))
}

/** A page of what everyone may see of a community. */
export const presentPublicPage = (
  ctx: Ctx,
  communityCode: string,
  sort: Where['sort'],
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
