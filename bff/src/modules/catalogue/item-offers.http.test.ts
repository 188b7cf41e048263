import { addItem, itemContent } from '../../../test/catalogue'
import { allPages } from '../../../test/pages'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller, World } from '../../../test/world'
import { newId } from '../../db/ids'

let server: TestServer
let world: World
let admin: Caller
let street: Caller
let community: Caller
let made = 0
beforeAll(async () => {
  server = await openTestServer()
  world = await server.world()
  admin = await world.staff('district_admin', world.code)
  street = await world.staff('street_staff', world.street)
  community = await world.staff('community_staff', world.community)
})
afterAll(() => server.close())

const item = (...offeredBy: string[]) => addItem(server.services, { name: `事项${(made += 1)}`, offeredBy })
const isListed = async (id: string, org: string) =>
  (await server.anyone.ok('service-items.list', { query: { org, limit: 100 } })).items.some((found) => found.id === id)

test('service-items.offer: a street begins to offer an item, and its communities have it', async () => {
  const id = await item(world.otherStreet)
  const params = { id, code: world.street }
  const managed = await street.ok('service-items.offer', { params })
  expect(managed.offeredBy.map(({ code }) => code)).toEqual([world.street, world.otherStreet])
  expect(managed.allowedActions).toEqual([])
  expect(await isListed(id, world.community)).toBe(true)
  expect((await street.ok('service-items.offer', { params })).offeredBy).toHaveLength(2)
})

test('service-items.stop-offering: a community stops what it offers itself', async () => {
  const id = await item(world.community, world.far)
  const params = { id, code: world.community }
  await community.ok('service-items.stop-offering', { params })
  expect(await isListed(id, world.community)).toBe(false)
  await community.refused('service-items.stop-offering', 'wrong_state', { params })
})

test('service-items.stop-offering: what the district offers is not a community’s to stop', async () => {
  const id = await item(world.code)
  const params = { id, code: world.community }
  const { detail } = await community.refused('service-items.stop-offering', 'wrong_state', { params })
  expect(detail).toMatch(/请联系上级/)
})

test('service-items.offer: the district decides for every org under it', async () => {
  const id = await item(world.otherStreet)
  for (const code of [world.code, world.street, world.community]) {
    await admin.ok('service-items.offer', { params: { id, code } })
    await admin.ok('service-items.stop-offering', { params: { id, code } })
  }
  expect(await isListed(id, world.community)).toBe(false)
})

test('service-items.offer: 401, 403, 404', async () => {
  const id = await item(world.otherStreet)
  const own = { params: { id, code: world.community } }
  await server.anyone.refused('service-items.offer', 'not_signed_in', own)
  const others = [await world.person(), street, await world.staff('grid_worker', world.grid)]
  for (const other of others) await other.refused('service-items.offer', 'forbidden', own)
  await community.refused('service-items.offer', 'forbidden', { params: { id, code: world.street } })
  await admin.refused('service-items.offer', 'not_found', { params: { id, code: world.elsewhere.street } })
  await admin.refused('service-items.offer', 'not_found', { params: { id, code: world.grid } })
  await admin.refused('service-items.offer', 'not_found', {
    params: { id: newId(server.clock.now()), code: world.code },
  })
  const body = { districtCode: world.code, content: itemContent({ name: '还没发布' }) }
  const draft = await admin.ok('service-items.create', { body })
  await street.refused('service-items.offer', 'not_found', { params: { id: draft.id, code: world.street } })
  const elsewhere = await addItem(server.services, { name: '别区的', offeredBy: [world.elsewhere.code] })
  await community.refused('service-items.offer', 'not_found', { params: { id: elsewhere, code: world.community } })
})

test('service-items.manage: every item of the district page by page, for its administrator alone', async () => {
  const draft = await admin.ok('service-items.create', {
    body: { districtCode: world.code, content: itemContent({ name: '管理列表里的草稿' }) },
  })
  const query = { districtCode: world.code, limit: 2 }
  const seen = await allPages((cursor) => admin.ok('service-items.manage', { query: { ...query, cursor } }))
  expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length)
  expect(seen.find(({ id }) => id === draft.id)).toMatchObject({ state: 'draft', publishedVersion: null })
  expect(seen.every(({ districtCode }) => districtCode === world.code)).toBe(true)
  await server.anyone.refused('service-items.manage', 'not_signed_in', { query })
  await street.refused('service-items.manage', 'forbidden', { query })
  await admin.refused('service-items.manage', 'forbidden', { query: { districtCode: world.elsewhere.code } })
  await admin.refused('service-items.manage', 'not_found', { query: { districtCode: '999999' } })
})
