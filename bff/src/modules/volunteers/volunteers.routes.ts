import type { Bind } from '../../http/bind'
import { presentOrder, presentStatement, yearSpan } from '../orders'
import {
  presentActivities,
  presentActivity,
  presentOrderActivities,
  presentSignup,
  presentSignups,
} from './activity.presenter'
import { cancelActivity, createActivity, signUp } from './commands/activities'
import { callVolunteers } from './commands/call-volunteers'
import { moveActivity } from './commands/move-activity'
import type { Target } from './expect'
import {
  cancelRedemption,
  closeReward,
  createReward,
  handOver,
  redeem,
  reopenReward,
  updateReward,
} from './commands/market'
import { cancelSignup, checkIn, checkOut, confirmSignup, correctSignup, missSignup } from './commands/signups'
import { decideVolunteer, joinTeam, leaveTeam, savePointRules, saveTeamWords } from './commands/teams'
import {
  presentEntries,
  presentRedemption,
  presentRedemptions,
  presentReward,
  presentRewards,
} from './market.presenter'
import {
  presentPointRules,
  presentTeam,
  presentTeams,
  presentVolunteer,
  presentVolunteering,
  presentVolunteers,
} from './team.presenter'
import { countWishService } from './wish-activities'

interface Moved {
  readonly params: { readonly id: string }
  readonly expectedVersion: number | undefined
}
const target = ({ params: { id }, expectedVersion }: Moved): Target => ({ id, expectedVersion })

export function volunteerRoutes(bind: Bind): void {
  teamRoutes(bind)
  activityRoutes(bind)
  wishRoutes(bind)
  marketRoutes(bind)
}

function teamRoutes(bind: Bind): void {
  bind.endpoint('volunteer-teams.list', ({ ctx, query }) => presentTeams(ctx, query.org))
  bind.endpoint('volunteer-teams.save', async ({ ctx, params: { code }, body, expectedVersion }) => {
    await saveTeamWords(ctx, code, body, expectedVersion)
    return presentTeam(ctx, code)
  })
  bind.command('volunteer-teams.join', ({ ctx, params }) => joinTeam(ctx, params.code), presentVolunteer)
  bind.endpoint('volunteers.me', ({ ctx }) => presentVolunteering(ctx))
  bind.endpoint('volunteers.list', ({ ctx, query }) => presentVolunteers(ctx, query))
  bind.command('volunteers.decide', (r) => decideVolunteer(r.ctx, target(r), r.body.decision), presentVolunteer)
  bind.command('volunteers.leave', (r) => leaveTeam(r.ctx, target(r)), presentVolunteer)
  bind.endpoint('point-rules.show', ({ ctx, query }) => presentPointRules(ctx, query.districtCode))
  bind.endpoint('point-rules.save', async ({ ctx, body, expectedVersion }) => {
    await savePointRules(ctx, body, expectedVersion)
    return presentPointRules(ctx, body.districtCode)
  })
}

function activityRoutes(bind: Bind): void {
  bind.endpoint('activities.list', ({ ctx, query }) => presentActivities(ctx, query))
  bind.command('activities.create', ({ ctx, body }) => createActivity(ctx, body), presentActivity)
  bind.endpoint('activities.show', ({ ctx, params }) => presentActivity(ctx, params.id))
  bind.command('activities.sign-up', (r) => signUp(r.ctx, target(r)), presentActivity)
  bind.command('activities.move', (r) => moveActivity(r.ctx, target(r), r.body), presentActivity)
  bind.command('activities.cancel', (r) => cancelActivity(r.ctx, target(r), r.body.note), presentActivity)
  bind.endpoint('signups.list', ({ ctx, params, query }) => presentSignups(ctx, params.id, query))
  bind.command('signups.cancel', (r) => cancelSignup(r.ctx, target(r)), presentSignup)
  bind.command('signups.check-in', (r) => checkIn(r.ctx, target(r), r.body.code), presentSignup)
  bind.command('signups.check-out', (r) => checkOut(r.ctx, target(r)), presentSignup)
  bind.command('signups.confirm', (r) => confirmSignup(r.ctx, target(r), r.body.minutes), presentSignup)
  bind.command('signups.miss', (r) => missSignup(r.ctx, target(r)), presentSignup)
  bind.command('signups.correct', (r) => correctSignup(r.ctx, target(r), r.body.minutes, r.body.note), presentSignup)
}

/** What volunteers do for the orders that their team claimed. */
function wishRoutes(bind: Bind): void {
  bind.command('orders.call-volunteers', (r) => callVolunteers(r.ctx, target(r), r.body), presentOrder)
  bind.endpoint('orders.volunteers', ({ ctx, params }) => presentOrderActivities(ctx, params.id))
  bind.endpoint('units.statement', async ({ ctx, params: { code }, query: { year } }) => {
    const claims = await presentStatement(ctx, code, year)
    const { from, to } = yearSpan(year)
    return { ...claims, volunteers: await countWishService(ctx.services.db.reader, code, from, to) }
  })
}

function marketRoutes(bind: Bind): void {
  bind.endpoint('point-entries.list', ({ ctx, query }) => presentEntries(ctx, query))
  bind.endpoint('rewards.list', ({ ctx, query }) => presentRewards(ctx, query))
  bind.command('rewards.create', ({ ctx, body }) => createReward(ctx, body), presentReward)
  bind.endpoint('rewards.update', async (r) => {
    await updateReward(r.ctx, target(r), r.body)
    return presentReward(r.ctx, r.params.id)
  })
  bind.command('rewards.close', (r) => closeReward(r.ctx, target(r)), presentReward)
  bind.command('rewards.reopen', (r) => reopenReward(r.ctx, target(r)), presentReward)
  bind.command('rewards.redeem', ({ ctx, params }) => redeem(ctx, params.id), presentRedemption)
  bind.endpoint('redemptions.list', ({ ctx, query }) => presentRedemptions(ctx, query))
  bind.command('redemptions.hand-over', (r) => handOver(r.ctx, target(r), r.body.code), presentRedemption)
  bind.command('redemptions.cancel', (r) => cancelRedemption(r.ctx, target(r)), presentRedemption)
}
