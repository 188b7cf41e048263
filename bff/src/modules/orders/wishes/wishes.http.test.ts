import type { Order, PlaceOrderInput } from '@xinban/shared/contracts'
import { runJobs } from '../../../../test/jobs'
import { makeCast, orderBody, orderIn, steps, take, type Cast } from '../../../../test/orders'
import { allPages } from '../../../../test/pages'
import { upload } from '../../../../test/pictures'
import { openTestServer, type TestServer } from '../../../../test/server'
import type { Caller } from '../../../../test/world'
import { findUnit } from '../../units'
import { verifyScores } from '../scoring/verify-scores'

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

const onBehalfOf = { name: '赵玉珍', phone: '13700001111', relation: '邻居', consent: true as const }
const approval = { title: '想要一个放大镜', category: 'goods' as const }

const place = (changes: Partial<PlaceOrderInput> = {}) =>
  cast.resident.ok('orders.place', {
    body: orderBody(cast.world, { kind: 'wish', title: '赵奶奶的放大镜', ...changes }),
  })
async function listed(changes: Partial<PlaceOrderInput> = {}): Promise<Order> {
  const { id } = await place(changes)
  return cast.street.ok('orders.approve', { params: { id }, body: approval })
}
const claim = (unit: Caller, { id }: Pick<Order, 'id'>) => unit.ok('orders.claim', { params: { id }, body: {} })
async function claimed(changes: Partial<PlaceOrderInput> = {}): Promise<Order> {
  const order = await listed(changes)
  await claim(cast.unit, order)
  return order
}
const wall = (query: object = {}) =>
  server.anyone.ok('orders.list', { query: { view: 'wishes', districtCode: cast.world.code, ...query } })
const titles = async (query: object = {}) => (await wall(query)).items.map(({ title }) => title)
const show = (who: Caller, { id }: Pick<Order, 'id'>) => who.ok('orders.show', { params: { id } })
const openClaims = async () => (await findUnit(server.services.db.reader, cast.world.unit))?.openClaims

test('orders.approve: a wish waits for the street, and comes onto the wall under the words that it checked', async () => {
  const order = await place({ onBehalfOf })
  expect(order).toMatchObject({ wish: { state: 'waiting', title: null }, allowedActions: [] })
  expect(await titles()).toEqual([])
  const desk = await cast.street.ok('wishes.desk', { query: {} })
  expect(desk.items.map(({ id }) => id)).toEqual([order.id])
  expect(desk.items[0]?.allowedActions).toEqual(expect.arrayContaining(['approve', 'unlist']))

  const shown = await cast.street.ok('orders.approve', { params: { id: order.id }, body: approval })
  expect(shown).toMatchObject({ status: 'listed', wish: { ...approval, state: 'open', days: 0, isPriority: false } })
  expect(shown.clocks.filter(({ outcome }) => outcome === 'running').map(({ kind }) => kind)).toEqual([
    'resident',
    'claim',
  ])
  expect((await cast.street.ok('wishes.desk', { query: {} })).items).toEqual([])
  expect(await titles()).toEqual([approval.title])
})

test('orders.approve: 403 for the community, 422 without words or with words that tell whose it is', async () => {
  const { id } = await place({ onBehalfOf })
  const params = { id }
  const refused = await cast.community.refused('orders.approve', 'forbidden', { params, body: approval })
  expect(refused.detail).toContain('街道')
  const missing = await cast.street.refused('orders.approve', 'invalid', { params, body: {} })
  expect(missing.errors?.map(({ path }) => path)).toEqual(['title', 'category'])
  for (const title of ['赵玉珍想要放大镜', '请联系 13700001111', '王小明替邻居许愿', '三号院 5号楼的心愿']) {
    const { errors } = await cast.street.refused('orders.approve', 'invalid', { params, body: { ...approval, title } })
    expect(errors).toMatchObject([{ path: 'title', code: 'personal' }])
  }
})

test('orders.unlist: the street keeps a wish off the wall, and the community has its time for it', async () => {
  const { id } = await place()
  await cast.community.refused('orders.decline', 'wrong_state', {
    params: { id },
    body: { reason: 'not_our_duty', note: '不归社区管' },
  })
  const kept = await cast.street.ok('orders.unlist', { params: { id }, body: { note: '社区就能办' } })
  expect(kept).toMatchObject({ status: 'submitted', wish: null })
  expect(kept.clocks.filter(({ outcome }) => outcome === 'running').map(({ kind }) => kind)).toEqual([
    ...['resident', 'accept', 'fulfil'],
  ])
  await take(cast, kept, ['accept', 'fulfil', 'rate', 'grade'])
})

