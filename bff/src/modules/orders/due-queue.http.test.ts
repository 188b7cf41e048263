import type { OrderSummary, Sent } from '@xinban/shared/contracts'
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
