import { makeCast, orderIn, steps, take, type Cast } from '../../../test/orders'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller } from '../../../test/world'
import { updateRows } from '../../db/rows'
import { Org } from '../orgs'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  cast = await makeCast(await server.world())
})
afterAll(() => server.close())

const params = (order: { id: string }) => ({ id: order.id })
const decide = (order: { id: string }, decision: string, toCode?: string) => ({
  params: params(order),
  body: { decision, note: '街道的意见', ...(toCode !== undefined && { toCode }) },
})
const end = (code: string) =>
  server.services.db.unitOfWork((em) => updateRows(em, Org, { validUntil: '2026-11-21' }, 'code = ?', [code]))

test('orders.decline: by the word that officials know as well as by its code', async () => {
  const order = await orderIn(cast, 'submitted')
  const body = { reason: '非本级职责', note: '归城管' } as never
  const declining = await cast.community.ok('orders.decline', { params: params(order), body })
  expect(declining.events.at(-1)).toMatchObject({ action: 'decline', reason: 'not_our_duty', note: '归城管' })
})

test('orders.resolve-decline confirm: the order is closed', async () => {
  const order = await orderIn(cast, 'declining')
  const declined = await cast.street.ok('orders.resolve-decline', decide(order, 'confirm') as never)
  expect(declined).toMatchObject({ status: 'declined', allowedActions: [] })
  expect(declined.events.at(-1)).toMatchObject({ decision: 'confirm', note: '街道的意见' })
})

test('orders.resolve-decline overrule: the community has it again', async () => {
  const order = await orderIn(cast, 'declining')
  await cast.street.ok('orders.resolve-decline', decide(order, 'overrule') as never)
  const back = await cast.community.ok('orders.show', { params: params(order) })
  expect(back).toMatchObject({
    status: 'accepted',
    allowedActions: ['decline', 'dispatch', 'progress', 'fulfil', 'offer-to-units', 'merge', 'request-extension'],
  })
})

test('orders.resolve-decline redirect: the new community has it, the old one and its street lose sight', async () => {
  const { world, street, community, resident } = cast
  const order = await orderIn(cast, 'declining')
  const newCommunity = await world.staff('community_staff', world.far)
  const newStreet = await world.staff('street_staff', world.otherStreet)
  await newCommunity.refused('orders.show', 'not_found', { params: params(order) })
  const call = { ...decide(order, 'redirect', world.far), key: 'redirect-1' }
  for (const answer of [
    await street.call('orders.resolve-decline', call),
    await street.call('orders.resolve-decline', call),
  ]) {
    expect(answer).toMatchObject({ isOk: true, answer: { communityCode: world.far, allowedActions: [] } })
  }
  await community.refused('orders.show', 'not_found', { params: params(order) })
  await street.refused('orders.show', 'not_found', { params: params(order) })
  const there = await newCommunity.ok('orders.show', { params: params(order) })
  expect(there).toMatchObject({
    status: 'submitted',
    communityCode: world.far,
    allowedActions: ['accept', 'decline', 'merge'],
  })
  expect((await resident.ok('orders.show', { params: params(order) })).events.at(-1)).toMatchObject({
    ...{ decision: 'redirect', to: { code: world.far } },
  })
  await take({ ...cast, community: newCommunity, street: newStreet }, order, ['accept', 'fulfil', 'rate', 'grade'])
  await street.refused('orders.resolve-decline', 'not_found', call)
})

test('orders.resolve-decline redirect: inside one street its officer keeps sight', async () => {
  const order = await orderIn(cast, 'declining')
  const moved = await cast.street.ok('orders.resolve-decline', decide(order, 'redirect', cast.world.neighbour) as never)
  expect(moved).toMatchObject({ status: 'submitted', communityCode: cast.world.neighbour })
  await cast.community.refused('orders.accept', 'not_found', { params: params(order), body: {} })
})

test('orders.resolve-decline redirect: 422 for the same, another district’s, a closed one and what is no community', async () => {
  const { world, street } = cast
  const order = await orderIn(cast, 'declining')
  await end(world.far)
  for (const code of [world.community, world.elsewhere.community, world.far, '999999999999']) {
    const refusal = await street.refused('orders.resolve-decline', 'invalid', decide(order, 'redirect', code))
    expect(refusal.errors).toMatchObject([{ path: 'toCode' }])
  }
  expect((await street.ok('orders.show', { params: params(order) })).status).toBe('declining')
})

test('orders.withdraw: the owner may still withdraw while the street decides', async () => {
  const order = await orderIn(cast, 'declining')
  expect((await steps.withdraw(cast, order)).status).toBe('withdrawn')
  await cast.street.refused('orders.resolve-decline', 'wrong_state', decide(order, 'confirm'))
})

