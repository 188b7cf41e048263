import { makeCast, orderIn, steps, type Cast } from '../../../test/orders'
import { openTestServer, type TestServer } from '../../../test/server'
import { selectRows } from '../../db/rows'
import { OrderEventRow } from './order-event.entity'
import { verifyScores } from './scoring/verify-scores'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.reset()
  cast = await makeCast(await server.world())
})
afterAll(() => server.close())

const actionsOf = async (id: string) =>
  (await selectRows(server.services.db.reader, OrderEventRow, 'WHERE order_id = ? ORDER BY seq', [id])).map(
    ({ action }) => action,
  )

async function expectScoresAgree(): Promise<void> {
  const { differences, orderFaults } = await verifyScores(server.services.db.reader, () => undefined)
  expect([differences, orderFaults]).toEqual([[], []])
}

/** A bad rating that was put right. */
async function rectified() {
  const { id } = await orderIn(cast, 'fulfilled')
  const params = { id }
  await cast.resident.ok('orders.rate', { params, body: { stars: 1 } })
  await cast.community.ok('orders.rectify', { params, body: { note: '换了新灯座' } })
  return params
}

test('orders.rate: of two first ratings at once one stands, and is counted once (10 times)', async () => {
  for (let round = 1; round <= 10; round++) {
    const { id } = await orderIn(cast, 'fulfilled')
    const rate = (stars: 1 | 5) => cast.resident.call('orders.rate', { params: { id }, body: { stars } })
    const replies = await Promise.all([rate(5), rate(1)])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    const { rating } = await cast.resident.ok('orders.show', { params: { id } })
    expect(rating?.stars).toBe(replies[0]?.isOk ? 5 : 1)
    expect((await actionsOf(id)).filter((action) => action === 'rate')).toHaveLength(1)
  }
  await expectScoresAgree()
})

test('orders.rate: while the street sends it back, one of the two happens first and both are told (10 times)', async () => {
  for (let round = 1; round <= 10; round++) {
    const order = await orderIn(cast, 'fulfilled')
    const call = { params: { id: order.id }, ifMatch: `"${order.version}"` }
    const replies = await Promise.all([
      cast.resident.call('orders.rate', { ...call, body: { stars: 2 } }),
      cast.street.call('orders.rework', { ...call, body: { note: '还是不亮' } }),
    ])
    expect(replies.filter(({ isOk }) => isOk)).toHaveLength(1)
    const { status, rating } = await cast.resident.ok('orders.show', { params: call.params })
    expect([status, rating?.stars]).toEqual(replies[0]?.isOk ? ['rated', 2] : ['rework', undefined])
  }
  await expectScoresAgree()
})

test('orders.follow-up-rating: of two at once one stands (5 times)', async () => {
  for (let round = 1; round <= 5; round++) {
    const params = await rectified()
    const rate = (stars: 3 | 4) => cast.resident.call('orders.follow-up-rating', { params, body: { stars } })
    const replies = await Promise.all([rate(3), rate(4)])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await actionsOf(params.id)).filter((action) => action === 'follow-up-rating')).toHaveLength(1)
  }
  await expectScoresAgree()
})

test('orders.follow-up-rating: until the last instant of its window, and no more after it', async () => {
  const [first, second] = [await rectified(), await rectified()]
  server.clock.advance({ days: 15 })
  await cast.resident.ok('orders.follow-up-rating', { params: first, body: { stars: 4 } })
  server.clock.advance({ ms: 1 })
  const refusal = await cast.resident.refused('orders.follow-up-rating', 'wrong_state', {
    ...{ params: second, body: { stars: 4 } },
  })
  expect(refusal.detail).toContain('追评期已过')
})

test('orders.rate: nobody rates what is being reworked, nor a second time after it', async () => {
  const { id } = await orderIn(cast, 'rework')
  const call = { params: { id }, body: { stars: 5 as const } }
  await cast.resident.refused('orders.rate', 'wrong_state', call)
  await steps.fulfil(cast, { id })
  await cast.resident.ok('orders.rate', call)
  await steps.rework(cast, { id })
  await steps.fulfil(cast, { id })
  await cast.resident.refused('orders.rate', 'wrong_state', call)
})
