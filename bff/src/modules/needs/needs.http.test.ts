import { countRows } from '../../../test/database'
import { runJobs } from '../../../test/jobs'
import { makeCast, orderIn } from '../../../test/orders'
import { allPages } from '../../../test/pages'
import { makePledgeCast, type PledgeCast } from '../../../test/pledges'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller } from '../../../test/world'

let server: TestServer
let cast: PledgeCast
beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.reset()
  cast = await makePledgeCast(await server.world(), 2)
})
afterAll(() => server.close())

const bodyOf = (changes = {}) => ({
  ...{ communityCode: cast.world.community, title: '想要一个助餐点', content: '老人中午做饭不方便' },
  ...changes,
})
/** A moment after the one before: of one instant ids have no order. */
const say = (by: Caller, changes = {}) => {
  server.clock.advance({ minutes: 1 })
  return by.ok('needs.create', { body: bodyOf(changes) })
}
const newList = () => cast.community.ok('pledge-lists.create', { body: { orgCode: cast.world.community, year: 2026 } })

test('needs.create: residents for themselves, staff what they heard; 401, 403, 422', async () => {
  const { world, community, residents } = cast
  const [resident] = residents as [Caller]
  expect(await say(resident)).toMatchObject({ source: 'form', isOwn: true, state: 'waiting', allowedActions: [] })
  const heard = await say(community, { source: 'visit' })
  expect(heard).toMatchObject({ source: 'visit', isOwn: false, allowedActions: ['answer', 'group'] })
  const grid = await world.staff('grid_worker', world.grid)
  await say(grid, { source: 'meeting' })
  await server.anyone.refused('needs.create', 'not_signed_in', { body: bodyOf() })
  await resident.refused('needs.create', 'forbidden', { body: bodyOf({ source: 'visit' }) })
  const stranger = await world.person({ hasAgreed: false })
  await stranger.refused('needs.create', 'consent_needed', { body: bodyOf() })
  for (const wrong of [{ communityCode: '999999999999' }, { title: ' ' }, { source: 'order' }, { source: 'rumour' }]) {
    await resident.refused('needs.create', 'invalid', { body: bodyOf(wrong) })
  }
  expect(
    await countRows(server.services.db, 'outbox', "topic = 'need.created' AND payload LIKE ?", [`%${heard.id}%`]),
  ).toBe(1)
})

test('a need out of an order: linked both ways, once, and of orders that one may see', async () => {
  const { community, residents } = cast
  const [resident, other] = residents as [Caller, Caller]
  const order = await orderIn({ ...(await makeCast(cast.world)), resident }, 'accepted')
  await other.refused('needs.create', 'not_found', { body: bodyOf({ orderId: order.id }) })
  const need = await say(community, { orderId: order.id })
  expect(need).toMatchObject({ source: 'order', order: { id: order.id, no: order.no } })
  expect(await resident.ok('needs.show', { params: { id: need.id } })).toMatchObject({ isOwn: true })
  const back = await resident.ok('needs.list', { query: { orderId: order.id } })
  expect(back.items.map(({ id }) => id)).toEqual([need.id])
  expect((await other.ok('needs.list', { query: { orderId: order.id } })).items).toEqual([])
  await resident.refused('needs.create', 'already_exists', { body: bodyOf({ orderId: order.id }) })
  const far = bodyOf({ orderId: order.id, communityCode: cast.world.neighbour })
  await resident.refused('needs.create', 'invalid', { body: far })
})

test('a need is private until it is answered, and then public in the words of the answer', async () => {
  const { community, residents } = cast
  const [resident, other] = residents as [Caller, Caller]
  const { id } = await say(resident)
  const params = { id }
  await server.anyone.refused('needs.show', 'not_found', { params })
  await other.refused('needs.show', 'not_found', { params })
  const body = { decision: 'decline' as const, note: '场地还没有落实', publicTitle: '助餐点' }
  await other.refused('needs.answer', 'not_found', { params, body })
  await community.ok('needs.answer', { params, body })
  expect(await server.anyone.ok('needs.show', { params })).toMatchObject({
    ...{ title: '助餐点', content: null, isOwn: false, answer: { note: '场地还没有落实' }, allowedActions: [] },
  })
  expect(await resident.ok('needs.show', { params })).toMatchObject({ title: '想要一个助餐点', isOwn: true })
})

