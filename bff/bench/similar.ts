import type { Request } from 'autocannon'
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'
import { featuresOf, openStatuses, packFeatures } from '@xinban/shared/domain'
import { progressLine } from '../../scripts/lib/progress'
import { inBenchWorld, orders, type BenchServer } from './bench-world'
import { load, median, type Measured } from './load'
import type { Seed } from './seed'

const rounds = Number(process.env.BENCH_ROUNDS ?? 5)
const seconds = Number(process.env.BENCH_SECONDS ?? 4)
/** As many newest open orders get words of their own, more than are ever compared. */
const worded = 2_000
/** Characters of an order's content. */
const lengths = [200, 1000] as const

const places =
  '东风小区 向阳小区 曙光路 建国路 三中 第二小学 火车站 滨河公园 3栋 12号楼 204路 长乐镇 中山广场 桥南社区'.split(' ')
const words = (
  '路灯 不亮 垃圾 成堆 下水道 堵塞 电梯 停运 噪音 扰民 乱停车 消防通道 占用 公交站 加装 修好 物业 收费 施工 半夜 ' +
  '漏水 停水 水压 医保 报销 养老保险 补缴 入学 学区 户口 迁移 公积金 贷款 拆迁 补偿 幼儿园 招生 烧烤 油烟 井盖 破损 ' +
  '绿化 树枝 挡住 红绿灯 斑马线 积水 宠物 牵绳 快递柜 充电桩 楼道 堆物 晚上 看不清 老人 摔倒 多次 联系 无人 尽快'
).split(' ')

/**
 * `GET /orders/similar` on MariaDB among many orders of one community, one request after the other: what a resident
 * types, and an order that staff have at hand. Prints a table in Markdown.
 */
export function benchSimilar(): Promise<void> {
  return inBenchWorld(async ({ databaseUrl, seed, startXinban }) => {
    const xinban = await startXinban()
    const rows: string[] = []
    for (const length of lengths) {
      const connection = await createConnection({ uri: databaseUrl, timezone: 'Z' })
      const ids = await giveWords(connection, seed, length).finally(() => connection.end())
      for (const [name, requests] of Object.entries(requestsOf(seed, ids, length))) {
        const measured = await measure(`${name}, ${length} characters`, xinban, requests)
        rows.push(row(`${name}, ${length} characters`, measured))
      }
    }
    process.stdout.write(
      `\n${[`${orders} orders of one community, ${worded} of the open ones with words`, '', ...header, ...rows].join('\n')}\n`,
    )
  })
}

/** Gives the newest open orders texts and features, and makes every second one public. */
async function giveWords(connection: Connection, { communityCode }: Seed, length: number): Promise<string[]> {
  const line = progressLine('writing words')
  const [found] = await connection.query<RowDataPacket[]>(
    'SELECT id FROM orders WHERE community_code = ? AND status IN (?) ORDER BY id DESC LIMIT ?',
    [communityCode, openStatuses, worded],
  )
  const ids = found.map(({ id }) => String(id))
  for (const [index, id] of ids.entries()) {
    const text = textOf(index, length)
    const features = packFeatures(featuresOf(text))
    await connection.query('UPDATE order_privates SET content = ?, features = ? WHERE order_id = ?', [
      text.content,
      features,
      id,
    ])
    await connection.query('UPDATE orders SET title = ?, is_public = ? WHERE id = ?', [text.title, index % 2, id])
    line.tell(`${index} of ${ids.length} orders`)
  }
  await connection.query('ANALYZE TABLE orders, order_privates')
  line.end(`${ids.length} orders of ${length} characters`)
  return ids
}

/** Made-up words strung together, others for every number. */
function textOf(number: number, length: number): { title: string; content: string } {
  const from = (list: readonly string[], step: number) =>
    list[(number * 31 + step * step * 7 + step) % list.length] ?? ''
  const title = `${from(places, 0)}${from(words, 1)}${from(words, 2)}`
  let content = ''
  for (let step = 3; content.length < length; step++)
    content += step % 9 === 0 ? `，${from(places, step)}` : from(words, step)
  return { title, content: content.slice(0, length) }
}

function requestsOf(seed: Seed, ids: readonly string[], length: number): Record<'typed' | 'staff', Request[]> {
  const get = (token: string, query: Record<string, string>): Request => ({
    method: 'GET',
    path: `/api/v1/orders/similar?${new URLSearchParams(query).toString()}`,
    headers: { authorization: `Bearer ${token}` },
  })
  return {
    typed: Array.from({ length: 100 }, (_, index) =>
      get(seed.residentToken, { communityCode: seed.communityCode, ...textOf(worded + index, Math.min(length, 300)) }),
    ),
    staff: ids.slice(0, 100).map((orderId) => get(seed.staffToken, { orderId })),
  }
}

async function measure(
  name: string,
  { url, process: { pid = 0 } }: BenchServer,
  requests: Request[],
): Promise<Measured[]> {
  const line = progressLine(name)
  const results: Measured[] = []
  for (let round = 0; round <= rounds; round++) {
    line.tell(`round ${round} of ${rounds}`)
    const one = await load({ url, pid, seconds, requests, connections: 1 })
    // The first round warms up.
    if (round > 0) results.push(one)
  }
  line.end(`${rounds} rounds of ${seconds} s`)
  return results
}

const header = ['| one after the other | a second | p50, ms | p99, ms | CPU a request, ms |', '|---|---|---|---|---|']

function row(name: string, measured: readonly Measured[]): string {
  const of = (key: keyof Measured) => median(measured.map((one) => one[key]))
  return `| ${[name, Math.round(of('perSecond')), of('p50'), of('p99'), (of('cpu') / 1000).toFixed(1)].join(' | ')} |`
}
