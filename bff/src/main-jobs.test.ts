import { startChild } from '../test/child'
import { newDatabase, newDir } from '../test/database'
import { openTestServices, testKeys } from '../test/server'
import { readLeases } from './jobs/lease'

test('main-jobs: runs the jobs of a database in a process of its own, and ends when it is asked', async () => {
  const settings = { DATABASE_URL: await newDatabase(), XINBAN_DATA_DIR: newDir() }
  const services = await openTestServices(settings)
  const child = await startChild('../src/main-jobs.ts', { ...settings, ...testKeys })
  const hasSwept = async () => (await readLeases(services.db)).get('sweep-files')?.lastAt
  while (!(await hasSwept())) await new Promise((resolve) => setImmediate(resolve))
  expect(await child.terminate()).toBe(0)
  const leases = [...(await readLeases(services.db)).values()]
  expect(leases.filter(({ ownerId }) => ownerId !== null)).toEqual([])
  await services.db.close()
})
