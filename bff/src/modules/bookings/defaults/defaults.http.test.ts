import { usualBookingDefaults, type BookingDefaults } from '@xinban/shared/domain'
import { countRows } from '../../../../test/database'
import { addHall, monday, type TestHall } from '../../../../test/halls'
import { runJobs } from '../../../../test/jobs'
import { allPages } from '../../../../test/pages'
import { openTestServer, type TestServer } from '../../../../test/server'
import type { Caller, World } from '../../../../test/world'
import { verifyBookings } from '../verify-bookings'

let server: TestServer
let world: World
let admin: Caller
let staff: Caller
let resident: Caller
let districtCode: string
beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.reset()
  world = await server.world()
  districtCode = world.code
  admin = await world.staff('district_admin', world.code)
  staff = await world.staff('community_staff', world.community)
  resident = await world.person()
})
afterAll(() => server.close())

const by = (changes: Partial<BookingDefaults> = {}) => ({
  districtCode,
  defaults: { ...usualBookingDefaults, ...changes },
})
const save = (changes: Partial<BookingDefaults>, affected = 0, ifMatch?: string) =>
  admin.call('booking-defaults.save', { body: { ...by(changes), affected }, ...(ifMatch && { ifMatch }) })
const show = (who: Caller = admin) => who.ok('booking-defaults.show', { query: { districtCode } })
const book = (who: Caller, { hallId, itemId }: TestHall, start = monday('09:00')) =>
  who.ok('bookings.create', { body: { hallId, itemId, start } })
const policyOf = async ({ hallId }: TestHall) =>
  (await server.anyone.ok('halls.show', { params: { id: hallId } })).policy

/** Says that a hall goes by the district in these, as its keeper does on the screen. */
async function follow({ hallId }: TestHall, follows: string[], ofItems: string[] = []): Promise<void> {
  const params = { id: hallId }
  const { weekly, overrides, policy, items } = await staff.ok('halls.schedule', { params })
  const body = { weekly, overrides, policy, follows, items: items.map((item) => ({ ...item, follows: ofItems })) }
  await staff.ok('halls.save-schedule', { params, body: { ...body, affected: 0 } as never })
}

test('booking-defaults.show: the usual values while nothing is set, and how many halls follow each', async () => {
  const [own, other] = [await addHall(server.services, { orgCode: world.community }), await hallHere()]
  await follow(own, ['perDay', 'holdMinutes'], ['leadMinutes'])
  await follow(other, ['perDay'])
  const { followers, ...rest } = await show()
  expect(rest).toEqual({
    ...{ districtCode, version: 0, since: null, by: null, halls: 2, allowedActions: ['save'] },
    defaults: usualBookingDefaults,
  })
  expect(followers).toMatchObject({ perDay: 2, holdMinutes: 1, leadMinutes: 1, perItem: 0, walkInPercent: 0 })
  expect((await show(resident)).allowedActions).toEqual([])
})

test('booking-defaults.save: halls that follow take it over, others keep their own; a later change reaches them too', async () => {
  const [following, own] = [await hallHere(), await hallHere()]
  await follow(following, ['perDay', 'checkInAfter'])
  const preview = await admin.ok('booking-defaults.preview', { body: by({ perDay: 1, checkInAfter: 30 }) })
  expect(preview).toEqual({ halls: 1, affected: 0, bookings: [] })
  expect(await save({ perDay: 1, checkInAfter: 30 }, 0, '"0"')).toMatchObject({ isOk: true })
  expect(await policyOf(following)).toMatchObject({ perDay: 1, checkInAfter: 30, perItem: 1 })
  expect(await policyOf(own)).toMatchObject({ perDay: 2, checkInAfter: 10 })
  await book(resident, following)
  const more = { hallId: following.hallId, itemId: following.itemIds[1] ?? '', start: monday('11:00') }
  await resident.refused('bookings.create', 'wrong_state', { body: more })
  await save({ perDay: 4 })
  expect((await resident.ok('bookings.create', { body: more })).status).toBe('booked')
  expect(await policyOf(following)).toMatchObject({ perDay: 4, checkInAfter: 10 })
  const versions = await allPages((cursor) =>
    admin.ok('booking-defaults.versions', { query: { districtCode, limit: 1, cursor } }),
  )
  expect(versions.map(({ version, defaults, by: who }) => [version, defaults.perDay, who])).toEqual([
    [2, 4, '测**'],
    [1, 1, '测**'],
  ])
  expect(
    await countRows(server.services.db, 'outbox', "topic = 'booking-defaults.saved' AND payload LIKE ?", [
      `%"${districtCode}"%`,
    ]),
  ).toBe(2)
})

