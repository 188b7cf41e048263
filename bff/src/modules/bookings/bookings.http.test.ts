import type { Answer, Received } from '@xinban/shared/contracts'
import { countRows } from '../../../test/database'
import { addHall, monday, type TestHall } from '../../../test/halls'
import { runJobs } from '../../../test/jobs'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller, World } from '../../../test/world'
import { newId } from '../../db/ids'

let server: TestServer
let world: World
let hall: TestHall
let resident: Caller
let staff: Caller
beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.reset()
  world = await server.world()
  hall = await addHall(server.services, { orgCode: world.community })
  resident = await world.person({ name: '王小明', phone: phone(), communityCode: world.community })
  staff = await world.staff('community_staff', world.community)
})
afterAll(() => server.close())

let phones = 0
const phone = () => `139${String(10_000_000 + (phones += 1))}`
const body = (start = monday('09:00'), more: Partial<Received<'bookings.create', 'body'>> = {}) => ({
  ...{ hallId: hall.hallId, itemId: hall.itemId, start },
  ...more,
})
const book = (start?: string, by = resident) => by.ok('bookings.create', { body: body(start) })
const slotAt = async (start: string) => {
  const date = start.slice(0, 10)
  const query = { itemId: hall.itemId, from: date, to: date }
  const { items } = await server.anyone.ok('halls.slots', { params: { id: hall.hallId }, query })
  return items.find((slot) => slot.start === start)
}
/** Moves the clock to a time of that week. */
const at = (time: string) => server.clock.advance({ ms: Date.parse(time) - server.clock.now().getTime() })
const params = ({ id }: { id: string }) => ({ id })
const nobody = () => newId(server.clock.now())

