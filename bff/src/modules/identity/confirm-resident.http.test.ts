import { countRows } from '../../../test/database'
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

test('residents.find and residents.unconfirm: staff see whom they are about to confirm, and can take it back', async () => {
  const mine = '13800138003'
  const resident = await world.person({ name: '苏小妹', phone: mine, communityCode: world.community })
  const isVerified = async () => (await resident.ok('me.show')).person.isVerified
  const body = { communityCode: world.community, phone: mine }
  expect(await staff.ok('residents.find', { body })).toEqual({ name: '苏**', confirmedAt: null })
  const { confirmedAt } = await staff.ok('residents.confirm', { body })
  expect(await staff.ok('residents.find', { body })).toEqual({ name: '苏**', confirmedAt })
  expect(await isVerified()).toBe(true)
  for (let time = 0; time < 2; time++) {
    expect(await staff.ok('residents.unconfirm', { body })).toEqual({ name: '苏**', confirmedAt: null })
  }
  expect(await isVerified()).toBe(false)
  const { db } = server.services
  expect(await countRows(db, 'outbox', "topic = 'person.unconfirmed'")).toBe(1)
})

test.each(['residents.find', 'residents.confirm', 'residents.unconfirm'] as const)(
  '%s: 401, 403, 404, 422',
  async (name) => {
    const body = { communityCode: world.community, phone: '13800138002' }
    await server.anyone.refused(name, 'not_signed_in', { body })
    const neighbour = await world.staff('community_staff', world.neighbour)
    await neighbour.refused(name, 'forbidden', { body })
    await (await world.staff('street_staff', world.street)).refused(name, 'forbidden', { body })
    await staff.refused(name, 'not_found', { body })
    await staff.refused(name, 'invalid', { body: { ...body, phone: '12' } })
  },
)

test('residents.confirm: who chose another community is not found here', async () => {
  const body = { communityCode: world.community, phone: '13800138004' }
  await world.person({ phone: body.phone, communityCode: world.neighbour })
  await staff.refused('residents.confirm', 'not_found', { body })
  await staff.refused('residents.find', 'not_found', { body })
})
