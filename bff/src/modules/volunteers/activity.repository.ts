import type { EntityManager } from 'typeorm'
import { selectRows, updateRows } from '../../db/rows'
import { execute, marks, query } from '../../db/sql'
import { lostRace } from '../../errors'
import { ActivityRow, SignupRow } from './activity.entity'

export async function findActivity(em: EntityManager, id: string): Promise<ActivityRow | undefined> {
  const [activity] = await selectRows(em, ActivityRow, 'WHERE id = ?', [id])
  return activity
}

export async function findActivities(em: EntityManager, ids: readonly string[]): Promise<Map<string, ActivityRow>> {
  const unique = [...new Set(ids)]
  if (unique.length === 0) return new Map()
  const rows = await selectRows(em, ActivityRow, `WHERE id IN (${marks(unique)})`, unique)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Dates of an order that are still ahead of `now`, and on. */
export const openActivitiesOf = (em: EntityManager, orderId: string, now: Date): Promise<ActivityRow[]> =>
  selectRows(em, ActivityRow, 'WHERE order_id = ? AND starts_at > ? AND is_cancelled = 0 ORDER BY starts_at, id', [
    ...[orderId, now],
  ])

/** Dates of an order, the latest first. */
export const activitiesOfOrder = (em: EntityManager, orderId: string, limit: number): Promise<ActivityRow[]> =>
  selectRows(em, ActivityRow, `WHERE order_id = ? ORDER BY starts_at DESC, id DESC LIMIT ${limit}`, [orderId])

interface Page {
  readonly limit: number
  /** The key of the last one of the page before. */
  readonly after: { readonly at: Date; readonly id: string } | undefined
}

/** Activities of a district that have not ended, the earliest first. */
export const openActivities = (
  em: EntityManager,
  districtCode: string,
  now: Date,
  page: Page,
): Promise<ActivityRow[]> => {
  const { at, id } = page.after ?? { at: new Date(now.getTime() - longest), id: '' }
  return selectRows(
    em,
    ActivityRow,
    `WHERE district_code = ? AND is_cancelled = 0 AND ends_at > ? AND (starts_at > ? OR (starts_at = ? AND id > ?))
      ORDER BY starts_at, id LIMIT ${page.limit}`,
    [districtCode, now, at, at, id],
  )
}
/** No activity lasts longer, in milliseconds: what began earlier is over. */
const longest = 86_400_000

/** Activities of a team, the latest first. */
export const teamActivities = (em: EntityManager, teamCode: string, page: Page): Promise<ActivityRow[]> => {
  const beyond = page.after ? 'AND (starts_at < ? OR (starts_at = ? AND id < ?))' : ''
  const params = page.after ? [page.after.at, page.after.at, page.after.id] : []
  return selectRows(
    em,
    ActivityRow,
    `WHERE team_code = ? ${beyond} ORDER BY starts_at DESC, id DESC LIMIT ${page.limit}`,
    [teamCode, ...params],
  )
}

/** Takes one place if there is one; false when it is full, called off or begun. */
export async function takePlace(em: EntityManager, activityId: string, now: Date): Promise<boolean> {
  const sql = `UPDATE activities SET taken = taken + 1
                WHERE id = ? AND is_cancelled = 0 AND taken < capacity AND starts_at > ?`
  return (await execute(em, sql, [activityId, now])) === 1
}

export async function givePlaceBack(em: EntityManager, activityId: string): Promise<void> {
  await execute(em, 'UPDATE activities SET taken = taken - 1 WHERE id = ? AND taken > 0', [activityId])
}

/** Calls it off if nobody changed it meanwhile. Throws lost_race. */
export async function cancelActivityRow(
  em: EntityManager,
  activity: ActivityRow,
  cancelNote: string,
  now: Date,
): Promise<void> {
  const set = { isCancelled: true, cancelNote, version: activity.version + 1, updatedAt: now }
  const where = 'id = ? AND version = ? AND is_cancelled = 0'
  if ((await updateRows(em, ActivityRow, set, where, [activity.id, activity.version])) === 0) throw lostRace()
}

type Shift = Pick<ActivityRow, 'startsAt' | 'endsAt' | 'place' | 'capacity'>

/** Moves it if nobody changed it meanwhile, it is still ahead, and everyone who has a place keeps it. Throws lost_race. */
export async function moveActivityRow(em: EntityManager, before: ActivityRow, to: Shift, now: Date): Promise<void> {
  const set = { ...to, version: before.version + 1, updatedAt: now }
  const where = 'id = ? AND version = ? AND is_cancelled = 0 AND starts_at > ? AND taken <= ?'
  const params = [before.id, before.version, now, to.capacity]
  if ((await updateRows(em, ActivityRow, set, where, params)) === 0) throw lostRace()
}

/** Whether somebody is there already. */
export async function hasBegunArriving(em: EntityManager, activityId: string): Promise<boolean> {
  const sql = "SELECT id FROM signups WHERE activity_id = ? AND state <> 'signed_up' AND state <> 'cancelled' LIMIT 1"
  return (await query(em, sql, [activityId])).length > 0
}

/** Who of these people has a place somewhere else at that time, and where: one of each. */
export async function findClashes(
  em: EntityManager,
  personIds: readonly string[],
  { id, startsAt, endsAt }: Pick<ActivityRow, 'id' | 'startsAt' | 'endsAt'>,
): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await query<{ personId: string; title: string }>(
    em,
    `SELECT s.person_id AS personId, a.title AS title FROM signups s JOIN activities a ON a.id = s.activity_id
      WHERE s.person_id IN (${marks(personIds)}) AND s.state IN ('signed_up', 'checked_in') AND a.id <> ?
        AND a.is_cancelled = 0 AND a.starts_at < ? AND a.ends_at > ?`,
    [...personIds, id, endsAt, startsAt],
  )
  return new Map(rows.map(({ personId, title }) => [personId, title]))
}

