import type { Order, Sent } from '@xinban/shared/contracts'
import { makeCast, orderBody, orderIn, steps, type Cast } from '../../../test/orders'
import { allPages } from '../../../test/pages'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller } from '../../../test/world'

let server: TestServer
let cast: Cast
/** Every third one is urgent; two statuses, so that every page is put together from several ranges. Oldest first. */
const orders: Order[] = []
beforeAll(async () => {
  server = await openTestServer()
  cast = await makeCast(await server.world())
  for (let number = 0; number < 18; number++) {
    const status = number % 2 === 0 ? 'submitted' : 'in_progress'
    orders.push(await orderIn(cast, status, { urgency: number % 3 === 0 ? 'urgent' : 'normal' }))
    server.clock.advance({ hours: 1 })
  }
})
afterAll(() => server.close())

type Query = NonNullable<Sent<'orders.list', 'query'>>
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id)
const all = async (by: Caller, query: Query) =>
  ids(await allPages((cursor) => by.ok('orders.list', { query: { ...query, cursor } })))
const urgentFirst = (of: readonly Order[]) =>
  ids([...of.filter(({ urgency }) => urgency === 'urgent'), ...of.filter(({ urgency }) => urgency === 'normal')])

test.each([1, 2, 5, 6, 7, 18, 100])(
  'orders.list sort=urgent: by pages of %i urgent ones come first, the oldest first in each, none lost or doubled',
  async (limit) => {
    for (const [by, view] of [
      [cast.community, 'queue'],
      [cast.street, 'queue'],
      [cast.resident, 'mine'],
    ] as const) {
      expect(await all(by, { view, sort: 'urgent', limit })).toEqual(urgentFirst(orders))
    }
    const waiting = await all(cast.community, { view: 'queue', sort: 'urgent', status: 'submitted', limit })
    expect(waiting).toEqual(urgentFirst(orders.filter(({ status }) => status === 'submitted')))
    const worker = await all(cast.gridWorker, { view: 'queue', sort: 'urgent', limit })
    expect(worker).toEqual(urgentFirst(orders.filter(({ status }) => status === 'in_progress')))
  },
)

test.each(['newest', 'oldest', 'urgent'] as const)(
  'orders.list urgency: filters a list that goes by %s',
  async (sort) => {
    for (const urgency of ['urgent', 'normal'] as const) {
      const expected = ids(orders.filter((order) => order.urgency === urgency))
      const seen = await all(cast.community, { view: 'queue', urgency, sort, limit: 4 })
      expect(seen).toEqual(sort === 'newest' ? expected.reverse() : expected)
    }
  },
)

test('orders.list sort=urgent: an urgent order that comes while pages are turned shifts nothing', async () => {
  const resident = await cast.world.person()
  const place = (urgency: 'urgent' | 'normal') => {
    server.clock.advance({ ms: 1 })
    return resident.ok('orders.place', { body: orderBody(cast.world, { urgency }) })
  }
  const first = [await place('normal'), await place('urgent'), await place('normal'), await place('urgent')]
  let added = 0
  const seen = await allPages(async (cursor) => {
    const page = await resident.ok('orders.list', { query: { sort: 'urgent', limit: 1, cursor } })
    server.clock.advance({ minutes: 1 })
    if (added++ === 2) await steps.accept(cast, await place('urgent'))
    return page
  })
  expect(ids(seen)).toEqual(urgentFirst(first))
})

test('orders.list: a cursor of one order of things is refused by the other, 400; public lists know no urgency, 422', async () => {
  const cursorOf = async (sort: 'newest' | 'urgent') =>
    (await cast.community.ok('orders.list', { query: { view: 'queue', sort, limit: 1 } })).nextCursor ?? ''
  const ask = (sort: 'newest' | 'urgent', cursor: string) => ({ query: { view: 'queue', sort, cursor } }) as const
  await cast.community.refused('orders.list', 'malformed_request', ask('urgent', await cursorOf('newest')))
  await cast.community.refused('orders.list', 'malformed_request', ask('newest', await cursorOf('urgent')))
  const shown = { view: 'public', communityCode: cast.world.community } as const
  await cast.resident.refused('orders.list', 'invalid', { query: { ...shown, sort: 'urgent' } })
  await cast.resident.refused('orders.list', 'invalid', { query: { ...shown, urgency: 'urgent' } })
  await cast.resident.refused('orders.list', 'invalid', { query: { urgency: 'soon' } })
})

