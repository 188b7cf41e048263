import type { Bind, Request } from '../../http/bind'
import { decodeCursor, pageOf } from '../../http/page'
import { acceptOrder } from './commands/accept-order'
import { declineOrder } from './commands/decline-order'
import { dispatchOrder } from './commands/dispatch-order'
import { fulfilOrder } from './commands/fulfil-order'
import { gradeOrder } from './commands/grade-order'
import type { OrderTarget } from './commands/move-order'
import { placeOrder } from './commands/place-order'
import { progressOrder } from './commands/progress-order'
import { rateOrder } from './commands/rate-order'
import { resolveDecline } from './commands/resolve-decline'
import { reworkOrder } from './commands/rework-order'
import { withdrawOrder } from './commands/withdraw-order'
import { membershipFor, ownScopes, queueScope } from './order-scopes'
import { presentOrder, presentRedirected, summaryPresenter } from './order.presenter'
import { countOpen, listOrders } from './order.queries'

const target = ({
  params,
  expectedVersion,
}: Pick<Request<'orders.accept'>, 'params' | 'expectedVersion'>): OrderTarget => ({
  id: params.id,
  expectedVersion,
})

export function orderRoutes(bind: Bind): void {
  bind.endpoint('orders.list', async ({ ctx, query }) => {
    const { view, status, kind, communityCode, q, sort, limit, cursor, membershipId } = query
    const scopes = view === 'mine' ? ownScopes(ctx) : [queueScope(membershipFor(ctx, membershipId))]
    const rows = await listOrders(ctx.services.db.reader, {
      ...{ scopes, statuses: status, kind, communityCode, q, sort },
      afterId: decodeCursor(cursor),
      limit: limit + 1,
      now: ctx.now,
    })
    const present = await summaryPresenter(ctx, rows.slice(0, limit))
    return pageOf(rows, limit, (order) => order.id, present)
  })

  bind.endpoint('orders.counts', async ({ ctx, query }) => ({
    counts: await countOpen(ctx.services.db.reader, queueScope(membershipFor(ctx, query.membershipId))),
  }))

  bind.command('orders.place', ({ ctx, body }) => placeOrder(ctx, body), presentOrder)
  bind.endpoint('orders.show', ({ ctx, params }) => presentOrder(ctx, params.id))

  bind.command('orders.accept', (r) => acceptOrder(r.ctx, target(r)), presentOrder)
  bind.command('orders.decline', (r) => declineOrder(r.ctx, target(r), r.body), presentOrder)
  bind.command('orders.resolve-decline', (r) => resolveDecline(r.ctx, target(r), r.body), presentRedirected)
  bind.command('orders.dispatch', (r) => dispatchOrder(r.ctx, target(r), r.body), presentOrder)
  bind.command('orders.progress', (r) => progressOrder(r.ctx, target(r), r.body), presentOrder)
  bind.command('orders.fulfil', (r) => fulfilOrder(r.ctx, target(r), r.body), presentOrder)
  bind.command('orders.withdraw', (r) => withdrawOrder(r.ctx, target(r), r.body), presentOrder)
  bind.command('orders.rate', (r) => rateOrder(r.ctx, target(r), r.body), presentOrder)
  bind.command('orders.grade', (r) => gradeOrder(r.ctx, target(r), r.body), presentOrder)
  bind.command('orders.rework', (r) => reworkOrder(r.ctx, target(r), r.body), presentOrder)
}
