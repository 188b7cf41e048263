import { readEnv } from './env'
import { createLogger } from './logger'
import { openServices, startServer } from './start-server'

/** The server of an ordinary installation: everything comes from the environment. */
async function main(): Promise<void> {
  const env = readEnv()
  const logger = createLogger(env.logLevel)
  const running = await startServer(await openServices(env), logger)
  logger.info({ url: running.url }, 'listening')
  const stop = () => {
    running.stop().then(
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
