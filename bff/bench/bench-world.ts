import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { ChildProcess } from 'node:child_process'
import { createConnection } from 'mysql2/promise'
import { ensureBuilt, root, serverBuild } from '../../scripts/lib/builds'
import { waitUntilReady } from '../../scripts/lib/demo-server'
import { startMariadb } from '../../scripts/lib/mariadb'
import { findFreePort } from '../../scripts/lib/ports'
import { startProcess, stopProcess } from '../../scripts/lib/processes'
import { progressLine } from '../../scripts/lib/progress'
import { seedOrders, type Seed } from './seed'

/** Orders of the one community, most of them over. */
export const orders = Number(process.env.BENCH_ORDERS ?? 200_000)

export interface BenchServer {
  readonly name: 'floor' | 'xinban'
  readonly process: ChildProcess
  readonly url: string
}

export interface BenchWorld {
  readonly databaseUrl: string
  readonly seed: Seed
  /** @param nodeArgs of its own process */
  readonly startXinban: (nodeArgs?: string[], env?: NodeJS.ProcessEnv) => Promise<BenchServer>
  readonly startFloor: () => Promise<BenchServer>
}

/** Runs a benchmark on a private MariaDB with many orders; ends what it started and removes what it wrote. */
export async function inBenchWorld(run: (world: BenchWorld) => Promise<void>, count = orders): Promise<void> {
  await ensureBuilt(serverBuild)
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'xinban-bench-'))
  const mariadb = await startMariadb()
  const started: ChildProcess[] = []
  try {
    const connection = await createConnection(mariadb.url)
    await connection.query('CREATE DATABASE bench CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci')
    await connection.end()
    const databaseUrl = `${mariadb.url}/bench`
    const env = {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      XINBAN_DATA_DIR: directory,
      XINBAN_DATA_KEY: `bench:${randomBytes(32).toString('base64')}`,
      XINBAN_LOOKUP_KEY: randomBytes(32).toString('base64'),
      LOG_LEVEL: 'warn',
    }
    const line = progressLine('seeding')
    const seed = await seedOrders(env, count, (done) => line.tell(`${done} of ${count} orders`))
    line.end(`${count} orders`)
    const start = (name: BenchServer['name'], args: string[], more: NodeJS.ProcessEnv = {}) =>
      startServer(name, args, { ...env, ...more }, started)
    await run({
      databaseUrl,
      seed,
      startXinban: (nodeArgs = [], more = {}) =>
        start('xinban', [...nodeArgs, path.join(root, 'bff/dist/main.js')], more),
      startFloor: () =>
        start('floor', ['--import', 'tsx', path.join(root, 'bff/bench/floor-server.ts')], {
          BENCH_COMMUNITY: seed.communityCode,
          BENCH_OWNER: seed.residentId,
        }),
    })
  } finally {
    for (const child of started) await stopProcess(child)
    await mariadb.stop()
    fs.rmSync(directory, { recursive: true, force: true })
  }
}

async function startServer(
  name: BenchServer['name'],
  args: string[],
  env: NodeJS.ProcessEnv,
  started: ChildProcess[],
): Promise<BenchServer> {
  const port = await findFreePort()
  const child = startProcess(process.execPath, args, {
    cwd: root,
    env: { ...env, PORT: String(port) },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  started.push(child)
  const url = `http://127.0.0.1:${port}`
  if (!(await waitUntilReady(child, url + (name === 'floor' ? '/api/v1/orders' : '/readyz')))) {
    throw new Error(`${name} did not start`)
  }
  return { name, process: child, url }
}