describe('bookings.create', () => {
  test('a place is taken, shown as taken, and the booking says all that one needs', async () => {
    expect(await slotAt(monday('09:00'))).toMatchObject({ capacity: 1, left: 1, waiting: 0 })
    const booking = await book()
    expect(booking).toMatchObject({
      ...{ status: 'booked', start: monday('09:00'), end: monday('09:30'), person: '王**', isForOther: false },
      ...{ changeUntil: monday('08:00'), checkInFrom: monday('08:45'), checkInUntil: monday('09:10'), ticket: null },
      materials: [{ name: '身份证', note: '带原件', isRequired: true }],
      allowedActions: ['cancel', 'move'],
    })
    expect(booking.code).toMatch(/^\d{6}$/)
    expect(await slotAt(monday('09:00'))).toMatchObject({ left: 0 })
    expect((await resident.ok('bookings.list')).items).toEqual([booking])
    expect((await staff.ok('bookings.show', { params: params(booking) })).phone).toMatch(/^139\*{4}/)
  })

  test('the same Idempotency-Key gives the same booking, another body with it is 422', async () => {
    const first = await resident.ok('bookings.create', { body: body(), key: 'a' })
    expect((await resident.ok('bookings.create', { body: body(), key: 'a' })).id).toBe(first.id)
    await resident.refused('bookings.create', 'idempotency_key_reused', { body: body(monday('10:00')), key: 'a' })
    expect(await countRows(server.services.db, 'bookings', 'hall_id = ?', [hall.hallId])).toBe(1)
  })

  test('401, 404, 409 when full, and 422 for what is no slot; nothing is taken by a refusal', async () => {
    await server.anyone.refused('bookings.create', 'not_signed_in', { body: body() })
    await resident.refused('bookings.create', 'not_found', { body: { ...body(), hallId: nobody() } })
    await resident.refused('bookings.create', 'not_found', { body: { ...body(), itemId: nobody() } })
    for (const start of [monday('09:10'), monday('12:00'), monday('09:00', 28)]) {
      const { errors } = await resident.refused('bookings.create', 'invalid', { body: body(start) })
      expect(errors).toMatchObject([{ path: 'start' }])
    }
    await book()
    const { detail } = await (await world.person()).refused('bookings.create', 'wrong_state', { body: body() })
    expect(detail).toContain('候补')
    expect(await slotAt(monday('09:00'))).toMatchObject({ left: 0 })
    expect(await slotAt(monday('09:30'))).toMatchObject({ left: 1 })
  })

  test('403 without the agreement to the privacy notice, and the place stays free', async () => {
    await (await world.person({ hasAgreed: false })).refused('bookings.create', 'consent_needed', { body: body() })
    expect(await slotAt(monday('09:00'))).toMatchObject({ left: 1 })
  })

  test('a past time and one beyond the horizon are 409', async () => {
    at(monday('09:01'))
    await resident.refused('bookings.create', 'wrong_state', { body: body() })
    await resident.refused('bookings.create', 'wrong_state', { body: body('2026-12-22T09:00:00+08:00') })
  })

  test('limits: one open booking of an item, no two at once, two a day', async () => {
    const other = await addHall(server.services, { orgCode: world.community, items: 3 })
    const at3 = (start: string, index: number) => ({
      body: { hallId: other.hallId, itemId: other.itemIds[index] ?? '', start },
    })
    await book()
    expect(
      (await resident.refused('bookings.create', 'wrong_state', { body: body(monday('10:00')) })).detail,
    ).toContain('这一项')
    expect((await resident.refused('bookings.create', 'wrong_state', at3(monday('09:00'), 0))).detail).toContain(
      '这个时间',
    )
    await resident.ok('bookings.create', at3(monday('09:30'), 0))
    expect((await resident.refused('bookings.create', 'wrong_state', at3(monday('14:00'), 1))).detail).toContain(
      '一天最多',
    )
    await resident.ok('bookings.create', at3(monday('14:00', 24), 2))
  })

  test('family: the booker owns it, the name is masked for the hall and sealed at rest', async () => {
    await book()
    const mother = { name: '李桂兰', relation: '母亲', phone: phone(), consent: true as const }
    const second = await addHall(server.services, { orgCode: world.community })
    const at9 = { ...body(), hallId: second.hallId, itemId: second.itemId, person: mother }
    const booking = await resident.ok('bookings.create', { body: at9 })
    expect(booking).toMatchObject({ person: '李**', relation: '母亲', isForOther: true, isByStaff: false })
    const rows = JSON.stringify(
      await server.services.db.reader.query('SELECT * FROM bookings WHERE id = ?', [booking.id]),
    )
    for (const secret of ['李桂兰', mother.phone]) expect(rows).not.toContain(secret)
  })

  test('staff help someone, who finds it in their own list and is told', async () => {
    const known = phone()
    const elder = await world.person({ name: '赵大爷', phone: known })
    const person = { name: '赵大爷', phone: known, relation: '居民', consent: true as const }
    const booking = await staff.ok('bookings.create', { body: body(monday('09:00'), { person, priority: 'aged' }) })
    expect(booking).toMatchObject({ isByStaff: true, priority: 'aged', person: '赵**' })
    expect((await elder.ok('bookings.list')).items.map(({ id }) => id)).toEqual([booking.id])
    expect((await staff.ok('bookings.list')).items).toEqual([])
    await runJobs(server)
    expect((await elder.ok('notices.list')).items.map(({ kind }) => kind)).toEqual(['booking.booked-for-you'])
  })
})

describe('holds', () => {
  test('a hold keeps the place for five minutes for whoever has it, and becomes the booking', async () => {
    const hold = await resident.ok('holds.create', { body: body() })
    expect(Date.parse(hold.expiresAt) - server.clock.now().getTime()).toBe(5 * 60_000)
    await (await world.person()).refused('bookings.create', 'wrong_state', { body: body() })
    expect((await resident.ok('holds.create', { body: body() })).id).toBe(hold.id)
    const booking = await resident.ok('bookings.create', { body: body(undefined, { holdId: hold.id }) })
    expect(booking).toMatchObject({ id: hold.id, status: 'booked' })
    expect(await countRows(server.services.db, 'booking_slots', 'hall_id = ? AND taken = 1', [hall.hallId])).toBe(1)
  })

  test('it expires by the job, even unused the place comes back; a late confirmation is 409', async () => {
    const hold = await resident.ok('holds.create', { body: body() })
    server.clock.advance({ minutes: 5 })
    await resident.refused('bookings.create', 'wrong_state', { body: body(undefined, { holdId: hold.id }) })
    expect(await slotAt(monday('09:00'))).toMatchObject({ left: 0 })
    expect((await runJobs(server)).failed).toBe(0)
    expect(await slotAt(monday('09:00'))).toMatchObject({ left: 1 })
    await resident.refused('holds.release', 'wrong_state', { params: params(hold) })
  })

  test('released by its owner alone; a hold of another slot or person does not fit', async () => {
    const hold = await resident.ok('holds.create', { body: body() })
    const other = await world.person()
    await other.refused('holds.release', 'not_found', { params: params(hold) })
    await other.refused('bookings.create', 'not_found', { body: body(undefined, { holdId: hold.id }) })
    await resident.refused('bookings.create', 'invalid', { body: body(monday('09:30'), { holdId: hold.id }) })
    await resident.ok('holds.release', { params: params(hold) })
    expect(await slotAt(monday('09:00'))).toMatchObject({ left: 1 })
  })
})

