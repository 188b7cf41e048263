import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Bind } from '../../http/bind'
import { spend } from '../../http/rate-limit'
import { grantMembership, revokeMembership } from '../identity'
import { presentFound, presentMember, presentMemberChanges, presentMembers, presentOverview } from './members.presenter'

/** Phones that one person may look up in ten minutes: enough for a day's additions, too few to go through a list. */
const lookUps = { points: 30, duration: 600 }

export function memberRoutes(bind: Bind): void {
  const looked = new RateLimiterMemory(lookUps)

  bind.endpoint('members.list', ({ ctx, query }) => presentMembers(ctx, query))
  bind.endpoint('members.overview', ({ ctx, query }) => presentOverview(ctx, query.orgCode))
  bind.endpoint('members.find', async ({ ctx, body }) => {
    await spend(looked, ctx.actor.personId)
    return presentFound(ctx, body)
  })
  bind.endpoint('members.grant', async ({ ctx, body }) => presentMember(ctx, await grantMembership(ctx, body)))
  bind.endpoint('members.revoke', ({ ctx, params }) => revokeMembership(ctx, params.id))
  bind.endpoint('member-changes.list', ({ ctx, query }) => presentMemberChanges(ctx, query))
}
