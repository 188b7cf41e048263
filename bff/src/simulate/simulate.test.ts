import { orderActions } from '@xinban/shared/domain'
import { countRows } from '../../test/database'
import { openTestServer, type TestServer } from '../../test/server'
import { verifyScores } from '../modules/orders'
import { replayWhistles } from '../modules/whistles'
import { Random } from './random'
import { simulate } from './simulate'
import { Timeline } from './timeline'

let server: TestServer
beforeEach(async () => {
  server = await openTestServer()
  await server.world()
})
afterEach(() => server.close())

const from = new Date('2026-03-02T08:30:00+08:00')
const through = new Date('2026-09-30T18:00:00+08:00')
const options = { from, through, onProgress: () => undefined }

test('the scores of 300 orders that went every way are what a replay of them says', async () => {
  const report = await simulate(server.services, { ...options, orders: 300, seed: 7 })
  // The one is what time does, the other brings nothing that is scored.
  const left = ['call-volunteers', 'lapse']
  expect(orderActions.filter((action) => report.actions[action] === undefined).sort()).toEqual(left)
  expect(report.whistles.blow).toBe(15)
  for (const action of ['sign', 'contact', 'report-in', 'finish', 'close', 'grade-department'] as const) {
    expect(report.whistles[action]).toBeGreaterThan(0)
  }
  expect(report.orders).toBe(300)
  const { db } = server.services
  expect(await countRows(db, 'order_clocks', 'overdue_at IS NOT NULL')).toBeGreaterThan(20)
  expect(await countRows(db, 'orders', 'is_telephone_rating = 1')).toBeGreaterThan(0)
  expect(await countRows(db, 'order_events', "action = 'lapse'")).toBeGreaterThan(0)
  expect(await countRows(db, 'orders', 'is_complex = 1')).toBeGreaterThan(0)
  expect(await countRows(db, 'orders', 'default_stars = 5')).toBeGreaterThan(0)
  expect(await countRows(db, 'order_clocks', "kind = 'resolve_escalation' AND outcome <> 'running'")).toBeGreaterThan(0)
  for (const outcome of ['met', 'late', 'overruled', 'void']) {
    expect(await countRows(db, 'order_clocks', 'outcome = ?', [outcome])).toBeGreaterThan(0)
  }
  expect(await countRows(db, 'whistle_parties', 'sign_overdue_at IS NOT NULL')).toBeGreaterThan(0)
  const verified = await verifyScores(db.reader, () => undefined, [replayWhistles(db.reader)])
  expect(verified).toMatchObject({ orders: 300, differences: [], orderFaults: [] })
  expect(verified.counters).toBeGreaterThan(500)
  await expect(simulate(server.services, { ...options, orders: 1, seed: 1 })).rejects.toThrow('a database of its own')
}, 180_000)

test('a seed gives the same history, and another one another', async () => {
  const first = await simulate(server.services, { ...options, orders: 40, seed: 3 })
  await server.close()
  server = await openTestServer()
  await server.world()
  const second = await simulate(server.services, { ...options, orders: 40, seed: 3 })
  expect(second).toEqual(first)
  await server.close()
  server = await openTestServer()
  await server.world()
  expect(await simulate(server.services, { ...options, orders: 40, seed: 4 })).not.toEqual(first)
}, 180_000)

test('choices by weight, and a timeline in the order of time', () => {
  const random = new Random(1)
  expect(random.weighted([['a', 0]] as const)).toBeUndefined()
  expect(() => random.pick([])).toThrow('nothing to pick from')
  const timeline = new Timeline<number>()
  const times = Array.from({ length: 50 }, () => Math.floor(random.next() * 20))
  for (const at of times) timeline.add(at, at)
  const taken: number[] = []
  for (let next = timeline.take(); next; next = timeline.take()) taken.push(next.item)
  expect(taken).toEqual([...times].sort((a, b) => a - b))
  expect([timeline.nextAt, timeline.size]).toEqual([Infinity, 0])
})
