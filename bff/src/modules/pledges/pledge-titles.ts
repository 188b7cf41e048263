import type { EntityManager } from 'typeorm'
import { marks, query } from '../../db/sql'

/** Titles of pledges, which everyone may see, by id. */
export async function findPledgeTitles(em: EntityManager, ids: readonly string[]): Promise<Map<string, string>> {
  const sql = `SELECT id, title FROM pledges WHERE id IN (${marks(ids)})`
  const rows = await query<{ id: string; title: string }>(em, sql, ids)
  return new Map(rows.map(({ id, title }) => [id, title]))
}