describe('cancel and move', () => {
  test('a move keeps the old place until the new one is won, and gives it back then', async () => {
    const booking = await book()
    await book(monday('10:00'), await world.person())
    await resident.refused('bookings.move', 'wrong_state', {
      params: params(booking),
      body: { start: monday('10:00') },
    })
    expect(await slotAt(monday('09:00'))).toMatchObject({ left: 0 })
    const moved = await resident.ok('bookings.move', { params: params(booking), body: { start: monday('09:00', 24) } })
    expect(moved).toMatchObject({ start: monday('09:00', 24), status: 'booked', version: booking.version + 1 })
    expect([await slotAt(monday('09:00')), await slotAt(monday('09:00', 24))].map((slot) => slot?.left)).toEqual([1, 0])
    await resident.refused('bookings.move', 'invalid', {
      params: params(booking),
      body: { start: monday('09:00', 24) },
    })
    await resident.refused('bookings.move', 'invalid', { params: params(booking), body: { start: monday('12:00') } })
  })

  test('its owner until the deadline, the hall later with a reason; strangers 404, versions 412', async () => {
    const booking = await book()
    const call = { params: params(booking), body: {} }
    await (await world.person()).refused('bookings.cancel', 'not_found', call)
    await (
      await world.staff('community_staff', world.neighbour)
    ).refused('bookings.show', 'not_found', { params: params(booking) })
    await resident.refused('bookings.cancel', 'version_mismatch', { ...call, ifMatch: '"9"' })
    at(monday('08:01'))
    expect((await resident.refused('bookings.cancel', 'wrong_state', call)).detail).toContain('08:00')
    await staff.refused('bookings.cancel', 'invalid', call)
    const cancelled = await staff.ok('bookings.cancel', { ...call, body: { reason: '停电' } })
    expect(cancelled).toMatchObject({ status: 'cancelled', cancelReason: '停电' })
    await staff.refused('bookings.cancel', 'wrong_state', { ...call, body: { reason: '停电' } })
    await runJobs(server)
    expect((await resident.ok('notices.list')).items.map(({ kind }) => kind)).toEqual(['booking.cancelled-by-hall'])
    expect(await countRows(server.services.db, 'booking_slots', 'hall_id = ? AND taken = 0', [hall.hallId])).toBe(1)
  })

  test('iCalendar: the link is signed and short-lived, UID stays, SEQUENCE grows', async () => {
    const booking = await book()
    const read = async ({ icsUrl }: Answer<'bookings.show'>) => {
      const response = await fetch(server.url + (icsUrl ?? ''))
      return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
    }
    const first = await read(booking)
    expect(first).toMatchObject({ status: 200, type: 'text/calendar; charset=utf-8' })
    expect(first.text).toContain(`UID:${booking.id}@xinban\r\nSEQUENCE:0`)
    const moved = await resident.ok('bookings.move', { params: params(booking), body: { start: monday('10:00') } })
    expect((await read(moved)).text).toContain(`UID:${booking.id}@xinban\r\nSEQUENCE:1`)
    const cancelled = await resident.ok('bookings.cancel', { params: params(booking), body: {} })
    expect((await read(cancelled)).text).toContain('STATUS:CANCELLED')
    const query = { expires: '9999999999', signature: 'x'.repeat(43) }
    await server.anyone.refused('bookings.ics', 'not_found', { params: params(booking), query })
    server.clock.advance({ minutes: 10 })
    expect((await read(moved)).status).toBe(403)
  })
})

