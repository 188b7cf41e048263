import { orderStatuses, privacyNoticeVersion } from '@xinban/shared/domain'
import sharp from 'sharp'
import { dump, newDatabase, newDir, onSqlite } from '../../test/database'
import { allPages } from '../../test/pages'
import { runJobs } from '../../test/jobs'
import { look } from '../../test/pictures'
import { ApiClient } from '../../test/client'
import { openTestServices, serve, testKeys, type TestServer } from '../../test/server'
import { sunday } from '../../test/clock'
import { readEnv } from '../env'
import { openServices } from '../start-server'
import { demoAccounts } from './demo-accounts'
import { loadDemo } from './load-demo'

const home = '610303001002'
let server: TestServer
const said: string[] = []
beforeAll(async () => {
  const services = await openTestServices()
  server = await serve({ ...services, env: { ...services.env, isDemo: true } })
  expect(await loadDemo(server.services, sunday, (words) => said.push(words))).toBe(true)
})
afterAll(() => server.close())

const as = async (account: string) => {
  const { token } = await server.anyone.ok('sessions.create', { body: { provider: 'demo', account } })
  return new ApiClient(server.url, token)
}
const queueOf = async (account: string) => {
  const by = await as(account)
  return allPages((cursor) => by.ok('orders.list', { query: { view: 'queue', limit: 100, cursor } }))
}

test('demo: says what it does, and a second load changes nothing', async () => {
  expect(said.length).toBeGreaterThanOrEqual(4)
  const before = await dump(server.services.db)
  expect(await loadDemo(server.services, new Date('2026-12-01T09:00:00+08:00'), () => undefined)).toBe(false)
  expect(await dump(server.services.db)).toEqual(before)
})

test('demo notices: the ordinary jobs tell the demo accounts what their orders went through', async () => {
  expect(await runJobs(server)).toMatchObject({ failed: 0 })
  const resident = await as('resident-1')
  const { items } = await resident.ok('notices.list')
  expect(items.length).toBeGreaterThanOrEqual(3)
  expect(items.every(({ isRead, subject }) => !isRead && subject.title !== null)).toBe(true)
  expect((await resident.ok('home.show')).unread).toBe(items.length)
})

test('demo activities: whatever is ahead has a plan to remind of it', async () => {
  const { activities = [], activity_reminders: plans = [] } = await dump(server.services.db)
  const ahead = activities.filter(({ starts_at }) => new Date(`${String(starts_at)}Z`.replace('ZZ', 'Z')) > sunday)
  expect(ahead.length).toBeGreaterThanOrEqual(3)
  expect(plans.map(({ activity_id }) => activity_id).sort()).toEqual(ahead.map(({ id }) => id).sort())
})

test('demo surveys: one is open for the residents, one is over and has its result', async () => {
  const { items } = await (await as('resident-1')).ok('surveys.list', {})
  expect(items.map(({ phase }) => phase)).toEqual(['open', 'closed'])
  expect(items[0]?.allowedActions).toEqual(['cast'])
  const result = await server.anyone.ok('surveys.result', { params: { id: items[1]?.id ?? '' } })
  expect(result).toMatchObject({ ballots: 8, roster: 10, figures: { verdict: 'satisfied' } })
})

test('demo orgs.list: the real tree has 11 streets and 127 communities, with grids below, all marked as demo', async () => {
  const under = (parent: string, level?: 'street' | 'community' | 'grid') =>
    allPages((cursor) => server.anyone.ok('orgs.list', { query: { parent, level, limit: 100, cursor } }))
  const streets = await under('610303', 'street')
  const communities = (await Promise.all(streets.map(({ code }) => under(code, 'community')))).flat()
  expect([streets.length, communities.length]).toEqual([11, 127])
  expect((await under(home, 'grid')).length).toBeGreaterThan(0)
  expect([...streets, ...communities].every(({ isDemo }) => isDemo)).toBe(true)
  expect(communities.every(({ servicePhone }) => servicePhone !== null)).toBe(true)
})

