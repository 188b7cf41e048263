import { countRows } from '../../../test/database'
import { makeCast, orderIn, steps, type Cast } from '../../../test/orders'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller } from '../../../test/world'

let server: TestServer
let cast: Cast
let other: Caller

beforeAll(async () => {
  server = await openTestServer()
  cast = await makeCast(await server.world())
  other = await cast.world.person({ name: '李四' })
})
afterAll(() => server.close())

const offered = {
  visibility: 'public',
  location: { place: '东门口', lat: 34.361234, lng: 107.140567 },
  contact: { name: '赵大爷', phone: '13812345678', address: '槐树街 8 号' },
} as const
const approved = async () => {
  const { id } = await orderIn(cast, 'submitted', offered)
  return cast.community.ok('orders.approve', { params: { id }, body: {} })
}

describe('orders.approve', () => {
  test('shows title, community and status to everyone, and nothing else', async () => {
    const { id, title } = await orderIn(cast, 'submitted', offered)
    await other.refused('orders.show', 'not_found', { params: { id } })
    await cast.community.ok('orders.approve', { params: { id }, body: {} })
    const shown = await other.ok('orders.show', { params: { id } })
    expect(shown).toMatchObject({
      ...{ title, status: 'submitted', isPublic: true, place: null, requesterName: null, content: null },
      ...{ contact: null, contactAccess: 'none', events: [], allowedActions: ['second'] },
    })
    const mine = await cast.resident.ok('orders.show', { params: { id } })
    expect(mine).toMatchObject({ place: '东门口', isPublic: true })
    expect(mine.allowedActions).not.toContain('second')
  })

  test('is refused for what its owner keeps private, for others, and twice', async () => {
    const kept = { params: { id: (await orderIn(cast, 'submitted')).id }, body: {} }
    await cast.community.refused('orders.approve', 'wrong_state', kept)
    const call = { params: { id: (await orderIn(cast, 'submitted', offered)).id }, body: {} }
    await cast.resident.refused('orders.approve', 'forbidden', call)
    await other.refused('orders.approve', 'not_found', call)
    await server.anyone.refused('orders.approve', 'not_signed_in', call)
    await cast.street.ok('orders.approve', call)
    await cast.community.refused('orders.approve', 'wrong_state', call)
  })
})

describe('orders.list view=public', () => {
  test('has the approved orders of a community, page by page', async () => {
    const world = await server.world()
    const local = await makeCast(world)
    const ids: string[] = []
    for (let count = 0; count < 3; count++) {
      const { id } = await orderIn(local, 'submitted', offered)
      await local.community.ok('orders.approve', { params: { id }, body: {} })
      ids.unshift(id)
      server.clock.advance({ minutes: 1 })
    }
    await orderIn(local, 'submitted', offered)
    const query = { view: 'public', communityCode: world.community, limit: 2 } as const
    const first = await other.ok('orders.list', { query })
    const second = await other.ok('orders.list', { query: { ...query, cursor: first.nextCursor ?? '' } })
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids)
    expect(second.nextCursor).toBeNull()
    expect(first.items[0]).toMatchObject({ place: null, requesterName: null, allowedActions: ['second'] })
    await other.refused('orders.list', 'invalid', { query: { view: 'public' } })
  })

  test('has no withdrawn or merged ones, and a page is full in spite of them', async () => {
    const world = await server.world()
    const local = await makeCast(world)
    const publicOrder = async () => {
      server.clock.advance({ minutes: 1 })
      const { id } = await orderIn(local, 'submitted', offered)
      await local.community.ok('orders.approve', { params: { id }, body: {} })
      return id
    }
    const [old, kept] = [await publicOrder(), await publicOrder()]
    await local.resident.ok('orders.withdraw', { params: { id: await publicOrder() }, body: {} })
    await local.community.ok('orders.merge', { params: { id: await publicOrder() }, body: { intoId: old } })
    const query = { view: 'public', communityCode: world.community, limit: 2 } as const
    const page = await other.ok('orders.list', { query })
    expect(page.items.map(({ id }) => id)).toEqual([kept, old])
    expect(page.nextCursor).toBeNull()
  })
})

describe('what is public', () => {
  test('has neither place nor point nor person, in detail, list and similar orders', async () => {
    const { id, title } = await approved()
    const query = { communityCode: cast.world.community }
    const answers = {
      detail: await other.ok('orders.show', { params: { id } }),
      list: await other.ok('orders.list', { query: { view: 'public', ...query } }),
      similar: await other.ok('orders.similar', { query: { ...query, title, content: '三楼的灯坏了好几天' } }),
    }
    expect(answers.list.items.some((order) => order.id === id)).toBe(true)
    expect(answers.similar.items.some(({ order }) => order.id === id)).toBe(true)
    for (const answer of Object.values(answers)) {
      expect(JSON.stringify(answer)).not.toMatch(/东门口|34\.36|107\.14|赵|138|槐树街 8/)
    }
    expect(JSON.stringify(await cast.community.ok('orders.show', { params: { id } }))).toMatch(/东门口.*34\.361234/)
  })
})

