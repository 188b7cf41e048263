import {
  halfPointsFor,
  mayCheckIn,
  mayCheckOut,
  nextState,
  servedMinutes,
  signupActionWords,
  signupFlow,
  signupStateWords,
  wishServiceTitle,
  type SignupAction,
  type SignupState,
} from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { forbidden, invalidField, notFound, wrongState } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { findOrg } from '../../orgs'
import type { ActivityRow, SignupRow } from '../activity.entity'
import { findActivity, findSignup, givePlaceBack, saveSignup } from '../activity.repository'
import { addEntry } from '../points.repository'
import { pointRules } from '../team.repository'
import { partiesOf, runnerOf } from '../volunteer.policy'
import { expectVersion, type Target } from '../expect'

interface Loaded {
  readonly signup: SignupRow
  readonly activity: ActivityRow
  readonly to: SignupState
  readonly byMembershipId: string | undefined
  /** By the volunteer, not by who runs the activity. */
  readonly isByVolunteer: boolean
}

async function expectMove(ctx: Ctx, em: EntityManager, target: Target, action: SignupAction): Promise<Loaded> {
  const signup = await findSignup(em, target.id)
  const team = signup && (await findOrg(em, signup.teamCode))
  const activity = signup && (await findActivity(em, signup.activityId))
  const parties = team ? partiesOf(ctx.actor, signup, team) : []
  if (!team || !activity || parties.length === 0) throw notFound('这次报名')
  const rule = signupFlow.actions[action]
  if (!rule.by.some((party) => parties.includes(party))) {
    throw forbidden(`「${signupActionWords[action]}」要由带队的人来做，请联系队伍`)
  }
  expectVersion(target, signup.version)
  const to = nextState(signupFlow, signup.state, action)
  if (to === undefined) throw wrongState(`${signupStateWords[signup.state]}，现在不能${signupActionWords[action]}`)
  const isByVolunteer = parties.includes('volunteer')
  return { signup, activity, to, isByVolunteer, byMembershipId: runnerOf(ctx.actor, team)?.id }
}

/** One action on a sign-up in one unit of work. Throws not_found, forbidden, version_mismatch, wrong_state, lost_race. */
function move(
  ctx: Ctx,
  target: Target,
  action: SignupAction,
  change: (em: EntityManager, loaded: Loaded) => Partial<SignupRow> | Promise<Partial<SignupRow>>,
): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const loaded = await expectMove(ctx, em, target, action)
    const { signup, to } = loaded
    await saveSignup(em, signup, { state: to, ...(await change(em, loaded)) }, ctx.now)
    await writeOutbox(em, `signup.${action}`, { signupId: signup.id, by: loaded.byMembershipId ?? null }, ctx.now)
    return signup.id
  })
}

export const cancelSignup = (ctx: Ctx, target: Target): Promise<string> =>
  move(ctx, target, 'cancel', async (em, { signup, activity }) => {
    if (activity.startsAt <= ctx.now) throw wrongState('活动已经开始，不能取消；来不了请告诉带队的人')
    await givePlaceBack(em, signup.activityId)
    return {}
  })

/** Also throws invalid for a wrong code, wrong_state outside the time. Whoever runs it needs neither. */
export const checkIn = (ctx: Ctx, target: Target, code: string | undefined): Promise<string> =>
  move(ctx, target, 'check-in', (_, { activity, isByVolunteer }) => {
    if (activity.isCancelled) throw wrongState('这个活动取消了')
    if (isByVolunteer) {
      if (!mayCheckIn(activity, ctx.now)) throw wrongState('开始前 30 分钟到结束前可以签到；错过了请带队的人帮你签')
      if (code !== activity.checkCode) throw invalidField('code', 'wrong', '签到码不对，请看现场贴的 6 位数字')
    }
    return { checkedInAt: ctx.now }
  })

/** Records the minutes between both checks that lie inside the activity. */
export const checkOut = (ctx: Ctx, target: Target): Promise<string> =>
  move(ctx, target, 'check-out', (_, { signup, activity, isByVolunteer }) => {
    if (isByVolunteer && !mayCheckOut(activity, ctx.now)) {
      throw wrongState('活动结束已超过 2 小时，请带队的人帮你签退')
    }
    return { checkedOutAt: ctx.now, minutes: servedMinutes(activity, signup.checkedInAt ?? ctx.now, ctx.now) }
  })

export const missSignup = (ctx: Ctx, target: Target): Promise<string> =>
  move(ctx, target, 'miss', (_, { activity }) => {
    if (activity.startsAt > ctx.now) throw wrongState('活动还没有开始')
    return {}
  })

/** What the ledger calls it: the title of a wish is not kept where nothing is ever taken out. */
const subjectOf = ({ orderId, title }: ActivityRow): string => (orderId === null ? title : wishServiceTitle)

/** Confirms the recorded minutes, or fewer; points go into the ledger. Also throws invalid for more than recorded. */
export const confirmSignup = (ctx: Ctx, target: Target, minutes: number | undefined): Promise<string> =>
  move(ctx, target, 'confirm', async (em, { signup, activity, byMembershipId }) => {
    const recorded = signup.minutes ?? 0
    const confirmed = minutes ?? recorded
    if (confirmed > recorded) {
      throw invalidField('minutes', 'too_many', `签到签退之间只有 ${recorded} 分钟，不能确认得更多`)
    }
    const rules = await pointRules(em, activity.districtCode)
    const halfPoints = halfPointsFor(confirmed, rules)
    await addEntry(em, ctx.now, {
      ...{ personId: signup.personId, reason: 'service', subjectId: signup.id, subject: subjectOf(activity) },
      ...{ halfPoints, minutes: confirmed, activities: 1 },
      ...(byMembershipId !== undefined && { byMembershipId }),
    })
    return { minutes: confirmed, halfPoints, ruleVersion: rules.version }
  })

/**
 * Corrects confirmed minutes by an entry of its own beside the first. Also throws wrong_state when the points are spent
 * already.
 */
export const correctSignup = (ctx: Ctx, target: Target, minutes: number, note: string): Promise<string> =>
  move(ctx, target, 'correct', async (em, { signup, activity, byMembershipId }) => {
    const rules = await pointRules(em, activity.districtCode)
    const halfPoints = halfPointsFor(minutes, rules)
    const isAdded = await addEntry(em, ctx.now, {
      ...{ personId: signup.personId, reason: 'correction', subject: subjectOf(activity), note },
      ...{ halfPoints: halfPoints - (signup.halfPoints ?? 0), minutes: minutes - (signup.minutes ?? 0) },
      ...(byMembershipId !== undefined && { byMembershipId }),
    })
    if (!isAdded) throw wrongState('这些积分已经兑换掉了，不能再扣；请先请本人取消兑换')
    return { minutes, halfPoints, ruleVersion: rules.version }
  })
