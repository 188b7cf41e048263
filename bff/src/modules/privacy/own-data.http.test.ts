import { makeCast, orderBody, orderIn, type Cast } from '../../../test/orders'
import { openTestServer, type TestServer } from '../../../test/server'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await openTestServer()
  cast = await makeCast(await server.world())
})
afterAll(() => server.close())

test('me.stored: counts, masked, with every session and which one this is', async () => {
  const resident = await cast.world.person({ name: '欧阳修', phone: '13700007777' })
  await orderIn({ ...cast, resident }, 'rated')
  await orderIn({ ...cast, resident }, 'accepted')
  const onBehalfOf = { name: '赵玉珍', relation: '母女', consent: true as const }
  await resident.ok('orders.place', { body: orderBody(cast.world, { onBehalfOf }) })
  const stored = await resident.ok('me.stored')
  expect(stored.orders).toEqual({
    ...{ own: 2, open: 2, forOthers: 1, ratings: 1, seconds: 0 },
    ...{ withdrawable: 1, inWork: 0 },
  })
  expect(stored.sessions).toMatchObject([{ provider: 'password', isCurrent: true }])
  expect(JSON.stringify(stored)).not.toMatch(/欧阳|13700007777/)
  await server.anyone.refused('me.stored', 'not_signed_in')
})

test('me.export: one’s own words and contact in the clear, and nothing of anyone else', async () => {
  const resident = await cast.world.person({ name: '欧阳修', phone: '13700008888' })
  const contact = { name: '欧阳修', phone: '13700008888', address: '3 号楼 501' }
  await orderIn({ ...cast, resident }, 'rated', { title: '楼道灯不亮', content: '晚上看不见路', contact })
  const onBehalfOf = { name: '赵玉珍', relation: '母女', consent: true as const }
  await resident.ok('orders.place', { body: orderBody(cast.world, { title: '替人点的', onBehalfOf }) })
  await orderIn(cast, 'submitted', { title: '别人的单' })
  const exported = await resident.ok('me.export')
  expect(exported.person).toMatchObject({ name: '欧阳修', phone: '13700008888' })
  expect(exported.orders).toMatchObject([{ title: '楼道灯不亮', content: '晚上看不见路', contact }])
  expect(exported.orders[0]?.events.find(({ action }) => action === 'rate')?.stars).toEqual(expect.any(Number))
  expect(exported.nextCursor).toBeNull()
})

test('me.export: fifty orders at a time, all of them once; 400 and 401', async () => {
  const resident = await cast.world.person()
  const place = () => resident.ok('orders.place', { body: orderBody(cast.world) })
  const placed = await Promise.all(Array.from({ length: 51 }, place))
  const first = await resident.ok('me.export')
  expect(first.orders).toHaveLength(50)
  const rest = await resident.ok('me.export', { query: { cursor: first.nextCursor ?? undefined } })
  const numbers = (orders: readonly { no: string }[]) => orders.map(({ no }) => no).sort()
  expect(numbers([...first.orders, ...rest.orders])).toEqual(numbers(placed))
  expect(rest.nextCursor).toBeNull()
  await resident.refused('me.export', 'malformed_request', { query: { cursor: '%' } })
  await server.anyone.refused('me.export', 'not_signed_in')
})

test('me.export: 429 for who asks without end, and for nobody else', async () => {
  const [greedy, other] = [await cast.world.person(), await cast.world.person()]
  for (let index = 0; index < 40; index++) await greedy.ok('me.export')
  await greedy.refused('me.export', 'too_many_requests')
  await other.ok('me.export')
})
