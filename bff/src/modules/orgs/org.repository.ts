import type { OrgLevel } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { selectRows } from '../../db/rows'
import { ShortMemory } from '../../db/short-memory'
import { marks } from '../../db/sql'
import { Org } from './org.entity'

export async function findOrg(em: EntityManager, code: string): Promise<Org | undefined> {
  const [org] = await selectRows(em, Org, 'WHERE code = ?', [code])
  return org
}

const shown = new ShortMemory<Org>()

/** After an import: names are read afresh. */
export const forgetOrgs = (): void => shown.forget()

/** Orgs by code, for their names; unknown codes are left out. Whatever decides something reads `findOrg`. */
export function findOrgs(em: EntityManager, codes: Iterable<string | null>): Promise<Map<string, Org>> {
  return shown.read(em, codes, async (missing) => {
    const orgs = await selectRows(em, Org, `WHERE code IN (${marks(missing)})`, missing)
    return new Map(orgs.map((org) => [org.code, org]))
  })
}

/** Orgs directly under `parentCode` (null: the districts), in order of code, beginning after `afterCode`. */
export async function listOrgs(
  em: EntityManager,
  where: { parentCode: string | null; level?: OrgLevel; afterCode: string; limit: number },
): Promise<Org[]> {
  const conditions = [where.parentCode === null ? 'parent_code IS NULL' : 'parent_code = ?', 'code > ?']
  const params: unknown[] = where.parentCode === null ? [where.afterCode] : [where.parentCode, where.afterCode]
  if (where.level) {
    conditions.push('level = ?')
    params.push(where.level)
  }
  return selectRows(em, Org, `WHERE ${conditions.join(' AND ')} ORDER BY code LIMIT ${where.limit}`, params)
}

/** Whether the code still holds on that date (`YYYY-MM-DD`). */
export const isValidOn = (org: Org, date: string): boolean => org.validUntil === null || org.validUntil >= date
