import type { EntityManager } from 'typeorm'
import type { Services } from '../context'
import { newId } from '../db/ids'
import { insertRow, selectRows } from '../db/rows'
import { Meta } from '../db/meta.entity'
import { ServiceItemOffer, ServiceItemRow } from '../modules/catalogue'
import { demoGuide, demoItems } from './demo-catalogue'
import { loadDemoOrders } from './load-demo-orders'
import { loadDemoOrgs } from './load-demo-orgs'
import { loadDemoPeople } from './load-demo-people'

const districtCode = '610303'
const loadedMark = 'demo-loaded'

/**
 * Fills a new demo database, once; a database that has its demo data is left as it is.
 * Everything is written in one unit of work, so that an interrupted start leaves nothing half done.
 * @param onProgress told in English what comes next
 * @returns whether anything was loaded
 */
export async function loadDemo(services: Services, now: Date, onProgress: (words: string) => void): Promise<boolean> {
  return services.db.unitOfWork(async (em) => {
    const [mark] = await selectRows(em, Meta, 'WHERE name = ?', [loadedMark])
    if (mark) return false
    onProgress('org tree of Jintai district')
    const orgs = await loadDemoOrgs(em, services, now)
    onProgress(`people of ${orgs.length} orgs`)
    const people = await loadDemoPeople(em, services, orgs, now)
    onProgress('service catalogue')
    const items = await loadDemoItems(em, now)
    onProgress('orders in every state')
    await loadDemoOrders(em, services, people, items, now)
    await insertRow(em, Meta, { name: loadedMark, value: now.toISOString() })
    return true
  })
}

/** @returns ids by name */
async function loadDemoItems(em: EntityManager, now: Date): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const [index, item] of demoItems.entries()) {
    const id = newId(now)
    const { name, category, summary, offeredBy } = item
    await insertRow(em, ServiceItemRow, {
      ...{ id, districtCode, name, kind: 'service', category, summary },
      guide: demoGuide(item),
      position: index + 1,
      isDemo: true,
      updatedAt: now,
    })
    const orgCode = offeredBy === 'district' ? districtCode : '610303001'
    await insertRow(em, ServiceItemOffer, { itemId: id, orgCode })
    ids.set(name, id)
  }
  return ids
}
