import { addItem } from '../../../test/catalogue'
import { allPages } from '../../../test/pages'
import { openTestServer, type TestServer } from '../../../test/server'
import type { World } from '../../../test/world'

let server: TestServer
let world: World
let ids: Record<'allowance' | 'card' | 'repair' | 'far', string>
beforeAll(async () => {
  server = await openTestServer()
  world = await server.world()
  const add = (name: string, everydayWords: string[], offeredBy: string) =>
    addItem(server.services, { name, offeredBy: [offeredBy], content: { summary: '为居民办理', everydayWords } })
  ids = {
    card: await add('老年优待证', ['老年证'], world.code),
    allowance: await add('高龄津贴', ['老人补贴'], world.code),
    repair: await add('水电小修', ['水管漏水'], world.street),
    far: await add('水电维修', ['水管漏水'], world.otherStreet),
  }
})
afterAll(() => server.close())

const search = async (q: string, org = world.community) =>
  (await server.anyone.ok('service-items.list', { query: { org, q } })).items.map(({ id }) => id)

test('service-items.list: everyday words find what is offered here, best first', async () => {
  expect((await search('老人补贴'))[0]).toBe(ids.allowance)
  expect(await search('老人')).toEqual([ids.allowance, ids.card])
  expect(await search('家里水管漏水了')).toEqual([ids.repair])
  expect(await search('水管漏水', world.far)).toEqual([ids.far])
  expect(await search('买飞机票')).toEqual([])
})

test('service-items.list: a search is paged in its own order', async () => {
  const seen = await allPages((cursor) =>
    server.anyone.ok('service-items.list', { query: { org: world.community, q: '老人', limit: 1, cursor } }),
  )
  expect(seen.map(({ id }) => id)).toEqual(await search('老人'))
})

test('service-items.suggest: what a title may mean, with who offers it', async () => {
  const query = { org: world.community, title: '厨房水管漏水，一晚上一盆' }
  const { items } = await server.anyone.ok('service-items.suggest', { query })
  expect(items).toMatchObject([{ id: ids.repair, offeredBy: [{ code: world.street }] }])
  const none = await server.anyone.ok('service-items.suggest', { query: { ...query, title: '今天天气不错' } })
  expect(none.items).toEqual([])
})

test('service-items: searching answers 400, 404, 422', async () => {
  const { anyone } = server
  const cursor = Buffer.from('1:x').toString('base64url')
  await anyone.refused('service-items.list', 'malformed_request', { query: { org: world.code, q: '证', cursor } })
  await anyone.refused('service-items.list', 'invalid', { query: { org: world.code, q: ' ' } })
  await anyone.refused('service-items.list', 'invalid', { query: { org: world.code, q: '长'.repeat(51) } })
  await anyone.refused('service-items.suggest', 'not_found', { query: { org: '999999', title: '证' } })
  await anyone.refused('service-items.suggest', 'invalid', { query: { org: world.code } })
})
