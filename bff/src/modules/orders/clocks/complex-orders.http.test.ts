import { defaultLimits, usualOfficeHours } from '@xinban/shared/domain'
import { addItem } from '../../../../test/catalogue'
import { makeCast, orderBody, take, type Cast } from '../../../../test/orders'
import { openTestServer, type TestServer } from '../../../../test/server'
import { findOrder } from '../order.repository'
import { verifyScores } from '../scoring/verify-scores'
import { findClocks } from './clockwork'

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

const complexReason = '要和产权单位一起换整栋楼的线路'
const complex = { complex: true, complexReason }
const place = (changes: Parameters<typeof orderBody>[1] = {}) =>
  cast.resident.ok('orders.place', { body: orderBody(cast.world, changes) })
const accept = (order: { id: string }, body: object = complex) =>
  cast.community.ok('orders.accept', { params: { id: order.id }, body })
const refused = (order: { id: string }, body: object = complex) =>
  cast.community.refused('orders.accept', 'invalid', { params: { id: order.id }, body })
const clocksOf = (id: string) => findClocks(server.services.db.reader, id)
/** Date by kind; of two of a kind the later one. */
async function dueDates(id: string) {
  return Object.fromEntries((await clocksOf(id)).map(({ kind, dueAt }) => [kind, dueAt.toISOString().slice(0, 10)]))
}
const agree = async () =>
  expect(await verifyScores(server.services.db.reader, () => undefined)).toMatchObject({
    ...{ differences: [], orderFaults: [] },
  })

test('accepted as a complex one, it is due by the longer limit from when it was placed, and says why', async () => {
  const placed = await place()
  expect(placed.promisedAt).toBe('2026-11-30T08:30:00+08:00')
  const waiting = await cast.community.ok('orders.show', { params: { id: placed.id } })
  expect(waiting).toMatchObject({ complexDays: 15, complexity: null })
  expect(placed.complexDays).toBeNull()
  server.clock.advance({ days: 1, hours: 3 })
  const accepted = await accept(placed)
  expect(accepted).toMatchObject({
    status: 'accepted',
    complexDays: null,
    complexity: { days: 15, reason: complexReason },
  })
  expect(await dueDates(placed.id)).toEqual({ accept: '2026-11-24', fulfil: '2026-12-14', resident: '2026-12-14' })
  const seen = await cast.resident.ok('orders.show', { params: { id: placed.id } })
  expect(seen).toMatchObject({ promisedAt: '2026-12-14T08:30:00+08:00', complexity: { reason: complexReason } })
  expect(seen.clocks.map(({ why }) => why)).toEqual([
    '全程时限：11 月 22 日 09:00 收单（休息日，11 月 23 日 08:30 起算）+ 5 个工作日，情况复杂改为 15 个工作日，跳过 7 天周末 → 12 月 14 日 08:30',
  ])
  expect(seen.events.at(-1)).toMatchObject({ action: 'accept', isComplex: true, days: 15, note: complexReason })
})

test('its holder is warned by the new time, and only the accept clock has ended', async () => {
  const order = await place()
  await accept(order)
  const clocks = await clocksOf(order.id)
  expect(clocks.map(({ kind, outcome }) => `${kind} ${outcome}`)).toEqual([
    ...['resident running', 'accept met', 'fulfil running'],
  ])
  const [resident, , fulfil] = clocks
  expect(fulfil?.wakeAt).toEqual(fulfil?.warnAt)
  expect(fulfil?.warnAt.getTime()).toBeGreaterThan(Date.parse('2026-12-08T00:00:00+08:00'))
  expect(resident?.dueAt).toEqual(fulfil?.dueAt)
  const row = await findOrder(server.services.db.reader, order.id)
  expect(row).toMatchObject({ isComplex: true, fulfilDueAt: fulfil?.dueAt })
})

test('the number of days is the district’s; an ordinary acceptance needs no body', async () => {
  const admin = await cast.world.staff('district_admin', cast.world.code)
  const limits = { ...defaultLimits, fulfilComplex: { unit: 'working_days' as const, value: 20 } }
  await admin.ok('limits.save', { body: { districtCode: cast.world.code, limits, officeHours: [...usualOfficeHours] } })
  const [long, short] = [await place(), await place()]
  expect((await cast.community.ok('orders.show', { params: { id: long.id } })).complexDays).toBe(20)
  expect((await accept(long)).complexity?.days).toBe(20)
  expect((await dueDates(long.id)).fulfil).toBe('2026-12-21')
  expect((await accept(short, {})).complexity).toBeNull()
  expect((await accept(await place(), { complex: false })).complexity).toBeNull()
  expect((await dueDates(short.id)).fulfil).toBe('2026-11-30')
})

