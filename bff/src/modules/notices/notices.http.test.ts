import { runJobs } from '../../../test/jobs'
import { makeCast, orderBody, orderIn, steps, take, type Cast } from '../../../test/orders'
import { openTestServer, type TestServer } from '../../../test/server'
import { allPages } from '../../../test/pages'
import { newId } from '../../db/ids'
import type { Caller } from '../../../test/world'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  cast = await makeCast(await server.world())
})
afterAll(() => server.close())

const kindsOf = async (caller: Caller) => (await caller.ok('notices.list')).items.map(({ kind }) => kind)
const unreadOf = async (caller: Caller) => (await caller.ok('notices.unread-count')).unread

test('notices: whoever ordered hears of every step in plain words; whoever acted of none of theirs', async () => {
  const { resident, community, gridWorker, street } = cast
  const order = await orderIn(cast, 'submitted')
  await take(cast, order, ['accept', 'dispatch', 'progress', 'fulfil', 'rate', 'grade'])
  expect((await runJobs(server)).failed).toBe(0)
  const { items } = await resident.ok('notices.list')
  expect(items.map(({ kind }) => kind).sort()).toEqual(
    ['order.accepted', 'order.dispatched', 'order.fulfilled', 'order.graded', 'order.progressed'].sort(),
  )
  expect(items.find(({ kind }) => kind === 'order.accepted')).toMatchObject({
    words: '槐树社区已接单，会在 11 月 30 日 08:30 前办好',
    subject: { type: 'order', id: order.id, title: order.title },
    isRead: false,
  })
  expect(items.find(({ kind }) => kind === 'order.dispatched')?.words).toBe('已交给槐树第一网格去办')
  expect(await kindsOf(gridWorker)).toEqual(['order.assigned'])
  expect(await kindsOf(community)).toEqual([])
  expect(await kindsOf(street)).toEqual([])
  expect((await resident.ok('home.show')).unread).toBe(5)
  // A second pass finds nothing, and tells nobody again.
  expect((await runJobs(server)).acted).toBe(0)
})

test('notices: on behalf, both the owner and whoever placed it; urgent orders and bad marks reach staff', async () => {
  const { world, community, street } = cast
  const mother = await world.person({ phone: `138${String(Date.now()).slice(-8)}` })
  const phone = `139${String(Date.now() + 1).slice(-8)}`
  const owner = await world.person({ phone })
  const onBehalfOf = { name: '李阿姨', phone, relation: '母女', consent: true as const }
  const placed = await mother.ok('orders.place', { body: orderBody(world, { onBehalfOf, urgency: 'urgent' }) })
  await take(cast, placed, ['accept', 'fulfil'])
  await owner.ok('orders.rate', { params: { id: placed.id }, body: { stars: 1, reasons: [], comment: '没来' } })
  await runJobs(server)
  expect((await kindsOf(owner)).sort()).toEqual(['order.accepted', 'order.fulfilled', 'order.placed-for-you'])
  expect((await kindsOf(mother)).sort()).toEqual(['order.accepted', 'order.fulfilled'])
  expect(await kindsOf(community)).toEqual(['order.urgent'])
  expect(await kindsOf(street)).toEqual(['order.rated-low'])
})

test('notices: seconds of a day are gathered in one, which is unread again', async () => {
  const { world, resident, community } = cast
  const { id } = await orderIn(cast, 'submitted', { visibility: 'public' })
  await community.ok('orders.approve', { params: { id }, body: {} })
  const second = async () => {
    await (await world.person()).ok('orders.second', { params: { id }, body: {} })
    await runJobs(server)
  }
  await second()
  await resident.ok('notices.read-all', { body: {} })
  await second()
  await second()
  const { items } = await resident.ok('notices.list', { query: { unread: 'true' } })
  expect(items.map(({ words }) => words)).toEqual(['又有 3 位邻居附议，说也需要这件事'])
})

test('notices: a title is shown as long as its reader may see the order', async () => {
  const { world, resident } = cast
  const staff = await world.staff('community_staff', world.community)
  const order = await resident.ok('orders.place', { body: orderBody(world, { urgency: 'urgent' }) })
  await runJobs(server)
  const titleOf = async () => (await staff.ok('notices.list')).items.map(({ subject }) => subject.title)
  expect(await titleOf()).toEqual([order.title])
  const boss = await world.staff('district_admin', world.code)
  await boss.ok('members.revoke', { params: { id: staff.membershipId } })
  expect(await titleOf()).toEqual([null])
})