test('orders.counts: how many of the open ones are urgent', async () => {
  const { counts, urgent, mayGrade } = await cast.gridWorker.ok('orders.counts')
  expect({ counts, urgent, mayGrade }).toEqual({
    counts: { in_progress: 9 },
    urgent: { in_progress: 3 },
    mayGrade: null,
  })
})

describe('orders.counts mayGrade', () => {
  const mayGrade = async (by: Caller, membershipId = by.membershipId) =>
    (await by.ok('orders.counts', { query: { membershipId } })).mayGrade
  const gradable = async (by: Caller, membershipId = by.membershipId) => {
    const query = { view: 'queue', status: 'rated', limit: 100, membershipId } as const
    const { items } = await by.ok('orders.list', { query })
    return items.filter(({ allowedActions }) => allowedActions.includes('grade')).length
  }

  test('leaves out what the officer handled, owns, or placed for someone; a colleague has it all', async () => {
    const here = await makeCast(await server.world())
    const { world } = here
    const both = await world.person({
      communityCode: world.community,
      roles: [
        ['street_staff', world.street],
        ['community_staff', world.community],
      ],
    })
    await orderIn(here, 'rated')
    await orderIn({ ...here, community: both }, 'rated')
    await orderIn({ ...here, resident: both }, 'rated')
    const placed = await both.ok('orders.place', {
      body: orderBody(world, { onBehalfOf: { name: '赵玉珍', relation: '邻居' } }),
    })
    await steps.accept(here, placed)
    await steps.fulfil(here, placed)
    await here.street.ok('orders.rate', { params: { id: placed.id }, body: { stars: 5, reasons: [950] } })
    expect([await mayGrade(both), await gradable(both)]).toEqual([1, 1])
    expect([await mayGrade(here.street), await gradable(here.street)]).toEqual([4, 4])
    expect(await mayGrade(here.community)).toBeNull()
  })

  test('leaves out what a bad review or a dispute holds up, until it is over', async () => {
    const here = await makeCast(await server.world())
    const both = async () => [await mayGrade(here.street), await gradable(here.street)]
    const { id } = await orderIn(here, 'fulfilled')
    await here.resident.ok('orders.rate', { params: { id }, body: { stars: 1, comment: '还是不亮' } })
    expect(await both()).toEqual([0, 0])
    await here.street.ok('orders.callback', { params: { id }, body: { note: '灯又坏了' } })
    await here.community.ok('orders.rectify', { params: { id }, body: { note: '换了灯座' } })
    expect(await both()).toEqual([0, 0])
    await here.resident.ok('orders.follow-up-rating', { params: { id }, body: { stars: 4, reasons: [940] } })
    expect(await both()).toEqual([1, 1])
    await here.resident.ok('orders.dispute', { params: { id }, body: { note: '没有修好' } })
    expect(await both()).toEqual([0, 0])
  })

  test('the district counts what no street officer is free of', async () => {
    const world = await server.world()
    const officer = await world.person({
      roles: [
        ['community_staff', world.community],
        ['street_staff', world.street],
      ],
    })
    const here = await makeCast(world)
    await server.services.db.unitOfWork((em) =>
      em.query('UPDATE memberships SET revoked_at = ? WHERE id = ?', [
        server.clock.now().toISOString().replace('T', ' ').replace('Z', ''),
        here.street.membershipId,
      ]),
    )
    const district = await world.staff('district_admin', world.code)
    await orderIn(here, 'rated')
    expect(await mayGrade(district)).toBe(0)
    await orderIn({ ...here, community: officer }, 'rated')
    expect([await mayGrade(district), await gradable(district)]).toEqual([1, 1])
  })
})
