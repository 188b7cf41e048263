import type { EntityManager } from 'typeorm'
import { selectRows } from '../../db/rows'
import { marks } from '../../db/sql'
import type { Org } from '../orgs'
import { ServiceItemOffer, ServiceItemRow } from './service-item.entity'

/** The org and everything above it: whatever they offer can be ordered at the org. */
export const offeringCodes = (org: Pick<Org, 'path'>): string[] => org.path.split('/').filter((code) => code !== '')

/** Items that can be ordered at `org`, in the catalogue's order. `after` is the key of the last item shown. */
export async function listItems(
  em: EntityManager,
  org: Pick<Org, 'path'>,
  { after, limit }: { after: { position: number; id: string } | null; limit: number },
): Promise<ServiceItemRow[]> {
  const codes = offeringCodes(org)
  const beyond = after ? 'AND (position > ? OR (position = ? AND id > ?))' : ''
  return selectRows(
    em,
    ServiceItemRow,
    `WHERE id IN (SELECT item_id FROM service_item_offers WHERE org_code IN (${marks(codes)})) ${beyond}
     ORDER BY position, id LIMIT ${limit}`,
    [...codes, ...(after ? [after.position, after.position, after.id] : [])],
  )
}

export async function findItem(em: EntityManager, itemId: string): Promise<ServiceItemRow | undefined> {
  const [item] = await selectRows(em, ServiceItemRow, 'WHERE id = ?', [itemId])
  return item
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
