import type { PlaceOrderInput } from '@xinban/shared/contracts'
import { makeCast, orderBody, orderIn, take, type Cast } from '../../../test/orders'
import { openTestServer, type TestServer } from '../../../test/server'

let server: TestServer
let cast: Cast

beforeAll(async () => {
  server = await openTestServer()
  cast = await makeCast(await server.world())
})
afterAll(() => server.close())

const father = { name: '赵福生', relation: '女儿' }
const place = (onBehalfOf: PlaceOrderInput['onBehalfOf']) =>
  cast.resident.ok('orders.place', { body: orderBody(cast.world, { onBehalfOf }) })

describe('orders.place on behalf', () => {
  test('records who said that the person agreed, and when; everyone who works on it reads it', async () => {
    const { id } = await place({ ...father, consent: true })
    const consent = { by: '王**', org: null, at: '2026-11-22T09:00:00+08:00' }
    for (const caller of [cast.resident, cast.community, cast.street]) {
      const { onBehalfOf } = await caller.ok('orders.show', { params: { id } })
      expect(onBehalfOf).toEqual({ name: '赵**', relation: '女儿', consent })
    }
  })

  test('placing without the word says the same, for clients that do not know it', async () => {
    expect((await place(father)).onBehalfOf?.consent).toMatchObject({ by: '王**' })
  })

  test('staff say it for their org', async () => {
    const body = orderBody(cast.world, { onBehalfOf: { ...father, relation: '网格员', consent: true } })
    const { onBehalfOf } = await cast.gridWorker.ok('orders.place', { body })
    expect(onBehalfOf?.consent).toMatchObject({ org: { code: cast.world.grid } })
  })

  test('the beneficiary owns it, reads it as their own and rates; the helper follows and does not rate', async () => {
    const phone = '13911118888'
    const owner = await cast.world.person({ phone })
    const { id } = await take(cast, await place({ ...father, phone }), ['accept', 'fulfil'])
    const mine = await owner.ok('orders.list', { query: { view: 'mine' } })
    expect(mine.items).toMatchObject([{ id, isOnBehalf: true, isOwn: true, allowedActions: ['rate', 'dispute'] }])
    const helped = await cast.resident.ok('orders.list', { query: { view: 'mine' } })
    expect(helped.items.find((order) => order.id === id)).toMatchObject({ isOwn: false, allowedActions: [] })
    await cast.resident.refused('orders.rate', 'forbidden', { params: { id }, body: { stars: 5 } })
    expect((await owner.ok('orders.rate', { params: { id }, body: { stars: 5 } })).rating).toMatchObject({
      isTelephone: false,
    })
  })
})

describe('the point of an order', () => {
  const point = { lat: 34.361234, lng: 107.140567 }
  const location = { place: '东门口', ...point }
  const pointFor = async (caller: Cast['resident'], id: string) =>
    (await caller.ok('orders.show', { params: { id } })).point

  test('is for whoever gave it and for the present handler; not for the street, nor for the auditor', async () => {
    const { id } = await orderIn(cast, 'accepted', { location })
    expect(await pointFor(cast.resident, id)).toEqual(point)
    expect(await pointFor(cast.community, id)).toEqual(point)
    expect(await pointFor(cast.street, id)).toBeNull()
    expect(await pointFor(await cast.world.staff('auditor', cast.world.code), id)).toBeNull()
  })

  test('goes with the dispatch, and from everyone but its owner when the order is closed', async () => {
    const { id } = await orderIn(cast, 'in_progress', { location })
    expect(await pointFor(cast.gridWorker, id)).toEqual(point)
    const closed = await orderIn(cast, 'withdrawn', { location })
    expect(await pointFor(cast.community, closed.id)).toBeNull()
    expect(await pointFor(cast.resident, closed.id)).toEqual(point)
  })

  test('is seen with the contact by whoever writes why', async () => {
    const { id } = await orderIn(cast, 'accepted', { location })
    const seen = await cast.street.ok('orders.view-contact', { params: { id }, body: { reason: '核实地点' } })
    expect(seen.point).toEqual(point)
  })
})
