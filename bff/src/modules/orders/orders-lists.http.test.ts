import type { Order, Sent } from '@xinban/shared/contracts'
import { openStatuses, orderStatuses } from '@xinban/shared/domain'
import { makeCast, orderBody, orderIn, steps, type Cast } from '../../../test/orders'
import { allPages } from '../../../test/pages'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller } from '../../../test/world'

let server: TestServer
let cast: Cast
let elsewhere: Cast
/** Two orders in every status but merged, which takes another order, each an hour after the one before, oldest first. */
const orders: Order[] = []
beforeAll(async () => {
  server = await openTestServer()
  const world = await server.world()
  cast = await makeCast(world)
  elsewhere = await makeCast({ ...world, ...world.elsewhere })
  const statuses = orderStatuses.filter((status) => status !== 'merged')
  for (const status of [...statuses, ...statuses]) {
    orders.push(await orderIn(cast, status, { title: `第 ${orders.length + 1} 张` }))
    server.clock.advance({ hours: 1 })
  }
  await orderIn(elsewhere, 'in_progress')
})
afterAll(() => server.close())

type Query = NonNullable<Sent<'orders.list', 'query'>>
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id)
const list = async (by: Caller, query: Query = {}) =>
  ids((await by.ok('orders.list', { query: { limit: 100, ...query } })).items)
const oldest = () => ids(orders)
const inStatus = (...statuses: string[]) => ids(orders.filter(({ status }) => statuses.includes(status)))

describe('orders.list pages', () => {
  test.each([
    ['newest', 1],
    ['newest', 3],
    ['oldest', 7],
    ['oldest', 20],
  ] as const)('orders.list: %s first by %i, complete and without repeats over all statuses', async (sort, limit) => {
    const expected = sort === 'oldest' ? oldest() : oldest().reverse()
    for (const [by, view] of [
      [cast.resident, 'mine'],
      [cast.community, 'queue'],
    ] as const) {
      const seen = await allPages((cursor) => by.ok('orders.list', { query: { view, sort, limit, cursor } }))
      expect(ids(seen)).toEqual(expected)
    }
  })

  test('orders.list: what is placed while someone turns the pages is neither lost nor shown twice', async () => {
    const resident = await cast.world.person()
    const place = () => resident.ok('orders.place', { body: orderBody(cast.world) })
    const first = [await place(), await place(), await place()]
    let added = 0
    const seen = await allPages(async (cursor) => {
      const page = await resident.ok('orders.list', { query: { limit: 1, cursor } })
      server.clock.advance({ minutes: 1 })
      if (added++ < 2) await steps.accept(cast, await place())
      return page
    })
    expect(ids(seen).sort()).toEqual(ids(first).sort())
  })

  test('orders.list: a status named twice does not shorten the pages', async () => {
    const status = 'submitted,accepted,submitted,accepted'
    const seen = await allPages((cursor) => cast.resident.ok('orders.list', { query: { status, limit: 2, cursor } }))
    expect(ids(seen)).toEqual(inStatus('submitted', 'accepted').reverse())
  })
})

describe('orders.list filters', () => {
  test('orders.list: by status, one or several', async () => {
    expect(await list(cast.resident, { status: 'rework', sort: 'oldest' })).toEqual(inStatus('rework'))
    const closed = 'graded,declined,withdrawn'
    expect(await list(cast.resident, { status: closed, sort: 'oldest' })).toEqual(inStatus(...closed.split(',')))
  })

  test('orders.list: by kind and by community', async () => {
    const resident = await cast.world.person()
    const far = await resident.ok('orders.place', {
      body: orderBody(cast.world, { kind: 'wish', communityCode: cast.world.far }),
    })
    const near = await resident.ok('orders.place', { body: orderBody(cast.world, { kind: 'suggestion' }) })
    expect(await list(resident, { kind: 'wish' })).toEqual([far.id])
    expect(await list(resident, { communityCode: cast.world.community })).toEqual([near.id])
    expect(await list(cast.community, { view: 'queue', communityCode: cast.world.far })).toEqual([])
  })

  test('orders.list: by words in title and place and by number; % and _ and ! are letters like others', async () => {
    const resident = await cast.world.person()
    const place = (title: string, where: string) =>
      resident.ok('orders.place', { body: orderBody(cast.world, { title, location: { place: where } }) })
    const percent = await place('折扣 100% 是假的', '东门')
    const underscore = await place('群名 a_b 打不开', '西门')
    const bang = await place('快来！救命!!', '小广场')
    expect(await list(resident, { q: '100%' })).toEqual([percent.id])
    expect(await list(resident, { q: '%' })).toEqual([percent.id])
    expect(await list(resident, { q: '_' })).toEqual([underscore.id])
    expect(await list(resident, { q: '!!' })).toEqual([bang.id])
    expect(await list(resident, { q: ' 小广场 ' })).toEqual([bang.id])
    expect(await list(resident, { q: underscore.no })).toEqual([underscore.id])
    expect(await list(resident, { q: '没有这句话' })).toEqual([])
    expect(await list(resident, { q: "' OR '1'='1" })).toEqual([])
  })

  test('orders.list: a search finds open orders of any age, closed ones of 90 days', async () => {
    const resident = await cast.world.person()
    const mine = { ...cast, resident }
    const open = await orderIn(mine, 'accepted', { title: '陈年旧事' })
    const closed = await orderIn(mine, 'withdrawn', { title: '陈年旧事' })
    server.clock.advance({ days: 90 })
    expect((await list(resident, { q: '旧事' })).sort()).toEqual([open.id, closed.id].sort())
    server.clock.advance({ ms: 1 })
    expect(await list(resident, { q: '旧事' })).toEqual([open.id])
    expect((await list(resident)).sort()).toEqual([open.id, closed.id].sort())
  })
})

