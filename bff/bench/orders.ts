import { randomUUID } from 'node:crypto'
import type { Request } from 'autocannon'
import { progressLine } from '../../scripts/lib/progress'
import { inBenchWorld, type BenchServer } from './bench-world'
import { load, median, type Measured } from './load'
import type { Seed } from './seed'

const rounds = Number(process.env.BENCH_ROUNDS ?? 5)
const seconds = Number(process.env.BENCH_SECONDS ?? 4)
/** Seconds of each workload before anything counts: the engine compiles what is hot for that long. */
export const warmUp = Number(process.env.BENCH_WARM_UP ?? 25)

/**
 * Create, list and detail of orders on one private MariaDB, the server and its floor in turn, so that a machine whose
 * speed drifts moves both. Prints a table in Markdown.
 */
export function benchOrders(): Promise<void> {
  return inBenchWorld(async ({ seed, startFloor, startXinban }) => {
    const measured = await measure([await startFloor(), await startXinban()], seed)
    process.stdout.write(`\n${table(measured).join('\n')}\n`)
  })
}

export const workloads = ['create', 'list', 'detail'] as const
export type Workload = (typeof workloads)[number]
type Results = Record<Workload, Record<BenchServer['name'], Measured[]>>

async function measure(servers: readonly BenchServer[], seed: Seed): Promise<Results> {
  const results = Object.fromEntries(
    workloads.map((workload) => [workload, { floor: [], xinban: [] }]),
  ) as unknown as Results
  const line = progressLine('measuring')
  const run = (workload: Workload, { url, process }: BenchServer, duration: number) =>
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

export function requestsOf(workload: Workload, seed: Seed): Request[] {
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
