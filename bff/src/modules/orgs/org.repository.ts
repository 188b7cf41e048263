import type { OrgLevel } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { selectRows } from '../../db/rows'
import { marks } from '../../db/sql'
import { Org } from './org.entity'

export async function findOrg(em: EntityManager, code: string): Promise<Org | undefined> {
  const [org] = await selectRows(em, Org, 'WHERE code = ?', [code])
  return org
}

/** Milliseconds for which a name may lag behind an import by another process. */
const keptMs = 5_000

interface Kept {
  readonly org: Org
  readonly until: number
}
let kept = new WeakMap<object, Map<string, Kept>>()

/** After an import: names are read afresh. */
export function forgetOrgs(): void {
  kept = new WeakMap()
}

/**
 * Orgs by code, for their names; unknown codes are left out. Every answer names orgs, and they hardly change, so they
 * are kept for a moment; whatever decides something reads `findOrg`.
 */
export async function findOrgs(em: EntityManager, codes: Iterable<string | null>): Promise<Map<string, Org>> {
  const own = kept.get(em.connection) ?? new Map<string, Kept>()
  kept.set(em.connection, own)
  const now = Date.now()
  const found = new Map<string, Org>()
  const missing: string[] = []
  for (const code of new Set(codes)) {
    if (code === null) continue
    const entry = own.get(code)
    if (entry && entry.until > now) found.set(code, entry.org)
    else missing.push(code)
  }
  if (missing.length === 0) return found
  for (const org of await selectRows(em, Org, `WHERE code IN (${marks(missing)})`, missing)) {
    own.set(org.code, { org, until: now + keptMs })
    found.set(org.code, org)
  }
  return found
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