test('notices: rows hold codes and ids alone, nothing that a person wrote', async () => {
  const order = await orderIn(cast, 'fulfilled')
  await runJobs(server)
  const rows = await server.services.db.reader.query<object[]>('SELECT * FROM notices WHERE subject_id = ?', [order.id])
  expect(rows.length).toBeGreaterThan(0)
  for (const text of [order.title, '灯泡换好了', '王']) expect(JSON.stringify(rows)).not.toContain(text)
})

test('notices.read: one, then all up to the one that was shown last; again it stays read', async () => {
  const { resident } = cast
  const first = await orderIn(cast, 'accepted')
  server.clock.advance({ minutes: 1 })
  await take(cast, first, ['dispatch', 'progress'])
  await runJobs(server)
  expect(await unreadOf(resident)).toBe(3)
  const { items } = await resident.ok('notices.list')
  const oldest = items.at(-1)
  const params = { id: oldest?.id ?? '' }
  expect(await resident.ok('notices.read', { params })).toMatchObject({ ...params, isRead: true })
  await resident.ok('notices.read', { params })
  expect(await unreadOf(resident)).toBe(2)
  server.clock.advance({ minutes: 1 })
  await steps.fulfil(cast, { id: first.id })
  await runJobs(server)
  expect(await resident.ok('notices.read-all', { body: { upToId: items[0]?.id } })).toEqual({ unread: 1 })
  expect(await resident.ok('notices.read-all', { body: {} })).toEqual({ unread: 0 })
  expect((await resident.ok('notices.list', { query: { unread: 'true' } })).items).toEqual([])
})

test('notices.list: pages by cursor, newest first, each once', async () => {
  const { resident } = cast
  for (let count = 0; count < 3; count++) {
    await orderIn(cast, 'accepted')
    server.clock.advance({ minutes: 1 })
  }
  await runJobs(server)
  const ids = await allPages((cursor) => resident.ok('notices.list', { query: { limit: 1, cursor } }))
  expect(ids.map(({ id }) => id)).toEqual((await resident.ok('notices.list')).items.map(({ id }) => id))
  expect(ids).toHaveLength(3)
})

test('notices: 401, 404 for a notice of someone else, 422', async () => {
  const { resident, street } = cast
  await orderIn(cast, 'accepted')
  await runJobs(server)
  const [notice] = (await resident.ok('notices.list')).items
  const params = { id: notice?.id ?? '' }
  await street.refused('notices.read', 'not_found', { params })
  await resident.refused('notices.read', 'not_found', { params: { id: newId(server.clock.now()) } })
  await resident.refused('notices.read', 'invalid', { params: { id: 'x' } })
  await resident.refused('notices.read-all', 'invalid', { body: { upToId: 'x' } })
  await resident.refused('notices.list', 'invalid', { query: { limit: 0 } })
  for (const name of ['notices.list', 'notices.unread-count'] as const) {
    await server.anyone.refused(name, 'not_signed_in')
  }
  await server.anyone.refused('notices.read', 'not_signed_in', { params })
  await server.anyone.refused('notices.read-all', 'not_signed_in', { body: {} })
  expect(await unreadOf(resident)).toBe(1)
})

test('notices: a promise that is missed is told to its owner, an overdue to whoever holds it, urging to both of them', async () => {
  const { resident, community, street } = cast
  const order = await orderIn(cast, 'accepted')
  const params = { id: order.id }
  await resident.ok('orders.urge', { params, body: {} })
  server.clock.advance({ days: 9 })
  await runJobs(server)
  await runJobs(server)
  expect(await kindsOf(resident)).toContain('clock.promise-missed')
  expect((await kindsOf(community)).sort()).toEqual(['clock.overdue', 'order.urged'])
  const { items } = await community.ok('notices.list')
  expect(items.find(({ kind }) => kind === 'clock.overdue')?.words).toContain('办结已经超期')
  expect(await kindsOf(street)).toEqual([])
  await steps.fulfil(cast, order)
  await resident.ok('orders.dispute', { params, body: { note: '没有修' } })
  await runJobs(server)
  expect(await kindsOf(street)).toEqual(['order.disputed'])
})