describe('orders.dispatch', () => {
  const dispatch = (order: { id: string }, body: { toCode: string } | { memberId: string }) =>
    cast.community.ok('orders.dispatch', { params: params(order), body })
  const sees = async (by: Caller, order: { id: string }) =>
    (await by.call('orders.show', { params: params(order) })).isOk

  test.each([['grid'], ['unit'], ['streetUnit'], ['districtUnit']] as const)(
    'orders.dispatch: to a %s, whose members see it, handle it, and see nothing else',
    async (level) => {
      const { world } = cast
      const role = level === 'grid' ? 'grid_worker' : 'unit_staff'
      const member = await world.staff(role, world[level])
      const [order, other] = [await orderIn(cast, 'accepted'), await orderIn(cast, 'accepted')]
      expect(await sees(member, order)).toBe(false)
      const dispatched = await dispatch(order, { toCode: world[level] })
      expect(dispatched).toMatchObject({ status: 'in_progress', handler: { code: world[level] } })
      expect((await member.ok('orders.show', { params: params(order) })).allowedActions).toEqual(['progress', 'fulfil'])
      expect(await sees(member, other)).toBe(false)
      await member.refused('orders.dispatch', 'forbidden', {
        params: params(order),
        body: { toCode: world.secondGrid },
      })
      await member.ok('orders.progress', { params: params(order), body: { note: '上门看过' } })
      const done = await member.ok('orders.fulfil', { params: params(order), body: { note: '换好了' } })
      expect(done.events.at(-1)?.actor).toMatchObject({ role, org: { code: world[level] } })
    },
  )

  test('orders.dispatch: to one member, for that member alone to handle', async () => {
    const { world, gridWorker } = cast
    const colleague = await world.staff('grid_worker', world.grid)
    const order = await orderIn(cast, 'accepted')
    const dispatched = await dispatch(order, { memberId: gridWorker.membershipId })
    expect(dispatched.handler).toMatchObject({ code: world.grid })
    expect(dispatched.events.at(-1)).toMatchObject({ to: { code: world.grid } })
    await colleague.refused('orders.progress', 'forbidden', { params: params(order), body: { note: '我来' } })
    await gridWorker.ok('orders.progress', { params: params(order), body: { note: '我来' } })
  })

  test('orders.dispatch: again to another, and the first one loses sight', async () => {
    const { world, gridWorker } = cast
    const order = await orderIn(cast, 'in_progress')
    expect(await sees(gridWorker, order)).toBe(true)
    await dispatch(order, { toCode: world.unit })
    expect(await sees(gridWorker, order)).toBe(false)
  })

  test('orders.dispatch: notes between colleagues are not for the resident', async () => {
    const { resident, gridWorker } = cast
    const order = await orderIn(cast, 'in_progress')
    const noteFor = async (by: Caller) => (await by.ok('orders.show', { params: params(order) })).events.at(-1)?.note
    expect(await noteFor(gridWorker)).toBe('请今天去看')
    expect(await noteFor(resident)).toBeNull()
  })

  test('orders.dispatch: 422 for whoever is not in reach, and for both or none at once', async () => {
    const { world, community } = cast
    const order = await orderIn(cast, 'accepted')
    const refused = async (body: object) => {
      const call = { params: params(order), body }
      return (await community.refused('orders.dispatch', 'invalid', call)).errors?.[0]?.path
    }
    const foreignCodes = [world.neighbourGrid, world.neighbourUnit, world.elsewhere.grid, world.elsewhere.districtUnit]
    for (const toCode of [...foreignCodes, world.community, world.street, '910101-U99']) {
      expect(await refused({ toCode })).toBe('toCode')
    }
    const strangers = [
      await world.staff('grid_worker', world.neighbourGrid),
      await world.staff('unit_staff', world.elsewhere.unit),
      await world.staff('community_staff', world.neighbour),
      cast.street,
    ]
    for (const { membershipId } of strangers) expect(await refused({ memberId: membershipId })).toBe('memberId')
    expect(await refused({ toCode: world.grid, memberId: cast.gridWorker.membershipId })).toBe('toCode')
    expect(await refused({})).toBe('toCode')
    expect((await community.ok('orders.show', { params: params(order) })).version).toBe(order.version)
  })

  test('orders.dispatch: 422 for a revoked member and for an org whose time is over', async () => {
    const { world, gridWorker, street } = cast
    const order = await orderIn(cast, 'accepted')
    const call = (body: object) => ({ params: params(order), body })
    await street.ok('members.revoke', { params: { id: gridWorker.membershipId } })
    await cast.community.refused('orders.dispatch', 'invalid', call({ memberId: gridWorker.membershipId }))
    await end(world.secondGrid)
    await cast.community.refused('orders.dispatch', 'invalid', call({ toCode: world.secondGrid }))
  })
})
