import type { EntityManager } from 'typeorm'
import { isDuplicateKey } from '../../db/retry'
import { insertRow } from '../../db/rows'
import { execute, query } from '../../db/sql'
import { DepartmentRow } from './whistle.entity'

/** A district has a few dozen departments. */
const mostDepartments = 300

export async function listDepartmentCodes(em: EntityManager, districtCode: string): Promise<string[]> {
  const rows = await query<{ code: string }>(
    em,
    `SELECT org_code AS code FROM departments WHERE district_code = ? ORDER BY org_code LIMIT ${mostDepartments}`,
    [districtCode],
  )
  return rows.map(({ code }) => code)
}

/** Again, it stays one. */
export async function insertDepartment(em: EntityManager, row: DepartmentRow): Promise<void> {
  try {
    await insertRow(em, DepartmentRow, row)
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
  }
}

/** @returns whether it was one */
export const deleteDepartment = async (em: EntityManager, orgCode: string): Promise<boolean> =>
  (await execute(em, 'DELETE FROM departments WHERE org_code = ?', [orgCode])) === 1
