import { maxSimilarCandidates, similarThreshold } from '@xinban/shared/domain'
import { copyOrder } from '../../../test/copies'
import { countRows } from '../../../test/database'
import { makeCast, orderBody, orderIn, type Cast } from '../../../test/orders'
import { openTestServer, type TestServer } from '../../../test/server'
import { execute } from '../../db/sql'

let server: TestServer
let cast: Cast

beforeAll(async () => {
  server = await openTestServer()
  cast = await makeCast(await server.world())
})
afterAll(() => server.close())

const lamp = {
  title: '三号楼二单元楼道灯不亮',
  content: '三号楼二单元三楼的楼道灯坏了好几天，晚上看不清台阶，请派人来修',
  visibility: 'public',
} as const
const draft = { title: '三号楼二单元的楼道灯坏了', content: '楼道灯不亮，晚上看不清台阶' }
const placeLamp = async (communityCode = cast.world.community) =>
  (await cast.world.person()).ok('orders.place', { body: orderBody(cast.world, { ...lamp, communityCode }) })

describe('orders.similar', () => {
  test('shows a public order that says the same, in its public form, to be seconded', async () => {
    const order = await placeLamp()
    await cast.community.ok('orders.approve', { params: { id: order.id }, body: {} })
    await orderIn(cast, 'submitted', { title: '小区里没有健身器材', content: '希望添几样', visibility: 'public' })
    const query = { ...draft, communityCode: cast.world.community }
    const { items } = await cast.resident.ok('orders.similar', { query })
    expect(items.map(({ order: { id } }) => id)).toEqual([order.id])
    expect(items[0]?.order).toMatchObject({ requesterName: null, place: null, allowedActions: ['second'] })
    expect(items[0]?.score).toBeGreaterThan(similarThreshold)
    expect(items[0]?.isMine).toBe(false)
  })

  test('an open one is found behind more public ones that are over than are compared', async () => {
    const world = await server.world()
    const local = await makeCast(world)
    const { id } = await (await world.person()).ok('orders.place', { body: orderBody(world, lamp) })
    await local.community.ok('orders.approve', { params: { id }, body: {} })
    server.clock.advance({ minutes: 1 })
    await copyOrder(server, id, { count: maxSimilarCandidates, status: 'graded' })
    const query = { ...draft, communityCode: world.community }
    const { items } = await local.resident.ok('orders.similar', { query })
    expect(items.map(({ order }) => order.id)).toEqual([id])
  })

  test('shows nothing private of anybody else, nothing of another community, nothing that is over', async () => {
    const world = await server.world()
    const local = await makeCast(world)
    const query = { ...draft, communityCode: world.community }
    const place = async (communityCode: string) =>
      (await world.person()).ok('orders.place', { body: orderBody(world, { ...lamp, communityCode }) })
    await place(world.community)
    const there = await place(world.neighbour)
    const neighbour = await world.staff('community_staff', world.neighbour)
    await neighbour.ok('orders.approve', { params: { id: there.id }, body: {} })
    expect(await local.resident.ok('orders.similar', { query })).toEqual({ items: [] })
    const mine = await local.resident.ok('orders.place', { body: orderBody(world, lamp) })
    const { items } = await local.resident.ok('orders.similar', { query })
    expect(items).toMatchObject([{ order: { id: mine.id, allowedActions: ['withdraw', 'urge'] }, isMine: true }])
    await local.resident.ok('orders.withdraw', { params: { id: mine.id }, body: {} })
    expect(await local.resident.ok('orders.similar', { query })).toEqual({ items: [] })
  })

  test('staff see the similar ones across their territory, private ones too', async () => {
    const world = await server.world()
    const local = await makeCast(world)
    const place = async (communityCode: string) =>
      (await world.person()).ok('orders.place', { body: orderBody(world, { ...lamp, communityCode }) })
    const [here, same, next] = [
      await place(world.community),
      await place(world.community),
      await place(world.neighbour),
    ]
    const query = { orderId: here.id }
    const found = async (caller: typeof local.street) =>
      (await caller.ok('orders.similar', { query })).items.map(({ order }) => order.id).sort()
    expect(await found(local.community)).toEqual([same.id])
    expect(await found(local.street)).toEqual([same.id, next.id].sort())
    await local.resident.refused('orders.similar', 'not_found', { query })
  })

  test('staff of the street find what stands nearby among more open ones elsewhere than are compared', async () => {
    const world = await server.world()
    const local = await makeCast(world)
    const place = async (communityCode: string, changes = {}) =>
      (await world.person()).ok('orders.place', { body: orderBody(world, { ...lamp, ...changes, communityCode }) })
    const [here, same] = [await place(world.community), await place(world.community)]
    server.clock.advance({ minutes: 1 })
    const far = await place(world.neighbour, { title: '希望添几样健身器材', content: '小区里没有' })
    await copyOrder(server, far.id, { count: maxSimilarCandidates, status: 'submitted' })
    const { items } = await local.street.ok('orders.similar', { query: { orderId: here.id } })
    expect(items.map(({ order }) => order.id)).toEqual([same.id])
  })

  test('needs a title and a community, or an order', async () => {
    await cast.resident.refused('orders.similar', 'invalid')
    await cast.resident.refused('orders.similar', 'invalid', { query: { title: '灯' } })
    await server.anyone.refused('orders.similar', 'not_signed_in', { query: { title: '灯' } })
  })

  test.each([null, '1.1073741824.AAAAA.AAAAA...', 'damaged'])(
    'features stored as %s are made anew',
    async (features) => {
      const world = await server.world()
      const local = await makeCast(world)
      const place = async () => (await world.person()).ok('orders.place', { body: orderBody(world, lamp) })
      const [here, there] = [await place(), await place()]
      await server.services.db.unitOfWork((em) =>
        execute(em, 'UPDATE order_privates SET features = ? WHERE order_id IN (?, ?)', [features, here.id, there.id]),
      )
      const { items } = await local.community.ok('orders.similar', { query: { orderId: here.id } })
      expect(items.map(({ order: { id } }) => id)).toEqual([there.id])
      expect(items[0]?.score).toBeGreaterThan(0.9)
    },
  )

  test('points of both count', async () => {
    const world = await server.world()
    const local = await makeCast(world)
    const at = async (lat: number) =>
      (await world.person()).ok('orders.place', {
        body: orderBody(world, { ...lamp, location: { place: '小区', lat, lng: 107.14 } }),
      })
    const [here, far, near] = [await at(34.37), await at(34.4), await at(34.37)]
    const { items } = await local.community.ok('orders.similar', { query: { orderId: here.id } })
    expect(items.map(({ order: { id } }) => id)).toEqual([near.id, far.id])
  })

  test('what it compares is kept beside the content, once an order', async () => {
    const { id } = await placeLamp()
    const where = 'order_id = ? AND features IS NOT NULL'
    expect(await countRows(server.services.db, 'order_privates', where, [id])).toBe(1)
  })
})
