import type { Request } from 'autocannon'
import { createConnection } from 'mysql2/promise'
import { chinaDate } from '@xinban/shared/domain'
import { progressLine } from '../../scripts/lib/progress'
import { inBenchWorld, orders, type BenchServer, type BenchWorld } from './bench-world'
import { load, median } from './load'
import { openOrders, seedScores } from './score-rows'
import type { Seed } from './seed'

const rounds = Number(process.env.BENCH_ROUNDS ?? 5)
const seconds = Number(process.env.BENCH_SECONDS ?? 3)
/** The history that the other is compared with. */
const few = 2_000

interface Side {
  readonly server: BenchServer
  readonly seed: Seed
}

/**
 * Pages of scores and of queues among many orders and among few, of which as many are open, in turn, one request after
 * the other. Prints a table in Markdown: what a page costs must not depend on what is over.
 */
export function benchScores(): Promise<void> {
  return inBenchWorld(
    (many) =>
      inBenchWorld(async (small) => {
        const sides = [await sideOf(many), await sideOf(small)] as const
        process.stdout.write(`\n${(await measure(sides)).join('\n')}\n`)
      }, few),
    orders,
  )
}

async function sideOf({ databaseUrl, seed, startXinban }: BenchWorld): Promise<Side> {
  const connection = await createConnection({ uri: databaseUrl, timezone: 'Z' })
  await seedScores(connection, seed).finally(() => connection.end())
  return { server: await startXinban([], { XINBAN_JOBS: '0' }), seed }
}

function pagesOf({ communityCode, staffToken, streetToken, districtToken }: Seed): [string, Request][] {
  const get = (path: string, token: string): Request => ({
    ...{ method: 'GET', path: `/api/v1${path}`, headers: { authorization: `Bearer ${token}` } },
  })
  const year = chinaDate(new Date()).slice(0, 4)
  const [district, street] = [communityCode.slice(0, 6), communityCode.slice(0, 9)]
  const queues = ['newest', 'urgent', 'due'].map((sort): [string, Request] => [
    `queue by ${sort}, community`,
    get(`/orders?view=queue&sort=${sort}&status=submitted&limit=20`, staffToken),
  ])
  return [
    ['scores of the district, a month', get(`/scores?org=${district}`, districtToken)],
    ['scores of the district, a year', get(`/scores?org=${district}&period=${year}`, districtToken)],
    ['scores of a street, a month', get(`/scores?org=${street}`, streetToken)],
    ...queues,
    ['queue by due, street', get('/orders?view=queue&sort=due&limit=20', streetToken)],
    ['counts, community', get('/orders/counts', staffToken)],
    ['counts, street', get('/orders/counts', streetToken)],
  ]
}

async function measure([many, small]: readonly [Side, Side]): Promise<string[]> {
  const line = progressLine('measuring')
  const pages = pagesOf(many.seed).map(([name, request], at) => [name, request, pagesOf(small.seed)[at]?.[1]] as const)
  const rows: string[] = []
  for (const [name, ofMany, ofSmall] of pages) {
    const times: Record<'many' | 'small', number[]> = { many: [], small: [] }
    // The first round warms up.
    for (let round = 0; round <= rounds; round++) {
      line.tell(`${name}: round ${round} of ${rounds}`)
      const [a, b] = [await one(many, ofMany), await one(small, ofSmall ?? ofMany)]
      if (round > 0) times.many.push(a)
      if (round > 0) times.small.push(b)
    }
    const [a, b] = [median(times.many), median(times.small)]
    rows.push(`| ${[name, a.toFixed(1), b.toFixed(1), (a / b).toFixed(2)].join(' | ')} |`)
  }
  line.end(`${rounds} rounds of ${seconds} s`)
  return [
    `${openOrders} of them open`,
    '',
    `| one after the other | ms among ${orders} | ms among ${few} | ratio |`,
    '|---|---|---|---|',
    ...rows,
  ]
}

/** Milliseconds a request, on average; whole ones of a percentile would be too coarse. */
async function one(
  {
    server: {
      url,
      process: { pid = 0 },
    },
  }: Side,
  request: Request,
): Promise<number> {
  return 1000 / (await load({ url, pid, seconds, requests: [request], connections: 1 })).perSecond
}
