import { addItem } from '../../../test/catalogue'
import { allPages } from '../../../test/pages'
import { openTestServer, type TestServer } from '../../../test/server'
import type { World } from '../../../test/world'
import { newId } from '../../db/ids'

let server: TestServer
let world: World
let items: Record<'district' | 'street' | 'community' | 'elsewhere', string>
beforeAll(async () => {
  server = await openTestServer()
  world = await server.world()
  const { services } = server
  items = {
    district: await addItem(services, { name: '水电小修', position: 3, offeredBy: [world.code] }),
    street: await addItem(services, { name: '上门理发', position: 2, offeredBy: [world.street, world.otherStreet] }),
    community: await addItem(services, { name: '工具借用', position: 2, offeredBy: [world.community, world.code] }),
    elsewhere: await addItem(services, { name: '水电小修', position: 1, offeredBy: [world.elsewhere.code] }),
  }
})
afterAll(() => server.close())

const list = async (org: string) => {
  const { items: found } = await server.anyone.ok('service-items.list', { query: { org } })
  return found.map(({ id }) => id)
}

test('service-items.list: what the org and those above it offer, in the catalogue’s order', async () => {
  expect(await list(world.community)).toEqual([...[items.street, items.community].sort(), items.district])
  expect(await list(world.grid)).toEqual(await list(world.community))
  expect(await list(world.code)).toEqual([items.community, items.district])
})

test('service-items.list: nothing of another district', async () => {
  expect(await list(world.elsewhere.community)).toEqual([items.elsewhere])
})

test('service-items.list: who offers it here, the nearest first', async () => {
  const { items: found } = await server.anyone.ok('service-items.list', { query: { org: world.community } })
  const offeredBy = (id: string) => found.find((item) => item.id === id)?.offeredBy.map(({ code }) => code)
  expect(offeredBy(items.community)).toEqual([world.community, world.code])
  expect(offeredBy(items.street)).toEqual([world.street])
})

test('service-items.list: pages are complete and without repeats where positions are equal', async () => {
  const seen = await allPages((cursor) =>
    server.anyone.ok('service-items.list', { query: { org: world.community, limit: 1, cursor } }),
  )
  expect(seen.map(({ id }) => id)).toEqual(await list(world.community))
})

test('service-items.show: the item with its guide', async () => {
  const item = await server.anyone.ok('service-items.show', { params: { id: items.street } })
  expect(item).toMatchObject({ name: '上门理发', kind: 'service', guide: { materials: [{ name: '身份证' }] } })
  expect(item.offeredBy.map(({ code }) => code).sort()).toEqual([world.street, world.otherStreet])
})

test('service-items: 400, 404, 422', async () => {
  const { anyone } = server
  await anyone.refused('service-items.list', 'not_found', { query: { org: '999999' } })
  await anyone.refused('service-items.list', 'invalid', { query: {} })
  const cursor = Buffer.from('x:y').toString('base64url')
  await anyone.refused('service-items.list', 'malformed_request', { query: { org: world.code, cursor } })
  await anyone.refused('service-items.show', 'not_found', { params: { id: newId(server.clock.now()) } })
  await anyone.refused('service-items.show', 'invalid', { params: { id: 'x' } })
})