describe('422, and nothing changes', () => {
  const unchanged = async (order: { id: string }, status = 'submitted') => {
    expect(await findOrder(server.services.db.reader, order.id)).toMatchObject({ isComplex: false, status, version: 1 })
    await agree()
  }

  test('without a reason, or with one and no claim', async () => {
    const order = await place()
    expect((await refused(order, { complex: true })).errors).toMatchObject([{ path: 'complexReason' }])
    expect((await refused(order, { complex: true, complexReason: '  ' })).errors).toMatchObject([
      { path: 'complexReason' },
    ])
    expect((await refused(order, { complexReason })).errors).toMatchObject([{ path: 'complex' }])
    await unchanged(order)
  })

  test('an urgent one', async () => {
    const order = await place({ urgency: 'urgent' })
    expect((await refused(order)).detail).toContain('紧急的单不能按复杂单办理')
    expect((await cast.community.ok('orders.show', { params: { id: order.id } })).complexDays).toBeNull()
    await unchanged(order)
  })

  test('one of an item with a limit of its own', async () => {
    const serviceItemId = await addItem(server.services, { name: '高龄津贴', offeredBy: [cast.world.code] })
    const order = await place({ kind: 'service', serviceItemId })
    expect((await refused(order)).detail).toContain('自己的办理时限')
    await unchanged(order)
  })

  test('one that is late', async () => {
    const order = await place()
    server.clock.advance({ days: 2 })
    expect((await refused(order)).detail).toContain('已经超期')
    await unchanged(order)
    expect((await accept(order, {})).status).toBe('accepted')
  })

  test('one that was complex before', async () => {
    const order = await place()
    await accept(order)
    await take(cast, order, ['decline'])
    const admin = await cast.world.staff('community_staff', cast.world.neighbour)
    await cast.street.ok('orders.resolve-decline', {
      params: { id: order.id },
      body: { decision: 'redirect', toCode: cast.world.neighbour, note: '归柳树社区管' },
    })
    const call = { params: { id: order.id }, body: complex }
    expect((await admin.refused('orders.accept', 'invalid', call)).detail).toContain('已经按复杂单办理')
    // Whoever has it next has the longer limit too, from when it came to them.
    expect(await dueDates(order.id)).toMatchObject({ fulfil: '2026-12-14', resident: '2026-12-14' })
  })
})

test('401, 403, 404, 409, 412', async () => {
  const order = await place()
  const call = { params: { id: order.id }, body: complex }
  await server.anyone.refused('orders.accept', 'not_signed_in', call)
  await cast.resident.refused('orders.accept', 'forbidden', call)
  await (await cast.world.person()).refused('orders.accept', 'not_found', call)
  await cast.community.refused('orders.accept', 'version_mismatch', { ...call, ifMatch: '"7"' })
  await accept(order)
  await cast.community.refused('orders.accept', 'wrong_state', call)
})

test('a granted extension comes on top of it; a replay and the counters agree', async () => {
  const order = await place()
  await accept(order)
  const params = { id: order.id }
  await cast.community.ok('orders.request-extension', { params, body: { days: 2, note: '等配件' } })
  await cast.street.ok('orders.resolve-extension', { params, body: { decision: 'grant' } })
  expect(await dueDates(order.id)).toMatchObject({ fulfil: '2026-12-16', resident: '2026-12-16' })
  server.clock.advance({ days: 20 })
  await take(cast, order, ['fulfil', 'rate', 'grade'])
  const ended = (await clocksOf(order.id)).map(({ kind, outcome }) => `${kind} ${outcome}`)
  expect(ended.slice(0, 3)).toEqual(['resident met', 'accept met', 'fulfil met'])
  await agree()
})

test('a rework of a complex one has the longer limit as well', async () => {
  const order = await place()
  await accept(order)
  await take(cast, order, ['fulfil', 'rework'])
  expect((await dueDates(order.id)).rework).toBe('2026-12-14')
  await agree()
})
