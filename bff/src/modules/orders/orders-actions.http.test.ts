import type { RouteName } from '@xinban/shared/contracts'
import type { OrderStatus } from '@xinban/shared/domain'
import { countRows } from '../../../test/database'
import { fullMarks, makeCast, orderIn, type Cast } from '../../../test/orders'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller } from '../../../test/world'
import { newId } from '../../db/ids'

let server: TestServer
let cast: Cast
let unitStaff: Caller
beforeAll(async () => {
  server = await openTestServer()
  cast = await makeCast(await server.world())
  unitStaff = await cast.world.staff('unit_staff', cast.world.unit)
})
afterAll(() => server.close())

interface Action {
  /** A state it starts from, and one it does not start from. */
  readonly from: OrderStatus
  readonly notFrom: OrderStatus
  readonly by: keyof Pick<Cast, 'resident' | 'community' | 'street'>
  /** Who sees the order and may not take this action. */
  readonly notBy: keyof Pick<Cast, 'resident' | 'community' | 'street'>
  readonly to: OrderStatus
  readonly body: () => object
  /** Bodies that are understood but invalid, by the field they are refused for. */
  readonly invalid: Readonly<Record<string, object>>
}
const long = (length: number) => '字'.repeat(length)
const outsider = newId(new Date(0))

const actions = {
  'orders.accept': {
    ...{ from: 'submitted', notFrom: 'accepted', by: 'community', notBy: 'resident', to: 'accepted', body: () => ({}) },
    invalid: { note: { note: '多余的' } },
  },
  'orders.decline': {
    ...{ from: 'accepted', notFrom: 'in_progress', by: 'community', notBy: 'street', to: 'declining' },
    body: () => ({ reason: 'wrong_place', note: '在河对面' }),
    invalid: {
      reason: { reason: 'tired', note: '累了' },
      note: { reason: 'wrong_place', note: '  ' },
    },
  },
  'orders.resolve-decline': {
    ...{ from: 'declining', notFrom: 'submitted', by: 'street', notBy: 'community', to: 'declined' },
    body: () => ({ decision: 'confirm', note: '情况属实' }),
    invalid: {
      decision: { decision: 'perhaps', note: '再说' },
      note: { decision: 'confirm' },
      toCode: { decision: 'redirect', note: '转走' },
    },
  },
  'orders.dispatch': {
    ...{ from: 'accepted', notFrom: 'submitted', by: 'community', notBy: 'street', to: 'in_progress' },
    body: () => ({ toCode: cast.world.grid }),
    invalid: {
      toCode: {},
      memberId: { memberId: outsider },
      note: { toCode: '910101-U1', note: long(2001) },
    },
  },
  'orders.progress': {
    ...{ from: 'in_progress', notFrom: 'submitted', by: 'community', notBy: 'resident', to: 'in_progress' },
    body: () => ({ note: '在等配件' }),
    invalid: { note: { note: '' } },
  },
  'orders.fulfil': {
    ...{ from: 'rework', notFrom: 'submitted', by: 'community', notBy: 'resident', to: 'fulfilled' },
    body: () => ({ note: '换好了' }),
    invalid: { note: { note: long(10001) } },
  },
  'orders.withdraw': {
    ...{
      from: 'declining',
      notFrom: 'in_progress',
      by: 'resident',
      notBy: 'community',
      to: 'withdrawn',
      body: () => ({}),
    },
    invalid: { note: { note: long(2001) } },
  },
  'orders.rate': {
    ...{ from: 'fulfilled', notFrom: 'accepted', by: 'resident', notBy: 'community', to: 'rated' },
    body: () => ({ stars: 1, reasons: [910, 108], comment: '没有人来' }),
    invalid: {
      stars: { stars: 6 },
      reasons: { stars: 5, reasons: [910] },
      comment: { stars: 5, comment: long(1001) },
    },
  },
  'orders.grade': {
    ...{ from: 'rated', notFrom: 'accepted', by: 'street', notBy: 'community', to: 'graded' },
    body: () => ({ scores: fullMarks }),
    invalid: {
      'scores.timeliness': { scores: { ...fullMarks, timeliness: 31 } },
      'scores.quality': { scores: { ...fullMarks, quality: 39.5 } },
      'scores.evidence': { scores: { ...fullMarks, evidence: -1 } },
      scores: {},
    },
  },
  'orders.rework': {
    ...{ from: 'fulfilled', notFrom: 'graded', by: 'street', notBy: 'resident', to: 'rework' },
    body: () => ({ note: '还是不亮' }),
    invalid: { note: {} },
  },
} satisfies Partial<Record<RouteName, Action>>
type ActionName = keyof typeof actions
const rows = (Object.entries(actions) as [ActionName, Action][]).map(([name, action]) => ({ name, ...action }))

