import { makeCast, orderBody, take, type Cast } from '../../../../test/orders'
import { openTestServer, type TestServer } from '../../../../test/server'
import type { Caller } from '../../../../test/world'
import { clockRules } from '../../calendar'
import { verifyScores } from '../scoring/verify-scores'
import { findClocks } from './clockwork'

let server: TestServer
let cast: Cast
let admin: Caller
beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.reset()
  cast = await makeCast(await server.world())
  admin = await cast.world.staff('district_admin', cast.world.code)
})
afterAll(() => server.close())

/** 23 November 2026 is a Monday; orders of the day before count from its opening. */
const close = (date: string, orgCode: string) =>
  admin.ok('calendar.set-day', {
    params: { date },
    body: { districtCode: cast.world.code, orgCode, kind: 'off', reason: '暴雪停办' },
  })
const place = (communityCode = cast.world.community) =>
  cast.resident.ok('orders.place', { body: orderBody(cast.world, { communityCode }) })
const redirect = (id: string) =>
  cast.street.ok('orders.resolve-decline', {
    params: { id },
    body: { decision: 'redirect', toCode: cast.world.neighbour, note: '归柳树社区管' },
  })
/** Date by kind; of two of a kind the later one. */
async function dueDates(id: string) {
  const clocks = await findClocks(server.services.db.reader, id)
  return Object.fromEntries(clocks.map(({ kind, dueAt }) => [kind, dueAt.toISOString().slice(0, 10)]))
}

test('a community’s own closed day moves its clocks and its promise, not the neighbour’s', async () => {
  await close('2026-11-24', cast.world.community)
  expect(await dueDates((await place()).id)).toEqual({
    accept: '2026-11-25',
    fulfil: '2026-12-01',
    resident: '2026-12-01',
  })
  const next = { accept: '2026-11-24', fulfil: '2026-11-30', resident: '2026-11-30' }
  expect(await dueDates((await place(cast.world.neighbour)).id)).toEqual(next)
})

test('the due time says whose day off moved it', async () => {
  await close('2026-11-24', cast.world.community)
  const order = await place()
  expect(order.clocks[0]?.why).toContain('11 月 24 日（暴雪停办）')
})

test('a day of the street holds for its communities, unless they say otherwise', async () => {
  await close('2026-11-24', cast.world.street)
  await admin.ok('calendar.set-day', {
    params: { date: '2026-11-24' },
    body: {
      districtCode: cast.world.code,
      orgCode: cast.world.neighbour,
      kind: 'worked',
      reason: '值班',
    },
  })
  expect((await dueDates((await place()).id)).accept).toBe('2026-11-25')
  expect((await dueDates((await place(cast.world.neighbour)).id)).accept).toBe('2026-11-24')
  expect((await dueDates((await place(cast.world.far)).id)).accept).toBe('2026-11-24')
})

test('a redirect counts the days of the community that it goes to', async () => {
  await close('2026-11-24', cast.world.community)
  await close('2026-11-26', cast.world.neighbour)
  const order = await place()
  await take(cast, order, ['decline'])
  server.clock.advance({ days: 2 })
  await redirect(order.id)
  const clocks = await findClocks(server.services.db.reader, order.id)
  const due = clocks.map(({ kind, holderCode, dueAt }) => [kind, holderCode, dueAt.toISOString().slice(0, 10)])
  // From Tuesday: Thursday is the neighbour's day off, Tuesday was nobody's any more.
  expect(due.slice(-2)).toEqual([
    ['accept', cast.world.neighbour, '2026-11-25'],
    ['fulfil', cast.world.neighbour, '2026-12-02'],
  ])
  expect(due[0]).toEqual(['resident', cast.world.code, '2026-12-01'])
})

test('the street’s clocks know nothing of a community’s day off, and heed its own', async () => {
  await close('2026-11-24', cast.world.community)
  const order = await place()
  await take(cast, order, ['decline'])
  expect((await dueDates(order.id)).resolve_decline).toBe('2026-11-24')
  await close('2026-11-24', cast.world.street)
  const other = await place()
  await take(cast, other, ['decline'])
  expect((await dueDates(other.id)).resolve_decline).toBe('2026-11-25')
})

test('an extension counts the days of whoever has it; clocks that run keep their due times', async () => {
  const order = await place()
  await take(cast, order, ['accept'])
  const before = await dueDates(order.id)
  await close('2026-11-24', cast.world.community)
  await close('2026-12-01', cast.world.community)
  expect(await dueDates(order.id)).toEqual(before)
  const params = { id: order.id }
  await cast.community.ok('orders.request-extension', { params, body: { days: 1, note: '等配件' } })
  await cast.street.ok('orders.resolve-extension', { params, body: { decision: 'grant' } })
  expect(await dueDates(order.id)).toMatchObject({ fulfil: '2026-12-02', resident: '2026-12-02' })
})

test('a replay and the counters agree with clocks of different days', async () => {
  await close('2026-11-24', cast.world.community)
  const order = await place()
  await take(cast, order, ['decline'])
  await redirect(order.id)
  const done = await place()
  await take(cast, done, ['accept', 'fulfil', 'rate', 'grade'])
  const report = await verifyScores(server.services.db.reader, () => undefined)
  expect(report).toMatchObject({ differences: [], orderFaults: [] })
})

test('orgs without days of their own share one calendar', async () => {
  await close('2026-11-24', cast.world.community)
  const rules = await clockRules(server.services.db.reader, cast.world.code)
  const { street, community, neighbour, far, otherStreet } = cast.world
  expect(rules.calendarOf([street, neighbour])).toBe(rules.calendar)
  expect(rules.calendarOf([otherStreet, far])).toBe(rules.calendar)
  expect(rules.calendarOf([street, community])).toBe(rules.calendarOf([community]))
  expect(rules.calendarOf([community])).not.toBe(rules.calendar)
})
