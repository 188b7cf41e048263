import { calendarOf, usualOfficeHours } from '@xinban/shared/domain'
import { makeCast, orderBody, steps, take, type Cast } from '../../../../test/orders'
import { openTestServer, type TestServer } from '../../../../test/server'
import { JobRunner } from '../../../jobs/runner'
import { clockSource } from './clock-source'
import { charged, findClocks } from './clockwork'
import type { OrderClockRow } from './order-clock.entity'

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

const place = (changes: Parameters<typeof orderBody>[1] = {}) =>
  cast.resident.ok('orders.place', { body: orderBody(cast.world, changes) })
const clocksOf = (id: string) => findClocks(server.services.db.reader, id)
const told = (clocks: readonly OrderClockRow[]) => clocks.map(({ kind, outcome }) => `${kind} ${outcome}`)
const runJobs = async () => {
  // Each test has its own time, so what an earlier one left of leases is not of this one.
  await server.services.db.unitOfWork((em) => em.query('DELETE FROM job_leases'))
  const runner = new JobRunner(
    server.services,
    { sources: [clockSource], recurring: [] },
    { logger: server.log.logger },
  )
  return runner.runOnce(server.clock.now())
}
const outboxOf = async (topic: string, orderId: string) => {
  const rows = await server.services.db.reader.query<{ payload: string }[]>(
    `SELECT payload FROM outbox WHERE topic = '${topic}'`,
  )
  return rows
    .map(({ payload }) => JSON.parse(payload) as { orderId: string; kind: string })
    .filter((row) => row.orderId === orderId)
}

test('an order says by when each is due, and how that came about', async () => {
  // A Sunday morning: everything counts from Monday's opening.
  const order = await place()
  expect(order.due).toMatchObject({ kind: 'resident', dueAt: '2026-11-30T08:30:00+08:00', isProvisional: false })
  expect(order.promisedAt).toBe('2026-11-30T08:30:00+08:00')
  const seen = await cast.community.ok('orders.show', { params: { id: order.id } })
  expect(seen.due).toMatchObject({ kind: 'accept', dueAt: '2026-11-24T08:30:00+08:00' })
  expect(seen.clocks.map(({ kind, holder, outcome }) => [kind, holder?.code ?? null, outcome])).toEqual([
    ['resident', null, 'running'],
    ['accept', cast.world.community, 'running'],
    ['fulfil', cast.world.community, 'running'],
  ])
  expect(seen.clocks[1]?.why).toContain('1 个工作日')
  expect(order.clocks.map(({ kind }) => kind)).toEqual(['resident'])
})

test('an urgent one runs in plain hours, at night too', async () => {
  const order = await place({ urgency: 'urgent' })
  const seen = await cast.community.ok('orders.show', { params: { id: order.id } })
  expect(seen.due).toMatchObject({ kind: 'accept', dueAt: '2026-11-22T11:00:00+08:00' })
  expect(order.promisedAt).toBe('2026-11-23T09:00:00+08:00')
})

test('clocks are judged when they stop', async () => {
  const order = await place()
  server.clock.advance({ days: 3 })
  await steps.accept(cast, order)
  await steps.fulfil(cast, order)
  expect(told(await clocksOf(order.id))).toEqual(['resident met', 'accept late', 'fulfil met', 'grade running'])
})

test('a redirect gives the new community clocks of its own while the resident’s runs on', async () => {
  const order = await place()
  await take(cast, order, ['decline'])
  server.clock.advance({ days: 1 })
  await cast.street.ok('orders.resolve-decline', {
    params: { id: order.id },
    body: { decision: 'redirect', toCode: cast.world.neighbour, note: '归柳树社区管' },
  })
  const clocks = await clocksOf(order.id)
  expect(clocks.map(({ kind, outcome, holderCode }) => [kind, outcome, holderCode])).toEqual([
    ['resident', 'running', cast.world.code],
    ['accept', 'met', cast.world.community],
    ['fulfil', 'void', cast.world.community],
    ['resolve_decline', 'met', cast.world.street],
    ['accept', 'running', cast.world.neighbour],
    ['fulfil', 'running', cast.world.neighbour],
  ])
  expect(clocks[5]?.dueAt.getTime()).toBeGreaterThan(clocks[0]?.dueAt.getTime() ?? Infinity)
})

