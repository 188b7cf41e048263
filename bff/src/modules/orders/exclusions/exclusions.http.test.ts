import type { Sent } from '@xinban/shared/contracts'
import { makeCast, orderBody, orderIn, type Cast } from '../../../../test/orders'
import { countRows } from '../../../../test/database'
import { allPages } from '../../../../test/pages'
import { openTestServer, type TestServer } from '../../../../test/server'
import type { Caller } from '../../../../test/world'
import { verifyScores } from '../scoring/verify-scores'

let server: TestServer
let cast: Cast
/** The cast's street officer proposes, this one decides. */
let second: Caller
let admin: Caller
beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.reset()
  cast = await makeCast(await server.world())
  second = await cast.world.staff('street_staff', cast.world.street)
  admin = await cast.world.staff('district_admin', cast.world.code)
})
afterAll(() => server.close())

const note = '回访录音和现场照片已核对'
const about = (orderId: string, changes: Partial<Sent<'exclusions.propose', 'body'>> = {}) => ({
  ...{ orderId, reason: 'malicious_rating' as const, parts: ['satisfaction' as const], note },
  ...changes,
})
/** A moment after the one before: of one instant ids have no order. */
const propose = (orderId: string, by: Caller = cast.street) => {
  server.clock.advance({ minutes: 1 })
  return by.ok('exclusions.propose', { body: about(orderId) })
}
const approve = (id: string, by: Caller = second) =>
  by.ok('exclusions.decide', { params: { id }, body: { decision: 'approve', note } })
const figures = async () => (await cast.street.ok('scores.show', { query: { org: cast.world.street } })).total.score
const verify = () => verifyScores(server.services.db.reader, () => undefined)
const expectClean = async () => {
  const { differences, orderFaults } = await verify()
  expect([differences, orderFaults]).toEqual([[], []])
}

async function badlyRated() {
  const order = await orderIn(cast, 'fulfilled')
  return cast.resident.ok('orders.rate', { params: { id: order.id }, body: { stars: 1 } })
}

test('one proposes, another approves, and only then the order leaves the rate and shows in the public count', async () => {
  const order = await badlyRated()
  const before = await figures()
  const docket = await propose(order.id)
  expect(docket).toMatchObject({
    ...{ state: 'proposed', parts: ['satisfaction'], decided: null, version: 1, allowedActions: ['withdraw'] },
    order: { id: order.id, no: order.no, title: '楼道灯不亮', community: { code: cast.world.community } },
    proposed: { by: '测**', role: 'street_staff', org: { code: cast.world.street } },
  })
  expect(await figures()).toEqual(before)
  const approved = await approve(docket.id)
  expect(approved).toMatchObject({ state: 'approved', decided: { by: '测**', note }, version: 2, allowedActions: [] })
  const { parts, excluded, coverage } = await figures()
  expect(before.parts.satisfaction).toMatchObject({ good: 0, of: 1 })
  expect(parts.satisfaction).toMatchObject({ good: 0, of: 0, rate: 'not_assessed' })
  expect(parts.resolution).toEqual(before.parts.resolution)
  expect([excluded, coverage.of]).toEqual([{ response: 0, resolution: 0, satisfaction: 1 }, 0])
  const topics = await countRows(server.services.db, 'outbox', `topic LIKE 'exclusion.%' AND payload LIKE ?`, [
    `%${docket.id}%`,
  ])
  expect(topics).toBe(2)
  await expectClean()
})

test('what was approved goes on to hold while the order goes on', async () => {
  const order = await orderIn(cast, 'accepted')
  const body = about(order.id, { reason: 'system_failure', parts: ['response', 'resolution'] })
  const { id } = await cast.street.ok('exclusions.propose', { body })
  await approve(id)
  await cast.community.ok('orders.fulfil', { params: { id: order.id }, body: { note } })
  expect(await figures()).toMatchObject({
    parts: { response: { of: 0 }, resolution: { of: 0 } },
    excluded: { response: 1, resolution: 1, satisfaction: 0 },
  })
  await expectClean()
})