test('notice and horizon of items follow as well, at once', async () => {
  const hall = await hallHere()
  await follow(hall, [], ['leadMinutes', 'horizonDays'])
  const query = { itemId: hall.itemId, from: '2026-11-23', to: '2026-11-27' }
  const through = async () =>
    (await server.anyone.ok('halls.slots', { params: { id: hall.hallId }, query })).bookableThrough
  expect(await through()).toBe('2026-12-06')
  await save({ horizonDays: 3, horizonKind: 'working', leadMinutes: 24 * 60 + 1 })
  expect(await through()).toBe('2026-11-25')
  const start = monday('09:00')
  await resident.refused('bookings.create', 'wrong_state', {
    body: { hallId: hall.hallId, itemId: hall.itemId, start },
  })
})

test('a greater share for walk-ins takes nobody’s place in silence: they are counted before, told after, and may move', async () => {
  const [hall, apart] = [await hallHere({ perWindow: 2 }), await hallHere({ perWindow: 2 })]
  await follow(hall, [], ['walkInPercent'])
  await book(resident, hall)
  server.clock.advance({ ms: 1 })
  const late = await world.person()
  const last = await book(late, hall)
  await book(await world.person(), apart)
  const preview = await admin.ok('booking-defaults.preview', { body: by({ walkInPercent: 50 }) })
  expect(preview).toMatchObject({
    ...{ halls: 1, affected: 1 },
    bookings: [{ id: last.id, reason: 'less_capacity', hall: { id: hall.hallId } }],
  })
  expect(await save({ walkInPercent: 50 }, 0)).toMatchObject({ status: 409 })
  expect((await show()).version).toBe(0)
  expect(await save({ walkInPercent: 50 }, 1)).toMatchObject({ isOk: true })
  const displaced = await late.ok('bookings.show', { params: { id: last.id } })
  expect(displaced).toMatchObject({
    status: 'booked',
    displaced: { offers: [monday('09:30'), monday('10:00'), monday('10:30')] },
  })
  await runJobs(server)
  expect((await late.ok('notices.list')).items[0]).toMatchObject({ kind: 'booking.displaced' })
  const start = displaced.displaced?.offers[0] ?? ''
  await late.ok('bookings.move', { params: { id: last.id }, body: { start } })
  await (await world.person()).refused('bookings.create', 'wrong_state', { body: { ...place(hall), start } })
  expect(await verifyBookings(server.services.db.reader)).toMatchObject({ differences: [] })
  await save({ walkInPercent: 0 })
  expect((await book(await world.person(), hall, start)).status).toBe('booked')
  expect(await verifyBookings(server.services.db.reader)).toMatchObject({ differences: [] })
})

test('a closed hall takes the values over for when it is open again, and gets no place by them', async () => {
  const hall = await hallHere({ perWindow: 2 })
  await follow(hall, [], ['walkInPercent'])
  await book(resident, hall)
  await staff.ok('halls.close', { params: { id: hall.hallId }, body: { affected: 1 } })
  expect(await save({ walkInPercent: 50 }, 0)).toMatchObject({ isOk: true })
  await resident.refused('bookings.create', 'wrong_state', { body: { ...place(hall), start: monday('09:00') } })
  await staff.ok('halls.reopen', { params: { id: hall.hallId } })
  const card = await server.anyone.ok('halls.show', { params: { id: hall.hallId } })
  expect(card.items[0]?.capacity).toBe(1)
  expect(await verifyBookings(server.services.db.reader)).toMatchObject({ differences: [] })
})

