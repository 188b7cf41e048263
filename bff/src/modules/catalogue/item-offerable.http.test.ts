import { addItem, itemContent } from '../../../test/catalogue'
import { allPages } from '../../../test/pages'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller, World } from '../../../test/world'

let server: TestServer
let world: World
let admin: Caller
let street: Caller
let community: Caller
let ids: Record<'district' | 'street' | 'own' | 'far' | 'both' | 'elsewhere', string>
beforeAll(async () => {
  server = await openTestServer()
  world = await server.world()
  admin = await world.staff('district_admin', world.code)
  street = await world.staff('street_staff', world.street)
  community = await world.staff('community_staff', world.community)
  let position = 0
  const add = (name: string, ...offeredBy: string[]) =>
    addItem(server.services, {
      ...{ name, offeredBy, position: (position += 1), content: { summary: '为居民办理', everydayWords: [] } },
    })
  ids = {
    district: await add('老年优待证', world.code),
    street: await add('上门理发', world.street),
    own: await add('工具借用', world.community),
    far: await add('水电小修', world.far),
    both: await add('陪同就医', world.community, world.street, world.code),
    elsewhere: await add('别区的事项', world.elsewhere.code),
  }
})
afterAll(() => server.close())

const offerable = async (caller: Caller, org: string) =>
  (await caller.ok('service-items.offerable', { query: { org, limit: 100 } })).items
const one = async (caller: Caller, org: string, id: string) => {
  const found = (await offerable(caller, org)).find((item) => item.id === id)
  if (!found) throw new Error(`${id} is not in the list of ${org}`)
  const { isOfferedHere, offeredAbove, allowedActions } = found
  return { isOfferedHere, above: offeredAbove.map(({ code }) => code), allowedActions }
}

test('service-items.offerable: a community sees what it offers, what stands above it, and what it may switch', async () => {
  const seen = (id: string) => one(community, world.community, id)
  expect(await seen(ids.own)).toEqual({ isOfferedHere: true, above: [], allowedActions: ['stop-offering'] })
  expect(await seen(ids.far)).toEqual({ isOfferedHere: false, above: [], allowedActions: ['offer'] })
  expect(await seen(ids.street)).toEqual({ isOfferedHere: false, above: [world.street], allowedActions: [] })
  expect(await seen(ids.district)).toEqual({ isOfferedHere: false, above: [world.code], allowedActions: [] })
  expect(await seen(ids.both)).toEqual({
    ...{ isOfferedHere: true, above: [world.street, world.code], allowedActions: ['stop-offering'] },
  })
})

test('service-items.offerable: a street and the district see their own offers', async () => {
  expect(await one(street, world.street, ids.own)).toMatchObject({ isOfferedHere: false, above: [] })
  expect(await one(street, world.street, ids.both)).toMatchObject({ isOfferedHere: true, above: [world.code] })
  expect(await one(admin, world.code, ids.both)).toMatchObject({ isOfferedHere: true, above: [] })
  expect(await one(admin, world.far, ids.far)).toMatchObject({ isOfferedHere: true, above: [] })
})

test('service-items.offerable: what a switch did is seen at once', async () => {
  const params = { id: ids.far, code: world.community }
  await community.ok('service-items.offer', { params })
  expect(await one(community, world.community, ids.far)).toMatchObject({ isOfferedHere: true })
  await community.ok('service-items.stop-offering', { params })
  expect(await one(community, world.community, ids.far)).toMatchObject({ isOfferedHere: false })
})

test('service-items.offerable: only what is in service in this district', async () => {
  const body = { districtCode: world.code, content: itemContent({ name: '还没发布的' }) }
  const draft = await admin.ok('service-items.create', { body })
  const closed = await addItem(server.services, { name: '停办的', offeredBy: [world.community] })
  await admin.ok('service-items.close', { params: { id: closed } })
  const seen = (await offerable(community, world.community)).map(({ id }) => id)
  for (const id of [draft.id, closed, ids.elsewhere]) expect(seen).not.toContain(id)
})

test('service-items.offerable: page by page, and what a search finds', async () => {
  const asked = (q?: string) =>
    allPages((cursor) =>
      community.ok('service-items.offerable', { query: { org: world.community, limit: 2, cursor, q } }),
    )
  const all = [ids.district, ids.street, ids.own, ids.far, ids.both]
  expect((await asked()).map(({ id }) => id)).toEqual(all)
  expect((await asked('水管')).map(({ id }) => id)[0]).toBe(ids.far)
})

test('service-items.manage: what a search finds, drafts too', async () => {
  const body = { districtCode: world.code, content: itemContent({ name: '无人机送药', everydayWords: [] }) }
  const { id } = await admin.ok('service-items.create', { body })
  const query = { districtCode: world.code, q: '送药' }
  const { items } = await admin.ok('service-items.manage', { query })
  expect(items).toMatchObject([{ id, state: 'draft', kind: 'service', category: '养老' }])
  await admin.refused('service-items.manage', 'invalid', { query: { ...query, q: ' ' } })
})

test('service-items.offerable: 400, 401, 403, 404, 422', async () => {
  const query = { org: world.community }
  await server.anyone.refused('service-items.offerable', 'not_signed_in', { query })
  const others = [
    await world.person({ communityCode: world.community }),
    await world.staff('community_staff', world.neighbour),
    await world.staff('grid_worker', world.grid),
    await world.staff('auditor', world.code),
    await world.staff('district_admin', world.elsewhere.code),
    street,
  ]
  for (const other of others) await other.refused('service-items.offerable', 'forbidden', { query })
  await community.refused('service-items.offerable', 'forbidden', { query: { org: world.street } })
  await admin.refused('service-items.offerable', 'not_found', { query: { org: '999999' } })
  await admin.refused('service-items.offerable', 'not_found', { query: { org: world.grid } })
  const cursor = Buffer.from('x:y').toString('base64url')
  await community.refused('service-items.offerable', 'malformed_request', { query: { ...query, cursor } })
  await community.refused('service-items.offerable', 'invalid', { query: {} })
  await community.refused('service-items.offerable', 'invalid', { query: { ...query, q: '长'.repeat(51) } })
})
