import { randomInt } from 'node:crypto'
import type { CreateActivity } from '@xinban/shared/contracts'
import type { Ctx } from '../../../context'
import { newId } from '../../../db/ids'
import { isDuplicateKey } from '../../../db/retry'
import { insertRow } from '../../../db/rows'
import { forbidden, invalidField, lostRace, notFound, wrongState } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { findOrg } from '../../orgs'
import { ActivityRow, SignupRow } from '../activity.entity'
import { dropReminder, planReminder } from '../activity-reminders'
import { cancelActivityRow, findActivity, ownSignups, saveSignup, takePlace } from '../activity.repository'
import { isMember } from '../team.repository'
import { runnerOf } from '../volunteer.policy'
import { expectUnit, expectVersion, type Target } from '../expect'

/** Six digits that nobody guesses in a day at the limits of the API. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')

/** Offers a date. Throws not_found, forbidden, invalid for one that has begun. @returns its id */
export function createActivity(ctx: Ctx, input: CreateActivity): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const team = await expectUnit(em, input.teamCode)
    const used = runnerOf(ctx.actor, team)
    if (!used) throw forbidden('活动由队伍自己或所属的社区、街道来发')
    const [startsAt, endsAt] = [new Date(input.startsAt), new Date(input.endsAt)]
    if (startsAt <= ctx.now) throw invalidField('startsAt', 'past', '开始时间要晚于现在')
    const { teamCode, title, place, detail = '', capacity } = input
    const id = newId(ctx.now)
    await insertRow(em, ActivityRow, {
      ...{ id, teamCode, districtCode: team.districtCode, title, place, detail, startsAt, endsAt, capacity },
      ...{ taken: 0, checkCode: newCode(), isCancelled: false, isDemo: false, createdById: ctx.actor.personId },
      ...{ version: 1, updatedAt: ctx.now },
    })
    await planReminder(em, id, startsAt, ctx.now)
    await writeOutbox(em, 'activity.created', { activityId: id, teamCode, by: used.id }, ctx.now)
    return id
  })
}

/** Calls an activity off. Throws not_found, forbidden, version_mismatch, wrong_state, lost_race. */
export function cancelActivity(ctx: Ctx, target: Target, note: string): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const activity = await findActivity(em, target.id)
    const team = activity && (await findOrg(em, activity.teamCode))
    if (!team) throw notFound('这个活动')
    const used = runnerOf(ctx.actor, team)
    if (!used) throw forbidden('活动由发布它的队伍来取消')
    expectVersion(target, activity.version)
    if (activity.isCancelled) throw wrongState('这个活动已经取消了')
    if (activity.startsAt <= ctx.now) throw wrongState('活动已经开始，不能取消；没到场的队员请逐个标明')
    await cancelActivityRow(em, activity, ctx.now)
    await dropReminder(em, activity.id)
    const { personId } = ctx.actor
    await writeOutbox(em, 'activity.cancelled', { activityId: activity.id, note, by: used.id, personId }, ctx.now)
    return activity.id
  })
}

/**
 * Takes a place: one person one place, and never more than there are. Whoever gave theirs back may take one again.
 * Throws not_found, forbidden for who is no member of the team, wrong_state, lost_race. @returns the activity's id
 */
export function signUp(ctx: Ctx, target: Target): Promise<string> {
  const { personId } = ctx.actor
  return ctx.services.db.unitOfWork(async (em) => {
    const activity = await findActivity(em, target.id)
    if (!activity) throw notFound('这个活动')
    if (!(await isMember(em, personId, activity.teamCode))) throw forbidden('先加入这个队伍，队伍同意后就能报名')
    expectVersion(target, activity.version)
    const before = (await ownSignups(em, personId, [activity.id])).get(activity.id)
    if (before && before.state !== 'cancelled') throw wrongState('你已经报过名了')
    if (!(await takePlace(em, activity.id, ctx.now))) throw wrongState(whyNot(activity, ctx.now))
    if (before) await saveSignup(em, before, { state: 'signed_up' }, ctx.now)
    else await insertSignup()
    await writeOutbox(em, 'signup.made', { activityId: activity.id, personId }, ctx.now)
    return activity.id

    async function insertSignup() {
      try {
        await insertRow(em, SignupRow, {
          ...{ id: newId(ctx.now), activityId: target.id, teamCode: activity?.teamCode ?? '', personId },
          ...{ state: 'signed_up', checkedInAt: null, checkedOutAt: null, minutes: null, halfPoints: null },
          ...{ ruleVersion: null, version: 1, updatedAt: ctx.now },
        })
      } catch (error) {
        // The same person at the same moment from two devices: the place is given back with the transaction.
        throw isDuplicateKey(error) ? lostRace() : error
      }
    }
  })
}

function whyNot({ isCancelled, startsAt }: ActivityRow, now: Date): string {
  if (isCancelled) return '这个活动取消了，看看别的活动'
  if (startsAt <= now) return '活动已经开始，不能再报名'
  return '名额刚刚报满了，看看别的活动；有人取消时名额会空出来'
}
