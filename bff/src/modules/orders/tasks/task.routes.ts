import type { Bind } from '../../../http/bind'
import { presentPage } from '../order-pages'
import { presentOrder } from '../order.presenter'
import { expectDepartment, placeTask } from './place-task'

/** What departments ask of units. */
export function taskRoutes(bind: Bind): void {
  bind.command('tasks.place', ({ ctx, body }) => placeTask(ctx, body), presentOrder)
  bind.endpoint('tasks.list', async ({ ctx, query }) => {
    const { orgCode } = await expectDepartment(ctx.services.db.reader, ctx, query.membershipId)
    const scopes = [{ column: 'owner_org_code', value: orgCode } as const]
    return presentPage(ctx, { scopes, statuses: undefined, sort: 'newest' }, query)
  })
}
