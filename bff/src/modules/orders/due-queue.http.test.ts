import type { OrderSummary, Sent } from '@xinban/shared/contracts'
import { orderTasks, type OrderTask } from '@xinban/shared/domain'
import { makeCast, orderBody, orderIn, steps, take, type Cast } from '../../../test/orders'
import { allPages } from '../../../test/pages'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller } from '../../../test/world'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.reset()
  cast = await makeCast(await server.world())
})
afterAll(() => server.close())

type Query = NonNullable<Sent<'orders.list', 'query'>>
const all = (by: Caller, query: Query = {}) =>
  allPages((cursor) => by.ok('orders.list', { query: { view: 'queue', sort: 'due', ...query, cursor } }))
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id)
const byDue = (items: readonly OrderSummary[]) =>
  ids(
    [...items].sort(
      (a, b) => Date.parse(a.due?.dueAt ?? '') - Date.parse(b.due?.dueAt ?? '') || (a.id < b.id ? -1 : 1),
    ),
  )

/** Twelve orders of several urgencies and statuses, many of them due at the same instant, some overdue. */
async function makeQueue(): Promise<void> {
  for (let number = 0; number < 12; number++) {
    const status = (['submitted', 'accepted', 'in_progress'] as const)[number % 3] ?? 'submitted'
    const urgency = number % 4 === 0 ? 'urgent' : 'normal'
    await orderIn(cast, status, { urgency, kind: number % 2 === 0 ? 'issue' : 'suggestion' })
    if (number % 3 === 2) server.clock.advance({ hours: 9 })
  }
}

test.each([1, 2, 5, 11, 12, 100])(
  'orders.list sort=due: by pages of %i what is due first comes first, none lost or doubled',
  async (limit) => {
    await makeQueue()
    const every = await allPages((cursor) => cast.community.ok('orders.list', { query: { view: 'queue', cursor } }))
    expect(new Set(every.map(({ due }) => due?.dueAt)).size).toBeLessThan(every.length)
    expect(ids(await all(cast.community, { limit }))).toEqual(byDue(every))
    for (const filter of [
      { status: 'submitted,in_progress' },
      { kind: 'suggestion' },
      { urgency: 'urgent' },
      { status: '' },
      { q: '楼道' },
      { q: '没有这样的' },
    ] as const) {
      const some = await allPages((cursor) =>
        cast.community.ok('orders.list', { query: { view: 'queue', ...filter, cursor } }),
      )
      expect(ids(await all(cast.community, { ...filter, limit }))).toEqual(byDue(some))
    }
    const sent = every.filter(({ handler }) => handler?.code === cast.world.grid)
    expect(sent).toHaveLength(4)
    expect(ids(await all(cast.gridWorker, { limit }))).toEqual(byDue(sent))
  },
)

test('orders.list sort=due: a queue has what its org answers for, and nothing that is over', async () => {
  const declining = await orderIn(cast, 'declining')
  server.clock.advance({ hours: 1 })
  const rated = await orderIn(cast, 'rated')
  const submitted = await orderIn(cast, 'submitted')
  await orderIn(cast, 'graded')
  await orderIn(cast, 'withdrawn')
  expect(ids(await all(cast.street))).toEqual([declining.id, rated.id])
  expect(ids(await all(cast.community))).toContain(submitted.id)
  expect(ids(await all(cast.community))).not.toContain(rated.id)
  const district = await cast.world.staff('district_admin', cast.world.code)
  expect(await all(district)).toEqual([])
  const elsewhere = await cast.world.staff('community_staff', cast.world.neighbour)
  expect(await all(elsewhere)).toEqual([])
  await take(cast, rated, ['grade'])
  expect(ids(await all(cast.street))).toEqual([declining.id])
  expect(await all(cast.street, { communityCode: cast.world.neighbour })).toEqual([])
})

test('an extension moves an order back in the queue', async () => {
  const first = await orderIn(cast, 'accepted')
  server.clock.advance({ ms: 1 })
  const second = await orderIn(cast, 'accepted')
  expect(ids(await all(cast.community))).toEqual([first.id, second.id])
  await cast.community.ok('orders.request-extension', { params: { id: first.id }, body: { days: 5, note: '等配件' } })
  await cast.street.ok('orders.resolve-extension', { params: { id: first.id }, body: { decision: 'grant' } })
  expect(ids(await all(cast.community))).toEqual([second.id, first.id])
})

test('orders.list sort=due: of queues alone, 422; a cursor of another order of things is refused, 400', async () => {
  await makeQueue()
  await cast.resident.refused('orders.list', 'invalid', { query: { view: 'mine', sort: 'due' } })
  await cast.resident.refused('orders.list', 'forbidden', { query: { view: 'queue', sort: 'due' } })
  const shown = { view: 'public', communityCode: cast.world.community } as const
  await cast.resident.refused('orders.list', 'invalid', { query: { ...shown, sort: 'due' } })
  const cursorOf = async (sort: 'newest' | 'urgent' | 'due') =>
    (await cast.community.ok('orders.list', { query: { view: 'queue', sort, limit: 1 } })).nextCursor ?? ''
  for (const [sort, other] of [
    ['due', 'newest'],
    ['due', 'urgent'],
    ['newest', 'due'],
    ['urgent', 'due'],
  ] as const) {
    const query = { view: 'queue', sort, cursor: await cursorOf(other) } as const
    await cast.community.refused('orders.list', 'malformed_request', { query })
  }
})

