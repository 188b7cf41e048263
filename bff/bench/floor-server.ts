import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { createPool, type ResultSetHeader, type RowDataPacket } from 'mysql2/promise'

/**
 * The floor: bare node:http and mysql2, writing and reading the same rows as the server, without authentication,
 * validation, policy, masking or idempotency. What it reaches is what the machine and the database allow.
 */
const pool = createPool({ uri: process.env.DATABASE_URL ?? '', timezone: 'Z', connectionLimit: 16 })
const communityCode = process.env.BENCH_COMMUNITY ?? ''
const ownerId = process.env.BENCH_OWNER ?? ''

async function create(body: { title: string; content: string }): Promise<unknown> {
  const [id, now] = [randomUUID(), new Date()]
  const connection = await pool.getConnection()
  try {
    await connection.query('START TRANSACTION')
    await connection.query<ResultSetHeader>('INSERT INTO orders SET ?', [
      {
        ...{ id, no: id.slice(0, 16), kind: 'issue', status: 'submitted', community_code: communityCode },
        ...{ district_code: communityCode.slice(0, 6), street_code: communityCode.slice(0, 9) },
        ...{ owner_id: ownerId, placed_by_id: ownerId, is_on_behalf: 0, title: body.title, urgency: 'normal' },
        ...{ visibility: 'private', placed_at: now, updated_at: now, version: 1 },
      },
    ])
    await connection.query('INSERT INTO order_privates SET ?', [{ order_id: id, content: body.content }])
    await connection.query('INSERT INTO order_events SET ?', [
      {
        ...{ id: randomUUID(), order_id: id, seq: 1, action: 'place', actor_id: ownerId, to_status: 'submitted' },
        ...{ at: now, data: '{}', is_synthetic: 0 },
      },
    ])
    await connection.query('INSERT INTO outbox SET ?', [
      { id: randomUUID(), topic: 'order.placed', payload: '{}', created_at: now },
    ])
    await connection.query('COMMIT')
    return { id }
  } finally {
    connection.release()
  }
}

async function list(): Promise<unknown> {
  const [ids] = await pool.query<RowDataPacket[]>(
    "SELECT id FROM orders WHERE community_code = ? AND status = 'submitted' ORDER BY id DESC LIMIT 20",
    [communityCode],
  )
  const [rows] = await pool.query<RowDataPacket[]>('SELECT * FROM orders WHERE id IN (?) ORDER BY id DESC', [
    ids.map((row) => String(row.id)),
  ])
  return { items: rows }
}

async function detail(id: string): Promise<unknown> {
  const [[order], [personal], [events]] = await Promise.all([
    pool.query<RowDataPacket[]>('SELECT * FROM orders WHERE id = ?', [id]),
    pool.query<RowDataPacket[]>('SELECT * FROM order_privates WHERE order_id = ?', [id]),
    pool.query<RowDataPacket[]>('SELECT * FROM order_events WHERE order_id = ? ORDER BY seq', [id]),
  ])
  return { ...order[0], ...personal[0], events }
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return body
}

async function answer(request: IncomingMessage): Promise<unknown> {
  const path = request.url?.split('?')[0] ?? ''
  if (request.method === 'POST')
    return create(JSON.parse(await readBody(request)) as { title: string; content: string })
  const id = path.split('/')[4]
  return id === undefined ? list() : detail(id)
}

createServer((request, response) => {
  answer(request).then(
    (body) => {
      response.writeHead(request.method === 'POST' ? 201 : 200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body))
    },
    (error: unknown) => {
      response.writeHead(500)
      response.end(String(error))
    },
  )
}).listen(Number(process.env.PORT), '127.0.0.1')
