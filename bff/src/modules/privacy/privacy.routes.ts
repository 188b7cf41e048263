import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Bind } from '../../http/bind'
import { spend } from '../../http/rate-limit'
import { deleteMe } from './delete-me'
import { presentExport, presentStored } from './privacy.presenter'

/** Answers of an export within ten minutes: some thousand orders, and no more. */
const exportsPerTenMinutes = 40

export function privacyRoutes(bind: Bind): void {
  const exports = new RateLimiterMemory({ points: exportsPerTenMinutes, duration: 600 })

  bind.endpoint('me.stored', ({ ctx, token }) => presentStored(ctx, token))
  bind.endpoint('me.delete', ({ ctx, query }) => deleteMe(ctx, query))
  bind.endpoint('me.export', async ({ ctx, query }) => {
    await spend(exports, ctx.actor.personId)
    return presentExport(ctx, query.cursor)
  })
}
