import { invalidField } from '../../errors'
import type { Bind, Request } from '../../http/bind'
import { membershipFor } from '../identity'
import { acceptOrder } from './commands/accept-order'
import { approveOrder } from './commands/approve-order'
import { callbackOrder } from './commands/callback-order'
import { declineOrder } from './commands/decline-order'
import { dispatchOrder } from './commands/dispatch-order'
import { disputeOrder } from './commands/dispute-order'
import { fulfilOrder } from './commands/fulfil-order'
import { gradeOrder } from './commands/grade-order'
import { mergeOrder, unmergeOrder } from './commands/merge-order'
import type { OrderTarget } from './commands/move-order'
import { placeOrder } from './commands/place-order'
import { progressOrder } from './commands/progress-order'
import { rateFollowUp, rateOrder } from './commands/rate-order'
import { rectifyOrder } from './commands/rectify-order'
import { requestExtension } from './commands/request-extension'
import { resolveDecline } from './commands/resolve-decline'
import { resolveDispute } from './commands/resolve-dispute'
import { resolveEscalation } from './commands/resolve-escalation'
import { resolveExtension } from './commands/resolve-extension'
import { reworkOrder } from './commands/rework-order'
import { secondOrder } from './commands/second-order'
import { urgeOrder } from './commands/urge-order'
import { viewContact } from './commands/view-contact'
import { withdrawOrder } from './commands/withdraw-order'
import { presentContactViews } from './contact-views.presenter'
import { lookAtFlag } from './devices/look-at-flag'
import { presentFlag, presentFlags } from './devices/rating-flags.presenter'
import { presentTargets } from './dispatch-targets.presenter'
import { presentHome, type BesideOrders } from './home.presenter'
import { countDue, countTasks, dueScope } from './due-queue.queries'
import { presentDuePage, presentPage, presentPublicPage } from './order-pages'
import { presentSimilar } from './similar.presenter'
import { ownScopes, queueScope } from './order-scopes'
import { presentOrder, presentPlaced, presentRedirected, presentToAnyone } from './order.presenter'
import { asAnyone, asPerson } from './wishes/nobody'
import { presentWall } from './wishes/wall-pages'
import { countGradable, countOpen } from './order-counts.queries'

const target = ({
  params,
  expectedVersion,
}: Pick<Request<'orders.accept'>, 'params' | 'expectedVersion'>): OrderTarget => ({
  id: params.id,
  expectedVersion,
})

const acceptance = ({ complex, complexReason }: Request<'orders.accept'>['body']) =>
  complex ? { complexReason: complexReason ?? '' } : {}

