import { defaultOrderRules } from '@xinban/shared/domain'
import { fullMarks, makeCast, orderBody, orderIn, steps, take, type Cast } from '../../../test/orders'
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

const params = (order: { id: string }) => ({ id: order.id })
const allowed = async (by: Caller, order: { id: string }) =>
  (await by.ok('orders.show', { params: params(order) })).allowedActions

test('the main job: a resident orders, the community accepts and fulfils, the resident rates, the street grades', async () => {
  const { resident, community, street } = cast
  const order = await resident.ok('orders.place', { body: orderBody(cast.world) })
  expect(await allowed(community, order)).toEqual(['accept', 'decline', 'merge'])
  expect(await allowed(street, order)).toEqual(['merge'])
  server.clock.advance({ hours: 2 })
  await steps.accept(cast, order)
  expect(await allowed(community, order)).toEqual([
    ...['decline', 'dispatch', 'progress', 'fulfil', 'offer-to-units', 'merge', 'request-extension'],
  ])
  server.clock.advance({ days: 1 })
  const fulfilled = await steps.fulfil(cast, order)
  expect(fulfilled).toMatchObject({
    ...{ fulfilledAt: '2026-11-23T11:00:00+08:00', ratingClosesAt: '2026-12-08T11:00:00+08:00' },
    disputeClosesAt: '2026-12-23T11:00:00+08:00',
  })
  expect(await allowed(resident, order)).toEqual(['rate', 'dispute'])
  expect(await allowed(street, order)).toEqual(['rework'])
  const rated = await steps.rate(cast, order)
  expect(rated.rating).toMatchObject({ stars: 5, reasons: [950], comment: '很快' })
  expect(await allowed(street, order)).toEqual(['grade', 'rework'])
  const graded = await steps.grade(cast, order)
  expect(graded).toMatchObject({ status: 'graded', grade: { total: 100, note: '办得扎实' }, allowedActions: [] })
  expect(graded.events.map(({ action, actor, note }) => [action, actor.role, note])).toEqual([
    ['place', null, null],
    ['accept', 'community_staff', null],
    ['fulfil', 'community_staff', '灯泡换好了'],
    ['rate', null, '很快'],
    ['grade', 'street_staff', '办得扎实'],
  ])
})

describe('the rating window', () => {
  const window = defaultOrderRules.ratingWindowDays

  test('orders.rate: open to its last instant, over a moment later', async () => {
    const [early, late] = [await orderIn(cast, 'fulfilled'), await orderIn(cast, 'fulfilled')]
    server.clock.advance({ days: window })
    await steps.rate(cast, early)
    server.clock.advance({ ms: 1 })
    const refusal = await cast.resident.refused('orders.rate', 'wrong_state', {
      params: params(late),
      body: { stars: 5 },
    })
    expect(refusal.detail).toContain('15 天')
    expect(await allowed(cast.resident, late)).toEqual(['dispute'])
  })

  test('orders.grade: an unrated order waits for the end of the window', async () => {
    const order = await orderIn(cast, 'fulfilled')
    const body = { scores: fullMarks }
    server.clock.advance({ days: window })
    const refusal = await cast.street.refused('orders.grade', 'wrong_state', { params: params(order), body })
    expect(refusal.detail).toContain('居民还可以评价')
    server.clock.advance({ ms: 1 })
    expect(await allowed(cast.street, order)).toContain('grade')
    await cast.street.ok('orders.grade', { params: params(order), body })
  })

  test('orders.rate: a rework opens a new window, and nobody rates twice', async () => {
    const order = await orderIn(cast, 'rework')
    server.clock.advance({ days: window + 1 })
    await steps.fulfil(cast, order)
    await steps.rate(cast, order)
    await take(cast, order, ['rework', 'fulfil'])
    const again = { params: params(order), body: { stars: 1 } }
    const refusal = await cast.resident.refused('orders.rate', 'wrong_state', again)
    expect(refusal.detail).toContain('已经评价过')
    const graded = await steps.grade(cast, order)
    expect(graded.rating).toMatchObject({ stars: 5 })
  })
})

