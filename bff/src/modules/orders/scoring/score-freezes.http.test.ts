import { AsyncResource } from 'node:async_hooks'
import { nationalRules } from '@xinban/shared/domain'
import { makeCast, orderIn, type Cast } from '../../../../test/orders'
import { openTestServer, type TestServer } from '../../../../test/server'
import type { Caller } from '../../../../test/world'
import { keepScores, monthScores } from '../../scores'
import { verifyScores } from './verify-scores'

let server: TestServer
let cast: Cast
let admin: Caller
let districtCode: string
beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.reset()
  cast = await makeCast(await server.world())
  districtCode = cast.world.code
  admin = await cast.world.staff('district_admin', districtCode)
})
afterAll(() => server.close())

const freeze = (through: string, by: Caller = admin) =>
  by.ok('score-freezes.freeze', { params: { districtCode }, body: { through } })
const scores = (query: object = {}) => cast.street.ok('scores.show', { query: { org: districtCode, ...query } })
const november = { period: '2026-11' }
const { version: _, ...national } = structuredClone(nationalRules)
const saveRules = (changes: object) =>
  admin.ok('score-rules.save', { body: { districtCode, rules: { ...national, ...changes } } as never })

test('a frozen month stands; what becomes known later is dated beside it, and said as it would be', async () => {
  const order = await orderIn(cast, 'graded')
  server.clock.advance({ days: 29 })
  expect(await freeze('2026-11')).toEqual({
    ...{ districtCode, frozenThrough: '2026-11', ripeThrough: '2026-11', ruleVersion: 'national-1' },
    ...{ frozenAt: '2026-12-21T09:00:00+08:00', by: '测**', allowedActions: [] },
  })
  const published = (await scores(november)).total
  expect(published).toMatchObject({ corrections: [], corrected: null, score: { composite: 100 } })
  await cast.resident.ok('orders.dispute', { params: { id: order.id }, body: { note: '没有修' } })
  server.clock.advance({ minutes: 10 })
  await cast.street.ok('orders.resolve-dispute', {
    params: { id: order.id },
    body: { decision: 'uphold', note: '情况属实' },
  })
  const { total, isFrozen } = await scores(november)
  expect(isFrozen).toBe(true)
  expect(total.score).toEqual(published.score)
  expect(total.corrections).toMatchObject([{ on: '2026-12-21', changes: { fulfilSolved: -1, graded: -1 } }])
  expect(total.corrected?.parts.resolution).toMatchObject({ good: 0, of: 1, rate: 0 })
  const street = (await scores(november)).rows.find(({ code }) => code === cast.world.street)
  expect(street?.corrected?.parts.resolution.rate).toBe(0)
  const report = await verifyScores(server.services.db.reader, () => undefined)
  expect([report.differences, report.orderFaults]).toEqual([[], []])
})

test('only ripe months, and only forward; by the rules that hold', async () => {
  expect((await freeze('2026-09')).allowedActions).toEqual(['freeze'])
  const unripe = await admin.refused('score-freezes.freeze', 'invalid', {
    ...{ params: { districtCode }, body: { through: '2026-11' } },
  })
  expect(unripe.errors).toMatchObject([
    { path: 'through', message: expect.stringContaining('2026 年 10 月') as string },
  ])
  for (const through of ['2026-09', '2026-08']) {
    await admin.refused('score-freezes.freeze', 'wrong_state', { params: { districtCode }, body: { through } })
  }
  await saveRules({ periods: { kinds: ['month'], freezeAfterDays: 60 } })
  await admin.refused('score-freezes.freeze', 'invalid', { params: { districtCode }, body: { through: '2026-10' } })
})

test('of two at once one wins', async () => {
  const call = () => admin.call('score-freezes.freeze', { params: { districtCode }, body: { through: '2026-10' } })
  const replies = await Promise.all([call(), call()])
  expect(replies.filter(({ isOk }) => isOk)).toHaveLength(1)
  expect(replies.find(({ isOk }) => !isOk)?.status).toBe(409)
})

