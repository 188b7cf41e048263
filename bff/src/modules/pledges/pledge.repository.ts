import type { EntityManager } from 'typeorm'
import type { Actor } from '../../context'
import { selectRows, updateRows } from '../../db/rows'
import { marks, query } from '../../db/sql'
import { lostRace } from '../../errors'
import { ObjectionRow, PledgeRow } from './pledge.entity'
import type { PledgeFacts, Territory } from './pledge.policy'
import { pledgeRulesOf } from './rules/pledge-rules.repository'

export async function findPledge(em: EntityManager, id: string): Promise<PledgeRow | undefined> {
  const [pledge] = await selectRows(em, PledgeRow, 'WHERE id = ?', [id])
  return pledge
}

/** Pledges of several lists, by number. */
export async function findPledgesOf(em: EntityManager, listIds: readonly string[]): Promise<PledgeRow[]> {
  if (listIds.length === 0) return []
  return selectRows(em, PledgeRow, `WHERE list_id IN (${marks(listIds)}) ORDER BY list_id, number`, listIds)
}

/** Changes a pledge if nobody has since it was loaded. Throws lost_race. */
export async function savePledge(em: EntityManager, pledge: PledgeRow, set: Partial<PledgeRow>): Promise<void> {
  const { id, version, state } = pledge
  const where = 'id = ? AND version = ? AND state = ?'
  const changed = await updateRows(em, PledgeRow, { ...set, version: version + 1 }, where, [id, version, state])
  if (changed === 0) throw lostRace()
}

export const findObjections = (em: EntityManager, pledgeId: string): Promise<ObjectionRow[]> =>
  selectRows(em, ObjectionRow, 'WHERE pledge_id = ? ORDER BY id', [pledgeId])

/** Whether a person lives in a territory, confirmed by staff, and has a confirmed phone. */
async function isVerifiedIn(em: EntityManager, personId: string): Promise<(of: Territory) => boolean> {
  const [person] = await query<{ code: string; path: string }>(
    em,
    `SELECT p.community_code AS code, o.path FROM persons p JOIN orgs o ON o.code = p.community_code
      WHERE p.id = ? AND p.community_confirmed_at IS NOT NULL AND p.phone_hash IS NOT NULL AND p.deleted_at IS NULL`,
    [personId],
  )
  return ({ orgCode }) => person?.path.includes(`/${orgCode}/`) ?? false
}

const handlerActions = ['progress', 'complete-milestone', 'amend', 'request-strike-off']
const day = 24 * 60 * 60_000

/** What the policy needs of many pledges, in a fixed number of queries. */
export async function loadPledgeFacts(
  em: EntityManager,
  actor: Actor | null,
  pledges: readonly PledgeRow[],
  now: Date,
): Promise<(pledge: PledgeRow) => PledgeFacts> {
  const ids = pledges.map(({ id }) => id)
  const objections =
    ids.length === 0
      ? []
      : await selectRows(em, ObjectionRow, `WHERE pledge_id IN (${marks(ids)}) AND state <> 'closed'`, ids)
  const handled = await findHandled(em, actor, ids)
  const isVerified = actor ? await isVerifiedIn(em, actor.personId) : () => false
  const appealDays = new Map<string, number>()
  for (const code of new Set(pledges.map(({ districtCode }) => districtCode))) {
    appealDays.set(code, (await pledgeRulesOf(em, code)).rules.appealDays)
  }
  return (pledge) => {
    const own = objections.filter(({ pledgeId }) => pledgeId === pledge.id)
    const days = appealDays.get(pledge.districtCode) ?? 0
    return {
      hasHandled: handled.has(pledge.id),
      isVerifiedResident: isVerified(pledge),
      openObjections: own.filter(({ state }) => state === 'open').length,
      openAppeals: own.filter(({ state }) => state === 'appealed').length,
      mayAppeal: own.some((each) => each.personId === actor?.personId && isAppealable(each, days, now)),
    }
  }
}

/** Whether an answer may still be appealed against. */
export const isAppealable = ({ state, answeredAt }: ObjectionRow, appealDays: number, now: Date): boolean =>
  state === 'answered' && answeredAt !== null && now.getTime() < answeredAt.getTime() + appealDays * day

async function findHandled(em: EntityManager, actor: Actor | null, ids: readonly string[]): Promise<Set<string>> {
  if (!actor || actor.memberships.length === 0 || ids.length === 0) return new Set()
  const rows = await query<{ id: string }>(
    em,
    `SELECT DISTINCT pledge_id AS id FROM pledge_events
      WHERE actor_id = ? AND pledge_id IN (${marks(ids)}) AND action IN (${marks(handlerActions)})`,
    [actor.personId, ...ids, ...handlerActions],
  )
  return new Set(rows.map(({ id }) => id))
}

export interface RatingCount {
  readonly count: number
  /** Mean with one decimal. */
  readonly stars: number | null
}

/** Ratings of many pledges. */
export async function countRatings(em: EntityManager, ids: readonly string[]): Promise<Map<string, RatingCount>> {
  if (ids.length === 0) return new Map()
  const rows = await query<{ id: string; n: number | string; sum: number | string }>(
    em,
    `SELECT pledge_id AS id, COUNT(*) AS n, SUM(stars) AS sum FROM pledge_ratings
      WHERE pledge_id IN (${marks(ids)}) GROUP BY pledge_id`,
    ids,
  )
  return new Map(
    rows.map(({ id, n, sum }) => [id, { count: Number(n), stars: Math.round((Number(sum) / Number(n)) * 10) / 10 }]),
  )
}
