import { sunday } from '../../test/clock'
import { addFacts, countEffects, dueFacts } from '../../test/due-facts'
import { LogCapture } from '../../test/log'
import { empty } from '../../test/database'
import { openTestServices } from '../../test/server'
import type { Services } from '../context'
import { selectRows } from '../db/rows'
import type { DueSource, JobHooks, Jobs, RecurringJob } from './job'
import { JobLease } from './job-lease.entity'
import { leaseMs } from './lease'
import { JobRunner } from './runner'

let services: Services
let log: LogCapture
beforeAll(async () => {
  services = await openTestServices()
})
beforeEach(async () => {
  await empty(services.db)
  log = new LogCapture()
})
afterAll(() => services.db.close())

const minute = 60_000
const after = (ms: number) => new Date(sunday.getTime() + ms)
const runnerOf = (jobs: Partial<Jobs>, hooks: JobHooks = {}) =>
  new JobRunner(services, { sources: [], recurring: [], ...jobs }, { logger: log.logger, hooks })
const leaseOf = async (name: string) => (await selectRows(services.db.reader, JobLease, 'WHERE name = ?', [name]))[0]

test('due work: acted on once when its time has come, and the lease is given back', async () => {
  await addFacts(services.db, after(minute), 3)
  const runner = runnerOf({ sources: [dueFacts] })
  expect(await runner.runOnce(sunday)).toEqual({ acted: 0, ran: 0, failed: 0 })
  expect(await runner.isIdle(sunday)).toBe(true)
  expect(await runner.isIdle(after(minute))).toBe(false)
  expect(await runner.runOnce(after(minute))).toEqual({ acted: 3, ran: 0, failed: 0 })
  expect(await runner.runOnce(after(minute))).toEqual({ acted: 0, ran: 0, failed: 0 })
  expect(await countEffects(services.db)).toEqual({ effects: 3, facts: 3 })
  expect(await leaseOf(dueFacts.name)).toMatchObject({ ownerId: null, leasedUntil: null, failures: 0 })
})

test('due work: as long as nothing is due, nothing is written', async () => {
  await runnerOf({ sources: [dueFacts] }).runOnce(sunday)
  expect(await leaseOf(dueFacts.name)).toBeUndefined()
})

test('due work: more than one batch goes in one pass', async () => {
  await addFacts(services.db, sunday, 230)
  expect((await runnerOf({ sources: [dueFacts] }).runOnce(sunday)).acted).toBe(230)
})

/** The same source, but for one fact whose effect cannot be. */
const failingFor = (bad: string): DueSource<Parameters<typeof dueFacts.keyOf>[0]> => ({
  ...dueFacts,
  async act(em, item, ctx) {
    await dueFacts.act(em, item, ctx)
    if (item.id === bad) throw new Error('this one cannot be')
  },
})

test('due work: a row that fails leaves nothing behind, keeps no other back, and has its turn again later', async () => {
  const [bad = ''] = await addFacts(services.db, sunday, 4)
  const runner = runnerOf({ sources: [failingFor(bad)] })
  expect(await runner.runOnce(sunday)).toEqual({ acted: 3, ran: 0, failed: 1 })
  expect(await countEffects(services.db)).toEqual({ effects: 3, facts: 3 })
  // Held back for a while, then tried again.
  expect(await runner.runOnce(after(1_000))).toEqual({ acted: 0, ran: 0, failed: 0 })
  expect(await runner.runOnce(after(minute))).toEqual({ acted: 0, ran: 0, failed: 1 })
  expect(await runnerOf({ sources: [dueFacts] }).runOnce(after(minute))).toMatchObject({ acted: 1, failed: 0 })
  expect(log.text).toContain(bad)
})

test('due work: onFailure is told, in a unit of work of its own', async () => {
  const [bad = ''] = await addFacts(services.db, sunday, 1)
  const told: unknown[] = []
  const source: DueSource<{ id: string }> = {
    ...failingFor(bad),
    onFailure: async (em, item, error) => {
      told.push([item.id, String(error), (await em.query<unknown[]>('SELECT 1')).length])
    },
  }
  await runnerOf({ sources: [source] }).runOnce(sunday)
  expect(told).toEqual([[bad, 'Error: this one cannot be', 1]])
})

test('due work: a source that cannot be read keeps no other back, and pauses longer each time', async () => {
  await addFacts(services.db, sunday, 1)
  const broken: DueSource = {
    ...dueFacts,
    name: 'broken',
    act: () => Promise.resolve(),
    findDue: (_, now) => (now > sunday ? Promise.reject(new Error('no such thing')) : Promise.resolve([{ id: 'x' }])),
    keyOf: () => 'x',
  }
  const runner = runnerOf({ sources: [broken, dueFacts] })
  expect(await runner.runOnce(after(1))).toEqual({ acted: 1, ran: 0, failed: 1 })
})

