import type { CreatePlace } from '@xinban/shared/contracts'
import { countRows } from '../../../test/database'
import { allPages } from '../../../test/pages'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller, World } from '../../../test/world'
import { newId } from '../../db/ids'

let server: TestServer
let world: World
let community: Caller
let street: Caller
let made = 0
beforeAll(async () => {
  server = await openTestServer()
  world = await server.world()
  community = await world.staff('community_staff', world.community)
  street = await world.staff('street_staff', world.street)
})
afterAll(() => server.close())

/** Far from the places of other tests, so that no two tests meet. */
const spot = () => ({ lat: 30 + (made += 1) / 10, lng: 107.14 })
/** So many metres north. */
const north = ({ lat, lng }: { lat: number; lng: number }, metres: number) => ({ lat: lat + metres / 111_195, lng })
const near = ({ lat, lng }: { lat: number; lng: number }) => `${lat},${lng}`
const add = (changes: Partial<CreatePlace> = {}, by = community) =>
  by.ok('places.create', {
    body: { communityCode: world.community, name: `地点${(made += 1)}`, kind: 'estate', ...changes },
  })
const outboxOf = (topic: string, id: string) =>
  countRows(server.services.db, 'outbox', 'topic = ? AND payload LIKE ?', [topic, `%${id}%`])
const nobody = () => newId(server.clock.now())

describe('places.create', () => {
  test('adds a place with a point, and everyone reads it', async () => {
    const point = { lat: 34.361234, lng: 107.140567 }
    const place = await add({ name: ' 槐树院 ', point })
    expect(place).toMatchObject({
      ...{ name: '槐树院', kind: 'estate', communityCode: world.community, communityName: '槐树社区', point },
      ...{ isClosed: false, isDemo: false, version: 1, distanceMetres: null, allowedActions: ['update', 'close'] },
    })
    expect(await outboxOf('place.created', place.id)).toBe(1)
    const { items } = await server.anyone.ok('places.list', { query: { communityCode: world.community, q: '槐树院' } })
    expect(items).toEqual([{ ...place, allowedActions: [] }])
  })

  test('the street and the district above may, other orgs and residents may not', async () => {
    await add({}, street)
    await add({}, await world.staff('district_admin', world.code))
    const body = { communityCode: world.community, name: '别人加的', kind: 'road' }
    await server.anyone.refused('places.create', 'not_signed_in', { body })
    const others = [
      await world.person(),
      await world.staff('community_staff', world.neighbour),
      await world.staff('street_staff', world.otherStreet),
      await world.staff('grid_worker', world.grid),
      await world.staff('auditor', world.code),
      await world.staff('district_admin', world.elsewhere.code),
    ]
    for (const other of others) await other.refused('places.create', 'forbidden', { body })
  })

  test('the same name in one community is 409 however it is written, a closed one too; elsewhere it is free', async () => {
    const { id } = await add({ name: '3 号院' })
    const again = { body: { communityCode: world.community, name: '３号院', kind: 'building' } }
    await community.refused('places.create', 'already_exists', again)
    await community.ok('places.close', { params: { id } })
    const { detail } = await community.refused('places.create', 'already_exists', again)
    expect(detail).toContain('恢复')
    await add({ name: '3 号院', communityCode: world.neighbour }, street)
  })

  test.each<[string, object, string]>([
    ['no name', { name: '  ' }, 'name'],
    ['a name too long', { name: '字'.repeat(41) }, 'name'],
    ['no such kind', { kind: 'moon' }, 'kind'],
    ['half a point', { point: { lat: 34.36 } }, 'point.lng'],
    ['latitude and longitude mixed up', { point: { lat: 34.36, lng: -107.14 } }, 'point.lat'],
    ['a point abroad', { point: { lat: 51.5, lng: -0.12 } }, 'point.lat'],
    ['no such community', { communityCode: '999999999999' }, 'communityCode'],
    ['a street for a community', { communityCode: '610303001' }, 'communityCode'],
  ])('422 for %s, and no row', async (_what, changes, path) => {
    const before = await countRows(server.services.db, 'places')
    const body = { communityCode: world.community, name: '新地点', kind: 'road', ...changes }
    const { errors } = await community.refused('places.create', 'invalid', { body })
    expect(errors).toMatchObject([{ path }])
    expect(await countRows(server.services.db, 'places')).toBe(before)
  })

  test('the longest name fits, however it unfolds', async () => {
    expect((await add({ name: `${'字'.repeat(39)}㎢` })).name).toHaveLength(40)
    expect((await add({ name: 'ﷺ'.repeat(40) })).name).toHaveLength(40)
  })

  test('a retry with the same key adds one', async () => {
    const call = { body: { communityCode: world.community, name: '只有一个', kind: 'road' as const }, key: 'once' }
    const first = await community.ok('places.create', call)
    expect((await community.ok('places.create', call)).id).toBe(first.id)
  })
})

