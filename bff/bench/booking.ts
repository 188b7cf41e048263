import { Agent, request } from 'node:http'
import { createConnection, createPool, type Pool, type ResultSetHeader } from 'mysql2/promise'
import { chinaDate } from '@xinban/shared/domain'
import { newId } from '../src/db/ids'
import { inBenchWorld, type BenchServer } from './bench-world'
import { bookingRow, seedBookers, seedBookings, seedHall, type BenchHall } from './booking-rows'
import { load, median } from './load'

const rounds = Number(process.env.BENCH_ROUNDS ?? 5)
const seconds = Number(process.env.BENCH_SECONDS ?? 3)
const clients = 500
const places = 20
const [many, few] = [10_000, 100]

/**
 * A rush of 500 clients on 20 places, as a ratio to the same with nothing but a conditional UPDATE and an INSERT on as
 * many connections; and the slots of a week of a hall with many bookings against one with few. Prints Markdown.
 */
export function benchBooking(): Promise<void> {
  return inBenchWorld(async ({ databaseUrl, startXinban }) => {
    const connection = await createConnection({ uri: databaseUrl, timezone: 'Z' })
    const pool = createPool({ uri: databaseUrl, timezone: 'Z', connectionLimit: 16 })
    try {
      const tokens = await seedBookers(connection, clients)
      const rushed = await seedHall(connection, '抢号大厅', places)
      const [full, quiet] = [await seedHall(connection, '满的大厅', 200), await seedHall(connection, '空的大厅', 200)]
      await seedBookings(connection, full, many, 200)
      await seedBookings(connection, quiet, few, 200)
      await connection.query('ANALYZE TABLE bookings, booking_slots')
      const server = await startXinban([], { XINBAN_JOBS: '0' })
      const rush = await benchRush(pool, server, rushed, tokens)
      const slots = await benchSlots(server, full, quiet)
      process.stdout.write(`\n${[...rush, '', ...slots].join('\n')}\n`)
    } finally {
      await pool.end()
      await connection.end()
    }
  }, few)
}

async function benchRush(
  pool: Pool,
  server: BenchServer,
  hall: BenchHall,
  tokens: readonly string[],
): Promise<string[]> {
  const floor: number[] = []
  const ours: number[] = []
  // The first round warms up.
  for (let round = 0; round <= rounds; round++) {
    const [mine, theirs] = [hall.starts[round * 2], hall.starts[round * 2 + 1]]
    if (!mine || !theirs) throw new Error('more rounds than slots')
    const a = await bareRush(pool, hall, theirs)
    const b = await httpRush(server, hall, mine, tokens)
    if (round > 0) floor.push(a)
    if (round > 0) ours.push(b)
  }
  const [a, b] = [median(floor), median(ours)]
  return [
    `| rush: ${clients} clients, ${places} places | attempts/s | ratio |`,
    '|---|---|---|',
    `| bare UPDATE + INSERT, no HTTP | ${a.toFixed(0)} | 1 |`,
    `| \`POST /bookings\` | ${b.toFixed(0)} | ${(b / a).toFixed(3)} |`,
  ]
}

/** Attempts a second. Throws unless exactly so many won as there are places. */
async function timed(attempts: readonly (() => Promise<boolean>)[]): Promise<number> {
  const begun = performance.now()
  const won = (await Promise.all(attempts.map((attempt) => attempt()))).filter(Boolean).length
  if (won !== places) throw new Error(`${won} won ${places} places`)
  return (attempts.length * 1000) / (performance.now() - begun)
}

async function bareRush(pool: Pool, { hallId, itemId }: BenchHall, start: Date): Promise<number> {
  const slot = { id: newId(new Date()), hall_id: hallId, item_id: itemId, starts_at: start, ends_at: start }
  await pool.query('INSERT INTO booking_slots SET ?', [
    { ...slot, day: chinaDate(start), capacity: places, taken: 0, waiting: 0 },
  ])
  const attempt = async () => {
    const connection = await pool.getConnection()
    try {
      await connection.query('START TRANSACTION')
      const sql = 'UPDATE booking_slots SET taken = taken + 1 WHERE id = ? AND taken < capacity'
      const [{ affectedRows }] = await connection.query<ResultSetHeader>(sql, [slot.id])
      if (affectedRows === 1)
        await connection.query('INSERT INTO bookings SET ?', [bookingRow(slot, newId(new Date()))])
      await connection.query('COMMIT')
      return affectedRows === 1
    } finally {
      connection.release()
    }
  }
  return timed(Array.from({ length: clients }, () => attempt))
}

async function httpRush(
  { url }: BenchServer,
  { hallId, itemId }: BenchHall,
  start: Date,
  tokens: readonly string[],
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const body = JSON.stringify({ hallId, itemId, start: start.toISOString() })
  const attempt = (token: string) => () => post(agent, `${url}/api/v1/bookings`, token, body)
  const rate = await timed(tokens.map(attempt)).finally(() => agent.destroy())
  return rate
}

function post(agent: Agent, url: string, token: string, body: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    }
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume()
      answer.on('end', () => {
        if (answer.statusCode === 201 || answer.statusCode === 409) resolve(answer.statusCode === 201)
        else reject(new Error(`an attempt was answered ${answer.statusCode}`))
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

async function benchSlots(
  { url, process: { pid = 0 } }: BenchServer,
  full: BenchHall,
  quiet: BenchHall,
): Promise<string[]> {
  const measure = async ({ hallId, itemId, starts }: BenchHall) => {
    const [from, to] = [starts[0], starts.at(-1)].map((start) => chinaDate(start ?? new Date()))
    const path = `/api/v1/halls/${hallId}/slots?itemId=${itemId}&from=${from}&to=${to}`
    return 1000 / (await load({ url, pid, seconds, requests: [{ method: 'GET', path }], connections: 1 })).perSecond
  }
  const times: [number[], number[]] = [[], []]
  for (let round = 0; round <= rounds; round++) {
    const [a, b] = [await measure(full), await measure(quiet)]
    if (round > 0) times[0].push(a)
    if (round > 0) times[1].push(b)
  }
  const [a, b] = times.map(median)
  return [
    '| slots of a week, one after the other | ms | ratio |',
    '|---|---|---|',
    `| a hall with ${few} bookings | ${b?.toFixed(2)} | 1 |`,
    `| a hall with ${many} bookings | ${a?.toFixed(2)} | ${((a ?? 0) / (b ?? 1)).toFixed(2)} |`,
  ]
}