const eventsOf = (id: string) => countRows(server.services.db, 'order_events', 'order_id = ?', [id])

describe.each(rows)('$name', ({ name, from, notFrom, by, notBy, to, body: makeBody, invalid }) => {
  test(`${name}: moves the order by one version and one event`, async () => {
    const body = makeBody()
    const order = await orderIn(cast, from)
    const call = { params: { id: order.id }, body, ifMatch: `"${order.version}"` }
    expect((await cast[by].ok('orders.show', { params: { id: order.id } })).allowedActions).toContain(
      name.slice('orders.'.length),
    )
    const reply = await cast[by].call(name, call)
    expect(reply).toMatchObject({ isOk: true, answer: { status: to, version: order.version + 1 } })
    expect(await eventsOf(order.id)).toBe(order.version + 1)
  })

  test(`${name}: 401, 403 for someone who sees it and may not, 404 for everyone else`, async () => {
    const { world } = cast
    const body = makeBody()
    const order = await orderIn(cast, from)
    const call = { params: { id: order.id }, body }
    await server.anyone.refused(name, 'not_signed_in', call)
    await cast[notBy].refused(name, 'forbidden', call)
    const strangers = [
      await world.person(),
      await world.staff('community_staff', world.neighbour),
      await world.staff('street_staff', world.otherStreet),
      await world.staff('grid_worker', world.secondGrid),
      unitStaff,
      await world.staff('district_admin', world.elsewhere.code),
      await world.staff('community_staff', world.elsewhere.community),
    ]
    for (const stranger of strangers) await stranger.refused(name, 'not_found', call)
    await cast[by].refused(name, 'not_found', { params: { id: outsider }, body })
    expect(await eventsOf(order.id)).toBe(order.version)
  })

  test(`${name}: 409 from another state, 412 for an old version, 400 for a version that is none`, async () => {
    const body = makeBody()
    const elsewhere = await orderIn(cast, notFrom)
    await cast[by].refused(name, 'wrong_state', { params: { id: elsewhere.id }, body })
    const order = await orderIn(cast, from)
    const params = { id: order.id }
    await cast[by].refused(name, 'version_mismatch', { params, body, ifMatch: `"${order.version - 1}"` })
    await cast[by].refused(name, 'version_mismatch', { params, body, ifMatch: `W/"${order.version + 1}"` })
    for (const ifMatch of ['3', '"three"', '"1", "2"']) {
      await cast[by].refused(name, 'malformed_request', { params, body, ifMatch })
    }
    expect(await eventsOf(order.id)).toBe(order.version)
  })

  test.each(Object.entries(invalid))(`${name}: 422 for %s, and nothing is written`, async (path, wrong) => {
    const order = await orderIn(cast, from)
    const refusal = await cast[by].refused(name, 'invalid', { params: { id: order.id }, body: wrong })
    expect(refusal.errors?.map((error) => error.path)).toContain(path)
    expect(await eventsOf(order.id)).toBe(order.version)
    await cast[by].refused(name, 'invalid', { params: { id: 'x' }, body: makeBody() })
  })
})

test('orders.show: 401, 404, 422; no action is open to someone signed in who is no party', async () => {
  const order = await orderIn(cast, 'submitted')
  const params = { id: order.id }
  await server.anyone.refused('orders.show', 'not_signed_in', { params })
  await (await cast.world.person()).refused('orders.show', 'not_found', { params })
  await cast.resident.refused('orders.show', 'not_found', { params: { id: outsider } })
  await cast.resident.refused('orders.show', 'invalid', { params: { id: '1' } })
  const auditor = await cast.world.staff('auditor', cast.world.code)
  expect((await auditor.ok('orders.show', { params })).allowedActions).toEqual([])
  await auditor.refused('orders.accept', 'forbidden', { params, body: {} })
})
