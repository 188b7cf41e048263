import { addHall, monday, type TestHall } from '../../../../test/halls'
import { openTestServer, type TestServer } from '../../../../test/server'
import type { Caller, World } from '../../../../test/world'

let server: TestServer
let world: World
let hall: TestHall
let staff: Caller
let street: Caller
beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.reset()
  world = await server.world()
  hall = await addHall(server.services, { orgCode: world.community, rules: { perWindow: 2 } })
  staff = await world.staff('community_staff', world.community)
  street = await world.staff('street_staff', world.street)
})
afterAll(() => server.close())

const week = () => ({ org: world.street, from: '2026-11-23', to: '2026-11-29' })
const ask = async (query: object = week()) => (await street.ok('halls.figures', { query: query as never })).items

test('halls.figures: waits, no-shows and the share of places booked, for whoever oversees the territory', async () => {
  const person = await world.person()
  await person.ok('bookings.create', { body: { hallId: hall.hallId, itemId: hall.itemId, start: monday('09:00', 24) } })
  server.clock.advance({ days: 1 })
  await person.ok('tickets.draw', { body: { hallId: hall.hallId, priority: 'none', isForOther: false } })
  server.clock.advance({ minutes: 12 })
  await staff.ok('halls.call-next', { params: { id: hall.hallId }, body: { window: 1 } })
  // Five days of fourteen half hours, two people each.
  expect(await ask()).toMatchObject([
    { booked: 1, capacity: 140, bookedRate: 0.007, tickets: 1, meanWaitMinutes: 12, noShowRate: null },
  ])
  const query = week()
  await person.refused('halls.figures', 'forbidden', { query })
  await staff.refused('halls.figures', 'forbidden', { query })
  await street.refused('halls.figures', 'invalid', { query: { ...query, to: '2027-11-30' } })
  await street.refused('halls.figures', 'not_found', { query: { ...query, org: '999999' } })
  await server.anyone.refused('halls.figures', 'not_signed_in', { query })
})

test('halls.figures: a hall where nothing happened is there and has no figure for what there is none of', async () => {
  const busy = await addHall(server.services, { orgCode: world.street, rules: { walkInPercent: 100 } })
  await street
    .ok('tickets.draw', { body: { hallId: busy.hallId, priority: 'none', isForOther: false } })
    .catch(() => null)
  const found = await ask()
  expect(found.map((one) => one.hall.id).sort()).toEqual([hall.hallId, busy.hallId].sort())
  const idle = found.find((one) => one.hall.id === hall.hallId)
  expect(idle).toMatchObject({ booked: 0, bookedRate: 0, tickets: 0, meanWaitMinutes: null, noShowRate: null })
  expect(found.find((one) => one.hall.id === busy.hallId)).toMatchObject({ capacity: 0, bookedRate: null })
})

test('halls.figures: holidays and closures have no places; a closed hall is there only with what happened in it', async () => {
  const params = { id: hall.hallId }
  const { weekly, policy, items } = await staff.ok('halls.schedule', { params })
  const overrides = [{ from: '2026-11-24', through: '2026-11-27', hours: [], reason: '装修' }]
  await staff.ok('halls.save-schedule', { params, body: { weekly, overrides, policy, items, affected: 0 } })
  expect(await ask()).toMatchObject([{ capacity: 28 }])
  expect(await ask({ ...week(), from: '2026-10-01', to: '2026-10-07' })).toMatchObject([{ capacity: 0 }])
  await staff.ok('halls.close', { params, body: { affected: 0 } })
  expect(await ask()).toEqual([])
})
