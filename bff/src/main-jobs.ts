import { readEnv } from './env'
import { allJobs } from './jobs/all-jobs'
import { JobRunner } from './jobs/runner'
import { createLogger } from './logger'
import { openServices } from './start-server'

/** The jobs alone, beside any number of servers on the same database; with `XINBAN_JOBS=0` these leave them to it. */
async function main(): Promise<void> {
  const env = readEnv()
  const logger = createLogger(env.logLevel)
  const services = await openServices(env)
  const runner = new JobRunner(services, allJobs(), { logger })
  runner.start()
  logger.info('running jobs')
  const stop = () => {
    runner
      .stop()
      .then(() => services.db.close())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      )
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
