import { createInterface } from 'node:readline'
import { readEnv } from '../src/env'
import type { JobHooks } from '../src/jobs/job'
import { JobRunner } from '../src/jobs/runner'
import { createLogger } from '../src/logger'
import { clockSource } from '../src/modules/orders'
import { openServices } from '../src/start-server'
import { dueFacts } from './due-facts'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Says where it is and stays there until the process is killed. */
const stayAt = (point: string, skip: number) => {
  let passed = 0
  return async () => {
    if (passed++ < skip) return
    say(`at ${point}`)
    await new Promise(() => undefined)
  }
}

/** Hooks that stop for ever at one point, after passing it `skip` times. */
const hooksOf = (point: string, skip: number): JobHooks => ({ [point]: stayAt(point, skip) })

/**
 * A second runner on the database of a test. Reads one command a line: `run TIME POINT SKIP` runs what is due then and
 * stays at a point of the runner, `run TIME` answers when it is through, `end` closes.
 */
async function main(): Promise<void> {
  const services = await openServices(readEnv())
  const lines = createInterface({ input: process.stdin })
  say('ready')
  for await (const line of lines) {
    const [word = '', time = '', point = '', skip = '0'] = line.split(' ')
    if (word === 'end') break
    const hooks = point === '' ? {} : hooksOf(point, Number(skip))
    const runner = new JobRunner(
      services,
      { sources: [dueFacts, clockSource], recurring: [] },
      { logger: createLogger('silent'), hooks },
    )
    const { acted } = await runner.runOnce(new Date(time))
    say(`acted ${acted}`)
  }
  await services.db.close()
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
})
