import { guangdongRules, guangxiRules, nationalRules, type ScoreRuleSet } from '@xinban/shared/domain'
import { makeCast, orderBody, orderIn, take, type Cast } from '../../../../test/orders'
import { openTestServer, type TestServer } from '../../../../test/server'
import type { Caller } from '../../../../test/world'
import { selectRows } from '../../../db/rows'
import { JobRunner } from '../../../jobs/runner'
import { OutboxRow } from '../../../outbox/outbox.entity'
import { findEvents } from '../order-event.repository'
import { findOrder } from '../order.repository'
import { verifyScores } from '../scoring/verify-scores'
import { defaultReviewSource } from './default-review-source'

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

const reader = () => server.services.db.reader
const adopt = ({ version: _, ...rules }: ScoreRuleSet) =>
  admin.ok('score-rules.save', { body: { districtCode: cast.world.code, rules: structuredClone(rules) as never } })
const newRunner = () =>
  new JobRunner(server.services, { sources: [defaultReviewSource], recurring: [] }, { logger: server.log.logger })
const runJobs = async () => {
  // Each test has its own time, so what an earlier one left of leases is not of this one.
  await server.services.db.unitOfWork((em) => em.query('DELETE FROM job_leases'))
  return newRunner().runOnce(server.clock.now())
}
const rowOf = async ({ id }: { id: string }) => (await findOrder(reader(), id)) ?? fail(id)
const fail = (id: string): never => {
  throw new Error(`order ${id} is gone`)
}
const noted = async ({ id }: { id: string }) =>
  (await findEvents(reader(), id)).filter(({ action }) => action === 'default-review')
async function figures() {
  const { total } = await cast.street.ok('scores.show', { query: { org: cast.world.community, period: '2026-11' } })
  const { byDefault, telephone, parts, coverage } = total.score
  return [byDefault.of, telephone.of, parts.satisfaction.of, coverage.good]
}
const agree = async () =>
  expect(await verifyScores(reader(), () => undefined)).toMatchObject({ differences: [], orderFaults: [] })
async function silent(days = 8) {
  const order = await orderIn(cast, 'fulfilled')
  server.clock.advance({ days })
  await runJobs()
  return order
}

test('silence stays silence where the district has not switched it on', async () => {
  const order = await orderIn(cast, 'fulfilled')
  expect(await rowOf(order)).toMatchObject({ defaultReviewAt: null, defaultStars: null })
  server.clock.advance({ days: 400 })
  expect(await runJobs()).toMatchObject({ acted: 0, failed: 0 })
  expect(await noted(order)).toEqual([])
  expect(order.defaultReview).toBeNull()
})

test('where nobody rated by the day, it is noted once, counted apart, and is no rating', async () => {
  await adopt(guangxiRules)
  const order = await orderIn(cast, 'fulfilled')
  expect(order.defaultReview).toEqual({ stars: 5, at: '2026-11-29T09:00:00+08:00', isNoted: false })
  server.clock.advance({ days: 7 })
  expect(await runJobs()).toMatchObject({ acted: 0, failed: 0 })
  server.clock.advance({ minutes: 1 })
  const before = await rowOf(order)
  expect(await runJobs()).toMatchObject({ acted: 1, failed: 0 })
  expect(await runJobs()).toMatchObject({ acted: 0, failed: 0 })
  expect(await rowOf(order)).toMatchObject({
    ...{ status: 'fulfilled', version: before.version + 1, ratedAt: null, stars: null },
    ...{ defaultReviewAt: null, defaultStars: 5 },
  })
  const ruleVersion = `${cast.world.code}-1`
  expect(await noted(order)).toMatchObject([
    { data: { stars: 5, ruleVersion }, membershipId: null, toStatus: 'fulfilled' },
  ])
  expect(await figures()).toEqual([1, 0, 0, 0])
  await agree()
  const told = await selectRows(reader(), OutboxRow, "WHERE topic = 'order.default-reviewed'", [])
  expect(told.filter(({ payload }) => payload.orderId === order.id)).toHaveLength(1)
})

test('its owner reads what was noted and may still rate, which takes its place', async () => {
  await adopt(guangxiRules)
  const order = await silent()
  const seen = await cast.resident.ok('orders.show', { params: { id: order.id } })
  expect(seen).toMatchObject({
    ...{ rating: null, allowedActions: ['rate', 'dispute'] },
    defaultReview: { stars: 5, isNoted: true, at: '2026-11-30T09:00:00+08:00' },
  })
  expect(seen.events.at(-1)).toMatchObject({
    ...{ action: 'default-review', stars: 5, actor: { name: null, role: null, org: null } },
  })
  const rated = await cast.resident.ok('orders.rate', { params: { id: order.id }, body: { stars: 2 } })
  expect(rated).toMatchObject({ status: 'rated', rating: { stars: 2 }, defaultReview: null })
  expect(await rowOf(order)).toMatchObject({ defaultReviewAt: null, defaultStars: null, stars: 2 })
  expect(await figures()).toEqual([0, 0, 1, 1])
  await agree()
})

