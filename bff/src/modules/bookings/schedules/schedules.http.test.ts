import type { Sent } from '@xinban/shared/contracts'
import { countRows } from '../../../../test/database'
import { addHall, monday, type TestHall } from '../../../../test/halls'
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
  hall = await addHall(server.services, { orgCode: world.community, rules: { windows: 2 } })
  staff = await world.staff('community_staff', world.community)
  resident = await world.person()
})
afterAll(() => server.close())

type Body = Sent<'halls.preview-schedule', 'body'>
const params = () => ({ id: hall.hallId })
const book = (by: Caller, start = monday('09:00')) =>
  by.ok('bookings.create', { body: { hallId: hall.hallId, itemId: hall.itemId, start } })
const current = async (change: (body: Body) => Partial<Body> = () => ({})): Promise<Body> => {
  const { weekly, overrides, policy, items } = await staff.ok('halls.schedule', { params: params() })
  const body = { weekly, overrides, policy, items }
  return { ...body, ...change(body) }
}
const closed = (date: string) => ({ overrides: [{ from: date, through: date, hours: [], reason: '装修' }] })
const preview = async (body: Body) => (await staff.ok('halls.preview-schedule', { params: params(), body })).affected
const slotsOf = async (date: string) =>
  await server.anyone.ok('halls.slots', { params: params(), query: { itemId: hall.itemId, from: date, to: date } })

test('halls.preview-schedule: says who is affected, why, and what could be offered, and saves nothing', async () => {
  const booking = await book(resident)
  const affected = await preview(await current(() => closed('2026-11-23')))
  expect(affected).toMatchObject([{ id: booking.id, reason: 'closed', start: monday('09:00') }])
  expect(affected[0]?.offers).toEqual([monday('09:00', 24), monday('09:30', 24), monday('10:00', 24)])
  expect((await slotsOf('2026-11-23')).items.length).toBeGreaterThan(0)
  expect(await preview(await current())).toEqual([])
})

test('halls.save-schedule: whoever loses a place is told and offered others; the booking goes on until it is moved', async () => {
  const booking = await book(resident)
  const body = { ...(await current(() => closed('2026-11-23'))), affected: 1 }
  await staff.refused('halls.save-schedule', 'wrong_state', { params: params(), body: { ...body, affected: 0 } })
  const saved = await staff.ok('halls.save-schedule', { params: params(), body })
  expect(saved.version).toBe(2)
  expect(await slotsOf('2026-11-23')).toMatchObject({ items: [], closed: [{ date: '2026-11-23', reason: '装修' }] })
  const displaced = await resident.ok('bookings.show', { params: { id: booking.id } })
  expect(displaced).toMatchObject({
    status: 'booked',
    displaced: { reason: '这一天大厅不办公了' },
    allowedActions: ['cancel', 'move'],
  })
  await runJobs(server)
  expect((await resident.ok('notices.list')).items[0]).toMatchObject({ kind: 'booking.displaced' })
  // Moved even after the ordinary deadline: it is not their doing.
  server.clock.advance({ hours: 23 + 0.5 })
  const start = displaced.displaced?.offers[0] ?? ''
  const moved = await resident.ok('bookings.move', { params: { id: booking.id }, body: { start } })
  expect(moved).toMatchObject({ start, displaced: null, status: 'booked' })
})

test('a displaced booking that nobody moves ends as cancelled by the hall, and is nobody’s no-show', async () => {
  const booking = await book(resident)
  await staff.ok('halls.save-schedule', {
    params: params(),
    body: { ...(await current(() => closed('2026-11-23'))), affected: 1 },
  })
  server.clock.advance({ days: 1, minutes: 10 })
  await runJobs(server)
  expect(await resident.ok('bookings.show', { params: { id: booking.id } })).toMatchObject({ status: 'cancelled' })
  expect(await countRows(server.services.db, 'booking_slots', 'hall_id = ? AND taken <> 0', [hall.hallId])).toBe(0)
})

test('fewer windows: who booked last loses the place, the others keep it, and nobody is booked beyond it', async () => {
  const first = await book(resident)
  server.clock.advance({ ms: 1 })
  const last = await book(await world.person())
  const one = await current(({ items }) => ({
    items: items.map((item) => ({ ...item, rules: { ...item.rules, windows: 1 } })),
  }))
  expect(await preview(one)).toMatchObject([{ id: last.id, reason: 'less_capacity' }])
  await staff.ok('halls.save-schedule', { params: params(), body: { ...one, affected: 1 } })
  expect((await resident.ok('bookings.show', { params: { id: first.id } })).displaced).toBeNull()
  await (
    await world.person()
  ).refused('bookings.create', 'wrong_state', {
    body: { hallId: hall.hallId, itemId: hall.itemId, start: monday('09:00') },
  })
})

test('another grid: slots of the same start take its length, old ones are gone', async () => {
  await book(resident)
  const grid = await current(({ items }) => ({
    items: items.map((item) => ({ ...item, rules: { ...item.rules, slotMinutes: 20 } })),
  }))
  await staff.ok('halls.save-schedule', { params: params(), body: { ...grid, affected: 1 } })
  const fresh = await book(await world.person())
  expect(fresh).toMatchObject({ start: monday('09:00'), end: monday('09:20') })
})

