import { closedStatuses, inHandStatuses, openStatuses } from '@xinban/shared/domain'
import { copyOrder } from '../../../test/copies'
import { dialect } from '../../../test/database'
import { makeCast, orderIn, type Cast } from '../../../test/orders'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller } from '../../../test/world'
import { defaultReviewSource } from './default-reviews/default-review-source'

const copies = 300
let server: TestServer
let cast: Cast
let district: Caller
let orderId: string
/** A history in every status, half of it public, so that a plan without its index would have to walk it. */
beforeAll(async () => {
  server = await openTestServer()
  cast = await makeCast(await server.world())
  district = await cast.world.staff('district_admin', cast.world.code)
  orderId = (await orderIn(cast, 'submitted', { visibility: 'public' })).id
  await cast.community.ok('orders.approve', { params: { id: orderId }, body: {} })
  for (const status of [...openStatuses, ...closedStatuses]) {
    const count = status === 'graded' ? copies * 4 : copies / 10
    await copyOrder(server, orderId, { count, status, isPublic: true, ownerId: null })
    await copyOrder(server, orderId, { count, status, isPublic: false, approvedAt: null, ownerId: null })
  }
  if (dialect === 'mysql') await server.services.db.schemaSource.query('ANALYZE TABLE orders, order_privates')
  else await server.services.db.schemaSource.query('ANALYZE')
})
afterAll(() => server.close())

/** How the engine reads orders (as `o` too), their clocks (`c`) and private sides for every statement that `work` sends: one line an access. */
async function plansOf(work: () => Promise<unknown>): Promise<string[]> {
  const { reader } = server.services.db
  const sent = jest.spyOn(reader.connection.logger, 'logQuery')
  await work()
  const statements = sent.mock.calls.filter(([sql]) => /FROM `?(orders|order_privates|order_clocks)\b/.test(sql))
  sent.mockRestore()
  expect(statements.length).toBeGreaterThan(0)
  const plans = await Promise.all(statements.map(([sql, params]) => explain(sql, (params ?? []) as unknown[])))
  return plans.flat().filter((line) => /\b(orders|order_privates|order_clocks|o|c)\b/.test(line))
}

async function explain(sql: string, params: unknown[]): Promise<string[]> {
  const { reader } = server.services.db
  if (dialect === 'sqlite') {
    const rows = await reader.query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, params)
    return rows.map(({ detail }) => detail)
  }
  const rows = await reader.query<{ table: string; type: string; key: string | null }[]>(`EXPLAIN ${sql}`, params)
  // MySQL calls a walk of a table ALL and one of a whole index `index`.
  return rows.map(({ table, type, key }) => `${/ALL|index/.test(type) ? 'SCAN' : 'SEARCH'} ${table} ${key ?? ''}`)
}

test('orders.list view=public reads each status from its own range of the index', async () => {
  const query = { view: 'public', communityCode: cast.world.community, limit: 20 } as const
  const plans = await plansOf(() => cast.resident.ok('orders.list', { query }))
  expect(plans.filter((line) => line.includes('SCAN'))).toEqual([])
  expect(plans.filter((line) => line.includes('ix_orders_public'))).toHaveLength(10)
})

test('orders.list sort=urgent reads each status and urgency from its own range of the index of its queue', async () => {
  const queues = [
    ['community', cast.community],
    ['street', cast.street],
    ['district', district],
    ['assignee', cast.gridWorker],
  ] as const
  for (const [name, by] of queues) {
    const plans = await plansOf(() =>
      by.ok('orders.list', { query: { view: 'queue', status: 'submitted,accepted,graded', sort: 'urgent' } }),
    )
    expect(plans.filter((line) => line.includes('SCAN'))).toEqual([])
    expect(plans.filter((line) => line.includes(`ix_orders_${name}_urgency`))).toHaveLength(6)
  }
})

test('orders.list sort=due reads the clocks that run from their own index, and no order beside theirs', async () => {
  const query = { view: 'queue', sort: 'due', limit: 1 } as const
  for (const by of [cast.community, cast.street, district]) {
    const first = await by.ok('orders.list', { query })
    const asked = first.nextCursor === null ? query : { ...query, cursor: first.nextCursor }
    const plans = await plansOf(() => by.ok('orders.list', { query: asked }))
    expect(plans.filter((line) => line.includes('SCAN'))).toEqual([])
    expect(plans.filter((line) => line.includes('ix_order_clocks_front')).length).toBeGreaterThan(0)
    expect(plans.filter((line) => /ix_orders_/.test(line))).toEqual([])
  }
  const sent = await plansOf(() => cast.gridWorker.ok('orders.list', { query }))
  expect(sent.filter((line) => line.includes('SCAN'))).toEqual([])
  expect(sent.filter((line) => line.includes('ix_orders_assignee')).length).toBeGreaterThan(0)
})

test('default reviews that are due are found by their own index', async () => {
  const { reader } = server.services.db
  const plans = await plansOf(() => defaultReviewSource.findDue(reader, server.clock.now(), 20))
  expect(plans.filter((line) => line.includes('SCAN'))).toEqual([])
  expect(plans.filter((line) => line.includes('ix_orders_default_review'))).toHaveLength(1)
})

test('orders.counts counts what is open, and walks no history', async () => {
  const plans = await plansOf(() => cast.street.ok('orders.counts'))
  expect(plans.filter((line) => line.includes('SCAN'))).toEqual([])
})

test('orders.similar never walks the history, for residents and for staff', async () => {
  const draft = { communityCode: cast.world.community, title: '楼道灯不亮', content: '晚上看不清台阶' }
  const residents = await plansOf(() => cast.resident.ok('orders.similar', { query: draft }))
  const staff = await plansOf(() => cast.street.ok('orders.similar', { query: { orderId } }))
  expect([...residents, ...staff].filter((line) => line.includes('SCAN'))).toEqual([])
  expect(residents.filter((line) => line.includes('ix_orders_public'))).toHaveLength(inHandStatuses.length)
})