test('a rejected and a withdrawn docket change nothing, and another may follow', async () => {
  const order = await badlyRated()
  const before = await figures()
  const first = await propose(order.id)
  const rejected = await second.ok('exclusions.decide', {
    ...{ params: { id: first.id }, body: { decision: 'reject', note: '评价属实' } },
  })
  expect(rejected).toMatchObject({ state: 'rejected', decided: { note: '评价属实' } })
  const next = await propose(order.id)
  expect(await cast.street.ok('exclusions.withdraw', { params: { id: next.id } })).toMatchObject({
    ...{ state: 'withdrawn', decided: null },
  })
  expect(await figures()).toEqual(before)
  await propose(order.id)
  const all = await cast.street.ok('exclusions.list', { query: { orderId: order.id } })
  expect(all.items.map(({ state }) => state)).toEqual(['proposed', 'withdrawn', 'rejected'])
  await expectClean()
})

test('two persons: neither the proposer, nor whoever handled the order, nor its owner decides', async () => {
  const { id } = await propose((await badlyRated()).id)
  const decide = { params: { id }, body: { decision: 'approve', note } } as const
  expect((await cast.street.refused('exclusions.decide', 'forbidden', decide)).detail).toContain('自己提出的')
  await second.refused('exclusions.withdraw', 'forbidden', { params: { id } })
  const { world } = cast
  const both = await world.person({
    roles: [
      ['street_staff', world.street],
      ['community_staff', world.community],
    ],
  })
  const handled = await orderIn({ ...cast, community: both }, 'fulfilled')
  const other = await propose(handled.id)
  const refusal = await both.refused('exclusions.decide', 'forbidden', { ...decide, params: { id: other.id } })
  expect(refusal.detail).toContain('经办过')
  const owner = await world.staff('street_staff', world.street)
  const own = await orderIn({ ...cast, resident: owner }, 'fulfilled')
  await owner.refused('exclusions.propose', 'forbidden', { body: about(own.id) })
  const third = await propose(own.id)
  await owner.refused('exclusions.decide', 'forbidden', { ...decide, params: { id: third.id } })
  const seen = await owner.ok('exclusions.list', { query: {} })
  expect(seen.items.map(({ id: docket, allowedActions }) => [docket, allowedActions])).toEqual([
    [third.id, []],
    [other.id, ['decide']],
    [id, ['decide']],
  ])
  await approve(third.id, admin)
})

test('of two deciders at once one wins, and the counters say so once', async () => {
  const order = await badlyRated()
  const { id } = await propose(order.id)
  const replies = await Promise.all(
    [second, admin].map((by) => by.call('exclusions.decide', { params: { id }, body: { decision: 'approve', note } })),
  )
  expect(replies.filter(({ isOk }) => isOk)).toHaveLength(1)
  expect(replies.find(({ isOk }) => !isOk)?.status).toBe(409)
  expect((await figures()).excluded.satisfaction).toBe(1)
  await expectClean()
})

test('an approval and a step of the order at once lose no count', async () => {
  const orders = await Promise.all(Array.from({ length: 6 }, () => orderIn(cast, 'fulfilled')))
  const dockets = []
  for (const { id } of orders) dockets.push(await propose(id))
  await Promise.all([
    ...dockets.map(({ id }) =>
      second.call('exclusions.decide', { params: { id }, body: { decision: 'approve', note } }),
    ),
    ...orders.map(({ id }) => cast.resident.call('orders.rate', { params: { id }, body: { stars: 1 } })),
  ])
  await expectClean()
})

test('verification finds an order that is out of what no docket says', async () => {
  const order = await badlyRated()
  await server.services.db.unitOfWork((em) =>
    em.query(`UPDATE orders SET excluded_parts = '["satisfaction"]' WHERE id = '${order.id}'`),
  )
  const { orderFaults } = await verify()
  expect(orderFaults.map(({ fault }) => fault)).toEqual([
    'excludedParts: stored satisfaction, its approved dockets say nothing',
  ])
  await server.services.db.unitOfWork((em) =>
    em.query(`UPDATE orders SET excluded_parts = NULL WHERE id = '${order.id}'`),
  )
})

test('orders.show says to whom proposing is open: the street and the district, of an order that is not their own', async () => {
  const { world } = cast
  const order = await orderIn(cast, 'rated')
  const owner = await world.person({ communityCode: world.community, roles: [['street_staff', world.street]] })
  const own = await owner.ok('orders.place', { body: orderBody(world) })
  const mayPropose = async (caller: Caller, id = order.id) =>
    (await caller.ok('orders.show', { params: { id } })).mayProposeExclusion
  const district = await world.staff('district_admin', world.code)
  for (const officer of [cast.street, owner, district]) expect(await mayPropose(officer)).toBe(true)
  for (const other of [cast.community, cast.resident, await world.staff('auditor', world.code)]) {
    expect(await mayPropose(other)).toBe(false)
  }
  expect(await mayPropose(owner, own.id)).toBe(false)
  expect(await mayPropose(cast.street, own.id)).toBe(true)
})