test('an overruled decline was no answer', async () => {
  const order = await place()
  await take(cast, order, ['decline'])
  await cast.street.ok('orders.resolve-decline', {
    params: { id: order.id },
    body: { decision: 'overrule', note: '就归你们管' },
  })
  expect(told(await clocksOf(order.id))).toEqual([
    ...['resident running', 'accept overruled', 'fulfil running', 'resolve_decline met'],
  ])
})

test('a withdrawn order leaves, unless it was late already', async () => {
  const [early, late] = [await place(), await place()]
  await take(cast, early, ['withdraw'])
  server.clock.advance({ days: 3 })
  await take(cast, late, ['withdraw'])
  expect(told(await clocksOf(early.id))).toEqual(['resident void', 'accept void', 'fulfil void'])
  expect(told(await clocksOf(late.id))).toEqual(['resident void', 'accept late', 'fulfil void'])
})

test('what a merge stopped runs on when the merge is undone', async () => {
  const order = await place()
  await take(cast, order, ['accept', 'merge'])
  expect(told(await clocksOf(order.id))).toEqual(['resident void', 'accept met', 'fulfil void'])
  await cast.community.ok('orders.unmerge', { params: { id: order.id }, body: {} })
  expect(told(await clocksOf(order.id))).toEqual(['resident running', 'accept met', 'fulfil running'])
})

describe('the job runner', () => {
  test('warns at 80 %, records an overdue once, and tells of both', async () => {
    const order = await place({ urgency: 'urgent' })
    await runJobs()
    server.clock.advance({ minutes: 97 })
    await runJobs()
    expect(await outboxOf('clock.warned', order.id)).toMatchObject([{ kind: 'accept' }])
    server.clock.advance({ minutes: 24 })
    await runJobs()
    expect(await runJobs()).toMatchObject({ acted: 0, failed: 0 })
    const accept = (await clocksOf(order.id)).find(({ kind }) => kind === 'accept')
    expect(accept).toMatchObject({ outcome: 'running', wakeAt: null, overdueAt: server.clock.now() })
    expect(await outboxOf('clock.warned', order.id)).toMatchObject([{ kind: 'accept' }])
    expect(await outboxOf('clock.overdue', order.id)).toMatchObject([{ kind: 'accept' }])
    await steps.accept(cast, order)
    expect(told(await clocksOf(order.id))).toContain('accept late')
  })

  test('what it finds long afterwards is recorded and told to nobody', async () => {
    const order = await place({ urgency: 'urgent' })
    server.clock.advance({ days: 30 })
    expect((await runJobs()).failed).toBe(0)
    const clocks = await clocksOf(order.id)
    expect(
      clocks
        .filter(({ overdueAt }) => overdueAt !== null)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual([...['accept', 'fulfil', 'resident']])
    expect(clocks.find(({ kind }) => kind === 'resident')?.chargedTo).toBe(cast.world.community)
    expect(await outboxOf('clock.overdue', order.id)).toEqual([])
  })

  test('charges the resident’s overdue to whoever used the time, not to whom it was passed', async () => {
    const order = await place()
    await take(cast, order, ['accept'])
    server.clock.advance({ days: 6 })
    await take(cast, order, ['decline'])
    server.clock.advance({ days: 1 })
    await cast.street.ok('orders.resolve-decline', {
      params: { id: order.id },
      body: { decision: 'redirect', toCode: cast.world.neighbour, note: '归柳树社区管' },
    })
    server.clock.advance({ days: 2 })
    await runJobs()
    const resident = (await clocksOf(order.id)).find(({ kind }) => kind === 'resident')
    expect(resident).toMatchObject({ outcome: 'running', chargedTo: cast.world.community })
    const seen = await cast.street.ok('orders.show', { params: { id: order.id } }).catch(() => undefined)
    expect(seen?.clocks.find(({ kind }) => kind === 'resident')?.chargedTo?.code).toBe(cast.world.community)
  })
})

test('charging twice changes nothing', () => {
  const calendar = calendarOf({
    ...{ knownFrom: '2026-01-01', knownThrough: '2026-12-31', daysOff: {}, makeUpDays: {} },
    officeHours: usualOfficeHours,
  })
  const clock = { kind: 'resident', overdueAt: new Date(), chargedTo: 'A' } as OrderClockRow
  expect(charged(clock, [], calendar)).toBe(clock)
})
