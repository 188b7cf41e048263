import { allPages } from '../../../test/pages'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller, World } from '../../../test/world'

let server: TestServer
let world: World
let street: Caller
let district: Caller
beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.reset()
  world = await server.world()
  street = await world.staff('street_staff', world.street)
  district = await world.staff('district_admin', world.code)
})
afterAll(() => server.close())

const body = (changes: object = {}) => ({
  ...{ name: '东街理发店', parentCode: world.street, kind: 'enterprise' as const },
  ...{ categories: ['skill' as const, 'company' as const], tags: ['上门理发'], areaCodes: [world.community] },
  ...changes,
})
const register = (changes: object = {}) => street.ok('units.register', { body: body(changes) })

test('units.register: a street registers a unit of its own, with what it can do and where', async () => {
  const unit = await register()
  expect(unit).toMatchObject({
    ...{ name: '东街理发店', kind: 'enterprise', categories: ['skill', 'company'], tags: ['上门理发'] },
    parent: { code: world.street },
    areas: [{ code: world.community, level: 'community' }],
    ...{ isActive: true, openClaims: 0, mostClaims: 5, members: [], version: 1, allowedActions: ['update'] },
  })
  await world.staff('unit_staff', unit.code)
  const seen = await street.ok('units.show', { params: { code: unit.code } })
  expect(seen.members).toMatchObject([{ name: '测**' }])
  await street.refused('units.register', 'already_exists', { body: body() })
})

test('units.register: a unit of the org file is taken over with its members, not made a second time', async () => {
  const unit = await register({ name: '东街志愿队', kind: 'volunteers' })
  expect(unit.code).toBe(world.streetUnit)
})

test('units.register: 401, 403 outside of one’s territory, 422', async () => {
  await server.anyone.refused('units.register', 'not_signed_in', { body: body() })
  await street.refused('units.register', 'forbidden', { body: body({ parentCode: world.code, areaCodes: [] }) })
  const community = await world.staff('community_staff', world.community)
  await community.refused('units.register', 'forbidden', { body: body({ parentCode: world.community, areaCodes: [] }) })
  const fields = async (changes: object) =>
    (await street.refused('units.register', 'invalid', { body: body(changes) })).errors?.map(({ path }) => path)
  expect(await fields({ areaCodes: [world.far] })).toEqual(['areaCodes'])
  expect(await fields({ parentCode: world.grid })).toEqual(['parentCode'])
  expect(await fields({ categories: [], name: '' })).toEqual(expect.arrayContaining(['categories', 'name']))
})

const change = (changes: object = {}) => {
  const { parentCode: _, ...rest } = body(changes)
  return { isActive: true, ...rest }
}

test('units.update: whoever registered it changes it; 403, 404, 412', async () => {
  const { code } = await register()
  const params = { code }
  const changed = await street.ok('units.update', {
    ...{ params, ifMatch: '"1"', body: change({ name: '东街好理发店', isActive: false, areaCodes: [] }) },
  })
  expect(changed).toMatchObject({ name: '东街好理发店', isActive: false, areas: [], version: 2 })
  await street.refused('units.update', 'version_mismatch', { params, ifMatch: '"1"', body: change() })
  await district.ok('units.update', { params, body: change() })
  const member = await world.staff('unit_staff', code)
  await member.refused('units.update', 'forbidden', { params, body: change() })
  const stranger = await world.staff('street_staff', world.otherStreet)
  await stranger.refused('units.update', 'not_found', { params, body: change() })
  await stranger.refused('units.show', 'not_found', { params })
  await member.ok('units.show', { params })
})

test('units.list: those of one’s territory, in pages; 403 for units and residents', async () => {
  for (const name of ['一队', '二队', '三队']) await register({ name })
  await district.ok('units.register', { body: body({ name: '区总队', parentCode: world.code }) })
  const names = async (who: Caller) =>
    (await allPages((cursor) => who.ok('units.list', { query: { limit: 2, cursor } }))).map(({ name }) => name).sort()
  expect(await names(street)).toEqual(['一队', '三队', '二队'].sort())
  expect(await names(district)).toEqual(['一队', '二队', '三队', '区总队'].sort())
  await (await world.staff('unit_staff', world.unit)).refused('units.list', 'forbidden', { query: {} })
  await (await world.person()).refused('units.list', 'forbidden', { query: {} })
})