test('demo: every account of the interface exists and lives or works where its name says', async () => {
  const { accounts = [], orgs = [] } = await dump(server.services.db)
  const names = new Set(accounts.map(({ name }) => String(name)))
  const expected = [
    ...Array.from({ length: 50 }, (_, index) => `resident-${index + 1}`),
    ...Array.from({ length: 10 }, (_, index) => `unit-${index + 1}`),
    ...orgs
      .filter(({ level }) => ['grid', 'community', 'street'].includes(String(level)))
      .map(({ level, code }) => `${String(level)}-${String(code)}`),
    ...['district-610303', 'auditor-610303'],
  ]
  expect(expected.filter((name) => !names.has(name))).toEqual([])
  for (const { account } of demoAccounts) expect(names).toContain(account)
  for (let number = 1; number <= 10; number++) {
    const { person } = await (await as(`resident-${number}`)).ok('me.show')
    expect(person).toMatchObject({ community: { code: home }, isVerified: true })
  }
  const elsewhere = await Promise.all(
    [11, 20, 30, 40, 50].map(async (number) => (await (await as(`resident-${number}`)).ok('me.show')).person.community),
  )
  expect(new Set(elsewhere.map((community) => community?.code)).size).toBe(5)
  const roles = async (account: string) => (await (await as(account)).ok('me.show')).memberships.map(({ role }) => role)
  expect(await roles(`community-${home}`)).toEqual(['community_staff'])
  expect(await roles('district-610303')).toEqual(['district_admin'])
  expect(await roles('auditor-610303')).toEqual(['auditor'])
})

test('demo: its community has an order in every status, and a history that its people really made', async () => {
  const orders = await queueOf(`community-${home}`)
  expect(new Set(orders.map(({ status }) => status))).toEqual(new Set(orderStatuses))
  const staff = await as(`community-${home}`)
  for (const { id, version } of orders) {
    const { events, status } = await staff.ok('orders.show', { params: { id } })
    expect(events).toHaveLength(version)
    expect(events.at(-1)?.toStatus).toBe(status)
    expect(events.every(({ at }) => new Date(at) <= sunday)).toBe(true)
  }
})

test('demo orders.show: what was wrong and how it is now, in pictures that say what they are', async () => {
  const orders = await queueOf(`community-${home}`)
  const staff = await as(`community-${home}`)
  const find = (title: string) => orders.find((order) => order.title === title)?.id ?? ''
  const { events } = await staff.ok('orders.show', { params: { id: find('楼梯扶手松了') } })
  expect(events.flatMap(({ action, attachments }) => attachments.map(() => action))).toEqual(['place', 'fulfil'])
  for (const { url, thumbnailUrl } of events.flatMap(({ attachments }) => attachments)) {
    expect(await sharp(await look(server.anyone, url)).metadata()).toMatchObject({ format: 'jpeg', width: 960 })
    expect(await sharp(await look(server.anyone, thumbnailUrl)).metadata()).toMatchObject({ width: 480 })
  }
  const stranger = await as('resident-40')
  const seen = await stranger.ok('orders.show', { params: { id: find('地下室进水，电线泡在水里') } })
  expect([seen.isPublic, seen.events.flatMap(({ attachments }) => attachments)]).toEqual([true, []])
})

test('demo: after its pictures are drawn, nothing that is sent reaches the reader of drawings', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
  await expect(sharp(Buffer.from(svg)).toBuffer()).rejects.toThrow('unsupported image format')
})

test('demo places.list: places of the demo community and its neighbours, marked as demo, found from a position', async () => {
  const of = async (communityCode: string) =>
    (await server.anyone.ok('places.list', { query: { communityCode, limit: 100 } })).items
  const own = await of(home)
  expect(own.length).toBeGreaterThanOrEqual(6)
  const all = [...own, ...(await of('610303001004')), ...(await of('610303001008'))]
  expect(all.length).toBeGreaterThanOrEqual(own.length + 6)
  expect(all.every(({ isDemo }) => isDemo)).toBe(true)
  const [first] = own
  const near = `${first?.point?.lat},${first?.point?.lng}`
  const { items } = await server.anyone.ok('places.list', { query: { near, limit: 1 } })
  expect(items).toMatchObject([{ id: first?.id, distanceMetres: 0 }])
  const { community } = await server.anyone.ok('places.community', { query: { near } })
  expect(community?.code).toBe(home)
})

test('demo templates.list: district, street and community each offer words for the forms of their people', async () => {
  const levelsOf = async (account: string, purpose: 'fulfil' | 'grade') => {
    const { items } = await (await as(account)).ok('templates.list', { query: { purpose } })
    return [...new Set(items.map(({ org }) => org.level))]
  }
  expect(await levelsOf(`community-${home}`, 'fulfil')).toEqual(['community', 'street', 'district'])
  expect(await levelsOf('street-610303001', 'grade')).toEqual(['street', 'district'])
  expect(await levelsOf(`grid-${home}001`, 'fulfil')).toContain('community')
})

test('demo service-items.list: forty-four items with guides that say what they are', async () => {
  const { items } = await server.anyone.ok('service-items.list', { query: { org: home, limit: 100 } })
  expect(items).toHaveLength(44)
  const levels = items.flatMap(({ offeredBy }) => offeredBy.map(({ level }) => level))
  expect(new Set(levels)).toEqual(new Set(['district', 'street', 'community']))
  for (const { id } of items) {
    const { guide, isDemo } = await server.anyone.ok('service-items.show', { params: { id } })
    expect([isDemo, guide.remark]).toEqual([true, '以当地公布为准'])
    expect(guide.source).toContain('演示数据')
  }
})

