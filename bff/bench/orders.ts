import { randomBytes, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { ChildProcess } from 'node:child_process'
import type { Request } from 'autocannon'
import { createConnection } from 'mysql2/promise'
import { root } from '../../scripts/lib/builds'
import { waitUntilReady } from '../../scripts/lib/demo-server'
import { startMariadb } from '../../scripts/lib/mariadb'
import { findFreePort } from '../../scripts/lib/ports'
import { startProcess, stopProcess } from '../../scripts/lib/processes'
import { progressLine } from '../../scripts/lib/progress'
import { load, median, type Measured } from './load'
import { seedOrders, type Seed } from './seed'

const orders = Number(process.env.BENCH_ORDERS ?? 200_000)
const rounds = Number(process.env.BENCH_ROUNDS ?? 5)
const seconds = Number(process.env.BENCH_SECONDS ?? 4)
/** Seconds of each workload before anything counts: the engine compiles what is hot for that long. */
const warmUp = Number(process.env.BENCH_WARM_UP ?? 25)

interface Server {
  readonly name: 'floor' | 'xinban'
  readonly process: ChildProcess
  readonly url: string
}

/**
 * Create, list and detail of orders on one private MariaDB, the server and its floor in turn, so that a machine whose
 * speed drifts moves both. Prints a table in Markdown.
 */
export async function benchOrders(): Promise<void> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'xinban-bench-'))
  const mariadb = await startMariadb()
  try {
    const connection = await createConnection(mariadb.url)
    await connection.query('CREATE DATABASE bench CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci')
    await connection.end()
    const env = {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      DATABASE_URL: `${mariadb.url}/bench`,
      XINBAN_DATA_DIR: directory,
      XINBAN_DATA_KEY: `bench:${randomBytes(32).toString('base64')}`,
      XINBAN_LOOKUP_KEY: randomBytes(32).toString('base64'),
      LOG_LEVEL: 'warn',
    }
    const line = progressLine('seeding')
    const seed = await seedOrders(env, orders, (done) => line.tell(`${done} of ${orders} orders`))
    line.end(`${orders} orders`)
    const servers = [
      await start('floor', ['--import', 'tsx', path.join(root, 'bff/bench/floor-server.ts')], {
        ...env,
        BENCH_COMMUNITY: seed.communityCode,
        BENCH_OWNER: seed.residentId,
      }),
      await start('xinban', [path.join(root, 'bff/dist/main.js')], env),
    ]
    const measured = await measure(servers, seed)
    process.stdout.write(`\n${table(measured).join('\n')}\n`)
    for (const server of servers) await stopProcess(server.process)
  } finally {
    await mariadb.stop()
    fs.rmSync(directory, { recursive: true, force: true })
  }
}

async function start(name: Server['name'], args: string[], env: NodeJS.ProcessEnv): Promise<Server> {
  const port = await findFreePort()
  const child = startProcess(process.execPath, args, {
    cwd: root,
    env: { ...env, PORT: String(port) },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  if (!(await waitUntilReady(child, url + (name === 'floor' ? '/api/v1/orders' : '/readyz')))) {
    throw new Error(`${name} did not start`)
  }
  return { name, process: child, url }
}

const workloads = ['create', 'list', 'detail'] as const
type Workload = (typeof workloads)[number]
type Results = Record<Workload, Record<Server['name'], Measured[]>>

async function measure(servers: readonly Server[], seed: Seed): Promise<Results> {
  const results = Object.fromEntries(
    workloads.map((workload) => [workload, { floor: [], xinban: [] }]),
  ) as unknown as Results
  const line = progressLine('measuring')
  const run = (workload: Workload, { url, process }: Server, duration: number) =>
    load({ url, pid: process.pid ?? 0, seconds: duration, requests: requestsOf(workload, seed) })
  for (const workload of workloads) {
    for (const server of servers) {
      line.tell(`warming up: ${workload} ${server.name}`)
      await run(workload, server, warmUp)
    }
  }
  for (let round = 1; round <= rounds; round++) {
    for (const workload of workloads) {
      for (const server of servers) {
        line.tell(`round ${round} of ${rounds}: ${workload} ${server.name}`)
        results[workload][server.name].push(await run(workload, server, seconds))
      }
    }
  }
  line.end(`${rounds} rounds of ${seconds} s`)
  return results
}

function requestsOf(workload: Workload, seed: Seed): Request[] {
  const headers = (token: string) => ({ authorization: `Bearer ${token}`, 'content-type': 'application/json' })
  switch (workload) {
    case 'create': {
      const { communityCode } = seed
      const body = { kind: 'issue', communityCode, title: '楼道灯不亮', content: '三楼的灯不亮，晚上看不清台阶。' }
      return [
        {
          ...{ method: 'POST', path: '/api/v1/orders', body: JSON.stringify(body) },
          setupRequest: (request) => ({
            ...request,
            headers: { ...headers(seed.residentToken), 'idempotency-key': randomUUID() },
          }),
        },
      ]
    }
    case 'list': {
      const path = '/api/v1/orders?view=queue&status=submitted&limit=20'
      return [{ method: 'GET', path, headers: headers(seed.staffToken) }]
    }
    case 'detail':
      return seed.detailIds
        .slice(0, 500)
        .map((id) => ({ method: 'GET', path: `/api/v1/orders/${id}`, headers: headers(seed.staffToken) }))
  }
}

function table(results: Results): string[] {
  const rows = workloads.map((workload) => {
    const { floor, xinban } = results[workload]
    const of = (measured: Measured[], key: keyof Measured) => median(measured.map((one) => one[key]))
    const ratio = median(xinban.map((one, round) => one.perSecond / (floor[round]?.perSecond ?? NaN)))
    const cells = [
      workload,
      Math.round(of(floor, 'perSecond')),
      Math.round(of(xinban, 'perSecond')),
      ratio.toFixed(2),
      `${of(floor, 'p50')} / ${of(floor, 'p99')}`,
      `${of(xinban, 'p50')} / ${of(xinban, 'p99')}`,
      `${Math.round(of(floor, 'cpu'))} / ${Math.round(of(xinban, 'cpu'))}`,
    ]
    return `| ${cells.join(' | ')} |`
  })
  return [
    '| | floor, a second | Xinban, a second | ratio | floor p50 / p99, ms | Xinban p50 / p99, ms | CPU a request, µs |',
    '|---|---|---|---|---|---|---|',
    ...rows,
  ]
}
