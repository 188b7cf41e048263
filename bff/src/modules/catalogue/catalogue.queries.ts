import type { ItemContent } from '@xinban/shared/contracts'
import type { ItemState } from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import { selectRows } from '../../db/rows'
import { ShortMemory } from '../../db/short-memory'
import { marks } from '../../db/sql'
import type { Org } from '../orgs'
import { ServiceItemOffer, ServiceItemRow, ServiceItemVersion } from './service-item.entity'

/** The org and everything above it: whatever they offer can be ordered at the org. */
export const offeringCodes = (org: Pick<Org, 'path'>): string[] => org.path.split('/').filter((code) => code !== '')

/** Where a page begins: after the item at this place. */
export interface After {
  readonly position: number
  readonly id: string
}
export interface ItemPage {
  readonly after: After | null
  readonly limit: number
}
const limitOf = (page: ItemPage | undefined) => (page ? `LIMIT ${page.limit}` : '')
const beyond = (after: After | null) => ({
  sql: after ? 'AND (position > ? OR (position = ? AND id > ?))' : '',
  params: after ? [after.position, after.position, after.id] : [],
})

/** Items that can be ordered at `org`, in the catalogue's order. Without a limit all of them, a few hundred. */
export async function listItems(em: EntityManager, org: Pick<Org, 'path'>, page?: ItemPage): Promise<ServiceItemRow[]> {
  const codes = offeringCodes(org)
  const { sql, params } = beyond(page?.after ?? null)
  return selectRows(
    em,
    ServiceItemRow,
    `WHERE state = 'open' AND id IN (SELECT item_id FROM service_item_offers WHERE org_code IN (${marks(codes)})) ${sql}
     ORDER BY position, id ${limitOf(page)}`,
    [...codes, ...params],
  )
}

/** Items of a district in the catalogue's order: all of them, or those in one state. */
export async function listOfDistrict(
  em: EntityManager,
  { districtCode, state }: { districtCode: string; state?: ItemState },
  page?: ItemPage,
): Promise<ServiceItemRow[]> {
  const { sql, params } = beyond(page?.after ?? null)
  return selectRows(
    em,
    ServiceItemRow,
    `WHERE district_code = ? ${state ? 'AND state = ?' : ''} ${sql} ORDER BY position, id ${limitOf(page)}`,
    [districtCode, ...(state ? [state] : []), ...params],
  )
}

/** Published versions, newest first, beginning below `before`. */
export async function listVersions(
  em: EntityManager,
  itemId: string,
  { before, limit }: { before: number; limit: number },
): Promise<ServiceItemVersion[]> {
  const tail = `WHERE item_id = ? AND version < ? ORDER BY version DESC LIMIT ${limit}`
  return selectRows(em, ServiceItemVersion, tail, [itemId, before])
}

/** Codes of the orgs that offer each of the items. */
export async function findOffers(em: EntityManager, itemIds: readonly string[]): Promise<Map<string, string[]>> {
  const offers = new Map<string, string[]>()
  if (itemIds.length === 0) return offers
  for (const { itemId, orgCode } of await selectRows(
    em,
    ServiceItemOffer,
    `WHERE item_id IN (${marks(itemIds)})`,
    itemIds,
  )) {
    offers.set(itemId, [...(offers.get(itemId) ?? []), orgCode])
  }
  return offers
}

/** Whether `org` or one above it offers the item. */
export async function isOfferedAt(em: EntityManager, itemId: string, org: Pick<Org, 'path'>): Promise<boolean> {
  const codes = offeringCodes(org)
  const found = await selectRows(em, ServiceItemOffer, `WHERE item_id = ? AND org_code IN (${marks(codes)}) LIMIT 1`, [
    itemId,
    ...codes,
  ])
  return found.length > 0
}

/** Items with what they say now, by id; unknown and unpublished ones are left out. */
export async function findPublished(em: EntityManager, ids: readonly string[]): Promise<Map<string, ItemContent>> {
  if (ids.length === 0) return new Map()
  const versions = await selectRows(
    em,
    ServiceItemVersion,
    `WHERE item_id IN (${marks(ids)})
       AND version = (SELECT i.published_version FROM service_items i WHERE i.id = service_item_versions.item_id)`,
    ids,
  )
  return new Map(versions.map(({ itemId, content }) => [itemId, content]))
}

const shown = new ShortMemory<ItemContent>()

/** The same for their names and guides, a moment old; whatever decides something reads `findPublished`. */
export const findShownItems = (em: EntityManager, ids: Iterable<string>): Promise<Map<string, ItemContent>> =>
  shown.read(em, ids, (missing) => findPublished(em, missing))

/** After one was published here, or taken back. */
export const forgetItems = (): void => shown.forget()
