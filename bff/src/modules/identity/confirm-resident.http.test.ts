import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller, World } from '../../../test/world'

let server: TestServer
let world: World
let staff: Caller
beforeAll(async () => {
  server = await openTestServer()
  world = await server.world()
  staff = await world.staff('community_staff', world.community)
})
afterAll(() => server.close())

const phone = '13800138001'

test('residents.confirm: whoever has the phone and chose the community is verified from then on', async () => {
  const resident = await world.person({ name: '欧阳修', phone, communityCode: world.community })
  const body = { communityCode: world.community, phone }
  expect(await staff.ok('residents.confirm', { body })).toMatchObject({ name: '欧**' })
  await staff.ok('residents.confirm', { body })
  expect((await resident.ok('me.show')).person).toMatchObject({ isVerified: true })
})

test('residents.confirm: 401, 403, 404, 422', async () => {
  const body = { communityCode: world.community, phone: '13800138002' }
  await server.anyone.refused('residents.confirm', 'not_signed_in', { body })
  const neighbour = await world.staff('community_staff', world.neighbour)
  await neighbour.refused('residents.confirm', 'forbidden', { body })
  await (await world.staff('street_staff', world.street)).refused('residents.confirm', 'forbidden', { body })
  await staff.refused('residents.confirm', 'not_found', { body })
  await world.person({ phone: body.phone, communityCode: world.neighbour })
  await staff.refused('residents.confirm', 'not_found', { body })
  await staff.refused('residents.confirm', 'invalid', { body: { ...body, phone: '12' } })
})