describe('places.list', () => {
  test('has the open places of a community page by page, closed ones on demand', async () => {
    const one = await add()
    server.clock.advance({ ms: 1 })
    const two = await add()
    server.clock.advance({ ms: 1 })
    const three = await add()
    await community.ok('places.close', { params: { id: two.id } })
    const ids = async (state?: 'closed' | 'all') => {
      const query = { communityCode: world.community, limit: 2, state }
      const places = await allPages((cursor) => server.anyone.ok('places.list', { query: { ...query, cursor } }))
      return places.map(({ id }) => id)
    }
    const open = await ids()
    expect(open).toEqual(expect.arrayContaining([one.id, three.id]))
    expect(open).not.toContain(two.id)
    expect(await ids('closed')).toContain(two.id)
    expect((await ids('all')).filter((id) => [one.id, two.id, three.id].includes(id))).toEqual([
      one.id,
      two.id,
      three.id,
    ])
  })

  test('finds by a part of the name, however it is typed, and takes % and _ as they are', async () => {
    const { id } = await add({ name: 'Ａ座 100% 广场' })
    const found = async (q: string) => {
      const { items } = await server.anyone.ok('places.list', { query: { communityCode: world.community, q } })
      return items.map((place) => place.id)
    }
    expect(await found('a 座')).toEqual([id])
    expect(await found('100%广')).toEqual([id])
    expect(await found('1_0')).toEqual([])
    expect(await found('%场')).toEqual([])
  })

  test('near a position: nearest first with metres, over communities, page by page, and nothing beyond 2 km', async () => {
    const here = spot()
    const far = await add({ point: north(here, 1900) })
    const close = await add({ point: north(here, 120) })
    const beside = await add({ point: north(here, -600), communityCode: world.neighbour }, street)
    await add({ point: north(here, 2100) })
    await add({ point: null })
    const closed = await add({ point: north(here, 50) })
    await community.ok('places.close', { params: { id: closed.id } })
    const query = { near: near(here), limit: 2 }
    const seen = await allPages((cursor) => server.anyone.ok('places.list', { query: { ...query, cursor } }))
    expect(seen.map(({ id, distanceMetres }) => [id, distanceMetres])).toEqual([
      [close.id, 120],
      [beside.id, 600],
      [far.id, 1900],
    ])
    const within = await server.anyone.ok('places.list', {
      query: { ...query, communityCode: world.neighbour },
    })
    expect(within.items.map(({ id }) => id)).toEqual([beside.id])
  })

  test('places at the same distance are all there, however small the pages', async () => {
    const here = spot()
    const all = [await add({ point: here }), await add({ point: here }), await add({ point: here })]
    const query = { near: near(here), limit: 1 }
    const seen = await allPages((cursor) => server.anyone.ok('places.list', { query: { ...query, cursor } }))
    expect(new Set(seen.map(({ id }) => id))).toEqual(new Set(all.map(({ id }) => id)))
    expect(seen).toHaveLength(3)
  })

  test('422 without a place to look in, 404 for an unknown community, 400 for a cursor of another list', async () => {
    const { anyone } = server
    await anyone.refused('places.list', 'invalid')
    await anyone.refused('places.list', 'invalid', { query: { near: 'here' } })
    await anyone.refused('places.list', 'invalid', { query: { near: '51.5,-0.12' } })
    await anyone.refused('places.list', 'not_found', { query: { communityCode: '999999999999' } })
    const cursor = Buffer.from('what:ever').toString('base64url')
    await anyone.refused('places.list', 'malformed_request', { query: { near: '34.36,107.14', cursor } })
  })
})

describe('places.community', () => {
  const of = async (point: { lat: number; lng: number }) =>
    (await server.anyone.ok('places.community', { query: { near: near(point) } })).community

  test('names the community of what is plainly nearest, and nothing where that would be a guess', async () => {
    const here = spot()
    await add({ point: north(here, 100) })
    await add({ point: north(here, 400), communityCode: world.neighbour }, street)
    expect(await of(here)).toEqual({ code: world.community, name: '槐树社区', level: 'community' })
    expect(await of(north(here, 250))).toBeNull()
    expect(await of(north(here, 850))).toMatchObject({ code: world.neighbour })
    expect(await of(north(here, 1000))).toBeNull()
  })

  test('422 without a position', async () => {
    await server.anyone.refused('places.community', 'invalid')
  })
})