describe('reasons of a rating', () => {
  test.each([
    [5, [950, 510]],
    [4, [940, 406]],
    [3, [930, 307]],
    [2, [920, 207]],
    [1, [910, 108]],
  ] as const)('orders.rate: %i stars take their own codes and none of another level', async (stars, reasons) => {
    const order = await orderIn(cast, 'fulfilled')
    const other = stars === 5 ? 910 : 950
    const misfit = { params: params(order), body: { stars, reasons: [...reasons, other] } }
    const refusal = await cast.resident.refused('orders.rate', 'invalid', misfit)
    expect(refusal.errors).toMatchObject([
      { path: 'reasons', message: expect.stringContaining(String(other)) as string },
    ])
    const body = { stars, reasons: [...reasons, reasons[0]] }
    const rated = await cast.resident.ok('orders.rate', { params: params(order), body })
    expect(rated.rating).toMatchObject({ stars, reasons: [...reasons] })
  })

  test('orders.rate: only its owner, also when they are staff elsewhere', async () => {
    const order = await orderIn(cast, 'fulfilled')
    const other = await cast.world.person()
    await other.refused('orders.rate', 'not_found', { params: params(order), body: { stars: 5 } })
    await cast.street.refused('orders.rate', 'forbidden', { params: params(order), body: { stars: 5 } })
  })
})

describe('who may review', () => {
  test('orders.grade: whoever handled it may not, under any role they also hold', async () => {
    const { world } = cast
    const both = await world.person({
      roles: [
        ['community_staff', world.community],
        ['street_staff', world.street],
      ],
    })
    for (const handling of ['accept', 'fulfil'] as const) {
      const order = await orderIn({ ...cast, community: handling === 'accept' ? both : cast.community }, 'accepted')
      await take({ ...cast, community: handling === 'fulfil' ? both : cast.community }, order, ['fulfil', 'rate'])
      const refusal = await both.refused('orders.grade', 'forbidden', {
        params: params(order),
        body: { scores: fullMarks },
      })
      expect(refusal.detail).toContain('经办过')
      expect(await allowed(both, order)).not.toContain('grade')
      await both.refused('orders.rework', 'forbidden', { params: params(order), body: { note: '返工' } })
      await steps.grade(cast, order)
    }
  })

  test('orders.grade: whoever placed it on behalf, and whoever owns it, may not', async () => {
    const { street, world } = cast
    const onBehalfOf = { name: '赵玉珍', relation: '辖区居民' }
    const helped = await orderIn({ ...cast, resident: street }, 'accepted', { onBehalfOf })
    await steps.fulfil(cast, helped)
    await street.refused('orders.rework', 'forbidden', { params: params(helped), body: { note: '返工' } })
    const own = await orderIn({ ...cast, resident: street }, 'rated')
    await street.refused('orders.grade', 'forbidden', { params: params(own), body: { scores: fullMarks } })
    const colleague = await world.staff('street_staff', world.street)
    await colleague.ok('orders.grade', { params: params(own), body: { scores: fullMarks } })
  })

  test('orders.grade: the district steps in when no street officer is free, and only then', async () => {
    const { world } = cast
    const district = await world.staff('district_admin', world.code)
    const order = await orderIn(cast, 'rated')
    const call = { params: params(order), body: { scores: fullMarks } }
    const refusal = await district.refused('orders.grade', 'forbidden', call)
    expect(refusal.detail).toContain('街道有人')
    await district.ok('members.revoke', { params: { id: cast.street.membershipId } })
    expect(await allowed(district, order)).toContain('grade')
    const graded = await district.ok('orders.grade', call)
    expect(graded.events.at(-1)?.actor).toMatchObject({ role: 'district_admin', org: { code: world.code } })
  })

  test('orders.grade: deciding a decline is not handling', async () => {
    const order = await orderIn(cast, 'declining')
    const body = { decision: 'overrule', note: '请继续办' } as const
    await cast.street.ok('orders.resolve-decline', { params: params(order), body })
    await take(cast, order, ['fulfil', 'rate', 'grade'])
  })
})
