import { makeCast, orderBody, orderIn, type Cast } from '../../../test/orders'
import { openTestServer, type TestServer } from '../../../test/server'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await openTestServer()
  cast = await makeCast(await server.world())
})
afterAll(() => server.close())

test('home.show: my open orders, the newest public ones of my community, and what waits in my queue', async () => {
  const { world } = cast
  const resident = await world.person({ name: '张阿姨', communityCode: world.community })
  const mine = { ...cast, resident }
  const open = await orderIn(mine, 'accepted')
  await orderIn(mine, 'withdrawn')
  const offered = await cast.resident.ok('orders.place', {
    body: orderBody(world, { kind: 'issue', visibility: 'public', title: '地下室进水' }),
  })
  await cast.community.ok('orders.approve', { params: { id: offered.id }, body: {} })
  const home = await resident.ok('home.show')
  expect(home.mine.items.map(({ id }) => id)).toEqual([open.id])
  expect(home.neighbours?.map(({ id, requesterName, place }) => [id, requesterName, place])).toEqual([
    [offered.id, null, null],
  ])
  expect([home.name, home.counts]).toEqual(['张阿姨', null])
  const { membershipId } = cast.community
  const ofStaff = await cast.community.ok('home.show', { query: { membershipId } })
  expect(ofStaff.counts).toEqual((await cast.community.ok('orders.counts')).counts)
  expect(ofStaff.neighbours).toBeNull()
})

test('home.show: of what is to be graded, an officer reads what they may grade', async () => {
  const here = await makeCast(await server.world())
  const officer = await here.world.person({
    roles: [
      ['street_staff', here.world.street],
      ['community_staff', here.world.community],
    ],
  })
  await orderIn(here, 'rated')
  await orderIn({ ...here, community: officer }, 'rated')
  const { counts } = await officer.ok('home.show', { query: { membershipId: officer.membershipId } })
  expect(counts).toEqual({ rated: 1 })
})

test('home.show: 401, 403 for a role of someone else, 422', async () => {
  await server.anyone.refused('home.show', 'not_signed_in')
  await cast.resident.refused('home.show', 'forbidden', { query: { membershipId: cast.community.membershipId } })
  await cast.resident.refused('home.show', 'invalid', { query: { membershipId: 'x' } })
})