describe('at the hall', () => {
  const checkedIn = async () => {
    const booking = await book()
    at(monday('08:50'))
    return staff.ok('bookings.check-in', { params: params(booking), body: {} })
  }

  test('check-in draws a number; call, park, recall, serve, finish and rate lead to the scores', async () => {
    const booking = await checkedIn()
    expect(booking).toMatchObject({ status: 'checked_in', ticket: { number: 1, state: 'waiting', before: 0 } })
    const act = (action: 'recall' | 'park' | 'serve' | 'finish') =>
      staff.ok(`bookings.${action}`, { params: params(booking), body: {} })
    const call = () => staff.ok('bookings.call', { params: params(booking), body: { window: 2 } })
    await staff.refused('bookings.serve', 'wrong_state', { params: params(booking), body: {} })
    expect(await call()).toMatchObject({ status: 'checked_in', ticket: { state: 'called', window: 2 } })
    await act('recall')
    expect((await act('park')).ticket).toMatchObject({ state: 'parked' })
    await call()
    expect(await act('serve')).toMatchObject({ status: 'serving', allowedActions: ['finish'] })
    expect(await act('finish')).toMatchObject({ status: 'finished', allowedActions: [] })
    await staff.refused('bookings.rate', 'forbidden', { params: params(booking), body: { stars: 5 } })
    await resident.refused('bookings.rate', 'invalid', { params: params(booking), body: { stars: 5, reasons: [101] } })
    const rated = await resident.ok('bookings.rate', { params: params(booking), body: { stars: 5, reasons: [510] } })
    expect(rated).toMatchObject({ stars: 5, allowedActions: [] })
    await resident.refused('bookings.rate', 'wrong_state', { params: params(booking), body: { stars: 4 } })
    const counted = await server.services.db.reader.query<{ counter: string; amount: number }[]>(
      "SELECT counter, amount FROM score_counters WHERE scope = 'community' AND code = ? ORDER BY counter",
      [world.community],
    )
    expect(counted.map(({ counter, amount }) => [counter, Number(amount)])).toEqual([
      ['fulfilled', 1],
      ['own5', 1],
    ])
    await runJobs(server)
    const kinds = (await resident.ok('notices.list')).items.map(({ kind }) => kind)
    expect(new Set(kinds)).toEqual(new Set(['booking.called', 'booking.finished']))
  })

  test('the owner checks in with the code that the hall shows, in the window alone', async () => {
    const booking = await book()
    const board = () => server.anyone.ok('halls.board', { params: { id: hall.hallId } })
    const call = async () => ({ params: params(booking), body: { hallCode: (await board()).checkInCode } })
    at(monday('08:44'))
    expect((await resident.refused('bookings.check-in', 'wrong_state', await call())).detail).toContain('08:45')
    at(monday('08:45'))
    await resident.refused('bookings.check-in', 'forbidden', { params: params(booking), body: {} })
    await resident.refused('bookings.check-in', 'forbidden', { params: params(booking), body: { hallCode: 'guess' } })
    expect(await resident.ok('bookings.check-in', await call())).toMatchObject({ status: 'checked_in' })
    await resident.refused('bookings.call', 'forbidden', { params: params(booking), body: { window: 1 } })
    expect(await board()).toMatchObject({ next: ['1'], waiting: 1, called: [] })
  })

  test('found by the six digits that someone says; the list of the day is for the hall', async () => {
    const booking = await book()
    const query = { view: 'hall' as const, hallId: hall.hallId, date: '2026-11-23', code: booking.code ?? '' }
    expect((await staff.ok('bookings.list', { query })).items.map(({ id }) => id)).toEqual([booking.id])
    await resident.refused('bookings.list', 'forbidden', { query })
    await resident.refused('bookings.list', 'invalid', { query: { view: 'hall' } })
    await resident.refused('bookings.list', 'malformed_request', { query: { cursor: '!' } })
  })
})

