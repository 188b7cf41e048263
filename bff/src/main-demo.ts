import { readEnv } from './env'
import { demoAccounts } from './demo/demo-accounts'
import { loadDemo } from './demo/load-demo'
import { movableClock } from './demo/movable-clock'
import { createLogger } from './logger'
import { openServices, startServer } from './start-server'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** The server of `npm start`: the embedded database with demo data, sign-in without a password. */
async function main(): Promise<void> {
  const env = readEnv({ ...process.env, XINBAN_DEMO: '1' })
  const services = await openServices(env)
  const isNew = await loadDemo(services, new Date(), (words) => say(`  demo data: ${words} …`))
  const running = await startServer(services, createLogger(process.env.LOG_LEVEL ?? 'warn'), movableClock(process))
  const data = env.database.kind === 'sqlite' ? env.database.file : ''
  say('')
  say(`心办 Xinban is running (demo data 演示数据, ${isNew ? 'new' : 'kept'} in ${data})`)
  say('')
  say(`  mini program (H5)   ${running.url}/`)
  say(`  API description     ${running.url}/api/v1/openapi.json`)
  say('')
  say('  Sign in as (no password):')
  for (const { account, words } of demoAccounts) say(`    ${account.padEnd(24)} ${words}`)
  say('')
  say('  Ctrl-C stops it.')
  const stop = () => {
    say('\nstopping …')
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

main().catch((error: unknown) => {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
