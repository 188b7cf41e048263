import type { Bind } from '../../http/bind'
import { giveConsent } from './commands/give-consent'
import { withdrawConsent } from './commands/withdraw-consent'
import { presentConsents } from './consent.presenter'

export function consentRoutes(bind: Bind): void {
  bind.endpoint('consents.list', ({ ctx }) => presentConsents(ctx))
  bind.endpoint('consents.give', async ({ ctx, body }) => {
    await giveConsent(ctx, body)
    return presentConsents(ctx)
  })
  bind.endpoint('consents.withdraw', async ({ ctx, params }) => {
    await withdrawConsent(ctx, params.kind)
    return presentConsents(ctx)
  })
}