test('orders.unlist: what nobody takes goes back to the community', async () => {
  const order = await listed()
  await cast.unit.refused('orders.unlist', 'not_found', { params: { id: order.id }, body: { note: '不' } })
  const back = await cast.street.ok('orders.unlist', { params: { id: order.id }, body: { note: '请社区来办' } })
  expect(back.status).toBe('accepted')
  expect(await titles()).toEqual([])
  await cast.unit.refused('orders.claim', 'not_found', { params: { id: order.id }, body: {} })
})

test('orders.place: a wish for somebody needs their word', async () => {
  const { consent: _, ...without } = onBehalfOf
  const refused = await cast.resident.refused('orders.place', 'invalid', {
    body: orderBody(cast.world, { kind: 'wish', onBehalfOf: without }),
  })
  expect(refused.errors).toMatchObject([{ path: 'onBehalfOf.consent' }])
})

test('orders.claim: a hundred units at once: one wins, 99 get a clear 409', async () => {
  const order = await listed()
  const units = await Promise.all(Array.from({ length: 100 }, (_, at) => newUnit(at)))
  const replies = await Promise.all(
    units.map((unit) => unit.call('orders.claim', { params: { id: order.id }, body: {} })),
  )
  expect(replies.filter(({ isOk }) => isOk)).toHaveLength(1)
  const refused = replies.flatMap((reply) => (reply.isOk ? [] : [reply.problem]))
  expect(refused).toHaveLength(99)
  for (const { status, code, detail } of refused) {
    expect([status, code]).toEqual([409, 'wrong_state'])
    expect(detail).toContain('被别的单位领走了')
    expect(detail).toContain('请再选一个')
  }
  const after = await show(cast.street, order)
  expect(after.events.filter(({ action }) => action === 'claim')).toHaveLength(1)
  const winner = replies.findIndex(({ isOk }) => isOk)
  const inHand = await Promise.all(
    units.map(async (unit) => (await unit.ok('me.show')).memberships[0]?.org.code ?? ''),
  ).then((codes) => Promise.all(codes.map((code) => findUnit(server.services.db.reader, code))))
  expect(inHand.map((unit) => unit?.openClaims)).toEqual(inHand.map((_, at) => (at === winner ? 1 : 0)))
}, 120_000)

async function newUnit(number: number): Promise<Caller> {
  const { code } = await cast.street.ok('units.register', {
    body: {
      ...{ name: `东街志愿一队${number}`, parentCode: cast.world.street, kind: 'volunteers' as const },
      ...{ categories: ['goods' as const], tags: [] },
    },
  })
  return cast.world.staff('unit_staff', code)
}

test('orders.claim: the contact is seen after it, by one tap and recorded; not before', async () => {
  const order = await listed({ onBehalfOf, contact: { address: '槐树路 12 号院' } })
  const params = { id: order.id }
  expect(await show(cast.unit, order)).toMatchObject({
    ...{ title: approval.title, content: null, contact: null, requesterName: null, onBehalfOf: null, events: [] },
    ...{ allowedActions: ['claim'], contactAccess: 'none' },
  })
  await cast.unit.refused('orders.view-contact', 'not_found', { params, body: {} })
  expect(await claim(cast.unit, order)).toMatchObject({
    ...{ status: 'in_progress', handler: { code: cast.world.unit }, contactAccess: 'direct' },
    wish: { state: 'claimed' },
    allowedActions: expect.arrayContaining(['first-contact', 'release', 'progress', 'fulfil']) as unknown,
  })
  const contact = await cast.unit.ok('orders.view-contact', { params, body: {} })
  expect(contact).toMatchObject({ name: '赵玉珍', phone: '13700001111', address: '槐树路 12 号院' })
  const auditor = await cast.world.staff('auditor', cast.world.code)
  const { items } = await auditor.ok('contact-views.list', { query: {} })
  expect(items[0]).toMatchObject({ order: { id: order.id }, viewer: { role: 'unit_staff' } })
})

test('orders.claim: 401, 403 for who may not, 404 for what is not on the wall, 409 beyond the limit', async () => {
  const order = await listed()
  const call = { params: { id: order.id }, body: {} }
  await server.anyone.refused('orders.claim', 'not_signed_in', call)
  for (const other of [cast.gridWorker, cast.street, await cast.world.person()]) {
    expect((await other.refused('orders.claim', 'forbidden', call)).detail).toContain('登记')
  }
  const unregistered = await cast.world.staff('unit_staff', cast.world.streetUnit)
  await unregistered.refused('orders.claim', 'forbidden', call)
  const far = await cast.world.unitStaff(cast.world.neighbourUnit)
  expect((await far.refused('orders.claim', 'forbidden', call)).detail).toContain('服务范围')
  const foreign = await cast.world.unitStaff(cast.world.elsewhere.unit)
  await foreign.refused('orders.claim', 'forbidden', call)
  await cast.unit.refused('orders.claim', 'not_found', { params: { id: (await place()).id }, body: {} })
  const unitCode = cast.world.streetUnit
  await cast.unit.refused('orders.claim', 'invalid', { params: { id: order.id }, body: { unitCode } })

  const claims: Order[] = []
  for (let count = 0; count < 5; count++) claims.push(await claimed())
  expect(await openClaims()).toBe(5)
  expect((await cast.unit.refused('orders.claim', 'wrong_state', call)).detail).toContain('5 个')
  await cast.unit.ok('orders.fulfil', { params: { id: claims[0]?.id ?? '' }, body: { note: '送到了' } })
  expect(await openClaims()).toBe(4)
  await claim(cast.unit, order)
  expect(await openClaims()).toBe(5)
})