describe('orders.list views', () => {
  test('orders.list mine: one’s own and what one placed for others, each once', async () => {
    const helper = await cast.world.person({ phone: '13700009999' })
    const place = (onBehalfOf?: { name: string; phone?: string; relation: string }) =>
      helper.ok('orders.place', { body: orderBody(cast.world, { onBehalfOf }) })
    const placed = [
      await place(),
      await place({ name: '赵玉珍', relation: '母女' }),
      await place({ name: '自己', phone: '13700009999', relation: '本人' }),
    ]
    expect((await list(helper)).sort()).toEqual(ids(placed).sort())
  })

  test('orders.list queue: each role sees its own territory', async () => {
    const { world } = cast
    const expected = async (by: Caller) => (await list(by, { view: 'queue' })).length
    const far = await orderIn({ ...cast, community: await world.staff('community_staff', world.far) }, 'submitted', {
      communityCode: world.far,
    })
    const district = await world.staff('district_admin', world.code)
    const auditor = await world.staff('auditor', world.code)
    const street = await list(cast.street, { view: 'queue' })
    expect(street).not.toContain(far.id)
    expect(await list(district, { view: 'queue' })).toEqual(await list(auditor, { view: 'queue' }))
    expect(await list(district, { view: 'queue' })).toContain(far.id)
    expect(await list(cast.gridWorker, { view: 'queue', sort: 'oldest' })).toEqual(inStatus('in_progress'))
    expect(await expected(await world.staff('grid_worker', world.secondGrid))).toBe(0)
    expect(await expected(await world.staff('unit_staff', world.unit))).toBe(0)
    expect(await list(cast.community, { view: 'queue' })).toEqual(street)
  })

  test('orders.list queue: of the membership that is named, 403 for someone else’s and without any', async () => {
    const { world } = cast
    const both = await world.person({
      roles: [
        ['community_staff', world.community],
        ['community_staff', world.neighbour],
      ],
    })
    const [here, neighbour] = both.membershipIds
    expect(await list(both, { view: 'queue', membershipId: here })).toEqual(
      await list(cast.community, { view: 'queue' }),
    )
    expect(await list(both, { view: 'queue', membershipId: neighbour })).toEqual([])
    const query = { view: 'queue', membershipId: cast.community.membershipId }
    await both.refused('orders.list', 'forbidden', { query })
    await both.refused('orders.counts', 'forbidden', { query: { membershipId: cast.community.membershipId } })
    await cast.resident.refused('orders.list', 'forbidden', { query: { view: 'queue' } })
    await cast.resident.refused('orders.counts', 'forbidden')
  })

  test('orders.counts: what is open in a queue, by status', async () => {
    const worker = await cast.gridWorker.ok('orders.counts')
    expect(worker.counts).toEqual({ in_progress: 2 })
    const { counts } = await elsewhere.community.ok('orders.counts')
    expect(counts).toEqual({ in_progress: 1 })
    const mine = (await cast.community.ok('orders.counts')).counts
    expect(Object.keys(mine).sort()).toEqual([...openStatuses].sort())
    const queue = await list(cast.community, { view: 'queue', status: 'rework' })
    expect(mine.rework).toBe(queue.length)
  })

  test('orders.list: several districts see nothing of each other', async () => {
    const { world } = cast
    const [here, there] = [
      await world.staff('district_admin', world.code),
      await world.staff('district_admin', world.elsewhere.code),
    ]
    const [ours, theirs] = [await list(here, { view: 'queue' }), await list(there, { view: 'queue' })]
    expect(theirs).toHaveLength(1)
    expect(ours).not.toContain(theirs[0])
    await here.refused('orders.show', 'not_found', { params: { id: theirs[0] ?? '' } })
    await there.refused('orders.show', 'not_found', { params: { id: ours[0] ?? '' } })
    const query = { view: 'queue' as const, communityCode: world.elsewhere.community }
    expect(await list(here, query)).toEqual([])
  })

  test('orders.list: what may be done now is the same as on the order itself', async () => {
    for (const by of [cast.community, cast.street, cast.gridWorker]) {
      const { items } = await by.ok('orders.list', { query: { view: 'queue', limit: 100 } })
      for (const { id, allowedActions } of items) {
        expect((await by.ok('orders.show', { params: { id } })).allowedActions).toEqual(allowedActions)
      }
    }
  })

  test('orders.list: 400, 401, 422', async () => {
    await server.anyone.refused('orders.list', 'not_signed_in')
    await server.anyone.refused('orders.counts', 'not_signed_in')
    await cast.resident.refused('orders.list', 'malformed_request', { query: { cursor: '%' } })
    const query = { view: 'all', status: 'lost', kind: 'x', limit: 'many', sort: 'random', q: '字'.repeat(51) }
    const { errors } = await cast.resident.refused('orders.list', 'invalid', { query })
    expect(new Set(errors?.map(({ path }) => path.split('.')[0]))).toEqual(new Set(Object.keys(query)))
  })
})
