import type { MoveActivity } from '@xinban/shared/contracts'
import { formatInstant } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Ctx } from '../../../context'
import { invalidField, wrongState } from '../../../errors'
import { writeOutbox } from '../../../outbox/write-outbox'
import { checkPublicWords, findOrder } from '../../orders'
import type { ActivityRow } from '../activity.entity'
import { dropReminder, planReminder } from '../activity-reminders'
import { hasBegunArriving, moveActivityRow } from '../activity.repository'
import type { Target } from '../expect'
import { expectAhead, expectRun } from './activities'

/**
 * Gives an activity another time, place or number of places before it begins. Whoever has a place is told of another
 * time or place, and reminded anew. Throws not_found, forbidden, version_mismatch, wrong_state, lost_race, and invalid
 * for fewer places than are taken.
 */
export function moveActivity(ctx: Ctx, target: Target, input: MoveActivity): Promise<string> {
  return ctx.services.db.unitOfWork(async (em) => {
    const { activity, by } = await expectRun(ctx, em, target, '活动由发布它的队伍来改')
    if (activity.startsAt <= ctx.now) throw wrongState('活动已经开始，不能再改时间地点')
    if (await hasBegunArriving(em, activity.id)) throw wrongState('已经有人签到了，不能再改时间地点')
    const to = { ...input, startsAt: expectAhead(input.startsAt, ctx.now), endsAt: new Date(input.endsAt) }
    if (to.capacity < activity.taken) {
      throw invalidField('capacity', 'too_small', `已经有 ${activity.taken} 人报名，名额不能比这少`)
    }
    await checkPlace(em, ctx, activity, to.place)
    await moveActivityRow(em, activity, to, ctx.now)
    await tell(em, ctx, activity, { ...to, by })
    return activity.id
  })
}

type Moved = Pick<ActivityRow, 'startsAt' | 'endsAt' | 'place'> & { readonly by: string }

async function tell(em: EntityManager, { actor, now }: Ctx, before: ActivityRow, to: Moved): Promise<void> {
  const isLater = to.startsAt.getTime() !== before.startsAt.getTime()
  const isLonger = to.endsAt.getTime() !== before.endsAt.getTime()
  const isElsewhere = to.place !== before.place
  if (isLater) {
    await dropReminder(em, before.id)
    await planReminder(em, before.id, to.startsAt, now)
  }
  const facts = {
    ...(isLater && { wasAt: formatInstant(before.startsAt) }),
    ...(isLonger && !isLater && { until: formatInstant(to.endsAt) }),
    ...(isElsewhere && { isElsewhere }),
  }
  // Nobody need hear that there are more places.
  const topic = isLater || isLonger || isElsewhere ? 'activity.moved' : 'activity.resized'
  const who = { activityId: before.id, by: to.by, personId: actor.personId }
  await writeOutbox(em, topic, { ...who, startsAt: formatInstant(to.startsAt), ...facts }, now)
}

/** Where those meet who serve a wish is public, and tells no more of it than its title. Throws invalid. */
async function checkPlace(em: EntityManager, ctx: Ctx, { orderId }: ActivityRow, place: string): Promise<void> {
  const order = orderId === null ? undefined : await findOrder(em, orderId)
  if (order) await checkPublicWords(em, ctx, order, [{ field: 'place', what: '集合地点', text: place }])
}
