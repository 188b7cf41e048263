import net, { type AddressInfo } from 'node:net'
import { BoardStream } from '../test/board'
import { TestClock } from '../test/clock'
import { newDatabase } from '../test/database'
import { LogCapture } from '../test/log'
import { openTestServices } from '../test/server'
import { makeWorld } from '../test/world'
import { readLeases } from './jobs/lease'
import { startServer } from './start-server'

test('server: listens, answers, and ends with its database closed', async () => {
  const services = await openTestServices({ DATABASE_URL: await newDatabase(), PORT: '0' })
  const running = await startServer(services, new LogCapture().logger)
  expect(running.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect((await fetch(`${running.url}/healthz`)).status).toBe(200)
  await running.stop()
  await expect(fetch(`${running.url}/healthz`)).rejects.toThrow()
  await expect(services.db.reader.query('SELECT 1')).rejects.toThrow()
})

test('server: a live board that somebody watches does not keep it from stopping', async () => {
  const services = await openTestServices({ DATABASE_URL: await newDatabase(), PORT: '0' })
  const running = await startServer(services, new LogCapture().logger)
  const { community } = await makeWorld(services, new TestClock(), running.url)
  const stream = await BoardStream.open(running.url, community)
  expect((await stream.next())?.board.org.code).toBe(community)
  await running.stop()
  expect(await stream.next()).toBeUndefined()
})

test('server: a port that is taken is said in words', async () => {
  const rival = net.createServer()
  await new Promise<void>((resolve) => rival.listen(0, '127.0.0.1', resolve))
  const { port } = rival.address() as AddressInfo
  const services = await openTestServices({ DATABASE_URL: await newDatabase(), PORT: String(port) })
  await expect(startServer(services, new LogCapture().logger)).rejects.toThrow(`port ${port} is taken`)
  await services.db.close()
  await new Promise((resolve) => rival.close(resolve))
})

test.each([
  ['1', true],
  ['0', false],
])('server: with XINBAN_JOBS=%s it runs the jobs: %s', async (setting, isRunning) => {
  const services = await openTestServices({ DATABASE_URL: await newDatabase(), PORT: '0', XINBAN_JOBS: setting })
  const running = await startServer(services, new LogCapture().logger)
  const lastOf = async (name: string) => (await readLeases(services.db)).get(name)?.lastAt
  if (isRunning) {
    while (!(await lastOf('sweep-files'))) await new Promise((resolve) => setImmediate(resolve))
  } else {
    expect((await fetch(`${running.url}/healthz`)).status).toBe(200)
    expect((await readLeases(services.db)).size).toBe(0)
  }
  await running.stop()
})
