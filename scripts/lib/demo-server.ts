import type { ChildProcess } from 'node:child_process'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { h5Build, outputOf, serverBuild } from './builds'
import { findFreePort } from './ports'
import { startProcess, stopProcess } from './processes'
import { makeTemporaryDirectory } from './temporary'

export interface DemoServer {
  readonly url: string
  /** What it has said so far. */
  output(): string
  /** Ends it and removes its data. */
  stop(): Promise<void>
}

/** Milliseconds it gets to load its demo data and answer. */
const patience = 120_000

/**
 * Runs the built demo server on a free port with data of its own. Throws an Error with its words when it does not
 * become ready.
 * @param env without what would change it: addresses, keys, ports
 */
export async function startDemoServer(env: NodeJS.ProcessEnv): Promise<DemoServer> {
  const data = makeTemporaryDirectory('demo')
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  let output = ''
  const server = startProcess(
    process.execPath,
    ['--enable-source-maps', path.join(outputOf(serverBuild), 'main-demo.js')],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...env, PORT: String(port), XINBAN_DATA_DIR: data.path, XINBAN_H5_DIR: outputOf(h5Build) },
    },
  )
  const take = (chunk: Buffer) => {
    output += chunk.toString()
  }
  server.stdout?.on('data', take)
  server.stderr?.on('data', take)
  const stop = async () => {
    await stopProcess(server)
    data.remove()
  }
  if (!(await waitUntilReady(server, `${url}/readyz`))) {
    await stop()
    throw new Error(`the demo server did not become ready:\n${output}`)
  }
  return { url, output: () => output, stop }
}

/** Asks a server again and again until it answers well. @returns false when it ended or took too long */
export async function waitUntilReady(server: ChildProcess, address: string): Promise<boolean> {
  const deadline = Date.now() + patience
  while (!(await isReady(address))) {
    if (server.exitCode !== null || Date.now() > deadline) return false
    await wait(100)
  }
  return true
}

async function isReady(address: string): Promise<boolean> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(2_000) })
    return answer.ok
  } catch {
    return false
  }
}
