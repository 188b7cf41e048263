import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Bind, Request } from '../../http/bind'
import { spend } from '../../http/rate-limit'
import { blowWhistle } from './commands/blow-whistle'
import { moveWhistle, type WhistleTarget } from './commands/move-whistle'
import { reportIn } from './commands/report-in'
import { addDepartment, presentDepartments, removeDepartment } from './departments'
import { presentWhistles, presentWhistlesOfOrder } from './whistle-lists'
import { presentWhistle } from './whistle.presenter'

/** Six digits are not to be guessed: so many tries in ten minutes, of one person for one whistle. */
const codeTries = 10

const target = ({
  params,
  expectedVersion,
}: Pick<Request<'whistles.sign'>, 'params' | 'expectedVersion'>): WhistleTarget => ({ id: params.id, expectedVersion })

export function whistleRoutes(bind: Bind): void {
  const tries = new RateLimiterMemory({ points: codeTries, duration: 600 })

  bind.endpoint('departments.list', ({ ctx, query }) => presentDepartments(ctx, query.membershipId))
  bind.endpoint('departments.add', ({ ctx, params }) => addDepartment(ctx, params.code))
  bind.endpoint('departments.remove', ({ ctx, params }) => removeDepartment(ctx, params.code))

  bind.endpoint('whistles.list', ({ ctx, query }) => presentWhistles(ctx, query))
  bind.endpoint('whistles.of-order', ({ ctx, params }) => presentWhistlesOfOrder(ctx, params.id))
  bind.command('whistles.blow', ({ ctx, body }) => blowWhistle(ctx, body), presentWhistle)
  bind.endpoint('whistles.show', ({ ctx, params }) => presentWhistle(ctx, params.id))

  bind.command('whistles.sign', (r) => moveWhistle(r.ctx, target(r), 'sign'), presentWhistle)
  bind.command('whistles.refuse', (r) => moveWhistle(r.ctx, target(r), 'refuse', r.body), presentWhistle)
  bind.command(
    'whistles.resolve-refusal',
    (r) => moveWhistle(r.ctx, target(r), 'resolve-refusal', { ...r.body, data: { decision: r.body.decision } }),
    presentWhistle,
  )
  bind.command('whistles.contact', (r) => moveWhistle(r.ctx, target(r), 'contact', r.body), presentWhistle)
  bind.command(
    'whistles.report-in',
    async (r) => {
      if (r.body.placeCode !== undefined) await spend(tries, `${r.ctx.actor.personId} ${r.params.id}`)
      return reportIn(r.ctx, target(r), r.body)
    },
    presentWhistle,
  )
  bind.command('whistles.progress', (r) => moveWhistle(r.ctx, target(r), 'progress', r.body), presentWhistle)
  bind.command('whistles.finish', (r) => moveWhistle(r.ctx, target(r), 'finish', r.body), presentWhistle)
  bind.command('whistles.send-back', (r) => moveWhistle(r.ctx, target(r), 'send-back', r.body), presentWhistle)
  bind.command('whistles.close', (r) => moveWhistle(r.ctx, target(r), 'close', r.body), presentWhistle)
  bind.command('whistles.withdraw', (r) => moveWhistle(r.ctx, target(r), 'withdraw', r.body), presentWhistle)
  bind.command(
    'whistles.grade-department',
    ({ ctx, body: { departmentCode, stars, note }, ...r }) =>
      moveWhistle(ctx, target(r), 'grade-department', { departmentCode, note, data: { stars }, party: { stars } }),
    presentWhistle,
  )
  bind.command(
    'whistles.grade-street',
    ({ ctx, body: { stars, note }, ...r }) =>
      moveWhistle(ctx, target(r), 'grade-street', { note, data: { stars }, party: { streetStars: stars } }),
    presentWhistle,
  )
}