test('demo site.show: offers its accounts', async () => {
  const site = await server.anyone.ok('site.show')
  expect(site).toMatchObject({ isDemo: true, district: { code: '610303' }, signInProviders: ['password', 'demo'] })
  expect(site.demoAccounts).toHaveLength(demoAccounts.length)
})

test('demo: a load that is interrupted leaves nothing', async () => {
  const { database } = readEnv({ ...testKeys, DATABASE_URL: await newDatabase() })
  const services = await openServices({ ...server.services.env, database })
  const stop = (words: string) => {
    if (words.includes('orders')) throw new Error('interrupted')
  }
  await expect(loadDemo(services, sunday, stop)).rejects.toThrow('interrupted')
  const { orgs, persons, accounts } = await dump(services.db)
  expect([orgs, persons, accounts]).toEqual([[], [], []])
  expect(await loadDemo(services, sunday, () => undefined)).toBe(true)
  await services.db.close()
})
onSqlite('demo mode: opens its own database, stamps it and makes its key', async () => {
  const dir = newDir()
  const services = await openServices(readEnv({ XINBAN_DEMO: '1', XINBAN_DATA_DIR: dir }))
  expect((await dump(services.db)).meta).toContainEqual({ name: 'stamp', value: 'demo' })
  await services.db.close()
})

test('demo me.delete: the account stays in the list, and who signs in by it next is a new person', async () => {
  const before = await as('resident-33')
  const { person } = await before.ok('me.show')
  await before.ok('me.delete', { query: {} })
  const next = await as('resident-33')
  const again = await next.ok('me.show')
  expect(again.person).toMatchObject({ name: null, phone: null, community: null })
  expect(again.person.id).not.toBe(person.id)
  expect((await (await as('resident-33')).ok('me.show')).person.id).toBe(again.person.id)
  expect((await next.ok('orders.list')).items).toEqual([])
})

test('demo: under a notice with new words its people go on placing orders, but for those who took it back', async () => {
  const { db } = server.services
  await (await as('resident-41')).ok('consents.withdraw', { params: { kind: 'personal_data' } })
  await db.unitOfWork((em) => em.query("UPDATE consents SET notice_version = '2020-01-01'"))
  const later = new Date(sunday.getTime() + 60_000)
  expect(await loadDemo(server.services, later, () => undefined)).toBe(false)
  const sources = async (account: string) =>
    (await (await as(account)).ok('consents.list')).items.map(({ source, noticeVersion }) => [source, noticeVersion])
  expect(await sources('resident-40')).toEqual([
    ['demo', privacyNoticeVersion],
    ['demo', '2020-01-01'],
  ])
  expect(await sources('resident-41')).toEqual([['demo', '2020-01-01']])
})

test('demo halls.list: six of the district, one of every street and community, all marked as demo', async () => {
  const list = (org: string) =>
    allPages((cursor) => server.anyone.ok('halls.list', { query: { org, limit: 100, cursor } }))
  const halls = await list('610303')
  const levels = ['district', 'street', 'community'].map(
    (level) => halls.filter(({ org }) => org.level === level).length,
  )
  expect(levels).toEqual([6, 11, 127])
  expect(halls.every(({ isDemo }) => isDemo)).toBe(true)
})

test('demo bookings: the hall of its community has free slots for the coming days, and bookings in every state', async () => {
  const [hall] = (await server.anyone.ok('halls.list', { query: { org: home } })).items
  const card = await server.anyone.ok('halls.show', { params: { id: hall?.id ?? '' } })
  expect(card.items.length).toBeGreaterThanOrEqual(4)
  for (const item of card.items) {
    const query = { itemId: item.id, from: '2026-11-23', to: '2026-11-25' }
    const { items } = await server.anyone.ok('halls.slots', { params: { id: card.id }, query })
    expect(items.some(({ left }) => left > 0)).toBe(true)
  }
  const { bookings = [], tickets = [], waitlist_entries: waits = [] } = await dump(server.services.db)
  expect(new Set(bookings.map(({ status }) => status))).toEqual(
    new Set(['held', 'booked', 'checked_in', 'serving', 'finished', 'cancelled', 'no_show']),
  )
  expect(new Set(tickets.map(({ state }) => state))).toEqual(new Set(['waiting', 'serving', 'finished', 'parked']))
  expect(waits).toHaveLength(1)
})
