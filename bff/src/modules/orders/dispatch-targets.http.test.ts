import { makeCast, orderIn, steps, type Cast } from '../../../test/orders'
import { openTestServer, type TestServer } from '../../../test/server'
import { newId } from '../../db/ids'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await openTestServer()
  cast = await makeCast(await server.world())
})
afterAll(() => server.close())

test('orders.targets: grids, units and members with what lies with each, the least first', async () => {
  const { world, community, gridWorker } = cast
  const second = await world.staff('grid_worker', world.secondGrid)
  const repairers = await world.staff('unit_staff', world.unit)
  await orderIn(cast, 'in_progress')
  await orderIn(cast, 'in_progress')
  const toUnit = await orderIn(cast, 'accepted')
  await community.ok('orders.dispatch', { params: { id: toUnit.id }, body: { memberId: repairers.membershipId } })
  const done = await orderIn(cast, 'in_progress')
  await steps.fulfil(cast, done)
  const { id } = await orderIn(cast, 'accepted')
  const { members, grids, units } = await community.ok('orders.targets', { params: { id } })
  const loads = (of: readonly { code: string; openOrders: number }[]) =>
    of.map(({ code, openOrders }) => [code, openOrders])
  expect(loads(grids)).toEqual([
    [world.secondGrid, 0],
    [world.grid, 2],
  ])
  expect(loads(units)).toEqual([
    [world.streetUnit, 0],
    [world.districtUnit, 0],
    [world.unit, 1],
  ])
  const of = (membershipId: string) => members.find((member) => member.id === membershipId)
  expect(of(gridWorker.membershipId)).toMatchObject({ name: '测**', role: 'grid_worker', openOrders: 2 })
  expect(of(second.membershipId)).toMatchObject({ org: { code: world.secondGrid }, openOrders: 0 })
  expect(of(repairers.membershipId)).toMatchObject({ openOrders: 1 })
  expect(members.map(({ openOrders }) => openOrders)).toEqual([...members.map(({ openOrders }) => openOrders)].sort())
  expect(of(cast.street.membershipId)).toBeUndefined()
})

test('orders.targets: whatever it offers can be dispatched to, and nothing of the neighbour or of before is offered', async () => {
  const { world, community } = cast
  const old = await world.staff('grid_worker', world.grid)
  await (await world.staff('district_admin', world.code)).ok('members.revoke', { params: { id: old.membershipId } })
  await world.staff('unit_staff', world.districtUnit)
  const { id } = await orderIn(cast, 'accepted')
  const { members, grids, units } = await community.ok('orders.targets', { params: { id } })
  expect(members.map((member) => member.id)).not.toContain(old.membershipId)
  expect([...grids, ...units].map(({ code }) => code)).not.toContain(world.neighbourUnit)
  expect(members.length).toBeGreaterThan(2)
  for (const body of [
    ...[...grids, ...units].map(({ code }) => ({ toCode: code })),
    ...members.map((one) => ({ memberId: one.id })),
  ]) {
    await community.ok('orders.dispatch', { params: { id }, body })
  }
})

test('orders.targets: as many queries however many there are', async () => {
  const here = await makeCast(await server.world())
  const { id } = await orderIn(here, 'accepted')
  const ask = () => here.community.ok('orders.targets', { params: { id } })
  async function countQueries(): Promise<number> {
    const sent = jest.spyOn(server.services.db.reader.connection.logger, 'logQuery')
    await ask()
    const count = sent.mock.calls.length
    sent.mockRestore()
    return count
  }
  await ask()
  const few = await countQueries()
  expect(few).toBeGreaterThan(3)
  for (let number = 0; number < 5; number++) await here.world.staff('grid_worker', here.world.secondGrid)
  // The first look at new people reads their names, once.
  await ask()
  expect(await countQueries()).toBe(few)
})

test('orders.targets: 401, 403 for those who may not dispatch it, 404, 422', async () => {
  const { id } = await orderIn(cast, 'in_progress')
  const call = { params: { id } }
  await server.anyone.refused('orders.targets', 'not_signed_in', call)
  for (const by of [cast.resident, cast.street, cast.gridWorker]) await by.refused('orders.targets', 'forbidden', call)
  const neighbour = await cast.world.staff('community_staff', cast.world.neighbour)
  await neighbour.refused('orders.targets', 'not_found', call)
  await cast.community.refused('orders.targets', 'not_found', { params: { id: newId(server.clock.now()) } })
  await cast.community.refused('orders.targets', 'invalid', { params: { id: 'x' } })
})
