import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp } from '../src/app'
import type { Ctx, Services } from '../src/context'
import { readEnv } from '../src/env'
import { keepAliveMs, openServices } from '../src/start-server'
import { ApiClient } from './client'
import { TestClock } from './clock'
import { empty, newDir, workerDatabase } from './database'
import { LogCapture } from './log'
import { makeWorld, type World } from './world'

/** Keys of tests; 32 bytes each, and not the same. */
export const testKeys = {
  XINBAN_DATA_KEY: `test:${Buffer.alloc(32, 7).toString('base64')}`,
  XINBAN_LOOKUP_KEY: Buffer.alloc(32, 9).toString('base64'),
}

/** What commands need, over a migrated and empty database of this worker. */
export async function openTestServices(settings: NodeJS.ProcessEnv = {}): Promise<Services> {
  const services = await openServices(
    readEnv({
      DATABASE_URL: await workerDatabase(),
      XINBAN_DATA_DIR: newDir(),
      XINBAN_SIGN_INS_PER_MINUTE: '100000',
      ...testKeys,
      ...settings,
    }),
  )
  await empty(services.db)
  return services
}

export interface TestServer {
  readonly services: Services
  readonly clock: TestClock
  readonly log: LogCapture
  readonly url: string
  /** A caller who is not signed in. */
  readonly anyone: ApiClient
  /** Two districts of its own, so that tests of one file do not meet. */
  world(): Promise<World>
  ctx(actor: Ctx['actor']): Ctx
  /** Stops the HTTP side alone, for a second server over the same services. */
  stopListening(): Promise<void>
  close(): Promise<void>
}

/** Listens on a free port with the app as it is, but for the clock and the log. */
export async function openTestServer(settings: NodeJS.ProcessEnv = {}): Promise<TestServer> {
  return serve(await openTestServices(settings))
}

export async function serve(services: Services): Promise<TestServer> {
  const clock = new TestClock()
  const log = new LogCapture()
  const handle = createApp(services, { logger: log.logger, clock: clock.now }).callback()
  const server = createServer({ keepAliveTimeout: keepAliveMs }, (request, response) => void handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stopListening = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    services,
    clock,
    log,
    url,
    anyone: new ApiClient(url),
    world: () => makeWorld(services, clock, url),
    ctx: (actor) => ({ services, actor, now: clock.now(), requestId: 'test' }),
    stopListening,
    async close() {
      await stopListening()
      await services.db.close()
    },
  }
}
