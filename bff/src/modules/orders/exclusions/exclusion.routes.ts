import type { Bind } from '../../../http/bind'
import { decideExclusion, withdrawExclusion } from './decide-exclusion'
import { presentExclusion, presentExclusions } from './exclusion.presenter'
import { proposeExclusion } from './propose-exclusion'

export function exclusionRoutes(bind: Bind): void {
  bind.endpoint('exclusions.list', ({ ctx, query }) => presentExclusions(ctx, query))
  bind.command('exclusions.propose', ({ ctx, body }) => proposeExclusion(ctx, body), presentExclusion)
  bind.command(
    'exclusions.decide',
    ({ ctx, params: { id }, body, expectedVersion }) => decideExclusion(ctx, { id, expectedVersion }, body),
    presentExclusion,
  )
  bind.command(
    'exclusions.withdraw',
    ({ ctx, params: { id }, expectedVersion }) => withdrawExclusion(ctx, { id, expectedVersion }),
    presentExclusion,
  )
}