test('exclusions.list: the street its own, the district and its auditor all; in pages', async () => {
  const { world } = cast
  const here = [await badlyRated(), await badlyRated()]
  const far = await orderIn(cast, 'submitted', { communityCode: world.far })
  const ids = []
  for (const order of here) ids.push((await propose(order.id)).id)
  ids.push((await propose(far.id, admin)).id)
  const list = (by: Caller) => allPages((cursor) => by.ok('exclusions.list', { query: { limit: 1, cursor } }))
  const idsOf = async (by: Caller) => (await list(by)).map(({ id }) => id)
  expect(await idsOf(cast.street)).toEqual(ids.slice(0, 2).reverse())
  expect(await idsOf(admin)).toEqual([...ids].reverse())
  const auditor = await world.staff('auditor', world.code)
  expect(await idsOf(auditor)).toEqual([...ids].reverse())
  expect((await list(auditor)).flatMap(({ allowedActions }) => allowedActions)).toEqual([])
  expect((await admin.ok('exclusions.list', { query: { state: 'approved' } })).items).toEqual([])
  await cast.community.refused('exclusions.list', 'forbidden')
  await cast.resident.refused('exclusions.list', 'forbidden')
  await server.anyone.refused('exclusions.list', 'not_signed_in')
  await cast.street.refused('exclusions.list', 'invalid', { query: { state: 'open' } })
  await cast.street.refused('exclusions.list', 'malformed_request', { query: { cursor: '%%' } })
})

test('exclusions.propose: 401, 403, 404, 409, 422, and once for one key', async () => {
  const { world } = cast
  const order = await badlyRated()
  const body = about(order.id)
  await server.anyone.refused('exclusions.propose', 'not_signed_in', { body })
  await cast.community.refused('exclusions.propose', 'forbidden', { body })
  await cast.resident.refused('exclusions.propose', 'forbidden', { body })
  const auditor = await world.staff('auditor', world.code)
  await auditor.refused('exclusions.propose', 'forbidden', { body })
  const stranger = await world.staff('street_staff', world.otherStreet)
  await stranger.refused('exclusions.propose', 'not_found', { body })
  const misfit = await cast.street.refused('exclusions.propose', 'invalid', {
    body: { ...body, parts: ['response', 'satisfaction'] },
  })
  expect(misfit.errors).toMatchObject([{ path: 'parts', message: expect.stringContaining('响应率') as string }])
  for (const wrong of [{ parts: [] }, { parts: ['satisfaction', 'satisfaction'] }, { note: ' ' }, { reason: 'rain' }]) {
    await cast.street.refused('exclusions.propose', 'invalid', { body: { ...body, ...wrong } })
  }
  const [once, again] = [
    await cast.street.ok('exclusions.propose', { body, key: 'k1' }),
    await cast.street.ok('exclusions.propose', { body, key: 'k1' }),
  ]
  expect(again).toEqual(once)
  await cast.street.refused('exclusions.propose', 'already_exists', { body })
  await approve(once.id)
  await cast.street.refused('exclusions.propose', 'already_exists', { body })
})

test('exclusions.decide and withdraw: 401, 403, 404, 409, 412, 422', async () => {
  const { world } = cast
  const { id } = await propose((await badlyRated()).id)
  const params = { id }
  const decide = { params, body: { decision: 'approve', note } }
  await server.anyone.refused('exclusions.decide', 'not_signed_in', decide)
  await server.anyone.refused('exclusions.withdraw', 'not_signed_in', { params })
  const auditor = await world.staff('auditor', world.code)
  await auditor.refused('exclusions.decide', 'forbidden', decide)
  for (const other of [cast.community, await world.staff('street_staff', world.otherStreet)]) {
    await other.refused('exclusions.decide', 'not_found', decide)
    await other.refused('exclusions.withdraw', 'not_found', { params })
  }
  await second.refused('exclusions.decide', 'invalid', { params, body: { decision: 'approve' } })
  await second.refused('exclusions.decide', 'invalid', { params, body: { decision: 'maybe', note } })
  await second.refused('exclusions.decide', 'version_mismatch', { ...decide, ifMatch: '"7"' })
  await approve(id)
  await admin.refused('exclusions.decide', 'wrong_state', decide)
  await cast.street.refused('exclusions.withdraw', 'wrong_state', { params })
})
