import type { NeedState } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { insertRow, selectRows, updateRows } from '../../db/rows'
import { marks, query } from '../../db/sql'
import { lostRace } from '../../errors'
import { NeedRow, NeedText } from './need.entity'

export async function findNeed(em: EntityManager, id: string): Promise<NeedRow | undefined> {
  const [need] = await selectRows(em, NeedRow, 'WHERE id = ?', [id])
  return need
}

/** Of an order, the first that somebody made of it. */
export async function findNeedOfOrder(em: EntityManager, orderId: string): Promise<NeedRow | undefined> {
  const [need] = await selectRows(em, NeedRow, 'WHERE order_id = ? ORDER BY id LIMIT 1', [orderId])
  return need
}

export async function insertNeed(em: EntityManager, need: NeedRow, words: NeedText): Promise<void> {
  await insertRow(em, NeedRow, need)
  await insertRow(em, NeedText, words)
}

export async function findNeedTexts(em: EntityManager, ids: readonly string[]): Promise<Map<string, NeedText>> {
  if (ids.length === 0) return new Map()
  const rows = await selectRows(em, NeedText, `WHERE need_id IN (${marks(ids)})`, ids)
  return new Map(rows.map((row) => [row.needId, row]))
}

/** Needs that say the same, the first of them included. */
export const findGroup = (em: EntityManager, groupId: string): Promise<NeedRow[]> =>
  selectRows(em, NeedRow, 'WHERE group_id = ? ORDER BY id', [groupId])

export async function countGroups(em: EntityManager, groupIds: readonly string[]): Promise<Map<string, number>> {
  if (groupIds.length === 0) return new Map()
  const rows = await query<{ id: string; n: number | string }>(
    em,
    `SELECT group_id AS id, COUNT(*) AS n FROM needs WHERE group_id IN (${marks(groupIds)}) GROUP BY group_id`,
    groupIds,
  )
  return new Map(rows.map(({ id, n }) => [id, Number(n)]))
}

/** The newest needs of a community that have no answer yet, to be compared with one. */
export const findWaiting = (em: EntityManager, communityCode: string, limit: number): Promise<NeedRow[]> =>
  selectRows(em, NeedRow, `WHERE community_code = ? AND state = 'waiting' ORDER BY id DESC LIMIT ${limit}`, [
    communityCode,
  ])

/** Changes a need if nobody has since it was loaded. Throws lost_race. */
export async function saveNeed(em: EntityManager, need: NeedRow, set: Partial<NeedRow>): Promise<void> {
  const { id, version, state } = need
  const where = 'id = ? AND version = ? AND state = ?'
  const changed = await updateRows(em, NeedRow, { ...set, version: version + 1 }, where, [id, version, state])
  if (changed === 0) throw lostRace()
}

interface Wanted {
  readonly column: 'community_code' | 'street_code' | 'district_code' | 'owner_id'
  readonly value: string
  readonly states: readonly NeedState[]
  readonly before: string | undefined
  readonly limit: number
}

/** A page of needs, newest first: ids of each state by an index, then the rows (docs/adr/0002). */
export function listNeeds(em: EntityManager, { column, value, states, before, limit }: Wanted): Promise<NeedRow[]> {
  const page = `SELECT id FROM needs WHERE ${column} = ? AND state = ?
    ${before === undefined ? '' : 'AND id < ?'} ORDER BY id DESC LIMIT ${limit}`
  const union = states.map((_, index) => `SELECT id FROM (${page}) AS page${index}`).join(' UNION ALL ')
  const params = states.flatMap((state) => [value, state, ...(before === undefined ? [] : [before])])
  return selectRows(
    em,
    NeedRow,
    `WHERE id IN (SELECT id FROM (${union}) AS pages) ORDER BY id DESC LIMIT ${limit}`,
    params,
  )
}

/** Those of one order: what it came from, or became. */
export const findNeedsOfOrder = (em: EntityManager, orderId: string): Promise<NeedRow[]> =>
  selectRows(em, NeedRow, 'WHERE order_id = ? ORDER BY id DESC LIMIT 20', [orderId])

/** The pledges that candidates became. */
export async function findPledgesOfCandidates(
  em: EntityManager,
  candidateIds: readonly string[],
): Promise<Map<string, { id: string; number: number; title: string }>> {
  if (candidateIds.length === 0) return new Map()
  const rows = await query<{ candidate: string; id: string; number: number; title: string }>(
    em,
    `SELECT candidate_id AS candidate, id, number, title FROM pledges WHERE candidate_id IN (${marks(candidateIds)})`,
    candidateIds,
  )
  return new Map(rows.map(({ candidate, id, number, title }) => [candidate, { id, number, title }]))
}

/** Titles of candidates. */
export async function findCandidateTitles(em: EntityManager, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const sql = `SELECT id, title FROM pledge_candidates WHERE id IN (${marks(ids)})`
  const rows = await query<{ id: string; title: string }>(em, sql, ids)
  return new Map(rows.map(({ id, title }) => [id, title]))
}
