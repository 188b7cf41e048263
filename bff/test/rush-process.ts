import { createInterface } from 'node:readline'
import { readEnv } from '../src/env'
import { openServices } from '../src/start-server'
import { serve } from './server'

/**
 * A second server on the database of a test, with the tests' clock. `url` asks where it listens, `end` stops it; more
 * often it is killed.
 */
async function main(): Promise<void> {
  const server = await serve(await openServices(readEnv()))
  process.stdout.write('ready\n')
  for await (const line of createInterface({ input: process.stdin })) {
    if (line === 'end') break
    process.stdout.write(`${server.url}\n`)
  }
  await server.close()
  process.exit(0)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
})
