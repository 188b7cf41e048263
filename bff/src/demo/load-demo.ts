import type { EntityManager } from 'typeorm'
import type { Services } from '../context'
import { newId } from '../db/ids'
import { insertRow, selectRows } from '../db/rows'
import { Meta } from '../db/meta.entity'
import { insertPublished } from '../modules/catalogue'
import { loadActor } from '../modules/identity'
import type { Org } from '../modules/orgs'
import { insertPlace } from '../modules/places'
import { insertTemplate } from '../modules/templates'
import { demoContent, demoItems, type DemoOffer } from './demo-catalogue'
import { demoPlaces } from './demo-places'
import { demoTemplates } from './demo-templates'
import { loadDemoBookings } from './load-demo-bookings'
import { loadDemoHalls } from './load-demo-halls'
import { loadDemoOrders } from './load-demo-orders'
import { loadDemoOrgs } from './load-demo-orgs'
import { loadDemoSurveys } from './load-demo-surveys'
import { loadDemoPledges } from './pledges/load-demo-pledges'
import { loadDemoUnits } from './load-demo-units'
import { loadDemoPeople, renewDemoConsents } from './load-demo-people'
import { loadDemoVolunteers } from './load-demo-volunteers'
import { loadDemoTasks } from './load-demo-tasks'
import { loadDemoWhistles } from './load-demo-whistles'

const districtCode = '610303'
const loadedMark = 'demo-loaded'

/**
 * Fills a new demo database, once; a database that has its demo data is left as it is, but for its people's
 * agreement to a notice that has new words.
 * Everything is written in one unit of work, so that an interrupted start leaves nothing half done.
 * @param onProgress told in English what comes next
 * @returns whether anything was loaded
 */
export async function loadDemo(services: Services, now: Date, onProgress: (words: string) => void): Promise<boolean> {
  return services.db.unitOfWork(async (em) => {
    const [mark] = await selectRows(em, Meta, 'WHERE name = ?', [loadedMark])
    if (mark) {
      await renewDemoConsents(em, now)
      return false
    }
    onProgress('org tree of Jintai district')
    const orgs = await loadDemoOrgs(em, services, now)
    onProgress(`people of ${orgs.length} orgs`)
    const people = await loadDemoPeople(em, services, orgs, now)
    await loadDemoUnits(em, orgs, now)
    onProgress('service catalogue')
    const items = await loadDemoItems(em, orgs, now)
    onProgress('places of the demo communities')
    await loadDemoPlaces(em, now)
    onProgress('templates of replies')
    await loadDemoTemplates(em, now)
    onProgress('orders in every state')
    await loadDemoOrders(em, services, people, items, now)
    onProgress('volunteers and their market')
    await loadDemoVolunteers(em, people, now)
    onProgress('surveys')
    await loadDemoSurveys(em, services, people, now)
    onProgress('ten things of five communities')
    await loadDemoPledges(em, services, people, now)
    onProgress('halls and bookings')
    const admin = await loadActor(em, people.get('district-610303') ?? '')
    const hallId = await loadDemoHalls(em, orgs, items, { services, actor: admin, now, requestId: 'demo' })
    await loadDemoBookings(em, { services, people, items, hallId, now })
    onProgress('whistles and departments')
    await loadDemoWhistles(em, services, people, now)
    await loadDemoTasks(em, services, people, now)
    await insertRow(em, Meta, { name: loadedMark, value: now.toISOString() })
    return true
  })
}

const day = 24 * 60 * 60_000
const demoStreet = '610303001'

/** In service for a month already, so that every demo order came after. @returns ids by name */
async function loadDemoItems(em: EntityManager, orgs: readonly Org[], now: Date): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const publication = { now: new Date(now.getTime() - 30 * day), membershipId: null }
  for (const item of demoItems) {
    const id = newId(publication.now)
    const content = demoContent(item)
    await insertPublished(em, { id, districtCode, content, isDemo: true }, offerers(item.offeredBy, orgs), publication)
    ids.set(item.name, id)
  }
  return ids
}

/** A millisecond apart, so that the list keeps their order. */
async function loadDemoPlaces(em: EntityManager, now: Date): Promise<void> {
  for (const [index, place] of demoPlaces.entries()) {
    const at = new Date(now.getTime() - demoPlaces.length + index)
    await insertPlace(em, at, { ...place, isDemo: true })
  }
}

async function loadDemoTemplates(em: EntityManager, now: Date): Promise<void> {
  for (const [index, template] of demoTemplates.entries()) {
    const at = new Date(now.getTime() - demoTemplates.length + index)
    await insertTemplate(em, at, { ...template, createdById: null })
  }
}

function offerers(offer: DemoOffer, orgs: readonly Org[]): string[] {
  switch (offer) {
    case 'district':
      return [districtCode]
    case 'demo-street':
      return [demoStreet]
    case 'streets':
      return orgs.filter((org) => org.level === 'street').map((org) => org.code)
    case 'communities':
      return orgs.filter((org) => org.level === 'community' && org.parentCode === demoStreet).map((org) => org.code)
  }
}
