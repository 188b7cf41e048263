import { startChild, type Child } from '../../../../test/child'
import { sunday } from '../../../../test/clock'
import { newDir, workerDatabase } from '../../../../test/database'
import { makeCast, orderBody, type Cast } from '../../../../test/orders'
import { openTestServer, testKeys, type TestServer } from '../../../../test/server'
import { selectRows } from '../../../db/rows'
import { leaseMs } from '../../../jobs/lease'
import { JobRunner } from '../../../jobs/runner'
import { OutboxRow } from '../../../outbox/outbox.entity'
import { verifyScores } from '../scoring/verify-scores'
import { clockSource } from './clock-source'
import { OrderClockRow } from './order-clock.entity'

let server: TestServer
let cast: Cast
let child: Child
let isAlive: boolean
beforeEach(async () => {
  const settings = { DATABASE_URL: await workerDatabase(), XINBAN_DATA_DIR: newDir() }
  server = await openTestServer(settings)
  cast = await makeCast(await server.world())
  child = await startChild('jobs-process.ts', { ...settings, ...testKeys })
  isAlive = true
})
afterEach(async () => {
  if (isAlive) await child.end()
  await server.close()
})

const hours = (count: number) => new Date(sunday.getTime() + count * 3_600_000)
/** Two hours to accept are over, and of the day to fulfil most is: three facts an order. */
const firstWave = hours(23)
/** The day to fulfil, and the resident's, are over: two more. */
const secondWave = hours(25)
const later = (at: Date, ms: number) => new Date(at.getTime() + ms)

async function placeUrgent(count: number): Promise<void> {
  for (let order = 0; order < count; order++) {
    await cast.resident.ok('orders.place', { body: orderBody(cast.world, { urgency: 'urgent' }) })
  }
}

const runnerHere = () =>
  new JobRunner(server.services, { sources: [clockSource], recurring: [] }, { logger: server.log.logger })

/** What is due by the clocks themselves, whatever anybody did about it: `topic clock`. */
async function factsAt(...times: Date[]): Promise<string[]> {
  const clocks = await selectRows(server.services.db.reader, OrderClockRow, '', [])
  const facts = times.flatMap((at) =>
    clocks
      .filter(({ warnAt }) => warnAt < at)
      .map(({ id, dueAt }) => `${dueAt < at ? 'clock.overdue' : 'clock.warned'} ${id}`),
  )
  return [...new Set(facts)].sort()
}

/** What the world is told, doubles included. */
async function told(): Promise<string[]> {
  const rows = await selectRows(server.services.db.reader, OutboxRow, "WHERE topic LIKE 'clock.%'", [])
  return rows.map(({ topic, payload }) => `${topic} ${String(payload.clockId)}`).sort()
}

/** What the clocks themselves say of it. */
async function recorded(): Promise<string[]> {
  const clocks = await selectRows(server.services.db.reader, OrderClockRow, '', [])
  return clocks
    .flatMap(({ id, warnedAt, overdueAt }) => [
      ...(warnedAt ? [`clock.warned ${id}`] : []),
      ...(overdueAt ? [`clock.overdue ${id}`] : []),
    ])
    .sort()
}

/** The counters are what the orders add up to, and say as many late answers as were recorded. */
async function expectScores(late: number): Promise<void> {
  const { differences, orderFaults } = await verifyScores(server.services.db.reader, () => undefined)
  expect([differences, orderFaults]).toEqual([[], []])
  const { total } = await cast.street.ok('scores.show', { query: { org: cast.world.street } })
  expect(total.score.parts.response).toMatchObject({ good: 0, of: late })
}

test.each([
  ['claimed', 0, 0],
  ['acted', 0, 0],
  ['acted', 5, 5],
  ['committed', 0, 1],
  ['committed', 5, 6],
])(
  'a runner killed at %s, after passing it %i times: every warning and overdue is recorded, told and counted once',
  async (point, skip, done) => {
    await placeUrgent(4)
    const facts = await factsAt(firstWave)
    expect(facts).toHaveLength(12)
    expect(await child.ask(`run ${firstWave.toISOString()} ${point} ${skip}`)).toBe(`at ${point}`)
    await child.kill()
    isAlive = false

    const before = await told()
    expect(before).toHaveLength(done)
    expect(await recorded()).toEqual(before)
    await expectScores(before.filter((fact) => fact.startsWith('clock.overdue')).length)

    const resumed = later(firstWave, leaseMs)
    expect(await runnerHere().runOnce(resumed)).toMatchObject({ acted: 12 - done, failed: 0 })
    expect(await told()).toEqual(facts)
    expect(await recorded()).toEqual(facts)
    await expectScores(4)
  },
)

test('two processes and two runners in one of them at once: facts, records, messages and counters are the same', async () => {
  await placeUrgent(25)
  const facts = await factsAt(firstWave, secondWave)
  expect(facts).toHaveLength(125)
  const [one, two] = [runnerHere(), runnerHere()]
  let acted = 0
  for (const at of [firstWave, secondWave]) {
    const passes = Promise.all([one.runOnce(at), two.runOnce(at)])
    acted += Number((await child.ask(`run ${at.toISOString()}`)).split(' ')[1])
    for (const pass of await passes) acted += pass.acted
    acted += (await one.runOnce(later(at, leaseMs))).acted
  }
  expect(acted).toBe(125)
  expect(await told()).toEqual(facts)
  expect(await recorded()).toEqual(facts)
  await expectScores(25)
})

test('a runner that slept past its lease finds everything done and doubles nothing', async () => {
  await placeUrgent(4)
  const facts = await factsAt(firstWave)
  const begun: Promise<string>[] = []
  const claimed = async () => void (await (begun[0] ??= child.ask(`run ${later(firstWave, leaseMs).toISOString()}`)))
  const jobs = { sources: [clockSource], recurring: [] }
  await new JobRunner(server.services, jobs, { logger: server.log.logger, hooks: { claimed } }).runOnce(firstWave)
  expect(await begun[0]).toBe('acted 12')
  expect(await told()).toEqual(facts)
  await expectScores(4)
})