describe('places.mentioned', () => {
  const of = async (said: string, org = world.code) =>
    (await server.anyone.ok('places.mentioned', { query: { org, said } })).community

  test('the community whose place is named, by its longest name, as long as it is one community’s', async () => {
    await add({ name: '百花院' })
    await add({ name: '百花院东区', communityCode: world.neighbour }, street)
    await add({ name: '老戏台' })
    await add({ name: '老戏台', communityCode: world.neighbour }, street)
    expect(await of('百花院 3 号楼的灯不亮')).toEqual({ code: world.community, name: '槐树社区', level: 'community' })
    expect(await of('百花院 东区的灯不亮')).toMatchObject({ code: world.neighbour })
    expect(await of('老戏台的灯不亮')).toBeNull()
    expect(await of('灯不亮')).toBeNull()
    expect(await of('百花院的灯不亮', world.elsewhere.code)).toBeNull()
  })

  test('a closed place is not meant any more', async () => {
    const { id } = await add({ name: '旧粮站' })
    expect(await of('旧粮站门口')).not.toBeNull()
    await community.ok('places.close', { params: { id } })
    expect(await of('旧粮站门口')).toBeNull()
  })

  test('422 without an org or words', async () => {
    await server.anyone.refused('places.mentioned', 'invalid', { query: { org: world.code, said: ' ' } })
  })
})

describe('places.update', () => {
  test('changes name, kind and point; without a point it has none', async () => {
    const { id, version } = await add({ point: spot() })
    const params = { id }
    const body = { name: '柳树院', kind: 'building' } as const
    const changed = await street.ok('places.update', { params, body, ifMatch: `"${version}"` })
    expect(changed).toMatchObject({ ...body, point: null, version: 2 })
    expect(await outboxOf('place.updated', id)).toBe(1)
    await street.refused('places.update', 'version_mismatch', { params, body, ifMatch: `"${version}"` })
  })

  test('401, 403, 404, 409, 422', async () => {
    const { name } = await add()
    const { id } = await add()
    const call = { params: { id }, body: { name: '改个名', kind: 'road' } }
    await server.anyone.refused('places.update', 'not_signed_in', call)
    await (await world.person()).refused('places.update', 'forbidden', call)
    const neighbour = await world.staff('community_staff', world.neighbour)
    await neighbour.refused('places.update', 'forbidden', call)
    await community.refused('places.update', 'not_found', { ...call, params: { id: nobody() } })
    await community.refused('places.update', 'already_exists', { ...call, body: { name, kind: 'road' } })
    await community.refused('places.update', 'invalid', { ...call, body: { name: '' } })
    await community.ok('places.close', { params: { id } })
    await community.refused('places.update', 'wrong_state', call)
  })

  test('of two who change it at once, one wins and nothing is lost', async () => {
    const { id } = await add()
    const params = { id }
    const replies = await Promise.all(
      ['甲', '乙'].map((name) =>
        community.call('places.update', { params, body: { name: `${name}${made}`, kind: 'road' }, ifMatch: '"1"' }),
      ),
    )
    expect(replies.filter(({ isOk }) => isOk)).toHaveLength(1)
  })
})

describe('places.close and places.reopen', () => {
  test('take it off the list and put it back; it is never gone', async () => {
    const { id } = await add()
    const params = { id }
    const closed = await community.ok('places.close', { params })
    expect(closed).toMatchObject({ isClosed: true, version: 2, allowedActions: ['reopen'] })
    await community.refused('places.close', 'wrong_state', { params })
    const open = await street.ok('places.reopen', { params })
    expect(open).toMatchObject({ isClosed: false, version: 3 })
    await community.refused('places.reopen', 'wrong_state', { params })
    expect([await outboxOf('place.closed', id), await outboxOf('place.reopened', id)]).toEqual([1, 1])
  })

  test.each(['places.close', 'places.reopen'] as const)('%s: 401, 403, 404, 412', async (name) => {
    const { id } = await add()
    const call = { params: { id } }
    await server.anyone.refused(name, 'not_signed_in', call)
    await (await world.person()).refused(name, 'forbidden', call)
    const elsewhere = await world.staff('district_admin', world.elsewhere.code)
    await elsewhere.refused(name, 'forbidden', call)
    await community.refused(name, 'not_found', { ...call, params: { id: nobody() } })
    await community.refused(name, 'version_mismatch', { ...call, ifMatch: '"7"' })
  })
})
