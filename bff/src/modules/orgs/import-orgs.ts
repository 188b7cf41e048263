import { districtOf, orgPath } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Services } from '../../context'
import { insertRow, selectRows, updateRows } from '../../db/rows'
import { execute } from '../../db/sql'
import { Org } from './org.entity'
import { forgetOrgs } from './org.repository'
import { parseOrgs, type BadLine, type OrgLine } from './parse-orgs'

export interface ImportReport {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** When there is one, nothing was changed. */
  readonly bad: readonly BadLine[]
}

/**
 * Brings an org file into the tree, all of it or nothing. Running it again changes nothing.
 * An org that the file does not name stays as it is: absence never closes anything, `valid_until` does.
 */
export async function importOrgs(
  services: Pick<Services, 'db'>,
  content: Buffer,
  options: { now: Date; isDemo?: boolean },
): Promise<ImportReport> {
  const report = await services.db.unitOfWork(async (em) => {
    const rows = await selectRows(em, Org, '', [])
    const before = new Map(rows.map((org) => [org.code, org]))
    const { lines, bad } = parseOrgs(content, new Map(rows.map((org) => [org.code, org.level])))
    if (bad.length > 0) return { added: 0, changed: 0, unchanged: 0, bad }
    const paths = new Map(rows.map((org) => [org.code, org.path]))
    const report = { added: 0, changed: 0, unchanged: 0, bad }
    for (const line of parentsFirst(lines)) {
      const path = orgPath(line.parentCode === null ? null : (paths.get(line.parentCode) ?? null), line.code)
      paths.set(line.code, path)
      report[await save(em, line, path, before.get(line.code), options)] += 1
    }
    return report
  })
  forgetOrgs()
  return report
}

/** A parent's path must be known before its children's. */
function parentsFirst(lines: readonly OrgLine[]): OrgLine[] {
  const order = { district: 0, street: 1, community: 2, grid: 3, unit: 4 }
  return [...lines].sort((a, b) => order[a.level] - order[b.level])
}

async function save(
  em: EntityManager,
  line: OrgLine,
  path: string,
  before: Org | undefined,
  { now, isDemo = false }: { now: Date; isDemo?: boolean },
): Promise<'added' | 'changed' | 'unchanged'> {
  const { code, parentCode, level, name, validUntil, successorCode } = line
  const next = { parentCode, name, path, validUntil, successorCode }
  if (!before) {
    await insertRow(em, Org, {
      ...next,
      code,
      level,
      districtCode: districtOf(path),
      servicePhone: null,
      isDemo,
      updatedAt: now,
    })
    return 'added'
  }
  const isSame = (Object.keys(next) as (keyof typeof next)[]).every((key) => before[key] === next[key])
  if (isSame) return 'unchanged'
  await updateRows(em, Org, { ...next, districtCode: districtOf(path), updatedAt: now }, 'code = ?', [code])
  if (before.path !== path) await moveDescendants(em, before.path, path)
  return 'changed'
}

/** Children that the file does not name keep standing under their parent. */
async function moveDescendants(em: EntityManager, from: string, to: string): Promise<void> {
  for (const org of await selectRows(em, Org, 'WHERE path LIKE ? AND path <> ?', [`${from}%`, from])) {
    const path = to + org.path.slice(from.length)
    await execute(em, 'UPDATE orgs SET path = ?, district_code = ? WHERE code = ?', [path, districtOf(path), org.code])
  }
}
