import { makeCast, orderIn, steps, take, type Cast } from '../../../../test/orders'
import { openTestServer, type TestServer } from '../../../../test/server'
import { JobRunner } from '../../../jobs/runner'
import { addToCounters } from '../../scores'
import { clockSource } from '../clocks/clock-source'
import { verifyScores } from './verify-scores'

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

const scores = (query: object = {}) => cast.street.ok('scores.show', { query: { org: cast.world.street, ...query } })
const verify = () => verifyScores(server.services.db.reader, () => undefined)
const runJobs = async () => {
  await server.services.db.unitOfWork((em) => em.query('DELETE FROM job_leases'))
  const jobs = { sources: [clockSource], recurring: [] }
  return new JobRunner(server.services, jobs, { logger: server.log.logger }).runOnce(server.clock.now())
}

test('nothing due is not assessed, neither 0 nor 100', async () => {
  await orderIn(cast, 'submitted')
  const { total, rows, isFrozen, period } = await scores()
  expect([period, isFrozen]).toEqual(['2026-11', false])
  expect(total.score.parts.response).toEqual({ good: 0, of: 0, rate: 'not_assessed', lowerBound: 'not_assessed' })
  expect(total.score.composite).toBe('not_assessed')
  expect(rows.map(({ code, rank }) => [code, rank])).toEqual([
    [cast.world.community, null],
    [cast.world.neighbour, null],
  ])
})

test('an order counts as its facts happen, for its community and all above', async () => {
  const order = await orderIn(cast, 'accepted')
  expect((await scores()).total.score.parts.response).toMatchObject({ good: 1, of: 1, rate: 100 })
  await take(cast, order, ['fulfil', 'rate', 'grade'])
  const { total, rows } = await scores()
  expect(total.score.parts).toMatchObject({
    resolution: { good: 1, of: 1 },
    satisfaction: { good: 1, of: 1 },
  })
  expect(total.score).toMatchObject({ coverage: { good: 1, of: 1 }, grade: { count: 1, mean: 100 }, meanStars: 5 })
  expect(rows[0]).toMatchObject({ code: cast.world.community, rank: 1, score: { composite: 100 } })
  const district = await cast.street.ok('scores.show', { query: { org: cast.world.code, of: 'orgs' } })
  expect(district.rows.map(({ code, rank }) => [code, rank])).toEqual([
    [cast.world.street, 1],
    [cast.world.otherStreet, null],
  ])
  expect((await verify()).differences).toEqual([])
})

test('a rework is no solution, and a bad rating none either', async () => {
  const order = await orderIn(cast, 'fulfilled')
  await take(cast, order, ['rework'])
  await steps.fulfil(cast, order)
  await cast.resident.ok('orders.rate', { params: { id: order.id }, body: { stars: 2 } })
  expect((await scores()).total.score.parts).toMatchObject({
    resolution: { good: 0, of: 1, rate: 0 },
    satisfaction: { good: 0, of: 1, rate: 0 },
  })
})

test('an overdue counts when it is recorded, and an overruled decline was no answer', async () => {
  await orderIn(cast, 'submitted')
  const declined = await orderIn(cast, 'declining')
  await cast.street.ok('orders.resolve-decline', {
    params: { id: declined.id },
    body: { decision: 'overrule', note: '归你们' },
  })
  server.clock.advance({ days: 3 })
  const before = (await scores()).total.score.parts.response
  await runJobs()
  const after = (await scores()).total.score.parts.response
  expect([before.of, after.of, after.good]).toEqual([1, 2, 1])
  const report = await verify()
  expect([report.differences, report.orderFaults]).toEqual([[], []])
})

test('verification finds a counter that was touched, and an order that was', async () => {
  const { id } = await orderIn(cast, 'rated')
  await server.services.db.unitOfWork(async (em) => {
    const row = { scope: 'community', code: cast.world.community, period: '2026-11', tally: { own5: 1 } } as const
    await addToCounters(em, [row])
    await em.query(`UPDATE orders SET stars = 4 WHERE id = '${id}'`)
  })
  const report = await verify()
  expect(report.differences.map(({ key }) => key)).toContain(`community ${cast.world.community} 2026-11 own5`)
  expect(report.orderFaults.map(({ fault }) => fault)).toEqual(['stars: stored 4, its history says 5'])
  await server.services.db.unitOfWork(async (em) => {
    await em.query(`UPDATE orders SET stars = 5 WHERE id = '${id}'`)
    const row = { scope: 'community', code: cast.world.community, period: '2026-11', tally: { own5: -1 } } as const
    await addToCounters(em, [row])
  })
  expect((await verify()).differences).toEqual([])
})

test('two orders of one community at once lose no count', async () => {
  const orders = await Promise.all(Array.from({ length: 12 }, () => orderIn(cast, 'submitted')))
  await Promise.all(orders.map((order) => steps.accept(cast, order)))
  expect((await scores()).total.score.parts.response).toMatchObject({ good: 12, of: 12 })
  expect((await verify()).differences).toEqual([])
})

test('who may see: members of the district; 401, 403, 404, 422', async () => {
  const query = { org: cast.world.street }
  await server.anyone.refused('scores.show', 'not_signed_in', { query })
  await cast.resident.refused('scores.show', 'forbidden', { query })
  const elsewhere = await server.world()
  const stranger = await elsewhere.staff('street_staff', elsewhere.street)
  await stranger.refused('scores.show', 'forbidden', { query })
  await cast.street.refused('scores.show', 'not_found', { query: { org: '999999999' } })
  await cast.street.refused('scores.show', 'invalid', { query: { org: cast.world.street, of: 'items' } })
  await cast.street.refused('scores.show', 'invalid', { query: { org: cast.world.grid } })
  const refusal = await cast.street.refused('scores.show', 'invalid', { query: { ...query, period: '2026-13' } })
  expect(refusal.detail).toContain('2026-11')
})
