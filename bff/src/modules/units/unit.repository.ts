import type { EntityManager } from 'typeorm'
import { insertRow, selectRows, updateRows } from '../../db/rows'
import { execute, marks, query } from '../../db/sql'
import { lostRace } from '../../errors'
import { UnitRow } from './unit.entity'

export async function findUnit(em: EntityManager, orgCode: string): Promise<UnitRow | undefined> {
  const [unit] = await selectRows(em, UnitRow, 'WHERE org_code = ?', [orgCode])
  return unit
}

/** Those of these orgs that are registered. */
export async function findUnits(em: EntityManager, orgCodes: readonly string[]): Promise<UnitRow[]> {
  if (orgCodes.length === 0) return []
  return selectRows(em, UnitRow, `WHERE org_code IN (${marks(orgCodes)}) ORDER BY org_code`, orgCodes)
}

/** Registered units under these parents, in order of their codes. */
export async function listUnits(
  em: EntityManager,
  { path, afterCode, limit }: { path: string; afterCode: string; limit: number },
): Promise<UnitRow[]> {
  return selectRows(
    em,
    UnitRow,
    `WHERE org_code IN (SELECT code FROM orgs WHERE path LIKE ? AND level = 'unit') AND org_code > ?
      ORDER BY org_code LIMIT ${limit}`,
    [`${path}%`, afterCode],
  )
}

/** Units of a district that may claim now. */
export const listActiveUnits = (em: EntityManager, districtCode: string): Promise<UnitRow[]> =>
  selectRows(em, UnitRow, 'WHERE district_code = ? AND is_active = 1 ORDER BY org_code LIMIT 1000', [districtCode])

export const insertUnit = (em: EntityManager, unit: UnitRow): Promise<void> => insertRow(em, UnitRow, unit)

/** Throws lost_race when somebody changed it since it was loaded. */
export async function updateUnit(em: EntityManager, unit: UnitRow, set: Partial<UnitRow>): Promise<void> {
  const version = unit.version + 1
  const changed = await updateRows(em, UnitRow, { ...set, version }, 'org_code = ? AND version = ?', [
    ...[unit.orgCode, unit.version],
  ])
  if (changed === 0) throw lostRace()
}

/** Counts one more in hand, unless there are as many as may be. @returns whether there was room */
export async function takeClaim(em: EntityManager, orgCode: string, most: number): Promise<boolean> {
  const sql = 'UPDATE units SET open_claims = open_claims + 1 WHERE org_code = ? AND is_active = 1 AND open_claims < ?'
  return (await execute(em, sql, [orgCode, most])) === 1
}

export async function addOpenClaims(em: EntityManager, orgCode: string, change: number): Promise<void> {
  await execute(em, 'UPDATE units SET open_claims = open_claims + ? WHERE org_code = ?', [change, orgCode])
}

/** Who can claim for these units now. */
export async function findUnitMembers(
  em: EntityManager,
  orgCodes: readonly string[],
): Promise<{ id: string; personId: string; orgCode: string }[]> {
  if (orgCodes.length === 0) return []
  return query(
    em,
    `SELECT id, person_id AS personId, org_code AS orgCode FROM memberships
      WHERE org_code IN (${marks(orgCodes)}) AND role = 'unit_staff' AND revoked_at IS NULL ORDER BY id`,
    orgCodes,
  )
}
