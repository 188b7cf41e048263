import { countRows } from '../../../test/database'
import { makeCast, orderBody, orderIn, steps, type Cast } from '../../../test/orders'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller } from '../../../test/world'
import { selectRows } from '../../db/rows'
import { sweepIdempotencyKeys } from '../../http/idempotency'
import { OrderEventRow } from './order-event.entity'

let server: TestServer
let cast: Cast
let colleague: Caller
beforeAll(async () => {
  server = await openTestServer()
  cast = await makeCast(await server.world())
  colleague = await cast.world.staff('community_staff', cast.world.community)
})
beforeEach(() => server.clock.reset())
afterAll(() => server.close())

const eventsOf = (id: string) =>
  selectRows(server.services.db.reader, OrderEventRow, 'WHERE order_id = ? ORDER BY seq', [id])
const outboxOf = (id: string) => countRows(server.services.db, 'outbox', 'payload LIKE ?', [`%${id}%`])

test('orders.accept: two staff at the same moment are exactly one 200, one 409, one event (20 times)', async () => {
  for (let round = 1; round <= 20; round++) {
    const order = await orderIn(cast, 'submitted')
    const call = { params: { id: order.id }, body: {} }
    const replies = await Promise.all([cast.community, colleague].map((staff) => staff.call('orders.accept', call)))
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    const winner = replies[0]?.isOk === true ? cast.community : colleague
    const events = await eventsOf(order.id)
    expect(events.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['place', cast.resident.personId],
      ['accept', winner.personId],
    ])
    expect(await outboxOf(order.id)).toBe(2)
  }
})

test('orders: five different actions at the same moment move it once', async () => {
  const order = await orderIn(cast, 'accepted')
  const params = { id: order.id }
  const replies = await Promise.all([
    cast.community.call('orders.progress', { params, body: { note: '一' }, ifMatch: `"${order.version}"` }),
    colleague.call('orders.progress', { params, body: { note: '二' }, ifMatch: `"${order.version}"` }),
    cast.community.call('orders.fulfil', { params, body: { note: '三' }, ifMatch: `"${order.version}"` }),
    colleague.call('orders.decline', {
      params,
      body: { reason: 'duplicate', note: '四' },
      ifMatch: `"${order.version}"`,
    }),
    cast.resident.call('orders.withdraw', { params, body: {}, ifMatch: `"${order.version}"` }),
  ])
  expect(replies.filter(({ isOk }) => isOk)).toHaveLength(1)
  expect(replies.filter(({ status }) => status === 409 || status === 412)).toHaveLength(4)
  expect((await eventsOf(order.id)).map(({ seq }) => seq)).toEqual([1, 2, 3])
})

describe('Idempotency-Key', () => {
  let keys = 0
  const newKey = () => `key-${(keys += 1)}`
  const countOrders = (title: string) => countRows(server.services.db, 'orders', 'title = ?', [title])

  test('orders.place: the same key from two requests at once makes one order and two equal answers (10 times)', async () => {
    for (let round = 1; round <= 10; round++) {
      const title = `同时两次 ${round}`
      const call = { body: orderBody(cast.world, { title }), key: newKey() }
      const [one, two] = await Promise.all([
        cast.resident.ok('orders.place', call),
        cast.resident.ok('orders.place', call),
      ])
      expect(two).toEqual(one)
      expect(await countOrders(title)).toBe(1)
      expect(await outboxOf(one.id)).toBe(1)
    }
  })

  test('orders.place: without a key every request makes an order', async () => {
    const body = orderBody(cast.world, { title: '没有编号' })
    await Promise.all([1, 2].map(() => cast.resident.ok('orders.place', { body })))
    expect(await countOrders('没有编号')).toBe(2)
  })

  test('orders.place: the same key with another body is 422, and makes nothing', async () => {
    const key = newKey()
    await cast.resident.ok('orders.place', { body: orderBody(cast.world), key })
    const body = orderBody(cast.world, { title: '换了内容' })
    await cast.resident.refused('orders.place', 'idempotency_key_reused', { body, key })
    expect(await countOrders('换了内容')).toBe(0)
  })

  test('orders.place: another person’s same key makes their own order, and gives nothing of mine', async () => {
    const key = newKey()
    const body = orderBody(cast.world, { title: '两个人' })
    const other = await cast.world.person()
    const mine = await cast.resident.ok('orders.place', { body, key })
    const theirs = await other.ok('orders.place', { body, key })
    expect(theirs.id).not.toBe(mine.id)
    await other.refused('orders.show', 'not_found', { params: { id: mine.id } })
  })

  test('orders.place: a key lasts 24 hours, and is new after that', async () => {
    const call = { body: orderBody(cast.world), key: newKey() }
    const first = await cast.resident.ok('orders.place', call)
    server.clock.advance({ hours: 24 })
    expect((await cast.resident.ok('orders.place', call)).id).toBe(first.id)
    server.clock.advance({ ms: 1 })
    expect((await cast.resident.ok('orders.place', call)).id).not.toBe(first.id)
  })

  test('orders.place: a failure is not remembered', async () => {
    const key = newKey()
    const body = orderBody(cast.world, { communityCode: '999999999999' })
    await cast.resident.refused('orders.place', 'invalid', { body, key })
    await cast.resident.ok('orders.place', { body: orderBody(cast.world), key })
  })

  test('orders.accept: a replay answers the order as it is now, and moves nothing', async () => {
    const order = await orderIn(cast, 'submitted')
    const call = { params: { id: order.id }, body: {}, key: newKey() }
    await cast.community.ok('orders.accept', call)
    await steps.progress(cast, order)
    const again = await cast.community.ok('orders.accept', call)
    expect(again).toMatchObject({ status: 'in_progress', version: 3 })
    expect(await eventsOf(order.id)).toHaveLength(3)
  })

  test('orders.accept: a replay by someone who may no longer see it is 404', async () => {
    const staff = await cast.world.staff('community_staff', cast.world.community)
    const order = await orderIn(cast, 'submitted')
    const call = { params: { id: order.id }, body: {}, key: newKey() }
    await staff.ok('orders.accept', call)
    await cast.street.ok('members.revoke', { params: { id: staff.membershipId } })
    await staff.refused('orders.accept', 'not_found', call)
  })

  test('orders.accept: the same key on another order is another request', async () => {
    const [one, two] = [await orderIn(cast, 'submitted'), await orderIn(cast, 'submitted')]
    const key = newKey()
    await cast.community.ok('orders.accept', { params: { id: one.id }, body: {}, key })
    await cast.community.ok('orders.accept', { params: { id: two.id }, body: {}, key })
    expect(await eventsOf(two.id)).toHaveLength(2)
  })

  test('orders.place: a key that is none is 400', async () => {
    for (const key of ['a b', 'x'.repeat(256)]) {
      await cast.resident.refused('orders.place', 'malformed_request', { body: orderBody(cast.world), key })
    }
  })

  test('idempotency keys: the sweep forgets those past their day alone', async () => {
    await cast.resident.ok('orders.place', { body: orderBody(cast.world), key: newKey() })
    server.clock.advance({ hours: 20 })
    await cast.resident.ok('orders.place', { body: orderBody(cast.world), key: newKey() })
    server.clock.advance({ hours: 5 })
    const { services, clock } = server
    await sweepIdempotencyKeys({ services, now: clock.now() })
    expect(await countRows(services.db, 'idempotency_keys')).toBeGreaterThanOrEqual(1)
    server.clock.advance({ days: 3 })
    await sweepIdempotencyKeys({ services, now: clock.now() })
    expect(await countRows(services.db, 'idempotency_keys')).toBe(0)
  })
})
