import { allPages } from '../../../test/pages'
import { openTestServer, type TestServer } from '../../../test/server'
import type { World } from '../../../test/world'

let server: TestServer
let world: World
beforeAll(async () => {
  server = await openTestServer()
  world = await server.world()
})
afterAll(() => server.close())

const codes = (items: readonly { code: string }[]) => items.map(({ code }) => code)

test('orgs.list: without a parent the districts, under a parent its children, by level', async () => {
  const { anyone } = server
  expect(codes((await anyone.ok('orgs.list')).items)).toEqual([world.code, world.elsewhere.code])
  const under = await anyone.ok('orgs.list', { query: { parent: world.code } })
  expect(codes(under.items)).toEqual([world.districtUnit, world.street, world.otherStreet].sort())
  const streets = await anyone.ok('orgs.list', { query: { parent: world.code, level: 'street' } })
  expect(codes(streets.items)).toEqual([world.street, world.otherStreet])
  expect((await anyone.ok('orgs.list', { query: { parent: world.grid } })).items).toEqual([])
})

test('orgs.list: pages are complete and without repeats', async () => {
  const items = await allPages((cursor) =>
    server.anyone.ok('orgs.list', { query: { parent: world.community, limit: 1, cursor } }),
  )
  expect(codes(items)).toEqual([world.grid, world.secondGrid, world.unit].sort())
})

test('orgs.show: one org, whole', async () => {
  expect(await server.anyone.ok('orgs.show', { params: { code: world.community } })).toEqual({
    ...{ code: world.community, parentCode: world.street, level: 'community', name: '槐树社区' },
    ...{ servicePhone: null, validUntil: null, successorCode: null, isDemo: false },
  })
})

test('orgs: 400 for a cursor of no list, 404, 422', async () => {
  const { anyone } = server
  await anyone.refused('orgs.list', 'malformed_request', { query: { cursor: '%%%' } })
  await anyone.refused('orgs.show', 'not_found', { params: { code: '999999' } })
  await anyone.refused('orgs.show', 'invalid', { params: { code: 'x' } })
  const refusal = await anyone.refused('orgs.list', 'invalid', { query: { level: 'town', limit: 101, parent: '?' } })
  expect(refusal.errors?.map(({ path }) => path).sort()).toEqual(['level', 'limit', 'parent'])
  await anyone.refused('orgs.list', 'invalid', { query: { limit: 0 } })
})

test('site.show: names the first district and how to sign in', async () => {
  expect(await server.anyone.ok('site.show')).toMatchObject({
    ...{ isDemo: false, demoAccounts: [], signInProviders: ['password'] },
    district: { code: world.code, level: 'district' },
  })
})