test('a claim without contact is back on day 8, before others, with no visitor', async () => {
  const late = await claimed({ title: '没人联系的' })
  server.clock.advance({ hours: 1 })
  const kept = await claimed({ title: '联系过的' })
  await cast.unit.ok('orders.first-contact', { params: { id: kept.id }, body: { note: '打过电话' } })
  server.clock.advance({ days: 3 })
  const other = await listed({ title: '更早上墙的邻居' })
  server.clock.advance({ days: 3, hours: 22 })
  await runJobs(server)
  expect((await show(cast.street, late)).status).toBe('in_progress')
  server.clock.advance({ hours: 2 })
  await runJobs(server)
  const back = await show(cast.street, late)
  expect(back).toMatchObject({ status: 'listed', handler: null, wish: { state: 'open', isPriority: true } })
  expect(back.events.at(-1)).toMatchObject({ action: 'lapse', actor: { name: null, role: null } })
  expect(back.clocks.find(({ kind }) => kind === 'contact')).toMatchObject({ outcome: 'late' })
  expect((await show(cast.street, kept)).status).toBe('in_progress')
  expect((await wall()).items.map(({ id }) => id)).toEqual([late.id, other.id])
  expect(await openClaims()).toBe(1)
  await runJobs(server)
  expect((await show(cast.street, late)).version).toBe(back.version)
  await cast.unit.refused('orders.first-contact', 'not_found', { params: { id: late.id }, body: {} })
  await claim(cast.unit, late)
})

test('orders.release: with a reason it is back, before others', async () => {
  const order = await claimed()
  const params = { id: order.id }
  await cast.unit.refused('orders.release', 'invalid', { params, body: {} })
  await cast.community.refused('orders.release', 'forbidden', { params, body: { note: '不' } })
  await cast.unit.ok('orders.release', { params, body: { note: '人手不够' } })
  expect(await show(cast.street, order)).toMatchObject({ status: 'listed', wish: { isPriority: true } })
  expect(await openClaims()).toBe(0)
  expect(await show(cast.unit, order)).toMatchObject({ content: null, contact: null, events: [] })
})

test('orders.fulfil: pictures of a wish need the word of whoever it was for; the owner rates; the unit is scored', async () => {
  const order = await claimed()
  const params = { id: order.id }
  server.clock.advance({ days: 1 })
  await cast.unit.ok('orders.first-contact', { params, body: {} })
  const photo = (await upload(cast.unit)).id
  const body = { note: '送到了', attachments: [photo] }
  expect((await cast.unit.refused('orders.fulfil', 'invalid', { params, body })).errors).toMatchObject([
    { path: 'photoConsent' },
  ])
  await cast.unit.ok('orders.fulfil', { params, body: { ...body, photoConsent: true } })
  await steps.rate(cast, order)
  await steps.grade(cast, order)
  expect((await wall({ state: 'done' })).items).toMatchObject([{ id: order.id, wish: { state: 'done' } }])
  const scores = await cast.street.ok('scores.show', {
    query: { org: cast.world.code, period: '2026-12', of: 'units' },
  })
  const november = await cast.street.ok('scores.show', {
    query: { org: cast.world.code, period: '2026-11', of: 'units' },
  })
  // First contact by the end of November, fulfilment by that of December: each in the month of its deadline.
  const partsOf = ({ rows }: typeof scores) => rows.find(({ code }) => code === cast.world.unit)?.score.parts
  expect(partsOf(november)).toMatchObject({ response: { good: 1, of: 1 } })
  expect(partsOf(scores)).toMatchObject({ resolution: { good: 1, of: 1 }, satisfaction: { good: 1, of: 1 } })
  const communities = await cast.street.ok('scores.show', { query: { org: cast.world.street, period: '2026-12' } })
  expect(JSON.stringify(communities.rows)).not.toContain('"of":1')
  const report = await verifyScores(server.services.db.reader, () => undefined)
  expect(report).toMatchObject({ differences: [], orderFaults: [] })
})

