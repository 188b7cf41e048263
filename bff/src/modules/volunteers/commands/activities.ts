import { randomInt } from 'node:crypto'
import type { CreateActivity } from '@xinban/shared/contracts'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { newId } from '../../../db/ids'
import { isDuplicateKey } from '../../../db/retry'
import { insertRow } from '../../../db/rows'
import { forbidden, invalidField, lostRace, notFound, wrongState } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { findOrg } from '../../orgs'
import { SignupRow, type ActivityRow } from '../activity.entity'
import { dropReminder, insertActivity } from '../activity-reminders'
import { cancelActivityRow, findActivity, findClashes, ownSignups, saveSignup, takePlace } from '../activity.repository'
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
    return offer(em, ctx, { ...input, districtCode: team.districtCode, orderId: null, by: used.id })
  })
}

interface NewActivity extends CreateActivity {
  readonly districtCode: string
  readonly orderId: string | null
  readonly by: string | null
}

/** Offers a date in the running unit of work. Throws invalid for one that has begun. @returns its id */
export async function offer(em: EntityManager, ctx: Ctx, input: NewActivity): Promise<string> {
  const { by, detail = '', ...activity } = input
  const id = newId(ctx.now)
  const [startsAt, endsAt] = [expectAhead(input.startsAt, ctx.now), new Date(input.endsAt)]
  await insertActivity(
    em,
    {
      ...{ ...activity, id, detail, startsAt, endsAt, taken: 0, checkCode: newCode(), isCancelled: false },
      ...{ cancelNote: null, isDemo: false, createdById: ctx.actor.personId, version: 1, updatedAt: ctx.now },
    },
    ctx.now,
  )
  await writeOutbox(em, 'activity.created', { activityId: id, teamCode: input.teamCode, by }, ctx.now)
  return id
}

/** Throws invalid for a beginning that is not ahead. */
export function expectAhead(startsAt: string, now: Date): Date {
  const at = new Date(startsAt)
  if (at <= now) throw invalidField('startsAt', 'past', '开始时间要晚于现在')
  return at
}

/** Calls an activity off. Throws not_found, forbidden, version_mismatch, wrong_state, lost_race. */
export function cancelActivity(ctx: Ctx, target: Target, note: string): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const { activity, by } = await expectRun(ctx, em, target, '活动由发布它的队伍来取消')
    if (activity.startsAt <= ctx.now) throw wrongState('活动已经开始，不能取消；没到场的队员请逐个标明')
    await callOff(em, activity, { note, by, personId: ctx.actor.personId }, ctx.now)
    return activity.id
  })
}

/** Calls it off in the running unit of work; whoever has a place is told. Throws lost_race. */
export async function callOff(
  em: EntityManager,
  activity: ActivityRow,
  { note, ...who }: { readonly note: string; readonly by?: string; readonly personId?: string },
  now: Date,
): Promise<void> {
  await cancelActivityRow(em, activity, note, now)
  await dropReminder(em, activity.id)
  await writeOutbox(em, 'activity.cancelled', { activityId: activity.id, ...who }, now)
}

/**
 * An activity that is on, for whoever runs it. Throws not_found, forbidden, version_mismatch, wrong_state.
 * @param refusal why nobody else may
 */
export async function expectRun(
  ctx: Ctx,
  em: EntityManager,
  target: Target,
  refusal: string,
): Promise<{ readonly activity: ActivityRow; readonly by: string }> {
  const activity = await findActivity(em, target.id)
  const team = activity && (await findOrg(em, activity.teamCode))
  if (!team) throw notFound('这个活动')
  const used = runnerOf(ctx.actor, team)
  if (!used) throw forbidden(refusal)
  expectVersion(target, activity.version)
  if (activity.isCancelled) throw wrongState('这个活动已经取消了')
  return { activity, by: used.id }
}

/**
 * Takes a place: one person one place, and never more than there are. Whoever gave theirs back may take one again.
 * Throws not_found, forbidden for who is no member of the team, wrong_state also for who is somewhere else at that time,
 * lost_race. @returns the activity's id
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
    const clash = (await findClashes(em, [personId], activity)).get(personId)
    if (clash !== undefined) throw wrongState(`这段时间你报了「${clash}」，两个活动重叠；先取消那一个，再来报名`)
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
