import { addHall, addItemTo, monday, type TestHall } from '../../../../test/halls'
import { runJobs } from '../../../../test/jobs'
import { openTestServer, type TestServer } from '../../../../test/server'
import type { Caller, World } from '../../../../test/world'
import { verifyBookings } from '../verify-bookings'

let server: TestServer
let world: World
let hall: TestHall
let staff: Caller
let resident: Caller
beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.reset()
  world = await server.world()
  hall = await addHall(server.services, { orgCode: world.community })
  staff = await world.staff('community_staff', world.community)
  resident = await world.person()
})
afterAll(() => server.close())

const params = () => ({ id: hall.hallId })
const body = (start = monday('09:00')) => ({ hallId: hall.hallId, itemId: hall.itemId, start })
const close = (affected: number) => staff.ok('halls.close', { params: params(), body: { affected } })

test('halls.close: who has booked or waits is shown before, told after, and nobody can book any more', async () => {
  const booking = await resident.ok('bookings.create', { body: body() })
  const waiting = await world.person()
  await waiting.ok('waitlist.join', { body: body() })
  const { affected } = await staff.ok('halls.preview-close', { params: params() })
  expect(affected).toMatchObject([{ id: booking.id, reason: 'hall_closed', offers: [] }])
  await staff.refused('halls.close', 'wrong_state', { params: params(), body: { affected: 0 } })
  expect(await close(1)).toMatchObject({
    isClosed: true,
    version: 2,
    allowedActions: ['update', 'reopen', 'serve'],
  })
  await runJobs(server)
  const kinds = async (of: Caller) => (await of.ok('notices.list')).items.map(({ kind }) => kind)
  expect(await kinds(resident)).toContain('booking.displaced')
  expect(await kinds(waiting)).toContain('booking.wait-closed')
  expect((await resident.ok('bookings.show', { params: { id: booking.id } })).displaced).toMatchObject({
    isHallClosed: true,
    offers: [],
  })
  await waiting.refused('bookings.create', 'wrong_state', { body: body() })
  await waiting.refused('bookings.create', 'not_found', { body: body(monday('10:00')) })
  const ask = (state?: 'closed') => server.anyone.ok('halls.list', { query: { org: world.community, state } })
  expect([(await ask()).items.length, (await ask('closed')).items.length]).toEqual([0, 1])
  expect(await verifyBookings(server.services.db.reader)).toMatchObject({ differences: [] })
})

test('whoever lost a place books elsewhere as if it were not there, and cannot have both in the end', async () => {
  const policy = { perDay: 1, perItem: 1 }
  const other = await addHall(server.services, { orgCode: world.community, policy })
  await server.services.db.unitOfWork((em) => addItemTo(em, other.hallId, hall.itemId))
  const lost = await resident.ok('bookings.create', { body: body() })
  const elsewhere = (start: string) => ({ body: { hallId: other.hallId, itemId: hall.itemId, start } })
  await resident.refused('bookings.create', 'wrong_state', elsewhere(monday('09:00')))
  await close(1)
  const hold = await resident.ok('holds.create', elsewhere(monday('09:00')))
  const won = await resident.ok('bookings.create', { body: { ...elsewhere(monday('09:00')).body, holdId: hold.id } })
  expect(won.status).toBe('booked')
  await staff.ok('halls.reopen', { params: params() })
  const back = { params: { id: lost.id }, body: { start: monday('10:00') } }
  await resident.refused('bookings.move', 'wrong_state', back)
  await resident.ok('bookings.cancel', { params: { id: won.id }, body: {} })
  await resident.ok('bookings.move', back)
  expect(await verifyBookings(server.services.db.reader)).toMatchObject({ differences: [] })
})

test('halls.reopen: the same hours and places as before', async () => {
  await resident.ok('bookings.create', { body: body() })
  await close(1)
  expect(await staff.ok('halls.reopen', { params: params() })).toMatchObject({ isClosed: false, version: 3 })
  expect((await (await world.person()).ok('bookings.create', { body: body() })).status).toBe('booked')
  await staff.refused('halls.reopen', 'wrong_state', { params: params() })
  expect(await verifyBookings(server.services.db.reader)).toMatchObject({ differences: [] })
})

test('halls.save-schedule: a closed hall keeps its hours until it is open again', async () => {
  const { weekly, overrides, policy, items } = await staff.ok('halls.schedule', { params: params() })
  const hours = { weekly, overrides, policy, items }
  await close(0)
  await staff.refused('halls.preview-schedule', 'wrong_state', { params: params(), body: hours })
  const save = { params: params(), body: { ...hours, affected: 0 } }
  await staff.refused('halls.save-schedule', 'wrong_state', save)
  await staff.ok('halls.reopen', { params: params() })
  await staff.ok('halls.save-schedule', save)
})

test('halls.close and reopen: 401, 403, 404, 409, 412, 422', async () => {
  const call = { params: params(), body: { affected: 0 } }
  await server.anyone.refused('halls.close', 'not_signed_in', call)
  await resident.refused('halls.close', 'forbidden', call)
  await resident.refused('halls.preview-close', 'forbidden', { params: params() })
  await resident.refused('halls.reopen', 'forbidden', { params: params() })
  await staff.refused('halls.close', 'not_found', { ...call, params: { id: hall.itemId } })
  await staff.refused('halls.close', 'version_mismatch', { ...call, ifMatch: '"7"' })
  await staff.refused('halls.close', 'invalid', { params: params(), body: { affected: -1 } })
  await close(0)
  await staff.refused('halls.close', 'wrong_state', call)
  await staff.refused('halls.preview-close', 'wrong_state', { params: params() })
})