test('orders.offer-to-units: what a community cannot do goes to the wall, and the resident’s clock runs on', async () => {
  const order = await orderIn(cast, 'in_progress')
  const params = { id: order.id }
  const body = { title: '想把楼道灯修亮', category: 'repair' as const }
  await cast.street.refused('orders.offer-to-units', 'forbidden', { params, body })
  await cast.community.refused('orders.offer-to-units', 'invalid', { params, body: { ...body, title: '王小明家的灯' } })
  const clockOf = ({ clocks }: Order) => clocks.find(({ kind }) => kind === 'resident')
  const before = clockOf(await show(cast.community, order))
  await cast.community.ok('orders.offer-to-units', { params, body })
  await cast.community.refused('orders.offer-to-units', 'wrong_state', { params, body })
  expect((await cast.street.ok('orders.approve', { params, body: {} })).status).toBe('listed')
  expect(await titles()).toEqual([body.title])
  await claim(cast.unit, order)
  expect(clockOf(await show(cast.community, order))).toEqual(before)
  await cast.community.refused('orders.dispatch', 'wrong_state', { params, body: { toCode: cast.world.grid } })
  await take(cast, order, ['fulfil', 'rate', 'grade'])
})

test('what nobody takes in 30 days is on the desk of the street, which is told', async () => {
  const order = await listed()
  server.clock.advance({ days: 29 })
  await listed({ title: '新来的' })
  const untaken = () => cast.street.ok('wishes.desk', { query: { tab: 'untaken' } })
  expect((await untaken()).items).toEqual([])
  server.clock.advance({ days: 1, hours: 1 })
  await runJobs(server)
  await runJobs(server)
  expect((await untaken()).items.map(({ id }) => id)).toEqual([order.id])
  const { items } = await cast.street.ok('notices.list', { query: {} })
  expect(items.map(({ kind }) => kind)).toContain('clock.untaken')
  await cast.unit.refused('wishes.desk', 'forbidden', { query: {} })
})

test('the wall: the longest waiting first, by category and community, in pages', async () => {
  for (let count = 0; count < 5; count++) {
    server.clock.advance({ minutes: 1 })
    const { id } = await place()
    const category = count % 2 === 0 ? 'study' : 'repair'
    await cast.street.ok('orders.approve', { params: { id }, body: { title: `心愿${count}`, category } })
  }
  expect(await titles()).toEqual(['心愿0', '心愿1', '心愿2', '心愿3', '心愿4'])
  expect(await titles({ category: 'repair' })).toEqual(['心愿1', '心愿3'])
  expect(await titles({ communityCode: cast.world.far })).toEqual([])
  const paged = await allPages((cursor) => wall({ limit: 2, cursor }))
  expect(paged.map(({ title }) => title)).toEqual(['心愿0', '心愿1', '心愿2', '心愿3', '心愿4'])
  await server.anyone.refused('orders.list', 'malformed_request', { query: { view: 'wishes', cursor: 'eA' } })
  await server.anyone.refused('orders.list', 'not_signed_in', { query: { view: 'mine' } })
})

test('units.workbench: what fits first, what is in hand, what was done; the statement counts it', async () => {
  const goods = await listed()
  server.clock.advance({ minutes: 1 })
  const repair = await place()
  await cast.street.ok('orders.approve', {
    params: { id: repair.id },
    body: { title: '修一扇窗', category: 'repair' },
  })
  const bench = (tab?: 'claimable' | 'in-hand' | 'history') =>
    cast.unit.ok('units.workbench', { params: { code: cast.world.unit }, query: { tab } })
  const claimable = await bench()
  expect(claimable.items.map(({ id }) => id)).toEqual([goods.id, repair.id])
  expect(claimable.suggested.map(({ id }) => id)).toEqual([repair.id])
  await claim(cast.unit, repair)
  expect((await bench('in-hand')).items.map(({ id }) => id)).toEqual([repair.id])
  await cast.unit.ok('orders.fulfil', { params: { id: repair.id }, body: { note: '修好了' } })
  expect((await bench('history')).items.map(({ id }) => id)).toEqual([repair.id])
  const statement = await cast.unit.ok('units.statement', { params: { code: cast.world.unit }, query: { year: 2026 } })
  expect(statement).toMatchObject({
    ...{ claimed: 1, fulfilled: 1, returned: 0, contactDue: 1, contactedInTime: 1 },
    items: [{ title: '修一扇窗', category: 'repair', communityName: '槐树社区' }],
  })
  const query = { year: 2026 }
  await cast.resident.refused('units.statement', 'not_found', { params: { code: cast.world.unit }, query })
  await cast.street.refused('units.workbench', 'forbidden', { params: { code: cast.world.unit }, query: {} })
})