test('open months go by the rules of now, frozen ones by those that published them', async () => {
  const order = await orderIn(cast, 'fulfilled')
  await cast.resident.ok('orders.rate', { params: { id: order.id }, body: { stars: 3 } })
  expect((await scores(november)).total.score.parts.satisfaction.rate).toBe(100)
  await saveRules({ name: '从严', favourableFrom: 4 })
  const strict = await scores(november)
  expect(strict.rules).toMatchObject({ version: `${districtCode}-1`, name: '从严', favourableFrom: 4 })
  expect(strict.total.score.parts.satisfaction.rate).toBe(0)
  server.clock.advance({ days: 40 })
  await freeze('2026-10')
  await saveRules({ name: '放宽' })
  expect((await scores(november)).rules.version).toBe(`${districtCode}-2`)
  await freeze('2026-11')
  await saveRules({ name: '再从严', favourableFrom: 5 })
  expect((await scores(november)).rules).toMatchObject({ version: `${districtCode}-2`, name: '放宽' })
  expect((await scores({ period: '2026-10' })).rules).toMatchObject({ version: `${districtCode}-1`, name: '从严' })
  expect((await scores({ period: '2026-12' })).rules.version).toBe(`${districtCode}-3`)
  expect((await scores({ period: '2026' })).rules.version).toBe(`${districtCode}-3`)
})

test('what is published of single months goes by the rules of each month too', async () => {
  const order = await orderIn(cast, 'fulfilled')
  await cast.resident.ok('orders.rate', { params: { id: order.id }, body: { stars: 3 } })
  server.clock.advance({ days: 40 })
  await freeze('2026-10')
  await saveRules({ name: '从严', favourableFrom: 4 })
  await freeze('2026-11')
  await saveRules({ name: '放宽' })
  const months = ['2026-10', '2026-11', '2026-12'] as const
  const of = { scope: 'community', codes: [cast.world.community], months, districtCode } as const
  const figures = await monthScores(server.services.db.reader, of)
  expect(figures.map(({ month, score }) => [month, score.ruleVersion, score.parts.satisfaction.rate])).toEqual([
    ['2026-11', `${districtCode}-1`, 0],
  ])
})

test('a fact of the moment at which its month is frozen is a correction, not a change of what was published', async () => {
  const order = await orderIn(cast, 'graded')
  server.clock.advance({ days: 29 })
  await freeze('2026-10')
  const { db } = server.services
  const freezeOutside = AsyncResource.bind(() => freeze('2026-11'))
  const difference = [
    { scope: 'community', code: cast.world.community, period: '2026-11', tally: { fulfilReworked: 1 } },
  ] as const
  const freezing: Promise<unknown>[] = []
  await db.unitOfWork(async (em) => {
    // It reads, and what it reads from now on is of this moment.
    await em.query('SELECT frozen_through FROM score_freezes')
    if (freezing.length === 0) freezing.push(freezeOutside())
    // On SQLite units stand in a queue, and the month is still open for this one.
    if (db.dialect === 'mysql') await Promise.all(freezing)
    await keepScores(em, { districtCode, orderId: order.id, now: server.clock.now() }, difference)
  })
  await Promise.all(freezing)
  const { total, isFrozen } = await scores({ ...november, org: cast.world.community })
  expect(isFrozen).toBe(true)
  const corrections = [{ on: '2026-12-21', changes: { fulfilReworked: 1 } }]
  expect(total.corrections).toEqual(db.dialect === 'mysql' ? corrections : [])
})

test('score-freezes: 401, 403, 404, 422', async () => {
  const call = { params: { districtCode }, body: { through: '2026-10' } }
  await server.anyone.refused('score-freezes.show', 'not_signed_in', { query: { districtCode } })
  await server.anyone.refused('score-freezes.freeze', 'not_signed_in', call)
  const stranger = await cast.world.staff('district_admin', cast.world.elsewhere.code)
  for (const other of [cast.resident, stranger]) {
    await other.refused('score-freezes.show', 'forbidden', { query: { districtCode } })
    await other.refused('score-freezes.freeze', 'forbidden', call)
  }
  await cast.street.refused('score-freezes.freeze', 'forbidden', call)
  expect(await cast.street.ok('score-freezes.show', { query: {} })).toEqual({
    ...{ districtCode, frozenThrough: null, ripeThrough: '2026-10', ruleVersion: null, frozenAt: null, by: null },
    allowedActions: [],
  })
  await admin.refused('score-freezes.show', 'not_found', { query: { districtCode: '999999' } })
  await admin.refused('score-freezes.freeze', 'not_found', { ...call, params: { districtCode: '999999' } })
  for (const through of ['2026-Q3', '2026', '2026-13', 'gestern']) {
    await admin.refused('score-freezes.freeze', 'invalid', { ...call, body: { through } })
  }
})
