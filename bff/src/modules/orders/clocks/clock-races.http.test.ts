import { AsyncResource } from 'node:async_hooks'
import { makeCast, orderIn, type Cast } from '../../../../test/orders'
import { openTestServer, type TestServer } from '../../../../test/server'
import { selectRows } from '../../../db/rows'
import type { JobHooks } from '../../../jobs/job'
import { JobRunner } from '../../../jobs/runner'
import { verifyScores } from '../scoring/verify-scores'
import { clockSource } from './clock-source'
import { OrderClockRow } from './order-clock.entity'

let server: TestServer
let cast: Cast
beforeEach(async () => {
  server = await openTestServer()
  cast = await makeCast(await server.world())
})
afterEach(() => server.close())

const runner = (hooks: JobHooks = {}) =>
  new JobRunner(server.services, { sources: [clockSource], recurring: [] }, { logger: server.log.logger, hooks })

/** On MySQL, until some transaction has read and waits for a row of another; on SQLite units stand in a queue anyway. */
async function untilOneWaits(): Promise<void> {
  const { dialect, reader } = server.services.db
  const isWaiting = async () => {
    const sql = "SHOW GLOBAL STATUS LIKE 'Innodb_row_lock_current_waits'"
    const [row] = await reader.query<{ Value: string }[]>(sql)
    return Number(row?.Value) > 0
  }
  while (dialect === 'mysql' && !(await isWaiting()));
}

const clocksOf = (id: string) =>
  selectRows(server.services.db.reader, OrderClockRow, 'WHERE order_id = ? ORDER BY kind', [id])

async function expectScoresAgree(): Promise<void> {
  const { differences, orderFaults } = await verifyScores(server.services.db.reader, () => undefined)
  expect([differences, orderFaults]).toEqual([[], []])
}

test('orders.fulfil: while its overdue is being recorded, it is counted once and nobody is refused', async () => {
  const { id } = await orderIn(cast, 'accepted', { urgency: 'urgent' })
  server.clock.advance({ hours: 25 })
  const calls: Promise<unknown>[] = []
  const acted = async () => {
    if (calls.length > 0) return
    calls.push(cast.community.ok('orders.fulfil', { params: { id }, body: { note: '灯泡换好了' } }))
    await untilOneWaits()
  }
  await runner({ acted }).runOnce(server.clock.now())
  await Promise.all(calls)
  await expectScoresAgree()
  const { total } = await cast.street.ok('scores.show', { query: { org: cast.world.community } })
  expect(total.score.parts.resolution).toMatchObject({ good: 0, of: 1 })
})

test('orders.resolve-extension: while its overdue is being recorded, the later deadline takes it back', async () => {
  const { id } = await orderIn(cast, 'accepted', { urgency: 'urgent' })
  const params = { id }
  await cast.community.ok('orders.request-extension', { params, body: { days: 2, note: '在等配件' } })
  server.clock.advance({ hours: 25 })
  const calls: Promise<unknown>[] = []
  const acted = async () => {
    if (calls.length > 0) return
    calls.push(cast.street.ok('orders.resolve-extension', { params, body: { decision: 'grant', note: '同意' } }))
    await untilOneWaits()
  }
  await runner({ acted }).runOnce(server.clock.now())
  await Promise.all(calls)
  const running = (await clocksOf(id)).filter(({ outcome }) => outcome === 'running')
  expect(running.map(({ kind, overdueAt }) => [kind, overdueAt])).toEqual([
    ['fulfil', null],
    ['resident', null],
  ])
  await expectScoresAgree()
})

test('two runners at two clocks of one order: what both make late is counted once', async () => {
  const { id } = await orderIn(cast, 'accepted', { urgency: 'urgent' })
  server.clock.advance({ hours: 25 })
  const { services } = server
  const due = await clockSource.findDue(services.db.reader, server.clock.now(), 10)
  expect(due).toHaveLength(2)
  // Outside of the unit of work that the first runner is in.
  const actOn = AsyncResource.bind((clock: { id: string }) =>
    services.db.unitOfWork((em) => clockSource.act(em, clock, { services, now: server.clock.now() })),
  )
  const calls: Promise<unknown>[] = []
  const acted = async (_: string, key: string) => {
    if (calls.length > 0) return
    calls.push(...due.filter((clock) => clock.id !== key).map((clock) => actOn(clock)))
    await untilOneWaits()
  }
  expect(await runner({ acted }).runOnce(server.clock.now())).toMatchObject({ failed: 0 })
  await Promise.all(calls)
  expect((await clocksOf(id)).filter(({ overdueAt }) => overdueAt !== null)).toHaveLength(2)
  await expectScoresAgree()
})