describe('a place that was offered to one who waits', () => {
  async function offered() {
    const bookings = [await book(resident), await book(await world.person())]
    const waiting = [await world.person(), await world.person()]
    const body = { hallId: hall.hallId, itemId: hall.itemId, start: monday('09:00') }
    for (const one of waiting) {
      await one.ok('waitlist.join', { body })
      server.clock.advance({ ms: 1 })
    }
    await resident.ok('bookings.cancel', { params: { id: bookings[0]?.id ?? '' }, body: {} })
    await runJobs(server)
    const [first, second] = waiting
    if (!first || !second) throw new Error('nobody waits')
    expect((await first.ok('waitlist.list')).items[0]).toMatchObject({ state: 'offered' })
    return { first, second, other: bookings[1]?.id ?? '' }
  }
  const kindsOf = async (of: Caller) => (await of.ok('notices.list')).items.map(({ kind }) => kind)

  test('is withdrawn when the slot takes fewer: they wait again, still first, are told, and are offered the next', async () => {
    const { first, second } = await offered()
    const one = await current(({ items }) => ({
      items: items.map((item) => ({ ...item, rules: { ...item.rules, windows: 1 } })),
    }))
    await staff.ok('halls.save-schedule', { params: params(), body: { ...one, affected: 1 } })
    await runJobs(server)
    expect((await first.ok('waitlist.list')).items[0]).toMatchObject({ state: 'waiting', offer: null, before: 0 })
    expect((await second.ok('waitlist.list')).items[0]).toMatchObject({ state: 'waiting', before: 1 })
    expect(await kindsOf(first)).toContain('booking.offer-withdrawn')
    expect(await verifyBookings(server.services.db.reader)).toMatchObject({ differences: [] })
    const two = await current(({ items }) => ({
      items: items.map((item) => ({ ...item, rules: { ...item.rules, windows: 2 } })),
    }))
    await staff.ok('halls.save-schedule', { params: params(), body: { ...two, affected: 0 } })
    await runJobs(server)
    const [again] = (await first.ok('waitlist.list')).items
    expect(again).toMatchObject({ state: 'offered', allowedActions: ['accept', 'withdraw'] })
    const body = {
      hallId: hall.hallId,
      itemId: hall.itemId,
      start: monday('09:00'),
      holdId: again?.offer?.holdId ?? '',
    }
    expect((await first.ok('bookings.create', { body })).status).toBe('booked')
  })

  test('ends with the day that is closed: whoever waits for it is told why, and nobody stays offered', async () => {
    const { first, second } = await offered()
    await staff.ok('halls.save-schedule', {
      params: params(),
      body: { ...(await current(() => closed('2026-11-23'))), affected: 2 },
    })
    await runJobs(server)
    await runJobs(server)
    for (const one of [first, second]) {
      expect((await one.ok('waitlist.list')).items[0]).toMatchObject({ state: 'over', offer: null })
      expect(await kindsOf(one)).toContain('booking.wait-closed')
    }
    expect(await kindsOf(first)).not.toContain('booking.offer-withdrawn')
    expect(await verifyBookings(server.services.db.reader)).toMatchObject({ differences: [] })
  })
})

test('halls.save-schedule: 401, 403, 404, 412, 422', async () => {
  const body = { ...(await current()), affected: 0 }
  await server.anyone.refused('halls.save-schedule', 'not_signed_in', { params: params(), body })
  await resident.refused('halls.save-schedule', 'forbidden', { params: params(), body })
  await (
    await world.staff('community_staff', world.neighbour)
  ).refused('halls.save-schedule', 'forbidden', { params: params(), body })
  await staff.refused('halls.save-schedule', 'not_found', { params: { id: hall.itemId }, body })
  await staff.refused('halls.save-schedule', 'version_mismatch', { params: params(), body, ifMatch: '"7"' })
  const wrong = { ...body, weekly: [{ weekday: 1, from: 600, to: 540 }] }
  expect(
    (await staff.refused('halls.save-schedule', 'invalid', { params: params(), body: wrong })).errors,
  ).toMatchObject([{ path: 'weekly.0.to' }])
  const foreign = await addHall(server.services, { orgCode: world.elsewhere.community })
  const items = body.items.map((item) => ({ ...item, itemId: foreign.itemId }))
  await staff.refused('halls.save-schedule', 'invalid', { params: params(), body: { ...body, items } })
  await (await world.staff('street_staff', world.street)).ok('halls.save-schedule', { params: params(), body })
})

test('calendar: a day that the district closes displaces its bookings by the job', async () => {
  const booking = await book(resident)
  const district = await world.staff('district_admin', world.code)
  await district.ok('calendar.set-day', {
    params: { date: '2026-11-23' },
    body: { districtCode: world.code, kind: 'off', reason: '全区停电' },
  })
  expect((await runJobs(server)).failed).toBe(0)
  expect(await resident.ok('bookings.show', { params: { id: booking.id } })).toMatchObject({
    displaced: { reason: '这一天大厅不办公了' },
  })
})

test('bookings that race with a change of hours are refused or displaced, never lost', async () => {
  const people = await Promise.all(Array.from({ length: 12 }, () => world.person()))
  const wide = await current(({ items }) => ({
    items: items.map((item) => ({ ...item, rules: { ...item.rules, windows: 20 } })),
  }))
  await staff.ok('halls.save-schedule', { params: params(), body: { ...wide, affected: 0 } })
  const closing = { ...(await current(() => closed('2026-11-23'))) }
  const saving = async () => {
    for (;;) {
      const affected = (await preview(closing)).length
      const reply = await staff.call('halls.save-schedule', { params: params(), body: { ...closing, affected } })
      if (reply.isOk) return
      expect(reply.problem.code).toBe('wrong_state')
    }
  }
  const booking = (by: Caller) =>
    by.call('bookings.create', { body: { hallId: hall.hallId, itemId: hall.itemId, start: monday('09:00') } })
  const [replies] = await Promise.all([Promise.all(people.map(booking)), saving()])
  for (const reply of replies) {
    if (!reply.isOk) continue
    const shown = await countRows(server.services.db, 'bookings', 'id = ? AND displaced_reason IS NOT NULL', [
      reply.answer.id,
    ])
    expect(shown).toBe(1)
  }
})
