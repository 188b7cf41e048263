import { createHash, randomBytes } from 'node:crypto'
import { createConnection, type Connection } from 'mysql2/promise'
import { orderStatuses, privacyNoticeVersion, type Role } from '@xinban/shared/domain'
import { newId } from '../src/db/ids'
import { jintaiOrgsCsv } from '../src/demo/jintai-orgs'
import { readEnv } from '../src/env'
import { importOrgs } from '../src/modules/orgs'
import { openServices } from '../src/start-server'

export interface Seed {
  /** Bearer tokens of someone who orders and of staff of the community that has all the orders. */
  readonly residentToken: string
  readonly staffToken: string
  /** Of the street and the district above it. */
  readonly streetToken: string
  readonly districtToken: string
  readonly residentId: string
  readonly communityCode: string
  /** Orders with five events each. */
  readonly detailIds: readonly string[]
}

const communityCode = '610303001002'
const batch = 1000
const detailed = 2000
/** Most orders of a district's history are over. */
const statusOf = (index: number) =>
  index % 20 === 0 ? 'submitted' : (orderStatuses[index % orderStatuses.length] ?? 'graded')
const actions = ['place', 'accept', 'dispatch', 'progress', 'fulfil']

/**
 * A migrated database with Jintai's tree and `orders` orders, all of one community, the worst case for a list.
 * Rows are written in bulk, as no benchmark is of that.
 */
export async function seedOrders(
  env: NodeJS.ProcessEnv,
  orders: number,
  onProgress: (done: number) => void,
): Promise<Seed> {
  const services = await openServices(readEnv(env))
  try {
    await importOrgs(services, Buffer.from(jintaiOrgsCsv), { now: new Date() })
  } finally {
    await services.db.close()
  }
  const connection = await createConnection({ uri: env.DATABASE_URL ?? '', timezone: 'Z' })
  try {
    const people = await seedPeople(connection)
    const detailIds = await seedRows(connection, people.residentId, orders, onProgress)
    await connection.query('ANALYZE TABLE orders, order_events, order_privates')
    return { ...people, communityCode, detailIds }
  } finally {
    await connection.end()
  }
}

async function seedPeople(connection: Connection) {
  const now = new Date()
  const person = async () => {
    const id = newId(now)
    const token = randomBytes(32).toString('base64url')
    await insert(connection, 'persons', { id, is_demo: 0, created_at: now, updated_at: now })
    await insert(connection, 'sessions', {
      token_hash: createHash('sha256').update(token).digest('hex'),
      person_id: id,
      provider: 'password',
      created_at: now,
      expires_at: new Date(now.getTime() + 86_400_000),
    })
    return { id, token }
  }
  const member = async (orgCode: string, role: Role) => {
    const { id, token } = await person()
    await insert(connection, 'memberships', {
      ...{ id: newId(now), person_id: id, org_code: orgCode, role, granted_at: now },
    })
    return token
  }
  const resident = await person()
  await insert(connection, 'consents', {
    id: newId(now),
    person_id: resident.id,
    kind: 'personal_data',
    notice_version: privacyNoticeVersion,
    source: 'self',
    at: now,
  })
  return {
    ...{ residentToken: resident.token, residentId: resident.id },
    staffToken: await member(communityCode, 'community_staff'),
    streetToken: await member(communityCode.slice(0, 9), 'street_staff'),
    districtToken: await member(communityCode.slice(0, 6), 'district_admin'),
  }
}

async function seedRows(connection: Connection, ownerId: string, count: number, onProgress: (done: number) => void) {
  const begun = Date.now() - count * 60_000
  const detailIds: string[] = []
  for (let from = 0; from < count; from += batch) {
    const rows = Array.from({ length: Math.min(batch, count - from) }, (_, offset) =>
      orderRow(from + offset, begun, ownerId),
    )
    await insertMany(connection, 'orders', rows)
    await insertMany(
      connection,
      'order_privates',
      rows.map(({ id }) => ({ order_id: id, content: '三楼的灯不亮，晚上看不清台阶。' })),
    )
    const withEvents = rows.slice(0, Math.ceil((batch * detailed) / count))
    detailIds.push(...withEvents.map(({ id }) => id))
    await insertMany(connection, 'order_events', withEvents.flatMap(eventRows))
    onProgress(from + rows.length)
  }
  return detailIds
}

function orderRow(index: number, begun: number, ownerId: string) {
  const at = new Date(begun + index * 60_000)
  return {
    id: newId(at),
    no: `B${String(index).padStart(11, '0')}`,
    kind: 'issue',
    status: statusOf(index),
    district_code: communityCode.slice(0, 6),
    street_code: communityCode.slice(0, 9),
    community_code: communityCode,
    owner_id: ownerId,
    placed_by_id: ownerId,
    is_on_behalf: 0,
    title: `楼道灯不亮 ${index}`,
    urgency: 'normal',
    visibility: 'private',
    requester_name: '王**',
    placed_at: at,
    updated_at: at,
    version: actions.length,
  }
}

function eventRows(order: ReturnType<typeof orderRow>) {
  return actions.map((action, index) => ({
    id: newId(new Date(order.placed_at.getTime() + index)),
    order_id: order.id,
    seq: index + 1,
    action,
    actor_id: order.owner_id,
    from_status: index === 0 ? null : 'in_progress',
    to_status: 'in_progress',
    at: order.placed_at,
    data: '{}',
    is_synthetic: 0,
  }))
}

const insert = (connection: Connection, table: string, row: object) => insertMany(connection, table, [row])

export async function insertMany(connection: Connection, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const names = Object.keys(first).map((name) => `\`${name}\``)
  await connection.query(`INSERT INTO \`${table}\` (${names.join(', ')}) VALUES ?`, [
    rows.map((row) => Object.values(row) as unknown[]),
  ])
}