test('stop: the row under way is finished, no other is begun, and the lease is free at once', async () => {
  await addFacts(services.db, sunday, 5)
  const stops: Promise<void>[] = []
  const runner: JobRunner = runnerOf({ sources: [dueFacts] }, { acted: () => void stops.push(runner.stop()) })
  expect((await runner.runOnce(sunday)).acted).toBe(1)
  await Promise.all(stops)
  expect(await countEffects(services.db)).toEqual({ effects: 1, facts: 1 })
  expect(await leaseOf(dueFacts.name)).toMatchObject({ ownerId: null, leasedUntil: null })
  expect((await runnerOf({ sources: [dueFacts] }).runOnce(sunday)).acted).toBe(4)
})

test('start: a runner of its own clock finds what is due without being told, and stops', async () => {
  await addFacts(services.db, sunday, 2)
  let done = 0
  let bothDone = () => {}
  const isDone = new Promise<void>((resolve) => (bothDone = resolve))
  const runner = runnerOf({ sources: [dueFacts] }, { committed: () => void (++done === 2 && bothDone()) })
  runner.start()
  try {
    await isDone
  } finally {
    await runner.stop()
  }
  expect(await countEffects(services.db)).toEqual({ effects: 2, facts: 2 })
})

describe('recurring jobs', () => {
  const runs: (Date | null)[] = []
  const hourly: RecurringJob = {
    name: 'hourly',
    everyMs: 60 * minute,
    run: (_, { lastAt }) => Promise.resolve(runs.push(lastAt)),
  }
  beforeEach(() => runs.splice(0))

  test('run at once, and again after their time, whoever ran them last', async () => {
    expect((await runnerOf({ recurring: [hourly] }).runOnce(sunday)).ran).toBe(1)
    expect((await runnerOf({ recurring: [hourly] }).runOnce(after(50 * minute))).ran).toBe(0)
    expect((await runnerOf({ recurring: [hourly] }).runOnce(after(70 * minute))).ran).toBe(1)
    expect(runs).toEqual([null, sunday])
  })

  test('two runners at once run it once', async () => {
    const runners = Array.from({ length: 4 }, () => runnerOf({ recurring: [hourly] }))
    const passes = await Promise.all(runners.map((runner) => runner.runOnce(sunday)))
    expect(passes.reduce((sum, { ran }) => sum + ran, 0)).toBe(1)
  })

  test('one that fails pauses longer each time, is logged by name, and counts as never run', async () => {
    const failing: RecurringJob = { ...hourly, run: () => Promise.reject(new Error('disk is full')) }
    const runner = runnerOf({ recurring: [failing, hourly] })
    expect(await runner.runOnce(sunday)).toEqual({ acted: 0, ran: 0, failed: 1 })
    const first = await leaseOf('hourly')
    expect(first).toMatchObject({ failures: 1, lastAt: null, ownerId: null })
    expect(await runner.runOnce(after(minute))).toMatchObject({ failed: 1 })
    const second = await leaseOf('hourly')
    expect(second?.failures).toBe(2)
    expect(log.text).toContain('disk is full')
    expect((await runnerOf({ recurring: [hourly] }).runOnce(after(2 * minute))).ran).toBe(1)
    expect(await leaseOf('hourly')).toMatchObject({ failures: 0, lastAt: after(2 * minute) })
  })

  test('one that is stopped half-way is due again at once', async () => {
    const runner: JobRunner = runnerOf({
      recurring: [
        {
          ...hourly,
          run: (_, { signal }) =>
            new Promise((resolve) => {
              signal.addEventListener('abort', resolve)
              void runner.stop()
            }),
        },
      ],
    })
    await runner.runOnce(sunday)
    expect(await leaseOf('hourly')).toMatchObject({ lastAt: null, ownerId: null, dueAt: sunday })
  })

  test('while one is held, a second runner leaves it alone; when the holder is silent too long, it takes over', async () => {
    const holding: RecurringJob = {
      ...hourly,
      run: async () => {
        expect((await runnerOf({ recurring: [hourly] }).runOnce(after(leaseMs - 1))).ran).toBe(0)
        expect((await runnerOf({ recurring: [hourly] }).runOnce(after(leaseMs))).ran).toBe(1)
      },
    }
    await runnerOf({ recurring: [holding] }).runOnce(sunday)
    // The one that was taken over does not speak for the job any more.
    expect((await leaseOf('hourly'))?.lastAt).toEqual(after(leaseMs))
  })
})
