import { formatInstant } from '@xinban/shared/domain'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Ctx, PublicCtx, Services } from '../../context'
import type { Bind } from '../../http/bind'
import { spend } from '../../http/rate-limit'
import { authenticate } from './authenticate'
import { changePassword } from './commands/change-password'
import { confirmResident, findResident, presentResident, unconfirmResident } from './commands/confirm-resident'
import { signIn, signOut } from './commands/sign-in'
import { updateMe } from './commands/update-me'
import { findPerson } from './identity.repository'
import { presentMe } from './person.presenter'

interface Hooks {
  /** A phone has just been confirmed, or its holder has signed in. */
  onPhoneConfirmed(ctx: PublicCtx, personId: string, phoneHash: string): Promise<void>
  onSignedIn(ctx: Ctx): Promise<void>
}

export function identityRoutes(bind: Bind, services: Services, hooks: Hooks): void {
  const attempts = new RateLimiterMemory({ points: services.env.signInsPerMinute, duration: 60 })

  bind.endpoint('sessions.create', async ({ ctx, body, address }) => {
    if (body.provider === 'password') await spend(attempts, address)
    const { token, expiresAt, personId } = await signIn(ctx, body)
    const person = await findPerson(services.db.reader, personId)
    if (person?.phoneHash) await hooks.onPhoneConfirmed(ctx, personId, person.phoneHash)
    const actor = await authenticate(services, token, ctx.now)
    await hooks.onSignedIn({ ...ctx, actor })
    return { token, expiresAt: formatInstant(expiresAt), ...(await presentMe(services, actor)) }
  })

  bind.endpoint('sessions.end', async ({ ctx, token }) => signOut(ctx, token))

  bind.endpoint('residents.find', async ({ ctx, body }) => presentResident(ctx, await findResident(ctx, body)))
  bind.command('residents.confirm', ({ ctx, body }) => confirmResident(ctx, body), presentResident)
  bind.command('residents.unconfirm', ({ ctx, body }) => unconfirmResident(ctx, body), presentResident)

  bind.endpoint('me.show', async ({ ctx }) => presentMe(services, ctx.actor))

  bind.endpoint('me.change-password', async ({ ctx, body, token }) => changePassword(ctx, body, token))

  bind.endpoint('me.update', async ({ ctx, body }) => {
    const { phoneHash } = await updateMe(ctx, body)
    if (phoneHash !== null) await hooks.onPhoneConfirmed(ctx, ctx.actor.personId, phoneHash)
    return presentMe(services, ctx.actor)
  })
}
