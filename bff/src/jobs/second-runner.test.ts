import { startChild, type Child } from '../../test/child'
import { sunday } from '../../test/clock'
import { workerDatabase, newDir } from '../../test/database'
import { addFacts, countEffects, dueFacts } from '../../test/due-facts'
import { LogCapture } from '../../test/log'
import { openTestServices, testKeys } from '../../test/server'
import type { Services } from '../context'
import { leaseMs } from './lease'
import { JobRunner } from './runner'

let services: Services
let child: Child
let isAlive: boolean
beforeEach(async () => {
  const settings = { DATABASE_URL: await workerDatabase(), XINBAN_DATA_DIR: newDir() }
  services = await openTestServices(settings)
  child = await startChild('jobs-process.ts', { ...settings, ...testKeys })
  isAlive = true
})
afterEach(async () => {
  if (isAlive) await child.end()
  await services.db.close()
})

const runnerHere = () =>
  new JobRunner(services, { sources: [dueFacts], recurring: [] }, { logger: new LogCapture().logger })
const after = (ms: number) => new Date(sunday.getTime() + ms)
const kill = async () => {
  await child.kill()
  isAlive = false
}

test.each([
  // What was committed before the end stays; the rest is as if it had never been begun.
  ['claimed', 0, 0],
  ['acted', 0, 0],
  ['acted', 2, 2],
  ['committed', 0, 1],
  ['committed', 2, 3],
])(
  'a runner killed at %s, after passing it %i times: another one takes over, and each fact has one effect',
  async (point, skip, done) => {
    await addFacts(services.db, sunday, 5)
    expect(await child.ask(`run ${sunday.toISOString()} ${point} ${skip}`)).toBe(`at ${point}`)
    await kill()
    expect(await countEffects(services.db)).toEqual({ effects: done, facts: done })

    // Before the lease lapses nobody knows that its holder is dead.
    expect(await runnerHere().runOnce(after(leaseMs - 1))).toMatchObject({ acted: 0, failed: 0 })
    expect(await runnerHere().runOnce(after(leaseMs))).toMatchObject({ acted: 5 - done, failed: 0 })
    expect(await countEffects(services.db)).toEqual({ effects: 5, facts: 5 })
    expect(await runnerHere().isIdle(after(leaseMs))).toBe(true)
  },
)

test('a runner that was taken for dead and goes on after all doubles nothing', async () => {
  await addFacts(services.db, sunday, 20)
  const begun: Promise<string>[] = []
  const slow = new JobRunner(
    services,
    { sources: [dueFacts], recurring: [] },
    {
      logger: new LogCapture().logger,
      // It has read its rows, and sleeps past its lease: the other process does all of them meanwhile.
      hooks: { claimed: async () => void (await (begun[0] ??= child.ask(`run ${after(leaseMs).toISOString()}`))) },
    },
  )
  await slow.runOnce(sunday)
  expect(await begun[0]).toBe('acted 20')
  expect(await countEffects(services.db)).toEqual({ effects: 20, facts: 20 })
})

test('two processes and two runners in one of them at once: effects equal facts', async () => {
  await addFacts(services.db, sunday, 120)
  const [one, two] = [runnerHere(), runnerHere()]
  const at = sunday.toISOString()
  let acted = 0
  for (let round = 0; round < 10; round++) {
    const passes = Promise.all([one.runOnce(sunday), two.runOnce(sunday)])
    acted += Number((await child.ask(`run ${at}`)).split(' ')[1])
    for (const pass of await passes) acted += pass.acted
    await addFacts(services.db, sunday, 5)
  }
  acted += (await one.runOnce(sunday)).acted
  expect(acted).toBe(170)
  expect(await countEffects(services.db)).toEqual({ effects: 170, facts: 170 })
})