test('orders.counts: how many are overdue and how many soon will be, for whoever holds them', async () => {
  const dueOf = async (by: Caller) => {
    const { overdue, warned } = await by.ok('orders.counts')
    return [overdue, warned]
  }
  const place = () => cast.resident.ok('orders.place', { body: orderBody(cast.world, { urgency: 'urgent' }) })
  const waiting = await place()
  const sent = await place()
  await take(cast, sent, ['accept', 'dispatch'])
  expect([await dueOf(cast.community), await dueOf(cast.gridWorker)]).toEqual([
    [0, 0],
    [0, 0],
  ])
  // Two hours to accept, warned at four fifths of them; a day to fulfil.
  server.clock.advance({ minutes: 100 })
  expect(await dueOf(cast.community)).toEqual([0, 1])
  server.clock.advance({ minutes: 20 })
  expect(await dueOf(cast.community)).toEqual([0, 1])
  server.clock.advance({ ms: 1 })
  expect(await dueOf(cast.community)).toEqual([1, 0])
  server.clock.advance({ hours: 20 })
  expect([await dueOf(cast.community), await dueOf(cast.gridWorker)]).toEqual([
    [1, 1],
    [0, 1],
  ])
  server.clock.advance({ hours: 4 })
  expect([await dueOf(cast.community), await dueOf(cast.gridWorker), await dueOf(cast.street)]).toEqual([
    [2, 0],
    [1, 0],
    [0, 0],
  ])
  await steps.accept(cast, waiting)
  await steps.fulfil(cast, waiting)
  await steps.fulfil(cast, sent)
  expect([await dueOf(cast.community), await dueOf(cast.gridWorker)]).toEqual([
    [0, 0],
    [0, 0],
  ])
})

describe('orders.list task, orders.counts tasks', () => {
  const listed = async (by: Caller, task: OrderTask) => ids(await all(by, { task, limit: 1 }))
  /** What is counted of each task, after asserting that the list of each has as many. */
  async function tasksOf(by: Caller) {
    const { tasks, overdue, warned } = await by.ok('orders.counts')
    const counted = { ...tasks, overdue, warned }
    const listedOf = await Promise.all(orderTasks.map(async (task) => [task, (await listed(by, task)).length] as const))
    expect(Object.fromEntries(listedOf)).toEqual(counted)
    return Object.fromEntries(Object.entries(tasks).filter(([, n]) => n > 0))
  }

  test('a bad rating is to be called back by the street and put right by whoever has it', async () => {
    const order = await take(cast, await orderIn(cast, 'accepted'), ['dispatch', 'fulfil'])
    const params = { id: order.id }
    await cast.resident.ok('orders.rate', { params, body: { stars: 1, comment: '还是不亮' } })
    await orderIn(cast, 'rated')
    expect(await tasksOf(cast.street)).toEqual({ callback: 1 })
    expect(await tasksOf(cast.community)).toEqual({ rectify: 1 })
    expect(await tasksOf(cast.gridWorker)).toEqual({ rectify: 1 })
    expect(await listed(cast.street, 'callback')).toEqual([order.id])
    expect(await listed(cast.gridWorker, 'rectify')).toEqual([order.id])
    await cast.street.ok('orders.callback', { params, body: { note: '灯又坏了' } })
    await cast.gridWorker.ok('orders.rectify', { params, body: { note: '换了灯座' } })
    for (const by of [cast.street, cast.community, cast.gridWorker]) expect(await tasksOf(by)).toEqual({})
  })

  test('extensions, disputes of graded orders and what was escalated wait for whoever decides', async () => {
    const asked = await orderIn(cast, 'accepted')
    await cast.community.ok('orders.request-extension', { params: { id: asked.id }, body: { days: 2, note: '等配件' } })
    const graded = await orderIn(cast, 'graded')
    await cast.resident.ok('orders.dispute', { params: { id: graded.id }, body: { note: '没有修好' } })
    expect(await tasksOf(cast.street)).toEqual({ extension: 1, dispute: 1 })
    expect(await listed(cast.street, 'extension')).toEqual([asked.id])
    expect(await listed(cast.street, 'dispute')).toEqual([graded.id])
    expect(await all(cast.street, { task: 'dispute', status: 'fulfilled' })).toEqual([])
    const body = { decision: 'reject', note: '现场看过，已经亮了' } as const
    await cast.street.ok('orders.resolve-dispute', { params: { id: graded.id }, body })
    expect(await tasksOf(cast.street)).toEqual({ extension: 1 })

    const district = await cast.world.staff('district_admin', cast.world.code)
    const often = await orderIn(cast, 'fulfilled')
    await take(cast, often, ['rework', 'fulfil', 'rework', 'fulfil', 'rework'])
    expect(await tasksOf(district)).toEqual({ escalation: 1 })
    expect(await listed(district, 'escalation')).toEqual([often.id])
  })

  test('what is overdue and what soon will be is listed as it is counted', async () => {
    await makeQueue()
    server.clock.advance({ hours: 7 })
    for (const by of [cast.community, cast.gridWorker]) {
      expect(await tasksOf(by)).toEqual({})
      expect((await by.ok('orders.counts')).overdue).toBeGreaterThan(0)
    }
  })

  test('only of queues by due time, 422', async () => {
    for (const query of [
      { view: 'queue', task: 'callback' },
      { view: 'mine', sort: 'due', task: 'callback' },
      { view: 'public', communityCode: cast.world.community, task: 'overdue' },
      { view: 'queue', sort: 'due', task: 'nonsense' as 'overdue' },
    ] as const) {
      await cast.community.refused('orders.list', 'invalid', { query })
    }
    await cast.resident.refused('orders.list', 'forbidden', { query: { view: 'queue', sort: 'due', task: 'overdue' } })
    await server.anyone.refused('orders.counts', 'not_signed_in')
  })
})
