import type { PledgeListState } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { selectRows, updateRows } from '../../../db/rows'
import { marks, query } from '../../../db/sql'
import { lostRace } from '../../../errors'
import type { Actor } from '../../../context'
import { CandidateRow, PledgeListRow } from './pledge-list.entity'

export async function findList(em: EntityManager, id: string): Promise<PledgeListRow | undefined> {
  const [list] = await selectRows(em, PledgeListRow, 'WHERE id = ?', [id])
  return list
}

/** The list of an org that takes candidates now, the latest year first. */
export async function findCollecting(em: EntityManager, orgCode: string): Promise<PledgeListRow | undefined> {
  const states: PledgeListState[] = ['collecting', 'deliberating']
  const tail = `WHERE org_code = ? AND state IN (${marks(states)}) ORDER BY year DESC LIMIT 1`
  const [list] = await selectRows(em, PledgeListRow, tail, [orgCode, ...states])
  return list
}

interface Wanted {
  /** Column of the org asked for, and its code; null: every list. */
  readonly of: { readonly column: 'district_code' | 'street_code' | 'org_code'; readonly code: string } | null
  readonly year: number | undefined
  readonly before: string | undefined
  readonly limit: number
}

/** A page of lists, newest first: ids by an index, then the rows (docs/adr/0002). */
export function listLists(em: EntityManager, { of, year, before, limit }: Wanted): Promise<PledgeListRow[]> {
  const conditions = [
    ...(of ? [`${of.column} = ?`] : []),
    ...(year === undefined ? [] : ['year = ?']),
    ...(before === undefined ? [] : ['id < ?']),
  ]
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`
  return selectRows(
    em,
    PledgeListRow,
    `WHERE id IN (SELECT id FROM (
       SELECT id FROM pledge_lists ${where} ORDER BY id DESC LIMIT ${limit}
     ) AS page) ORDER BY id DESC`,
    [...(of ? [of.code] : []), ...(year === undefined ? [] : [year]), ...(before === undefined ? [] : [before])],
  )
}

/** Changes a list if nobody has since it was loaded. Throws lost_race. */
export async function saveList(em: EntityManager, list: PledgeListRow, set: Partial<PledgeListRow>): Promise<void> {
  const { id, version, state } = list
  const where = 'id = ? AND version = ? AND state = ?'
  const changed = await updateRows(em, PledgeListRow, { ...set, version: version + 1 }, where, [id, version, state])
  if (changed === 0) throw lostRace()
}

/** Candidates of several lists, by number. */
export async function findCandidates(em: EntityManager, listIds: readonly string[]): Promise<CandidateRow[]> {
  if (listIds.length === 0) return []
  return selectRows(em, CandidateRow, `WHERE list_id IN (${marks(listIds)}) ORDER BY list_id, number`, listIds)
}

export async function findCandidate(em: EntityManager, id: string): Promise<CandidateRow | undefined> {
  const [candidate] = await selectRows(em, CandidateRow, 'WHERE id = ?', [id])
  return candidate
}

/** How many needs became each candidate. */
export async function countNeeds(em: EntityManager, candidateIds: readonly string[]): Promise<Map<string, number>> {
  if (candidateIds.length === 0) return new Map()
  const rows = await query<{ id: string; n: number | string }>(
    em,
    `SELECT candidate_id AS id, COUNT(*) AS n FROM needs
      WHERE candidate_id IN (${marks(candidateIds)}) GROUP BY candidate_id`,
    candidateIds,
  )
  return new Map(rows.map(({ id, n }) => [id, Number(n)]))
}

/** How many of each roster voted. */
export async function countVoted(em: EntityManager, listIds: readonly string[]): Promise<Map<string, number>> {
  if (listIds.length === 0) return new Map()
  const rows = await query<{ id: string; n: number | string }>(
    em,
    `SELECT list_id AS id, SUM(has_voted) AS n FROM pledge_vote_roster
      WHERE list_id IN (${marks(listIds)}) GROUP BY list_id`,
    listIds,
  )
  return new Map(rows.map(({ id, n }) => [id, Number(n)]))
}

const writersActions = ['create', 'deliberate', 'open-vote', 'publish', 'start']

/** Which of these lists the actor brought forward as their writer; asks nothing for whoever has no role. */
export async function findWritten(
  em: EntityManager,
  actor: Actor | null,
  listIds: readonly string[],
): Promise<Set<string>> {
  if (!actor || actor.memberships.length === 0 || listIds.length === 0) return new Set()
  const rows = await query<{ id: string }>(
    em,
    `SELECT DISTINCT list_id AS id FROM pledge_events WHERE actor_id = ? AND pledge_id IS NULL
        AND list_id IN (${marks(listIds)}) AND action IN (${marks(writersActions)})`,
    [actor.personId, ...listIds, ...writersActions],
  )
  return new Set(rows.map(({ id }) => id))
}
