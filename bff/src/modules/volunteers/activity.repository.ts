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

/** What activities are called, by id: everybody may know. */
export async function findActivityTitles(em: EntityManager, ids: readonly string[]): Promise<[string, string][]> {
  return [...(await findActivities(em, ids)).values()].map(({ id, title }) => [id, title])
}

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

export async function cancelActivityRow(em: EntityManager, activity: ActivityRow, now: Date): Promise<void> {
  const set = { isCancelled: true, version: activity.version + 1, updatedAt: now }
  const where = 'id = ? AND version = ? AND is_cancelled = 0'
  if ((await updateRows(em, ActivityRow, set, where, [activity.id, activity.version])) === 0) throw lostRace()
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

/** Who has a place at an activity: at most its capacity. */
export async function placeHolders(em: EntityManager, activityId: string): Promise<string[]> {
  const sql = "SELECT person_id AS personId FROM signups WHERE activity_id = ? AND state = 'signed_up' ORDER BY id"
  return (await query<{ personId: string }>(em, sql, [activityId])).map(({ personId }) => personId)
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
