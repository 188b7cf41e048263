import { monitorEventLoopDelay } from 'node:perf_hooks'
import { startChild, type Child } from '../../test/child'
import { counter, countMany, countOne } from '../../test/counting'
import { countRows, workerDatabase } from '../../test/database'
import { openTestServices, testKeys } from '../../test/server'
import type { Services } from '../context'
import { Meta } from './meta.entity'
import { insertRow } from './rows'

let services: Services
let child: Child
beforeEach(async () => {
  const url = await workerDatabase()
  services = await openTestServices({ DATABASE_URL: url })
  await services.db.unitOfWork((em) => insertRow(em, Meta, { name: counter, value: '0' }))
  child = await startChild('writer-process.ts', { DATABASE_URL: url, ...testKeys })
})
afterEach(async () => {
  await child.end()
  await services.db.close()
})

const counted = async () => {
  const [row] = await services.db.reader.query<{ value: string }[]>('SELECT value FROM meta WHERE name = ?', [counter])
  return Number(row?.value)
}

test('second process: units of both sides all succeed, and every row of both is there', async () => {
  const times = 150
  await Promise.all([
    child.ask(`count ${times}`),
    countMany(services.db, 'parent-a', times),
    countMany(services.db, 'parent-b', times),
  ])
  expect(await counted()).toBe(3 * times)
  expect(await countRows(services.db, 'meta', "name LIKE 'child-%'")).toBe(times)
  expect(await countRows(services.db, 'meta', "name LIKE 'parent-%'")).toBe(2 * times)
})

test('second process: while it holds a unit open, reads go on, the event loop turns, and our unit waits its turn', async () => {
  await child.ask('hold')
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  let isOurTurnOver = false
  const ours = services.db.unitOfWork((em) => countOne(em, 'ours')).then(() => (isOurTurnOver = true))
  for (let reads = 0; reads < 100; reads++) {
    expect(await counted()).toBe(0)
    await new Promise((resolve) => setImmediate(resolve))
  }
  delay.disable()
  expect(isOurTurnOver).toBe(false)
  // Far above the 50 ms that one try may block for, far below the seconds that a plain busy time-out would.
  expect(delay.max / 1e6).toBeLessThan(500)
  await child.ask('release')
  await ours
  expect(await counted()).toBe(2)
})
