import { reminderAt } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { insertRow } from '../../db/rows'
import { execute, query } from '../../db/sql'
import type { DueSource } from '../../jobs/job'
import { writeOutbox } from '../../outbox/write-outbox'
import { ActivityReminderRow, ActivityRow } from './activity.entity'
import { findActivity } from './activity.repository'

/** Puts a date into the lists, with the plan to remind whoever will have signed up. */
export async function insertActivity(em: EntityManager, activity: ActivityRow, now: Date): Promise<void> {
  await insertRow(em, ActivityRow, activity)
  await planReminder(em, activity.id, activity.startsAt, now)
}

/** Plans the evening before; nothing for what is offered later than that. */
export async function planReminder(em: EntityManager, activityId: string, startsAt: Date, now: Date): Promise<void> {
  const dueAt = reminderAt(startsAt, now)
  if (dueAt !== null) await insertRow(em, ActivityReminderRow, { activityId, dueAt })
}

/** Takes the plan away. @returns whether there was one */
export const dropReminder = async (em: EntityManager, activityId: string): Promise<boolean> =>
  (await execute(em, 'DELETE FROM activity_reminders WHERE activity_id = ?', [activityId])) === 1

/** Activities of tomorrow, once each: the plan is taken away with the message that it leads to. */
export const reminderSource: DueSource<{ readonly id: string }> = {
  name: 'activity-reminders',
  findDue: (em, now, limit) =>
    query(
      em,
      `SELECT activity_id AS id FROM activity_reminders WHERE due_at <= ? ORDER BY due_at, activity_id LIMIT ${limit}`,
      [now],
    ),
  keyOf: ({ id }) => id,
  async act(em, { id }, { now }) {
    if (!(await dropReminder(em, id))) return
    const activity = await findActivity(em, id)
    // A server that slept past the beginning reminds nobody.
    if (!activity || activity.isCancelled || activity.startsAt <= now) return
    await writeOutbox(em, 'activity.reminded', { activityId: id }, now)
  },
}