describe('no-shows', () => {
  test('after ten minutes the place is released; the third within 90 days pauses, staff lift it', async () => {
    let booking = await book()
    for (const day of [23, 24, 25]) {
      if (day > 23) booking = await book(monday('09:00', day))
      at(monday('09:10', day))
      await runJobs(server)
      expect(await resident.ok('bookings.show', { params: params(booking) })).toMatchObject({
        status: day === 23 || true ? 'no_show' : '',
      })
    }
    expect(
      (await resident.refused('bookings.create', 'forbidden', { body: body(monday('10:00', 26)) })).detail,
    ).toContain('暂停到')
    await resident.refused('bookings.lift-pause', 'forbidden', { params: params(booking), body: { reason: '住院' } })
    await staff.ok('bookings.lift-pause', { params: params(booking), body: { reason: '住院' } })
    await book(monday('10:00', 26))
    await runJobs(server)
    const kinds = (await resident.ok('notices.list')).items.map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'booking.paused')).toHaveLength(1)
  })

  test('staff may say so only after the window', async () => {
    const booking = await book()
    at(monday('09:10'))
    await staff.refused('bookings.no-show', 'wrong_state', { params: params(booking), body: {} })
    at(monday('09:11'))
    expect(await staff.ok('bookings.no-show', { params: params(booking), body: {} })).toMatchObject({
      status: 'no_show',
    })
  })
})

describe('waitlist', () => {
  /** Each a little later: who comes at the same moment is in no order. */
  const join = (by: Caller, start?: string) => {
    server.clock.advance({ ms: 1 })
    return by.ok('waitlist.join', { body: body(start) })
  }

  test('in order; an offer is kept for 30 minutes, then goes to the next; nobody else gets the place', async () => {
    const booking = await book()
    const [first, second, stranger] = [await world.person(), await world.person(), await world.person()]
    const [one, two] = [await join(first), await join(second)]
    expect([one.before, two.before]).toEqual([0, 1])
    await first.refused('waitlist.join', 'already_exists', { body: body() })
    await resident.ok('bookings.cancel', { params: params(booking), body: {} })
    await stranger.refused('bookings.create', 'wrong_state', { body: body() })
    expect(await slotAt(monday('09:00'))).toMatchObject({ left: 0, waiting: 2 })
    await runJobs(server)
    const offered = (await first.ok('waitlist.list')).items[0]
    expect(offered).toMatchObject({ state: 'offered', allowedActions: ['accept', 'withdraw'] })
    expect((await first.ok('notices.list')).items[0]).toMatchObject({
      kind: 'booking.offered',
      subject: { type: 'booking' },
    })
    server.clock.advance({ minutes: 30 })
    await runJobs(server)
    await runJobs(server)
    expect((await first.ok('waitlist.list')).items[0]).toMatchObject({ state: 'lapsed' })
    const { offer } = (await second.ok('waitlist.list')).items[0] ?? {}
    const won = await second.ok('bookings.create', { body: body(undefined, { holdId: offer?.holdId ?? '' }) })
    expect(won.status).toBe('booked')
    expect((await second.ok('waitlist.list')).items[0]).toMatchObject({ state: 'accepted' })
  })

  test('whoever leaves makes room, a declined offer goes on, and at the start all who wait are told', async () => {
    const booking = await book()
    const [first, second, third] = [await world.person(), await world.person(), await world.person()]
    const one = await join(first)
    await join(second)
    await join(third)
    await second.refused('waitlist.withdraw', 'not_found', { params: params(one) })
    expect(await first.ok('waitlist.withdraw', { params: params(one) })).toMatchObject({ state: 'withdrawn' })
    await first.refused('waitlist.withdraw', 'wrong_state', { params: params(one) })
    await resident.ok('bookings.cancel', { params: params(booking), body: {} })
    await runJobs(server)
    const two = (await second.ok('waitlist.list')).items[0]
    await second.ok('waitlist.withdraw', { params: { id: two?.id ?? '' } })
    await runJobs(server)
    const three = (await third.ok('waitlist.list')).items[0]
    expect(three?.state).toBe('offered')
    await third.ok('bookings.create', { body: body() })
    await join(first)
    at(monday('09:00'))
    await runJobs(server)
    await runJobs(server)
    expect((await first.ok('waitlist.list')).items[0]).toMatchObject({ state: 'over' })
    expect((await first.ok('notices.list')).items.map(({ kind }) => kind)).toContain('booking.wait-over')
  })

  test('with a place left there is nothing to wait for', async () => {
    expect((await resident.refused('waitlist.join', 'wrong_state', { body: body() })).detail).toContain('直接预约')
    await server.anyone.refused('waitlist.join', 'not_signed_in', { body: body() })
  })
})