export async function findSignup(em: EntityManager, id: string): Promise<SignupRow | undefined> {
  const [signup] = await selectRows(em, SignupRow, 'WHERE id = ?', [id])
  return signup
}

/** Somebody's sign-ups for some activities, by activity. */
export async function ownSignups(
  em: EntityManager,
  personId: string,
  activityIds: readonly string[],
): Promise<Map<string, SignupRow>> {
  if (activityIds.length === 0) return new Map()
  const where = `WHERE person_id = ? AND activity_id IN (${marks(activityIds)})`
  const rows = await selectRows(em, SignupRow, where, [personId, ...activityIds])
  return new Map(rows.map((row) => [row.activityId, row]))
}

/** Somebody's sign-ups, the latest first. */
export const signupsOf = (em: EntityManager, personId: string, beforeId: string, limit: number): Promise<SignupRow[]> =>
  selectRows(em, SignupRow, `WHERE person_id = ? AND id < ? ORDER BY id DESC LIMIT ${limit}`, [personId, beforeId])

/** Who signed up for an activity, in order of signing up. */
export const signupsFor = (
  em: EntityManager,
  activityId: string,
  afterId: string,
  limit: number,
): Promise<SignupRow[]> =>
  selectRows(em, SignupRow, `WHERE activity_id = ? AND id > ? ORDER BY id LIMIT ${limit}`, [activityId, afterId])

/** The same for several at once, without those who gave their place back; so many in all. */
export const signupsForAll = (
  em: EntityManager,
  activityIds: readonly string[],
  limit: number,
): Promise<SignupRow[]> =>
  activityIds.length === 0
    ? Promise.resolve([])
    : selectRows(
        em,
        SignupRow,
        `WHERE activity_id IN (${marks(activityIds)}) AND state <> 'cancelled' ORDER BY activity_id, id LIMIT ${limit}`,
        activityIds,
      )

/** Who has had a place at an activity since `by`: at most its capacity. */
export async function placeHolders(em: EntityManager, activityId: string, by: Date): Promise<string[]> {
  const sql = `SELECT person_id AS personId FROM signups
                WHERE activity_id = ? AND state = 'signed_up' AND updated_at <= ? ORDER BY id`
  return (await query<{ personId: string }>(em, sql, [activityId, by])).map(({ personId }) => personId)
}

/** Changes a sign-up if nobody did meanwhile. Throws lost_race. */
export async function saveSignup(
  em: EntityManager,
  before: SignupRow,
  change: Partial<SignupRow>,
  now: Date,
): Promise<void> {
  const set = { ...change, version: before.version + 1, updatedAt: now }
  const where = 'id = ? AND version = ? AND state = ?'
  const params = [before.id, before.version, before.state]
  if ((await updateRows(em, SignupRow, set, where, params)) === 0) throw lostRace()
}
