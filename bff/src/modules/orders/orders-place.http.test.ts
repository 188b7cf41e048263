import type { PlaceOrderInput } from '@xinban/shared/contracts'
import { addItem } from '../../../test/catalogue'
import { countRows } from '../../../test/database'
import { orderBody } from '../../../test/orders'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller, World } from '../../../test/world'
import { updateRows } from '../../db/rows'
import { Org } from '../orgs'

let server: TestServer
let world: World
let resident: Caller
let item: string
beforeAll(async () => {
  server = await openTestServer()
  world = await server.world()
  resident = await world.person({ name: '王小明', phone: '13700001111' })
  item = await addItem(server.services, { name: '水电小修', offeredBy: [world.street] })
})
afterAll(() => server.close())

const place = (by: Caller, changes: Partial<PlaceOrderInput> = {}) =>
  by.ok('orders.place', { body: orderBody(world, changes) })
const countAll = async () => [
  await countRows(server.services.db, 'orders'),
  await countRows(server.services.db, 'order_events'),
  await countRows(server.services.db, 'outbox'),
]

test('orders.place: for oneself, with the profile’s name and phone, masked', async () => {
  const order = await place(resident, {
    ...{ title: '  楼道灯不亮 ', location: { place: '3 号楼', lat: 34.36, lng: 107.14 }, urgency: 'urgent' },
  })
  expect(order).toMatchObject({
    ...{ status: 'submitted', version: 1, title: '楼道灯不亮', place: '3 号楼', urgency: 'urgent' },
    ...{
      visibility: 'private',
      isOnBehalf: false,
      isOwn: true,
      requesterName: '王**',
      handler: null,
      serviceItem: null,
    },
    contact: { name: '王**', phone: '137****1111', address: null },
    point: { lat: 34.36, lng: 107.14 },
    ...{ onBehalfOf: null, rating: null, grade: null, fulfilledAt: null, ratingClosesAt: null, disputeClosesAt: null },
    ...{ communityCode: world.community, communityName: '槐树社区', placedAt: '2026-11-22T09:00:00+08:00' },
    allowedActions: ['withdraw', 'urge'],
  })
  expect(order.no).toMatch(/^261122\d{6}$/)
  expect(order.events).toMatchObject([
    { action: 'place', fromStatus: null, toStatus: 'submitted', actor: { name: '王**', role: null, org: null } },
  ])
})

test('orders.place: another contact than the profile’s', async () => {
  const contact = { name: '李桂兰', phone: '0917-3260000', address: '经二路 3 号院 2 单元 501' }
  const order = await place(resident, { contact })
  expect(order.contact).toEqual({
    name: '李**',
    phone: '0917****0000',
    address: expect.stringMatching(/^经二路 3 \*+$/) as string,
  })
})

test('orders.place: a service item that is offered above the community', async () => {
  const order = await place(resident, { kind: 'service', serviceItemId: item })
  expect(order.serviceItem).toEqual({ id: item, name: '水电小修', version: 1, isAffair: true })
})

test('orders.place: on behalf by family: the placer sees it, does not own it, used no role', async () => {
  const onBehalfOf = { name: '赵玉珍', relation: '女儿' }
  const order = await place(resident, { onBehalfOf })
  expect(order).toMatchObject({
    ...{ isOnBehalf: true, isOwn: false, requesterName: '赵**', onBehalfOf: { name: '赵**', relation: '女儿' } },
    contact: { name: '赵**', phone: null },
    allowedActions: [],
  })
  expect(order.events[0]?.actor).toMatchObject({ name: '王**', role: null })
})

test.each([
  ['community_staff', 'community'],
  ['grid_worker', 'grid'],
  ['street_staff', 'street'],
  ['district_admin', 'code'],
] as const)('orders.place: on behalf by %s names the role that was used', async (role, at) => {
  const staff = await world.staff(role, world[at])
  const order = await place(staff, { onBehalfOf: { name: '赵玉珍', phone: '13700002222', relation: '辖区居民' } })
  expect(order.events[0]?.actor).toMatchObject({ role, org: { code: world[at] } })
})

