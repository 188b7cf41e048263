import type { ScopeKind } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { selectRows } from '../../db/rows'
import { query } from '../../db/sql'
import { invalidField } from '../../errors'
import { Org } from '../orgs'

export interface Subject {
  readonly code: string
  readonly name: string
  /** Null for an item. */
  readonly level: Org['level'] | null
}

interface Subjects {
  readonly scope: ScopeKind
  readonly all: readonly Subject[]
}

/** Whom a table of scores ranks: what stands under an org, the units of its territory, or the items of its district. */
export async function subjectsOf(em: EntityManager, org: Org, of: 'orgs' | 'items' | 'units'): Promise<Subjects> {
  if (of === 'items') return { scope: 'item', all: await itemsOf(em, org) }
  if (of === 'units') {
    const units = await selectRows(em, Org, `WHERE path LIKE ? AND level = 'unit' ORDER BY code`, [`${org.path}%`])
    return { scope: 'unit', all: units }
  }
  if (org.level === 'community') return { scope: 'community', all: [] }
  const level = org.level === 'district' ? 'street' : 'community'
  const all = await selectRows(em, Org, 'WHERE parent_code = ? AND level = ? ORDER BY code', [org.code, level])
  return { scope: level, all }
}

/** An item is counted over its whole district (docs/adr/0011). */
async function itemsOf(em: EntityManager, org: Org): Promise<Subject[]> {
  if (org.level !== 'district') throw invalidField('of', 'unsuitable', '事项按全区统计，请选择区')
  const items = await query<{ id: string; name: string }>(
    em,
    'SELECT id, name FROM service_items WHERE district_code = ? ORDER BY position, id',
    [org.code],
  )
  return items.map(({ id, name }) => ({ code: id, name, level: null }))
}
