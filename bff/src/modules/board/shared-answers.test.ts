import { writeOutbox } from '../../outbox/write-outbox'
import { openTestServices } from '../../../test/server'
import type { Services } from '../../context'
import { newestFact } from './board.queries'
import { SharedAnswers, type Computed } from './shared-answers'

let services: Services
beforeAll(async () => {
  services = await openTestServices()
})
afterAll(() => services.db.close())

/** A clock that tests move. */
function setUp() {
  let [now, runs, newest] = [0, 0, 'a']
  const answers = new SharedAnswers({
    newestFact: () => Promise.resolve(newest),
    maxAgeSeconds: 2,
    ms: () => now,
  })
  const compute = async (): Promise<Computed> => {
    runs += 1
    await new Promise((resolve) => setImmediate(resolve))
    return { body: `{"run":${runs}}`, content: 'same', type: 'application/json' }
  }
  return {
    answers,
    compute,
    get: () => answers.get('k', compute),
    runs: () => runs,
    later: (ms: number) => (now += ms),
    elsewhere: (id: string) => (newest = id),
  }
}
let facts = Date.parse('2026-11-22T09:00:00+08:00')
const fact = () => services.db.unitOfWork((em) => writeOutbox(em, 'test.happened', {}, new Date((facts += 1))))

test('ten thousand who ask at once share one answer', async () => {
  const { get, runs } = setUp()
  const all = await Promise.all(Array.from({ length: 10_000 }, get))
  expect(runs()).toBe(1)
  expect(new Set(all).size).toBe(1)
})

test('nothing happened: nothing is worked out again, until half a minute is over', async () => {
  const { get, runs, later } = setUp()
  for (let each = 0; each < 29; each++) {
    await get()
    later(1_000)
  }
  expect(runs()).toBe(1)
  later(2_000)
  await get()
  expect(runs()).toBe(2)
})

test('a fact of this process shows at once, one of another within a second', async () => {
  const { get, runs, later, elsewhere } = setUp()
  await get()
  await fact()
  later(1)
  await get()
  expect(runs()).toBe(2)
  elsewhere('b')
  later(500)
  await get()
  expect(runs()).toBe(2)
  later(600)
  await get()
  expect(runs()).toBe(3)
})

test('facts that come faster than they can be worked out cost a fifth of the time, no more', async () => {
  const { answers, runs, later } = setUp()
  let worked = 0
  const slow = (): Promise<Computed> => {
    worked += 1
    later(100)
    return Promise.resolve({ body: '{}', content: String(worked), type: 'application/json' })
  }
  for (let each = 0; each < 1_000; each++) {
    await fact()
    await answers.get('slow', slow)
    later(10)
  }
  expect(runs()).toBe(0)
  // 500 ms were saved; then each 100 ms of work are earned in 500.
  expect(worked).toBeGreaterThan(10)
  expect(worked).toBeLessThan(60)
})

test('what fails is not kept, and the next one tries again', async () => {
  const { answers, compute } = setUp()
  await expect(answers.get('k', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
  expect((await answers.get('k', compute)).body.toString()).toBe('{"run":1}')
})

test('the newest fact is that of the outbox, and answers are bounded in number', async () => {
  const before = await newestFact(services.db.reader)
  await fact()
  expect((await newestFact(services.db.reader)) > before).toBe(true)
  const { answers, compute } = setUp()
  for (let key = 0; key < 1_200; key++) await answers.get(`k${key}`, compute)
  expect(answers.size).toBe(500)
})
