import { dump } from '../../../test/database'
import { addHall, monday } from '../../../test/halls'
import { openTestServer, type TestServer } from '../../../test/server'
import { verifyBookings } from './verify-bookings'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

test('me.stored, me.export and me.delete: bookings are counted, given out in the clear, and forgotten with their places', async () => {
  const world = await server.world()
  const hall = await addHall(server.services, {
    orgCode: world.community,
    policy: { perItem: 3, perDay: 5 },
    everyDay: true,
  })
  const resident = await world.person({ name: '欧阳锋', phone: '13900009999' })
  const mother = { name: '司马懿', phone: '13900008888', relation: '母亲', consent: true as const }
  const body = { hallId: hall.hallId, itemId: hall.itemId }
  const own = await resident.ok('bookings.create', { body: { ...body, start: monday('09:00') } })
  server.clock.advance({ ms: 1 })
  const family = await resident.ok('bookings.create', { body: { ...body, start: monday('10:00'), person: mother } })
  const other = await world.person()
  await other.ok('bookings.create', { body: { ...body, start: monday('11:00') } })
  await resident.ok('waitlist.join', { body: { ...body, start: monday('11:00') } })
  await resident.ok('tickets.draw', { body: { hallId: hall.hallId } })

  expect((await resident.ok('me.stored')).bookings).toEqual({ own: 2, open: 2, tickets: 1, waiting: 1 })
  const { bookings } = await resident.ok('me.export')
  expect(bookings.map(({ start }) => start)).toEqual([family.start, own.start])
  expect(bookings[0]?.person).toEqual({ name: mother.name, phone: mother.phone, relation: '母亲' })

  await resident.ok('me.delete', { query: {} })
  const tables = await dump(server.services.db)
  const rows = tables.bookings?.filter(({ owner_id }) => owner_id === resident.personId) ?? []
  expect(rows.map((row) => [row.status, row.person_sealed, row.shown_name, row.for_whom])).toEqual(
    Array(2).fill(['cancelled', null, null, 'self']),
  )
  expect(tables.tickets?.map(({ state }) => state)).toEqual(['missed'])
  expect(tables.waitlist_entries?.map(({ state }) => state)).toEqual(['withdrawn'])
  expect((await verifyBookings(server.services.db.reader)).differences).toEqual([])
})
