import type { UnitStatement } from '@xinban/shared/contracts'
import { claimEndedNote, wishServiceTitle } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { execute, query } from '../../db/sql'
import type { OutboxHandler } from '../../outbox/dispatcher'
import { claimEndTopics, findOrder, isClaimedBy } from '../orders'
import { openActivitiesOf } from './activity.repository'
import { callOff } from './commands/activities'

/**
 * Calls off what a team had called for and has not begun, once it has the order no more. Whoever changes a date at the
 * same moment makes it try again.
 */
export const endWishActivities: OutboxHandler = {
  name: 'wish-activities',
  topics: claimEndTopics,
  async handle(em, { payload }, { now }) {
    const { orderId } = payload
    if (typeof orderId !== 'string') return
    const open = await openActivitiesOf(em, orderId, now)
    const order = open.length > 0 ? await findOrder(em, orderId) : undefined
    for (const activity of open) {
      if (order && isClaimedBy(activity.teamCode, order)) continue
      await callOff(em, activity, { note: claimEndedNote }, now)
    }
  },
}

/** Somebody's account ends: what stood in the titles of dates for their wishes goes, as it does on the wall. */
export async function forgetWishes(em: EntityManager, ownerId: string): Promise<void> {
  await execute(
    em,
    "UPDATE activities SET title = ?, detail = '' WHERE order_id IN (SELECT id FROM orders WHERE owner_id = ?)",
    [wishServiceTitle, ownerId],
  )
}

/** Confirmed service at a unit's dates for wishes that began in a span of time. */
export async function countWishService(
  em: EntityManager,
  teamCode: string,
  from: Date,
  to: Date,
): Promise<UnitStatement['volunteers']> {
  const [row] = await query<Record<keyof UnitStatement['volunteers'], number | string | null>>(
    em,
    `SELECT COUNT(DISTINCT a.id) AS activities, COUNT(DISTINCT s.person_id) AS people, SUM(s.minutes) AS minutes
       FROM activities a JOIN signups s ON s.activity_id = a.id AND s.state = 'confirmed'
      WHERE a.team_code = ? AND a.starts_at >= ? AND a.starts_at < ? AND a.order_id IS NOT NULL`,
    [teamCode, from, to],
  )
  const count = (value: number | string | null | undefined) => Number(value ?? 0)
  return { activities: count(row?.activities), people: count(row?.people), minutes: count(row?.minutes) }
}