test('a new hall begins by the district; hours looked at under other rules are not saved', async () => {
  await save({ perDay: 7 })
  const hall = await hallHere()
  const params = { id: hall.hallId }
  const { weekly, overrides, policy, items, version } = await staff.ok('halls.schedule', { params })
  const made = await staff.ok('halls.create', {
    body: { orgCode: world.community, name: '新大厅', address: '东街 1 号', phones: ['0917-3210000'], windows: [] },
  })
  expect(made.policy.perDay).toBe(7)
  expect((await staff.ok('halls.schedule', { params: { id: made.id } })).follows).toContain('perDay')
  await save({ perDay: 8 })
  expect((await server.anyone.ok('halls.show', { params: { id: made.id } })).policy.perDay).toBe(8)
  await staff.refused('halls.save-schedule', 'version_mismatch', {
    params,
    body: { weekly, overrides, policy, items, affected: 0 },
    ifMatch: `"${version}"`,
  })
})

test('what a hall says where it follows is not looked at', async () => {
  const hall = await hallHere()
  await follow(hall, ['perDay'])
  const params = { id: hall.hallId }
  const saved = await staff.ok('halls.schedule', { params })
  const { weekly, overrides, policy, items, follows } = saved
  const body = { weekly, overrides, policy: { ...policy, perDay: 20 }, follows, items, affected: 0 }
  expect((await staff.ok('halls.save-schedule', { params, body })).policy.perDay).toBe(usualBookingDefaults.perDay)
})

test('booking-defaults.save: 412 after a colleague’s change; of two at once one wins', async () => {
  await hallHere()
  expect(await save({ perDay: 3 }, 0, '"0"')).toMatchObject({ isOk: true })
  expect(await save({ perDay: 4 }, 0, '"0"')).toMatchObject({ status: 412 })
  const both = await Promise.all([save({ perDay: 5 }, 0, '"1"'), save({ perDay: 6 }, 0, '"1"')])
  expect(both.filter(({ isOk }) => isOk)).toHaveLength(1)
  expect(both.filter(({ status }) => status === 409 || status === 412)).toHaveLength(1)
  expect((await show()).version).toBe(2)
})

test('booking-defaults: 401, 403, 404, 400, 422', async () => {
  const body = { ...by(), affected: 0 }
  await server.anyone.refused('booking-defaults.save', 'not_signed_in', { body })
  const others = [resident, staff, await world.staff('auditor', world.code)]
  others.push(await world.staff('district_admin', world.elsewhere.code))
  for (const other of others) {
    await other.refused('booking-defaults.save', 'forbidden', { body })
    await other.refused('booking-defaults.preview', 'forbidden', { body: by() })
  }
  await admin.refused('booking-defaults.save', 'not_found', { body: { ...body, districtCode: '999999' } })
  await admin.refused('booking-defaults.show', 'not_found', { query: { districtCode: world.street } })
  await admin.refused('booking-defaults.versions', 'not_found', { query: { districtCode: '999999' } })
  const cursor = Buffer.from('what').toString('base64url')
  await admin.refused('booking-defaults.versions', 'malformed_request', { query: { districtCode, cursor } })
  const { errors } = await admin.refused('booking-defaults.save', 'invalid', {
    body: { ...body, defaults: { ...body.defaults, perDay: 0, walkInPercent: 101 } },
  })
  expect(errors?.map(({ path }) => path).sort()).toEqual(['defaults.perDay', 'defaults.walkInPercent'])
})

const place = ({ hallId, itemId }: TestHall) => ({ hallId, itemId })
const hallHere = (rules: { perWindow?: number } = {}) =>
  addHall(server.services, { orgCode: world.community, items: 2, rules })