test('orders.place: staff of another place act as neighbours, without a role', async () => {
  const staff = await world.staff('community_staff', world.far)
  const order = await place(staff, { onBehalfOf: { name: '赵玉珍', relation: '邻居' } })
  expect(order.events[0]?.actor.role).toBeNull()
  const own = await world.staff('community_staff', world.community)
  expect((await place(own)).events[0]?.actor.role).toBeNull()
})

test('orders.place: 401', async () => {
  await server.anyone.refused('orders.place', 'not_signed_in', { body: orderBody(world) })
})

test('orders.place: the longest texts fit, one more character does not', async () => {
  const longest = { title: '字'.repeat(80), content: '字'.repeat(5000), location: { place: '字'.repeat(100) } }
  const order = await place(resident, longest)
  expect([order.title.length, order.content?.length, order.place?.length]).toEqual([80, 5000, 100])
  const tooLong = { title: '字'.repeat(81), content: '字'.repeat(5001), location: { place: '字'.repeat(101) } }
  const { errors } = await resident.refused('orders.place', 'invalid', { body: orderBody(world, tooLong) })
  expect(errors?.map(({ path }) => path)).toEqual(['title', 'content', 'location.place'])
})

test('orders.place: texts come back as they were written', async () => {
  const content = '第一行\n第二行\t"引号" \'单引号\' \\ % _ 😀 <b>不是标签</b>'
  const order = await place(resident, { content })
  expect(order.content).toBe(content)
})

test.each<[string, string, () => object]>([
  ['communityCode', 'unknown', () => ({ communityCode: '999999999999' })],
  ['communityCode', 'invalid_format', () => ({ communityCode: world.street })],
  ['serviceItemId', 'unknown', () => ({ kind: 'service', serviceItemId: item, communityCode: world.far })],
  [
    'serviceItemId',
    'unknown',
    () => ({ kind: 'service', serviceItemId: item, communityCode: world.elsewhere.community }),
  ],
  ['serviceItemId', 'unknown', () => ({ kind: 'service', serviceItemId: resident.personId })],
  ['kind', 'mismatch', () => ({ kind: 'issue', serviceItemId: item })],
  ['location.lng', 'custom', () => ({ location: { lat: 34.36 } })],
  ['location.lat', 'too_big', () => ({ location: { lat: 91, lng: 0 } })],
  ['contact.phone', 'invalid_format', () => ({ contact: { phone: '12345' } })],
  ['onBehalfOf.consent', 'invalid_value', () => ({ onBehalfOf: { name: '赵玉珍', relation: '女儿', consent: false } })],
  ['onBehalfOf.relation', 'invalid_type', () => ({ onBehalfOf: { name: '赵玉珍' } })],
])('orders.place: 422 for %s (%s), and no row', async (path, code, changes) => {
  const before = await countAll()
  const body = { ...orderBody(world), ...changes() }
  const { errors } = await resident.refused('orders.place', 'invalid', { body })
  expect(errors).toMatchObject([{ path, code }])
  expect(await countAll()).toEqual(before)
})

test('orders.place: a community that is closed names its successor', async () => {
  const close = (validUntil: string, successorCode: string | null) =>
    server.services.db.unitOfWork((em) =>
      updateRows(em, Org, { validUntil, successorCode }, 'code = ?', [world.elsewhere.far]),
    )
  const body = orderBody(world, { communityCode: world.elsewhere.far })
  await close('2026-11-22', null)
  await resident.ok('orders.place', { body })
  await close('2026-11-21', world.elsewhere.community)
  const { errors } = await resident.refused('orders.place', 'invalid', { body })
  expect(errors).toMatchObject([{ path: 'communityCode', code: 'closed' }])
  expect(errors?.[0]?.message).toContain('松树社区已并入槐树社区')
})
