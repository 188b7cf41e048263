import { countRows } from '../../../test/database'
import { makeCast, orderIn, type Cast } from '../../../test/orders'
import { openTestServer, type TestServer } from '../../../test/server'

let server: TestServer
let cast: Cast

beforeAll(async () => {
  server = await openTestServer()
  cast = await makeCast(await server.world())
})
afterAll(() => server.close())

const contact = { name: '王小明', phone: '13812345678', address: '槐树街 8 号院 2 号楼 301' }
const views = () => countRows(server.services.db, 'contact_views')

describe('orders.view-contact', () => {
  test('the present handler of an open order sees it by one tap, and the look is recorded', async () => {
    const { id } = await orderIn(cast, 'accepted', { contact })
    const before = await views()
    const shown = await cast.community.ok('orders.show', { params: { id } })
    expect(shown).toMatchObject({ contactAccess: 'direct', contact: { phone: '138****5678', name: '王**' } })
    const answer = await cast.community.ok('orders.view-contact', { params: { id }, body: {} })
    expect(answer).toEqual({ ...contact, point: null, onBehalfOf: null })
    expect(await views()).toBe(before + 1)
  })

  test('a grid worker sees it when the order was dispatched to the grid, and not before', async () => {
    const { id } = await orderIn(cast, 'accepted', { contact })
    await cast.gridWorker.refused('orders.view-contact', 'not_found', { params: { id }, body: {} })
    const params = { id }
    await cast.community.ok('orders.dispatch', { params, body: { toCode: cast.world.grid } })
    expect((await cast.gridWorker.ok('orders.view-contact', { params, body: {} })).phone).toBe(contact.phone)
  })

  test('the street, and anyone once it is closed, must write why', async () => {
    const open = await orderIn(cast, 'accepted', { contact })
    const closed = await orderIn(cast, 'withdrawn', { contact })
    for (const [caller, { id }] of [
      [cast.street, open],
      [cast.community, closed],
    ] as const) {
      const params = { id }
      expect((await caller.ok('orders.show', { params })).contactAccess).toBe('with_reason')
      const before = await views()
      const refusal = await caller.refused('orders.view-contact', 'invalid', { params, body: {} })
      expect(refusal.errors).toEqual([expect.objectContaining({ path: 'reason' })])
      expect(await views()).toBe(before)
      const answer = await caller.ok('orders.view-contact', { params, body: { reason: '居民来电核对' } })
      expect(answer.address).toBe(contact.address)
      expect(await views()).toBe(before + 1)
    }
  })

  test('auditors and owners get nothing here, strangers not even the order', async () => {
    const { id } = await orderIn(cast, 'accepted', { contact })
    const call = { params: { id }, body: { reason: '看看' } }
    const auditor = await cast.world.staff('auditor', cast.world.code)
    await auditor.refused('orders.view-contact', 'forbidden', call)
    await cast.resident.refused('orders.view-contact', 'forbidden', call)
    const neighbour = await cast.world.staff('community_staff', cast.world.neighbour)
    await neighbour.refused('orders.view-contact', 'not_found', call)
    await server.anyone.refused('orders.view-contact', 'not_signed_in', call)
  })

  test('shows for whom it was placed', async () => {
    const onBehalfOf = { name: '赵玉珍', phone: '13911112222', relation: '母女' }
    const { id } = await orderIn(cast, 'accepted', { onBehalfOf })
    const answer = await cast.community.ok('orders.view-contact', { params: { id }, body: {} })
    expect(answer.onBehalfOf).toEqual(onBehalfOf)
  })
})

describe('contact-views.list', () => {
  test('tells the auditor who looked at what and why, newest first, page by page', async () => {
    const world = await server.world()
    const local = await makeCast(world)
    const { id, no } = await orderIn(local, 'accepted', { contact })
    await local.community.ok('orders.view-contact', { params: { id }, body: {} })
    server.clock.advance({ minutes: 1 })
    await local.street.ok('orders.view-contact', { params: { id }, body: { reason: '核实投诉' } })
    const auditor = await world.staff('auditor', world.code)
    const first = await auditor.ok('contact-views.list', { query: { limit: 1 } })
    expect(first.items).toMatchObject([
      { reason: '核实投诉', viewer: { role: 'street_staff', org: { code: world.street } }, order: { id, no } },
    ])
    const second = await auditor.ok('contact-views.list', { query: { limit: 1, cursor: first.nextCursor ?? '' } })
    expect(second).toMatchObject({ items: [{ reason: null, viewer: { role: 'community_staff' } }], nextCursor: null })
  })

  test('is for auditors and administrators, of their own district alone', async () => {
    await cast.street.refused('contact-views.list', 'forbidden')
    await cast.resident.refused('contact-views.list', 'forbidden')
    await server.anyone.refused('contact-views.list', 'not_signed_in')
    const elsewhere = await cast.world.staff('auditor', cast.world.elsewhere.code)
    expect(await elsewhere.ok('contact-views.list')).toEqual({ items: [], nextCursor: null })
    await elsewhere.refused('contact-views.list', 'malformed_request', { query: { cursor: '!!' } })
  })
})
