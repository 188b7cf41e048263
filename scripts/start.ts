import path from 'node:path'
import { readEnv } from '../bff/src/env'
import { ensureBuilt, h5Build, outputOf, serverBuild, type Build } from './lib/builds'
import { isPortFree } from './lib/ports'
import { onStopSignal, startProcess, stopAllProcesses } from './lib/processes'
import { progressLine } from './lib/progress'

let isServing = false

/** Of `npm start`; the first, installing the packages, is over when this runs. */
const stepCount = 4

async function build(step: number, what: Build): Promise<void> {
  const line = progressLine(`${step}/${stepCount} ${what.title}:`)
  line.tell('building …')
  const begun = Date.now()
  const isBuilt = await ensureBuilt(what, (percent) => line.tell(`building … ${percent} %`))
  line.end(isBuilt ? `built in ${((Date.now() - begun) / 1000).toFixed(1)} s` : 'up to date')
}

/** Builds what changed, and runs the demo server until it is stopped. */
async function main(): Promise<void> {
  const env = readEnv({ ...process.env, XINBAN_DEMO: '1' })
  if (env.port !== 0 && !(await isPortFree(env.port, env.host))) {
    throw new Error(`port ${env.port} is taken; choose another one, for example PORT=${env.port + 1} npm start`)
  }
  await build(2, h5Build)
  await build(3, serverBuild)
  process.stdout.write(`4/${stepCount} starting …\n`)
  const server = startProcess(
    process.execPath,
    ['--enable-source-maps', path.join(outputOf(serverBuild), 'main-demo.js')],
    { stdio: 'inherit', env: { ...process.env, XINBAN_H5_DIR: process.env.XINBAN_H5_DIR ?? outputOf(h5Build) } },
  )
  isServing = true
  server.once('exit', (code) => process.exit(code ?? 1))
}

onStopSignal(async () => {
  // A build ends with this process; a server is asked, and decides the exit code.
  if (!isServing) process.exit(130)
  await stopAllProcesses()
})

main().catch((error: unknown) => {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