test('needs.answer: a candidate that is there or a new one, an order; 403, 409, 412, 422', async () => {
  const { world, community, street, residents } = cast
  const [resident] = residents as [Caller]
  const { id, version } = await say(resident)
  const params = { id }
  const answer = (changes: object) => ({ params, body: { decision: 'candidate', note: '列入候选', ...changes } })
  await server.anyone.refused('needs.answer', 'not_signed_in', answer({}))
  await resident.refused('needs.answer', 'forbidden', answer({}))
  await community.refused('needs.answer', 'wrong_state', answer({}))
  await newList()
  await community.refused('needs.answer', 'invalid', answer({ candidateId: id }))
  await community.refused('needs.answer', 'invalid', answer({ decision: 'order' }))
  await community.refused('needs.answer', 'invalid', answer({ note: '' }))
  await community.refused('needs.answer', 'version_mismatch', { ...answer({}), ifMatch: '"9"' })
  const made = await street.ok('needs.answer', { ...answer({}), ifMatch: `"${version}"` } as never)
  expect(made).toMatchObject({ state: 'candidate', candidate: { title: '想要一个助餐点' } })
  await community.refused('needs.answer', 'wrong_state', answer({ decision: 'decline' }))
  expect(made.candidate?.id).toBeDefined()
  const second = await say(resident, { title: '食堂' })
  const candidateId = made.candidate?.id
  const joined = await community.ok('needs.answer', {
    ...{ params: { id: second.id }, body: { decision: 'candidate', note: '并入助餐点', candidateId } },
  })
  expect(joined.candidate).toEqual(made.candidate)
  const third = await say(resident, { title: '楼道灯' })
  const order = await orderIn({ ...(await makeCast(world)), resident }, 'accepted')
  const became = await community.ok('needs.answer', {
    ...{ params: { id: third.id }, body: { decision: 'order', note: '已转为点单', orderId: order.id } },
  })
  expect(became).toMatchObject({ state: 'order', order: { no: order.no } })
})

test('needs.answer: an order made of the need, linked both ways, whose owner is told', async () => {
  const { world, community, street, residents } = cast
  const [resident, other] = residents as [Caller, Caller]
  const { id } = await say(resident, { title: '楼道灯不亮', content: '三号楼二单元，晚上看不见' })
  const params = { id }
  const answer = {
    params,
    body: { decision: 'order' as const, note: '这就去修', newOrder: { kind: 'issue' as const } },
  }
  await server.anyone.refused('needs.answer', 'not_signed_in', answer)
  await resident.refused('needs.answer', 'forbidden', answer)
  await other.refused('needs.answer', 'not_found', answer)
  await (await world.staff('community_staff', world.neighbour)).refused('needs.answer', 'not_found', answer)
  const wrong = async (newOrder: object, changes: object = {}) => {
    const body = { ...answer.body, newOrder, ...changes }
    return community.refused('needs.answer', 'invalid', { params, body: body as never })
  }
  await wrong({ kind: 'wish' })
  await wrong({ serviceItemId: id })
  await wrong({}, { orderId: id })
  const count = () => countRows(server.services.db, 'orders', 'owner_id = ?', [resident.personId])
  const before = await count()
  const made = await Promise.allSettled([community.ok('needs.answer', answer), street.ok('needs.answer', answer)])
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await count()).toBe(before + 1)
  const need = await resident.ok('needs.show', { params })
  expect(need).toMatchObject({ state: 'order', order: { no: expect.any(String) as string } })
  const orderId = need.order?.id ?? ''
  expect(await resident.ok('orders.show', { params: { id: orderId } })).toMatchObject({
    ...{ title: '楼道灯不亮', content: '三号楼二单元，晚上看不见', isOwn: true, isOnBehalf: true, status: 'submitted' },
    ...{ kind: 'issue', communityCode: world.community, requesterName: '王**' },
  })
  expect((await resident.ok('needs.list', { query: { orderId } })).items.map((each) => each.id)).toEqual([id])
  expect((await runJobs(server)).failed).toBe(0)
  const { items } = await resident.ok('notices.list')
  expect(items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['need.answered', 'order.placed-for-you']))
  await community.refused('needs.answer', 'wrong_state', answer)
})

