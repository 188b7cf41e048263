import { sunday } from '../../test/clock'
import { countRows, empty } from '../../test/database'
import { LogCapture } from '../../test/log'
import { openTestServices } from '../../test/server'
import type { Services } from '../context'
import { Meta } from '../db/meta.entity'
import { insertRow } from '../db/rows'
import { newId } from '../db/ids'
import { JobRunner } from '../jobs/runner'
import { outboxDispatcher, sweepOutbox, type OutboxMessage } from './dispatcher'
import { listDead, revive } from './outbox.queries'
import { writeOutbox } from './write-outbox'

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
const day = 24 * 60 * minute
const after = (ms: number) => new Date(sunday.getTime() + ms)
const write = (n: number, orderId?: string) =>
  services.db.unitOfWork((em) => writeOutbox(em, 'test.said', { n, ...(orderId && { orderId }) }, after(n)))

/** A handler that writes down what it was handed, and fails for some. */
function listener(fails: (n: number) => boolean = () => false) {
  const handle = async (em: Parameters<typeof insertRow>[0], { id, payload }: OutboxMessage) => {
    await insertRow(em, Meta, { name: `heard-${id.slice(-12)}`, value: String(payload.n) })
    if (fails(Number(payload.n))) throw new Error('手机 13800138000 没人接')
  }
  const source = outboxDispatcher([{ name: 'listener', topics: ['test.said'], handle }])
  return new JobRunner(services, { sources: [source], recurring: [] }, { logger: log.logger })
}
const heard = async () => {
  const rows = await services.db.reader.query<{ value: string }[]>("SELECT value FROM meta WHERE name LIKE 'heard-%'")
  return rows.map(({ value }) => Number(value)).sort()
}
const pending = () => countRows(services.db, 'outbox', 'dispatched_at IS NULL AND dead_at IS NULL')

test('outbox: every message reaches its handlers once; one that none wants is done at once', async () => {
  await write(1)
  await write(2)
  await services.db.unitOfWork((em) => writeOutbox(em, 'test.unheard', {}, sunday))
  expect(await listener().runOnce(sunday)).toMatchObject({ acted: 3, failed: 0 })
  expect(await listener().runOnce(sunday)).toMatchObject({ acted: 0 })
  expect(await heard()).toEqual([1, 2])
  expect(await pending()).toBe(0)
})

test('outbox: a failure leaves no effect, holds back what follows about the same order, and nothing else', async () => {
  const [one, other] = [newId(sunday), newId(sunday)]
  for (const n of [1, 2]) await write(n, one)
  await write(3, other)
  await write(4)
  let isBroken = true
  const runner = listener((n) => n === 1 && isBroken)
  expect((await runner.runOnce(sunday)).failed).toBe(1)
  expect(await heard()).toEqual([3, 4])
  expect(await pending()).toBe(2)
  isBroken = false
  // Neither it nor its follower is due before the pause is over.
  expect(await runner.runOnce(after(1_000))).toMatchObject({ acted: 0, failed: 0 })
  expect((await runner.runOnce(after(minute))).acted).toBe(2)
  expect(await heard()).toEqual([1, 2, 3, 4])
})

test('outbox: after many attempts with longer and longer pauses it is a dead letter, until it is revived', async () => {
  const orderId = newId(sunday)
  await write(1, orderId)
  await write(2, orderId)
  const runner = listener((n) => n === 1)
  let at = sunday
  let attempts = 0
  while ((await listDead(services.db.reader, undefined, 1)).length === 0) {
    attempts += (await runner.runOnce(at)).failed
    at = new Date(at.getTime() + 20 * minute)
  }
  expect(attempts).toBe(10)
  await runner.runOnce(at)
  // What follows need not wait any longer.
  expect(await heard()).toEqual([2])
  const [dead] = await listDead(services.db.reader, undefined, 10)
  expect(dead).toMatchObject({ attempts: 10, error: 'Error', payload: { n: 1 } })
  const { db } = services
  expect(await db.unitOfWork((em) => revive(em, dead?.id ?? ''))).toBe(true)
  expect(await db.unitOfWork((em) => revive(em, dead?.id ?? ''))).toBe(false)
  expect(await listener().runOnce(at)).toMatchObject({ acted: 1, failed: 0 })
  expect(await heard()).toEqual([1, 2])
})

test('outbox: what a failing handler said stays out of the table', async () => {
  await write(1)
  await listener(() => true).runOnce(sunday)
  expect(JSON.stringify(await services.db.reader.query('SELECT * FROM outbox'))).not.toContain('13800138000')
})

test('outbox: the sweep deletes what was handed over a month ago, and neither pending nor dead letters', async () => {
  await write(1)
  await write(2)
  await listener((n) => n === 2).runOnce(sunday)
  const ctx = (now: Date) => ({ services, now })
  const { signal } = new AbortController()
  await sweepOutbox.run(ctx(after(29 * day)), { lastAt: null, signal })
  expect(await countRows(services.db, 'outbox')).toBe(2)
  await sweepOutbox.run(ctx(after(31 * day)), { lastAt: null, signal })
  expect(await countRows(services.db, 'outbox')).toBe(1)
  expect(await pending()).toBe(1)
})

test('outbox: looking for what is due reads what is pending, not what was handed over', async () => {
  await services.db.unitOfWork(async () => {
    for (let n = 0; n < 300; n++) await write(n)
  })
  await listener().runOnce(sunday)
  await write(1_000)
  const { reader, dialect } = services.db
  const sql = `SELECT id FROM outbox WHERE dead_at IS NULL AND dispatched_at IS NULL
    AND (retry_at IS NULL OR retry_at <= '2027-01-01') ORDER BY id LIMIT 100`
  const plan = JSON.stringify(await reader.query(dialect === 'sqlite' ? `EXPLAIN QUERY PLAN ${sql}` : `EXPLAIN ${sql}`))
  expect(plan).toContain('ix_outbox_due')
  expect(plan).not.toMatch(/SCAN|TEMP B-TREE|filesort/)
})
