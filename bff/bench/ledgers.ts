import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { addDays, chinaDate, ledgerFormats, type LedgerFormat } from '@xinban/shared/domain'
import { progressLine } from '../../scripts/lib/progress'
import { inBenchWorld, type BenchServer, type BenchWorld } from './bench-world'
import { median } from './load'

const rounds = Number(process.env.BENCH_ROUNDS ?? 5)
const [many, few] = [100_000, 10_000]
/** Beyond this the server ends: what an export needs must not grow with its rows. */
const heapLimit = 96
const megabyte = 2 ** 20

interface Side {
  readonly server: BenchServer
  readonly token: string
  readonly rows: number
  readonly heapFile: string
}
interface Export {
  readonly perSecond: number
  /** Of the heap beyond what was there before, in bytes, garbage included. */
  readonly growth: number
  readonly bytes: number
}

/**
 * The ledger of orders taken out whole, many rows and few in turn, as a workbook and as text, by one reader who takes
 * the bytes as they come. Prints a table in Markdown: a row must cost the same, and what stays on the heap too.
 */
export async function benchLedgers(): Promise<void> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'xinban-bench-ledgers-'))
  try {
    await inBenchWorld(
      (large) =>
        inBenchWorld(async (small) => {
          const sides = [await sideOf(large, many, directory), await sideOf(small, few, directory)] as const
          process.stdout.write(`\n${(await measure(sides)).join('\n')}\n`)
        }, few),
      many,
    )
  } finally {
    fs.rmSync(directory, { recursive: true, force: true })
  }
}

async function sideOf({ seed, startXinban }: BenchWorld, rows: number, directory: string): Promise<Side> {
  const heapFile = path.join(directory, `${rows}.json`)
  const hook = path.join(import.meta.dirname, 'heap-hook.mjs')
  const args = ['--expose-gc', `--max-old-space-size=${heapLimit}`, '--import', hook]
  const server = await startXinban(args, { HEAP_FILE: heapFile, XINBAN_JOBS: '0' })
  return { server, token: seed.staffToken, rows, heapFile }
}

async function measure(sides: readonly [Side, Side]): Promise<string[]> {
  const line = progressLine('measuring')
  const lines: string[] = []
  for (const format of ledgerFormats) {
    const [large, small]: [Export[], Export[]] = [[], []]
    // The first round warms up.
    for (let round = 0; round <= rounds; round++) {
      line.tell(`${format}: round ${round} of ${rounds}`)
      const [a, b] = [await exported(sides[0], format), await exported(sides[1], format)]
      if (round > 0) large.push(a)
      if (round > 0) small.push(b)
    }
    lines.push(rowOf(`${format}, rows a second`, large, small, ({ perSecond }) => perSecond, 0))
    line.tell(`${format}: what stays on the heap`)
    const [liveOfMany, liveOfFew] = [await liveGrowth(sides[0], format), await liveGrowth(sides[1], format)]
    lines.push(rowOf(`${format}, heap with garbage, MB more`, large, small, ({ growth }) => growth / megabyte, 1))
    lines.push(cells(`${format}, heap without garbage, MB more`, liveOfMany / megabyte, liveOfFew / megabyte, 1))
    lines.push(rowOf(`${format}, size, MB`, large, small, ({ bytes }) => bytes / megabyte, 1))
  }
  line.end(`${rounds} rounds`)
  const head = `| ledger of orders | ${many} rows | ${few} rows | ratio |`
  return [`heap of at most ${heapLimit} MB`, '', head, '|---|---|---|---|', ...lines]
}

function rowOf(
  name: string,
  large: readonly Export[],
  small: readonly Export[],
  of: (one: Export) => number,
  digits: number,
): string {
  return cells(name, median(large.map(of)), median(small.map(of)), digits)
}

const cells = (name: string, a: number, b: number, digits: number) =>
  `| ${[name, a.toFixed(digits), b.toFixed(digits), (a / b).toFixed(2)].join(' | ')} |`

async function exported({ server, token, rows, heapFile }: Side, format: LedgerFormat): Promise<Export> {
  const url = server.url + (await linkOf(server.url, token, format))
  await heapOf(server, heapFile)
  const begun = performance.now()
  const bytes = await taken(url)
  const seconds = (performance.now() - begun) / 1000
  return { perSecond: rows / seconds, growth: (await heapOf(server, heapFile)).growth, bytes }
}

/** What of the heap is in use at most while an export runs, beyond what was before, collecting garbage again and again. */
async function liveGrowth({ server, token, heapFile }: Side, format: LedgerFormat): Promise<number> {
  const url = server.url + (await linkOf(server.url, token, format))
  const before = (await heapOf(server, heapFile)).live
  let most = before
  let isOver = false
  const download = taken(url).finally(() => {
    isOver = true
  })
  while (!isOver) {
    most = Math.max(most, (await heapOf(server, heapFile)).live)
    await wait(50)
  }
  await download
  return most - before
}

async function linkOf(url: string, token: string, format: LedgerFormat): Promise<string> {
  const now = new Date()
  const response = await fetch(`${url}/api/v1/ledgers/orders/links`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ format, from: chinaDate(addDays(now, -100)), to: chinaDate(now) }),
  })
  if (!response.ok) throw new Error(`no link: ${await response.text()}`)
  return ((await response.json()) as { url: string }).url
}

/** Takes a download and throws its bytes away; answers how many there were. */
function taken(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    http
      .get(url, (response) => {
        if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`))
        let bytes = 0
        response.on('data', (chunk: Buffer) => (bytes += chunk.length))
        response.once('error', reject)
        response.once('end', () => resolve(bytes))
      })
      .once('error', reject)
  })
}

/** What `heap-hook.mjs` says of the server; it collects its garbage now. */
async function heapOf({ process: { pid = 0 } }: BenchServer, file: string): Promise<{ growth: number; live: number }> {
  fs.rmSync(file, { force: true })
  process.kill(pid, 'SIGUSR2')
  while (!fs.existsSync(file)) await wait(5)
  return JSON.parse(fs.readFileSync(file, 'utf8')) as { growth: number; live: number }
}