test('what the street asked on the telephone takes its place as well', async () => {
  await adopt(guangxiRules)
  const placed = await cast.community.ok('orders.place', {
    body: orderBody(cast.world, { onBehalfOf: { name: '李某', relation: '邻居', consent: true } }),
  })
  await take(cast, placed, ['accept', 'fulfil'])
  server.clock.advance({ days: 8 })
  await runJobs()
  expect(await figures()).toEqual([1, 0, 0, 0])
  await cast.street.ok('orders.rate', { params: { id: placed.id }, body: { stars: 4 } })
  expect(await figures()).toEqual([0, 1, 0, 0])
  await agree()
})

test('whoever rated before the day has spoken', async () => {
  await adopt(guangxiRules)
  const order = await orderIn(cast, 'rated')
  expect(await rowOf(order)).toMatchObject({ defaultReviewAt: null, defaultStars: null })
  server.clock.advance({ days: 8 })
  expect(await runJobs()).toMatchObject({ acted: 0 })
  await take(cast, order, ['rework', 'fulfil'])
  expect(await rowOf(order)).toMatchObject({ defaultReviewAt: null })
  await agree()
})

test('a rework takes it back, and the next fulfilment waits anew', async () => {
  await adopt(guangxiRules)
  const order = await silent()
  await take(cast, order, ['rework'])
  expect(await figures()).toEqual([0, 0, 0, 0])
  await take(cast, order, ['fulfil'])
  expect(await rowOf(order)).toMatchObject({
    defaultStars: null,
    defaultReviewAt: new Date('2026-12-07T09:00:00+08:00'),
  })
  server.clock.advance({ days: 8 })
  await runJobs()
  expect(await noted(order)).toHaveLength(2)
  expect(await figures()).toEqual([1, 0, 0, 0])
  await agree()
})

test('whoever says that it is not done is not silent; an upheld dispute takes back what was noted', async () => {
  await adopt(guangxiRules)
  const [early, late] = [await orderIn(cast, 'fulfilled'), await orderIn(cast, 'fulfilled')]
  const dispute = (id: string) => cast.resident.ok('orders.dispute', { params: { id }, body: { note: '还是不亮' } })
  await dispute(early.id)
  server.clock.advance({ days: 8 })
  await runJobs()
  expect(await noted(early)).toEqual([])
  expect(await noted(late)).toHaveLength(1)
  await dispute(late.id)
  expect(await figures()).toEqual([1, 0, 0, 0])
  const resolve = (id: string, decision: 'uphold' | 'reject') =>
    cast.street.ok('orders.resolve-dispute', { params: { id }, body: { decision, note: '核实过' } })
  await resolve(early.id, 'reject')
  await resolve(late.id, 'uphold')
  expect(await rowOf(late)).toMatchObject({ defaultReviewAt: null, defaultStars: null })
  expect(await rowOf(early)).toMatchObject({ defaultReviewAt: null, defaultStars: null })
  expect(await figures()).toEqual([0, 0, 0, 0])
  await agree()
})

test('the rules of the day of the fulfilment hold, whatever is set later', async () => {
  await adopt(guangdongRules)
  const first = await orderIn(cast, 'fulfilled')
  server.clock.advance({ days: 1 })
  await adopt(nationalRules)
  const second = await orderIn(cast, 'fulfilled')
  server.clock.advance({ days: 8 })
  await runJobs()
  expect(await noted(first)).toMatchObject([{ data: { stars: 3, ruleVersion: `${cast.world.code}-1` } }])
  expect(await noted(second)).toEqual([])
  await agree()
})

test('it does not hold up the grade, and stays when the order is graded', async () => {
  await adopt(guangxiRules)
  const order = await silent(16)
  expect((await take(cast, order, ['grade'])).status).toBe('graded')
  expect(await figures()).toEqual([1, 0, 0, 0])
  await agree()
})

test('two runners at once: each order once', async () => {
  await adopt(guangxiRules)
  const orders = []
  for (let count = 0; count < 12; count++) orders.push(await orderIn(cast, 'fulfilled'))
  server.clock.advance({ days: 8 })
  await server.services.db.unitOfWork((em) => em.query('DELETE FROM job_leases'))
  const now = server.clock.now()
  const passes = await Promise.all([newRunner().runOnce(now), newRunner().runOnce(now)])
  expect(passes.reduce((sum, { acted }) => sum + acted, 0)).toBe(12)
  // Past any lease: the same row, met by two at the same moment.
  const item = { id: orders[0]?.id ?? '' }
  const { db } = server.services
  const act = () => db.unitOfWork((em) => defaultReviewSource.act(em, item, { services: server.services, now }))
  await Promise.all([act(), act()])
  for (const order of orders) expect(await noted(order)).toHaveLength(1)
  expect(await figures()).toEqual([12, 0, 0, 0])
  await agree()
})

test('two who meet at a row that waits: one notes it', async () => {
  await adopt(guangxiRules)
  const order = await orderIn(cast, 'fulfilled')
  server.clock.advance({ days: 8 })
  const { services } = server
  const ctx = { services, now: server.clock.now() }
  const act = () => services.db.unitOfWork((em) => defaultReviewSource.act(em, { id: order.id }, ctx))
  await Promise.all([act(), act(), act()])
  expect(await noted(order)).toHaveLength(1)
  expect(await figures()).toEqual([1, 0, 0, 0])
  await agree()
})
