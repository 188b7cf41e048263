import type { ItemContent } from '@xinban/shared/contracts'
import type { EntityManager } from 'typeorm'
import { isDuplicateKey } from '../../db/retry'
import { insertRow, selectRows, updateRows } from '../../db/rows'
import { execute, query } from '../../db/sql'
import { alreadyExists, lostRace } from '../../errors'
import { ServiceItemOffer, ServiceItemRow, ServiceItemVersion } from './service-item.entity'

export async function findItem(em: EntityManager, itemId: string): Promise<ServiceItemRow | undefined> {
  const [item] = await selectRows(em, ServiceItemRow, 'WHERE id = ?', [itemId])
  return item
}

/** Every item of a district, for an import; lists for people are paged. */
export function listByDistrict(em: EntityManager, districtCode: string): Promise<ServiceItemRow[]> {
  return selectRows(em, ServiceItemRow, 'WHERE district_code = ?', [districtCode])
}

/** What an item said at a version. Published versions never change and never go. */
export async function findVersion(
  em: EntityManager,
  itemId: string,
  version: number,
): Promise<ServiceItemVersion | undefined> {
  const [found] = await selectRows(em, ServiceItemVersion, 'WHERE item_id = ? AND version = ?', [itemId, version])
  return found
}

/** The part of the content that stands in the item's own row. */
export const headOf = ({ name, kind, category, summary, everydayWords }: ItemContent) => ({
  ...{ name, kind, category, summary, everydayWords },
})

/** Throws already_exists when the district has an item of that name. */
export async function insertItem(em: EntityManager, item: ServiceItemRow, orgCodes: readonly string[]): Promise<void> {
  await refusingTakenName(item.name, () => insertRow(em, ServiceItemRow, item))
  for (const orgCode of orgCodes) await insertRow(em, ServiceItemOffer, { itemId: item.id, orgCode })
}

interface NewItem {
  readonly id: string
  readonly districtCode: string
  readonly content: ItemContent
  readonly isDemo: boolean
}
interface Publication {
  readonly now: Date
  /** Null for an operator's import. */
  readonly membershipId: string | null
}

/** Adds an item that is in service at once, for imports and the demo. Throws already_exists. */
export async function insertPublished(
  em: EntityManager,
  { id, districtCode, content, isDemo }: NewItem,
  orgCodes: readonly string[],
  { now, membershipId }: Publication,
): Promise<void> {
  const position = await nextPosition(em, districtCode)
  const state = { state: 'open', publishedVersion: 1, draft: null, version: 1 } as const
  await insertItem(
    em,
    { ...{ id, districtCode, position, isDemo }, ...headOf(content), ...state, updatedAt: now },
    orgCodes,
  )
  await insertRow(em, ServiceItemVersion, { itemId: id, version: 1, content, publishedAt: now, membershipId })
}

/**
 * Changes the row if it is still at the version that was read. Throws lost_race when somebody was faster, and
 * already_exists when the new name is taken.
 */
export async function saveItem(
  em: EntityManager,
  item: ServiceItemRow,
  change: Partial<ServiceItemRow>,
  now: Date,
): Promise<void> {
  const set = { ...change, version: item.version + 1, updatedAt: now }
  const changed = await refusingTakenName(change.name ?? item.name, () =>
    updateRows(em, ServiceItemRow, set, 'id = ? AND version = ?', [item.id, item.version]),
  )
  if (changed === 0) throw lostRace()
}

/** Makes `content` the item's next version. */
export async function publishContent(
  em: EntityManager,
  item: ServiceItemRow,
  content: ItemContent,
  by: Publication,
): Promise<number> {
  const version = (item.publishedVersion ?? 0) + 1
  const change = { ...headOf(content), state: 'open', publishedVersion: version, draft: null } as const
  await saveItem(em, item, change, by.now)
  await insertRow(em, ServiceItemVersion, {
    ...{ itemId: item.id, version, content, publishedAt: by.now, membershipId: by.membershipId },
  })
  return version
}

/** Removes an item that was never published, so that nothing can refer to it. Throws lost_race. */
export async function deleteItem(em: EntityManager, item: ServiceItemRow): Promise<void> {
  const where = 'id = ? AND version = ? AND published_version IS NULL'
  const gone = await execute(em, `DELETE FROM service_items WHERE ${where}`, [item.id, item.version])
  if (gone === 0) throw lostRace()
  await execute(em, 'DELETE FROM service_item_offers WHERE item_id = ?', [item.id])
}

/** Where a new item stands: after all others. */
export async function nextPosition(em: EntityManager, districtCode: string): Promise<number> {
  const [row] = await query<{ last: number | string | null }>(
    em,
    'SELECT MAX(position) AS last FROM service_items WHERE district_code = ?',
    [districtCode],
  )
  return Number(row?.last ?? 0) + 1
}

/** @returns whether it is new */
export async function addOffer(em: EntityManager, itemId: string, orgCode: string): Promise<boolean> {
  const known = await selectRows(em, ServiceItemOffer, 'WHERE item_id = ? AND org_code = ?', [itemId, orgCode])
  if (known.length > 0) return false
  await insertRow(em, ServiceItemOffer, { itemId, orgCode })
  return true
}

/** @returns whether there was one */
export async function removeOffer(em: EntityManager, itemId: string, orgCode: string): Promise<boolean> {
  const sql = 'DELETE FROM service_item_offers WHERE item_id = ? AND org_code = ?'
  return (await execute(em, sql, [itemId, orgCode])) > 0
}

async function refusingTakenName<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (isDuplicateKey(error)) throw alreadyExists(`区里已有叫「${name}」的服务事项，请换个名称或直接编辑原有的那一项`)
    throw error
  }
}
