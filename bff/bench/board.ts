import { readFileSync } from 'node:fs'
import fs from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { ensureBuilt, outputOf, serverBuild } from '../../scripts/lib/builds'
import { waitUntilReady } from '../../scripts/lib/demo-server'
import { findFreePort } from '../../scripts/lib/ports'
import { startProcess, stopProcess } from '../../scripts/lib/processes'
import { progressLine } from '../../scripts/lib/progress'
import { makeTemporaryDirectory } from '../../scripts/lib/temporary'
import { makeBoardHistory } from './board-history'
import { load, median } from './load'

const orgs = { community: '610303001002', street: '610303001', district: '610303' }
type Level = keyof typeof orgs
const levels = Object.keys(orgs) as Level[]
const rounds = Number(process.env.BENCH_ROUNDS ?? 5)
const seconds = Number(process.env.BENCH_SECONDS ?? 3)
const facts = Number(process.env.BENCH_FACTS ?? 60)
const [years, ordersAYear] = [10, 5_000]
const streams = 200

interface Server {
  readonly url: string
  readonly pid: number
  readonly token: string
}

/**
 * The public board: read by many against a static JSON file of the same bytes; worked out anew after a fact, with ten
 * years of history and without; and the memory of a process with 200 open streams. Prints tables in Markdown.
 */
export async function benchBoard(): Promise<void> {
  await ensureBuilt(serverBuild)
  await withServer({ years: 0, ordersAYear: 0 }, (young) =>
    withServer({ years, ordersAYear }, async (old) => {
      const lines = [...(await readByMany(young)), '', ...(await afterFacts(young, old)), '', ...(await heldOpen(old))]
      process.stdout.write(`\n${lines.join('\n')}\n`)
    }),
  )
}

async function withServer(history: Parameters<typeof makeBoardHistory>[1], run: (server: Server) => Promise<void>) {
  const data = makeTemporaryDirectory('bench-board')
  const line = progressLine(`${history.years} years of history`)
  line.end(`${await makeBoardHistory(data.path, history)} orders`)
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  const env = {
    PATH: process.env.PATH,
    PORT: String(port),
    XINBAN_DATA_DIR: data.path,
    XINBAN_DEMO: '1',
    XINBAN_JOBS: '0',
  }
  const main = path.join(outputOf(serverBuild), 'main-demo.js')
  const child = startProcess(process.execPath, [main], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  try {
    if (!(await waitUntilReady(child, `${url}/readyz`))) throw new Error('the server did not start')
    await run({ url, pid: child.pid ?? 0, token: await signIn(url) })
  } finally {
    await stopProcess(child)
    data.remove()
  }
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ provider: 'demo', account: 'resident-1' }),
  })
  return ((await answer.json()) as { token: string }).token
}

/** Something happens: an order is placed. */
async function fact({ url, token }: Server): Promise<void> {
  const body = { kind: 'issue', communityCode: orgs.community, title: '楼道灯不亮', content: '三楼的灯不亮' }
  const answer = await fetch(`${url}/api/v1/orders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  })
  if (answer.status !== 201) throw new Error(`no order was placed: ${await answer.text()}`)
}

const pathOf = (level: Level) => `/api/v1/board/${orgs[level]}`
const read = async (url: string) => (await fetch(url)).text()

async function readByMany(server: Server): Promise<string[]> {
  const file = await serveFile(await read(server.url + pathOf('community')))
  const perSecond: Record<'file' | 'board', number[]> = { file: [], board: [] }
  const line = progressLine('read by many')
  for (let round = 0; round <= rounds; round++) {
    line.tell(`round ${round} of ${rounds}`)
    for (const [name, url, where] of [
      ['file', file.url, '/'],
      ['board', server.url, pathOf('community')],
    ] as const) {
      const measured = await load({ url, pid: server.pid, seconds, requests: [{ method: 'GET', path: where }] })
      // The first one warms up.
      if (round > 0) perSecond[name].push(measured.perSecond)
    }
  }
  line.end(`${rounds} rounds of ${seconds} s`)
  await file.close()
  const ratio = median(perSecond.board.map((value, round) => value / (perSecond.file[round] ?? NaN)))
  return [
    '| 32 at once | a second | ratio |',
    '|---|---|---|',
    `| static JSON file (node:http, read for each request) | ${Math.round(median(perSecond.file))} | 1 |`,
    `| board of a community | ${Math.round(median(perSecond.board))} | ${ratio.toFixed(2)} |`,
  ]
}

async function serveFile(body: string) {
  const directory = makeTemporaryDirectory('bench-file')
  const name = path.join(directory.path, 'board.json')
  await fs.writeFile(name, body)
  const server = createServer((_, response) => {
    fs.readFile(name).then(
      (bytes) => response.writeHead(200, { 'content-type': 'application/json' }).end(bytes),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    directory.remove()
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close }
}

/** Milliseconds of one read right after a fact, so that the board is worked out for it. */
async function afterFacts(young: Server, old: Server): Promise<string[]> {
  const rows: string[] = []
  for (const level of levels) {
    const times: [number[], number[]] = [[], []]
    for (let each = 0; each < facts; each++) {
      for (const [at, server] of [young, old].entries()) {
        await fact(server)
        const begun = performance.now()
        await read(server.url + pathOf(level))
        times[at]?.push(performance.now() - begun)
      }
    }
    const [without, with10] = times.map(median) as [number, number]
    rows.push(`| ${level} | ${without.toFixed(1)} | ${with10.toFixed(1)} | ${(with10 / without).toFixed(2)} |`)
  }
  return ['| worked out after a fact, ms | no history | 10 years | ratio |', '|---|---|---|---|', ...rows]
}

const pageBytes = 4096
const megabytes = (pid: number) =>
  (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * pageBytes) / 1024 / 1024

async function heldOpen(server: Server): Promise<string[]> {
  const before = megabytes(server.pid)
  const held = await Promise.all(
    Array.from({ length: streams }, () => follow(`${server.url}${pathOf('community')}/stream`)),
  )
  await Promise.all(held.map((stream) => stream.until(1)))
  const opened = megabytes(server.pid)
  const line = progressLine(`${streams} streams`)
  for (let each = 1; each <= facts; each++) {
    await fact(server)
    await Promise.all(held.map((stream) => stream.until(each + 1)))
    line.tell(`${each} of ${facts} facts`)
  }
  line.end(`each was told of ${facts} facts`)
  const after = megabytes(server.pid)
  for (const stream of held) stream.close()
  return [
    `| memory of the process (RSS), MB | |`,
    '|---|---|',
    `| before | ${before.toFixed(0)} |`,
    `| ${streams} streams open | ${opened.toFixed(0)} |`,
    `| after ${facts} boards to each of them | ${after.toFixed(0)} |`,
  ]
}

/** Counts the boards that come. */
async function follow(url: string) {
  const aborting = new AbortController()
  const response = await fetch(url, { signal: aborting.signal })
  if (!response.ok || !response.body) throw new Error(`${url}: ${response.status}`)
  let boards = 0
  let wake = () => undefined as void
  const pump = async (body: ReadableStream<Uint8Array>) => {
    const decoder = new TextDecoder()
    const reader = body.getReader()
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      boards += decoder.decode(part.value, { stream: true }).split('event: board').length - 1
      wake()
    }
  }
  // Ends by `close`.
  pump(response.body).catch(() => undefined)
  return {
    close: () => aborting.abort(),
    async until(count: number): Promise<void> {
      while (boards < count) await new Promise<void>((resolve) => (wake = resolve))
    },
  }
}