export function orderRoutes(bind: Bind, beside: BesideOrders): void {
  bind.endpoint('home.show', ({ ctx, query }) => presentHome(ctx, query.membershipId, beside))

  bind.endpoint('orders.list', async ({ ctx: caller, query }) => {
    if (query.view === 'wishes') return presentWall(asAnyone(caller), query, query)
    const ctx = asPerson(caller)
    const { view, status, kind, communityCode, urgency, q, sort, task, limit, cursor, membershipId } = query
    if (task !== undefined && (view !== 'queue' || sort !== 'due')) {
      throw invalidField('task', 'not_queue', '只有工作台的单可以按待办事项看，并且按时限排')
    }
    if (view === 'public') {
      if (communityCode === undefined) throw invalidField('communityCode', 'missing', '请选择要看哪个社区的公开单')
      if (sort === 'urgent' || sort === 'due' || urgency !== undefined) {
        throw invalidField('sort', 'not_public', '公开的单不看是否紧急，请按时间排')
      }
      return presentPublicPage(ctx, communityCode, sort, { limit, cursor })
    }
    if (sort === 'due') {
      if (view !== 'queue') throw invalidField('sort', 'not_queue', '自己的单不按时限排，请按时间或紧急程度排')
      const filter = { statuses: status, kind, communityCode, urgency, q, task }
      return presentDuePage(ctx, membershipFor(ctx, membershipId), filter, { limit, cursor })
    }
    const scopes = view === 'mine' ? ownScopes(ctx) : [queueScope(membershipFor(ctx, membershipId))]
    return presentPage(ctx, { scopes, statuses: status, kind, communityCode, urgency, q, sort }, { limit, cursor })
  })

  bind.endpoint('orders.counts', async ({ ctx, query }) => {
    const { reader } = ctx.services.db
    const membership = membershipFor(ctx, query.membershipId)
    const scope = dueScope(membership)
    const [open, mayGrade, time, tasks] = await Promise.all([
      countOpen(reader, queueScope(membership)),
      countGradable(reader, membership, ctx.actor.personId, ctx.now),
      countDue(reader, scope, ctx.now),
      countTasks(reader, scope),
    ])
    return { ...open, mayGrade, ...time, tasks }
  })

  bind.endpoint('orders.similar', ({ ctx, query }) => presentSimilar(ctx, query))
  bind.command('orders.place', ({ ctx, body }) => placeOrder(ctx, body), presentPlaced)
  bind.endpoint('orders.show', ({ ctx, params }) => presentToAnyone(ctx, params.id))

  bind.endpoint('orders.targets', ({ ctx, params }) => presentTargets(ctx, params.id))
  bind.endpoint('orders.view-contact', ({ ctx, params, body }) => viewContact(ctx, params.id, body.reason))
  bind.endpoint('contact-views.list', ({ ctx, query }) => presentContactViews(ctx, query))

  bind.endpoint('rating-flags.list', ({ ctx, query }) => presentFlags(ctx, query))
  bind.command('rating-flags.look-at', (r) => lookAtFlag(r.ctx, r.params.id, r.body), presentFlag)

  bind.command('orders.accept', (r) => acceptOrder(r.ctx, target(r), acceptance(r.body)), presentOrder)
  bind.command('orders.decline', (r) => declineOrder(r.ctx, target(r), r.body), presentOrder)
  bind.command('orders.resolve-decline', (r) => resolveDecline(r.ctx, target(r), r.body), presentRedirected)
  bind.command('orders.dispatch', (r) => dispatchOrder(r.ctx, target(r), r.body), presentOrder)
  bind.command('orders.progress', (r) => progressOrder(r.ctx, target(r), r.body), presentOrder)
  bind.command('orders.fulfil', (r) => fulfilOrder(r.ctx, target(r), r.body), presentOrder)
  bind.command('orders.withdraw', (r) => withdrawOrder(r.ctx, target(r), r.body), presentOrder)
  bind.command('orders.rate', (r) => rateOrder(r.ctx, target(r), r.body), presentOrder)
  bind.command('orders.grade', (r) => gradeOrder(r.ctx, target(r), r.body), presentOrder)
  bind.command('orders.rework', (r) => reworkOrder(r.ctx, target(r), r.body), presentOrder)

  bind.command('orders.callback', (r) => callbackOrder(r.ctx, target(r), r.body), presentOrder)
  bind.command('orders.rectify', (r) => rectifyOrder(r.ctx, target(r), r.body), presentOrder)
  bind.command('orders.follow-up-rating', (r) => rateFollowUp(r.ctx, target(r), r.body), presentOrder)
  bind.command('orders.request-extension', (r) => requestExtension(r.ctx, target(r), r.body), presentOrder)
  bind.command('orders.resolve-extension', (r) => resolveExtension(r.ctx, target(r), r.body), presentOrder)
  bind.command('orders.urge', (r) => urgeOrder(r.ctx, target(r), r.body), presentOrder)
  bind.command('orders.dispute', (r) => disputeOrder(r.ctx, target(r), r.body), presentOrder)
  bind.command('orders.resolve-dispute', (r) => resolveDispute(r.ctx, target(r), r.body), presentOrder)
  bind.command('orders.resolve-escalation', (r) => resolveEscalation(r.ctx, target(r), r.body), presentOrder)

  bind.command('orders.approve', (r) => approveOrder(r.ctx, target(r), r.body), presentOrder)
  bind.command('orders.second', (r) => secondOrder(r.ctx, r.params.id), presentOrder)
  bind.command('orders.merge', (r) => mergeOrder(r.ctx, target(r), r.body), presentOrder)
  bind.command('orders.unmerge', (r) => unmergeOrder(r.ctx, target(r), r.body), presentOrder)
}