describe('orders.second', () => {
  test('counts each person once and leaves version and history alone', async () => {
    const { id, version } = await approved()
    const call = { params: { id }, body: {} }
    const events = await countRows(server.services.db, 'order_events', 'order_id = ?', [id])
    expect(await other.ok('orders.second', call)).toMatchObject({ secondCount: 1, version, allowedActions: [] })
    await other.refused('orders.second', 'already_exists', call)
    expect(await countRows(server.services.db, 'order_events', 'order_id = ?', [id])).toBe(events)
    expect((await cast.community.ok('orders.show', { params: { id } })).secondCount).toBe(1)
  })

  test('twenty people at once make twenty, and one person at once makes one', async () => {
    const { id } = await approved()
    const people = await Promise.all(Array.from({ length: 20 }, () => cast.world.person()))
    await Promise.all(people.map((person) => person.ok('orders.second', { params: { id }, body: {} })))
    const again = await Promise.all(
      Array.from({ length: 5 }, () => other.call('orders.second', { params: { id }, body: {} })),
    )
    expect(again.filter(({ isOk }) => isOk)).toHaveLength(1)
    expect((await cast.community.ok('orders.show', { params: { id } })).secondCount).toBe(21)
  })

  test('is not for one’s own, nor for private or finished ones', async () => {
    const { id } = await approved()
    await cast.resident.refused('orders.second', 'forbidden', { params: { id }, body: {} })
    await server.anyone.refused('orders.second', 'not_signed_in', { params: { id }, body: {} })
    const kept = await orderIn(cast, 'submitted')
    await other.refused('orders.second', 'not_found', { params: { id: kept.id }, body: {} })
    await cast.resident.ok('orders.withdraw', { params: { id }, body: {} })
    await other.refused('orders.second', 'wrong_state', { params: { id }, body: {} })
  })
})

describe('orders.merge and orders.unmerge', () => {
  test('the people of the merged order follow the other one, and come back', async () => {
    const into = await orderIn(cast, 'accepted')
    const owner = await cast.world.person()
    const body = { kind: 'issue', communityCode: cast.world.community, title: '灯坏了', content: '三楼没有灯' } as const
    const placed = await owner.ok('orders.place', { body: { ...body, visibility: 'public' } })
    await cast.community.ok('orders.approve', { params: { id: placed.id }, body: {} })
    await other.ok('orders.second', { params: { id: placed.id }, body: {} })
    const params = { id: placed.id }
    const merged = await cast.community.ok('orders.merge', { params, body: { intoId: into.id, note: '同一盏灯' } })
    expect(merged).toMatchObject({ status: 'merged', mergedInto: { id: into.id, status: 'accepted' } })
    expect(merged.allowedActions).toEqual(['unmerge'])
    expect((await cast.community.ok('orders.show', { params: { id: into.id } })).secondCount).toBe(2)
    await steps.fulfil(cast, { id: into.id })
    expect((await owner.ok('orders.show', { params })).mergedInto).toMatchObject({ no: into.no, status: 'fulfilled' })
    await owner.refused('orders.show', 'not_found', { params: { id: into.id } })
    const back = await cast.community.ok('orders.unmerge', { params, body: {} })
    expect(back).toMatchObject({ status: 'submitted', mergedInto: null, secondCount: 1 })
    expect((await cast.community.ok('orders.show', { params: { id: into.id } })).secondCount).toBe(0)
  })

  test('is refused into itself, into closed or foreign orders, and for one that others were merged into', async () => {
    const order = await orderIn(cast, 'submitted')
    const closed = await orderIn(cast, 'withdrawn')
    const params = { id: order.id }
    const body = { kind: 'issue', communityCode: cast.world.neighbour, title: '别处', content: '别处的灯' } as const
    const foreign = await other.ok('orders.place', { body })
    for (const intoId of [order.id, closed.id, foreign.id, '01a201f6-9be3-742d-9ab4-5254c5165f67']) {
      const refusal = await cast.community.refused('orders.merge', 'invalid', { params, body: { intoId } })
      expect(refusal.errors).toEqual([expect.objectContaining({ path: 'intoId' })])
    }
    const into = await orderIn(cast, 'submitted')
    await cast.community.ok('orders.merge', { params, body: { intoId: into.id } })
    const third = await orderIn(cast, 'submitted')
    const chained = { params: { id: into.id }, body: { intoId: third.id } }
    await cast.community.refused('orders.merge', 'invalid', chained)
    await cast.resident.refused('orders.unmerge', 'forbidden', { params, body: {} })
    await cast.community.refused('orders.merge', 'wrong_state', { params, body: { intoId: third.id } })
  })
})
