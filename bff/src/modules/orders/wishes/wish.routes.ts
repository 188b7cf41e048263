import type { Bind, Request } from '../../../http/bind'
import { claimOrder } from '../commands/claim-order'
import type { OrderTarget } from '../commands/move-order'
import { offerToUnits, recordFirstContact, releaseOrder, unlistOrder } from '../commands/work-claim'
import { inviteUnit, joinClaim } from '../commands/join-claim'
import { presentOrder } from '../order.presenter'
import { decideThanks, writeThanks } from './thanks'
import { presentThanks, presentThanksList } from './thanks.presenter'
import { presentDesk, presentInvitable, presentWorkbench } from './wall-pages'

const target = ({
  params,
  expectedVersion,
}: Pick<Request<'orders.claim'>, 'params' | 'expectedVersion'>): OrderTarget => ({
  id: params.id,
  expectedVersion,
})

/** Wishes and what units take from the wall: orders like any other, with a wall of their own. */
export function wishRoutes(bind: Bind): void {
  bind.command('orders.offer-to-units', (r) => offerToUnits(r.ctx, target(r), r.body), presentOrder)
  bind.command('orders.unlist', (r) => unlistOrder(r.ctx, target(r), r.body), presentOrder)
  bind.command('orders.claim', (r) => claimOrder(r.ctx, target(r), r.body), presentOrder)
  bind.command('orders.first-contact', (r) => recordFirstContact(r.ctx, target(r), r.body), presentOrder)
  bind.command('orders.invite-unit', (r) => inviteUnit(r.ctx, target(r), r.body), presentOrder)
  bind.command('orders.join', (r) => joinClaim(r.ctx, target(r)), presentOrder)
  bind.command('orders.release', (r) => releaseOrder(r.ctx, target(r), r.body), presentOrder)

  bind.command('thanks.write', (r) => writeThanks(r.ctx, r.params.id, r.body.text), presentThanks)
  bind.command('thanks.decide', (r) => decideThanks(r.ctx, r.params.id, r.body.decision), presentThanks)
  bind.endpoint('thanks.list', ({ ctx, query }) => presentThanksList(ctx, query, query))

  bind.endpoint('orders.invitable-units', ({ ctx, params }) => presentInvitable(ctx, params.id))
  bind.endpoint('wishes.desk', ({ ctx, query }) => presentDesk(ctx, query, query))
  bind.endpoint('units.workbench', ({ ctx, params, query }) => presentWorkbench(ctx, params.code, query.tab, query))
}
