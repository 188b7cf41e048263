import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { createApp } from '../src/app'
import { readEnv } from '../src/env'
import { createLogger } from '../src/logger'
import { openServices } from '../src/start-server'
import { sunday } from './clock'

/**
 * A second server on the database of a test, on the tests' Sunday. `url` asks where it listens, `end` stops it; more
 * often it is killed.
 */
async function main(): Promise<void> {
  const services = await openServices(readEnv())
  const handle = createApp(services, { logger: createLogger('silent'), clock: () => sunday }).callback()
  const server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  process.stdout.write('ready\n')
  for await (const line of createInterface({ input: process.stdin })) {
    if (line === 'end') break
    process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
  }
  process.exit(0)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
})
