import { privacyNoticeVersion as noticeVersion } from '@xinban/shared/domain'
import { makeCast, orderBody, orderIn, type Cast } from '../../../test/orders'
import { openTestServer, type TestServer } from '../../../test/server'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await openTestServer()
  cast = await makeCast(await server.world())
})
afterAll(() => server.close())

const body = { kind: 'personal_data', noticeVersion } as const
const params = { kind: 'personal_data' } as const

test('consents.give, consents.withdraw: what was agreed to, when, and when it was taken back', async () => {
  const person = await cast.world.person()
  expect(await person.ok('consents.list')).toEqual({ noticeVersion, items: [] })
  const given = await person.ok('consents.give', { body })
  expect(given.items).toMatchObject([{ ...body, withdrawnAt: null }])
  server.clock.advance({ minutes: 1 })
  expect((await person.ok('consents.withdraw', { params })).items[0]?.withdrawnAt).not.toBeNull()
  server.clock.advance({ minutes: 1 })
  const again = await person.ok('consents.give', { body })
  expect(again.items.map(({ withdrawnAt }) => withdrawnAt === null)).toEqual([true, false])
  expect((await cast.resident.ok('consents.list')).items).toEqual([])
})

test('consents.give: 401, 409 a second time, 422 for words that no longer hold', async () => {
  const person = await cast.world.person()
  await server.anyone.refused('consents.give', 'not_signed_in', { body })
  const old = { ...body, noticeVersion: '2020-01-01' }
  const { errors } = await person.refused('consents.give', 'invalid', { body: old })
  expect(errors).toMatchObject([{ path: 'noticeVersion', code: 'outdated' }])
  await person.refused('consents.give', 'invalid', { body: { ...body, kind: 'all' } })
  await person.ok('consents.give', { body })
  await person.refused('consents.give', 'already_exists', { body })
})

test('consents.withdraw: 401, 404 without any, 422', async () => {
  const person = await cast.world.person()
  await server.anyone.refused('consents.withdraw', 'not_signed_in', { params })
  await person.refused('consents.withdraw', 'not_found', { params })
  await person.refused('consents.withdraw', 'invalid', { params: { kind: 'all' } })
})

test('me.stored: counts, masked, with every session and which one this is', async () => {
  const resident = await cast.world.person({ name: '欧阳修', phone: '13700007777' })
  await orderIn({ ...cast, resident }, 'rated')
  await orderIn({ ...cast, resident }, 'accepted')
  const onBehalfOf = { name: '赵玉珍', relation: '母女', consent: true as const }
  await resident.ok('orders.place', { body: orderBody(cast.world, { onBehalfOf }) })
  const stored = await resident.ok('me.stored')
  expect(stored.orders).toEqual({ own: 2, open: 2, forOthers: 1, ratings: 1, seconds: 0 })
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