test('needs.answer: of what was heard, and of what has an order, no order is made', async () => {
  const { community, residents, world } = cast
  const [resident] = residents as [Caller]
  const newOrder = { decision: 'order' as const, note: '这就去修', newOrder: {} }
  const heard = await say(community, { source: 'visit' })
  await community.refused('needs.answer', 'invalid', { params: { id: heard.id }, body: newOrder })
  const order = await orderIn({ ...(await makeCast(world)), resident }, 'accepted')
  const linked = await say(community, { orderId: order.id })
  await community.refused('needs.answer', 'invalid', { params: { id: linked.id }, body: newOrder })
  const note = '由这个单来办'
  const kept = await community.ok('needs.answer', { params: { id: linked.id }, body: { decision: 'order', note } })
  expect(kept.order).toEqual({ id: order.id, no: order.no })
})

test('needs.group and needs.similar: staff put together what says the same, and answer it together', async () => {
  const { world, community, residents } = cast
  const [resident, other] = residents as [Caller, Caller]
  const first = await say(resident)
  const same = await say(other, { title: '希望有个助餐点', content: '老人中午做饭不方便，想要助餐点' })
  const different = await say(other, { title: '小区想装充电桩', content: '电动车没有地方充电' })
  const params = { id: same.id }
  const similar = await community.ok('needs.similar', { params })
  expect(similar.items.map(({ need }) => need.id)).toEqual([first.id])
  await other.refused('needs.similar', 'forbidden', { params })
  await resident.refused('needs.similar', 'not_found', { params })
  const body = { withId: first.id }
  await server.anyone.refused('needs.group', 'not_signed_in', { params, body })
  await other.refused('needs.group', 'forbidden', { params, body })
  const far = await say(await world.person(), { communityCode: world.neighbour })
  await community.refused('needs.group', 'not_found', { params, body: { withId: far.id } })
  await cast.street.refused('needs.group', 'invalid', { params, body: { withId: far.id } })
  expect(await community.ok('needs.group', { params, body })).toMatchObject({ group: { id: first.id, size: 2 } })
  await community.refused('needs.group', 'wrong_state', { params, body })
  const answer = { decision: 'decline' as const, note: '明年再议', publicTitle: '助餐点' }
  await community.ok('needs.answer', { params: { id: first.id }, body: answer })
  const states = async (id: string) => (await community.ok('needs.show', { params: { id } })).state
  expect([await states(same.id), await states(different.id)]).toEqual(['declined', 'waiting'])
})

test('needs.list: public by org, mine, the queue of a membership; in pages', async () => {
  const { world, community, street, residents } = cast
  const [resident] = residents as [Caller]
  const ids: string[] = []
  for (let index = 0; index < 5; index++) ids.unshift((await say(resident)).id)
  for (const id of ids.slice(0, 3)) {
    await community.ok('needs.answer', { params: { id }, body: { decision: 'decline', note: '再议' } })
  }
  const pages = (by: Pick<Caller, 'ok'>, query: object) =>
    allPages((cursor) => by.ok('needs.list', { query: { limit: 2, cursor, ...query } }))
  const idsOf = async (by: Pick<Caller, 'ok'>, query: object) => (await pages(by, query)).map(({ id }) => id)
  for (const org of [world.community, world.street, world.code]) {
    expect(await idsOf(server.anyone, { org })).toEqual(ids.slice(0, 3))
  }
  expect(await idsOf(server.anyone, { org: world.neighbour })).toEqual([])
  expect(await idsOf(resident, { view: 'mine' })).toEqual(ids)
  expect(await idsOf(street, { view: 'queue', state: 'waiting' })).toEqual(ids.slice(3))
  await server.anyone.refused('needs.list', 'not_signed_in', { query: { view: 'mine' } })
  await resident.refused('needs.list', 'forbidden', { query: { view: 'queue' } })
  await server.anyone.refused('needs.list', 'invalid', { query: {} })
  await resident.refused('needs.list', 'malformed_request', { query: { view: 'mine', cursor: '%' } })
})
