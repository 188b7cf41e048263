import type { EntityManager } from 'typeorm'
import { selectRows } from '../../db/rows'
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
const beyond = (after: After | null) => ({
  sql: after ? 'AND (position > ? OR (position = ? AND id > ?))' : '',
  params: after ? [after.position, after.position, after.id] : [],
})

/** Items that can be ordered at `org`, in the catalogue's order. Without a limit all of them, a few hundred. */
export async function listItems(
  em: EntityManager,
  org: Pick<Org, 'path'>,
  page?: { after: After | null; limit: number },
): Promise<ServiceItemRow[]> {
  const codes = offeringCodes(org)
  const { sql, params } = beyond(page?.after ?? null)
  return selectRows(
    em,
    ServiceItemRow,
    `WHERE state = 'open' AND id IN (SELECT item_id FROM service_item_offers WHERE org_code IN (${marks(codes)})) ${sql}
     ORDER BY position, id ${page ? `LIMIT ${page.limit}` : ''}`,
    [...codes, ...params],
  )
}

/** Every item of a district, in the catalogue's order. */
export async function listManaged(
  em: EntityManager,
  districtCode: string,
  page: { after: After | null; limit: number },
): Promise<ServiceItemRow[]> {
  const { sql, params } = beyond(page.after)
  const tail = `WHERE district_code = ? ${sql} ORDER BY position, id LIMIT ${page.limit}`
  return selectRows(em, ServiceItemRow, tail, [districtCode, ...params])
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
