import { addHall, monday, type TestHall } from '../../../test/halls'
import { openTestServer, type TestServer } from '../../../test/server'
import { statementsOf } from '../../../test/statements'
import type { Caller, World } from '../../../test/world'

// What a rush costs is the number of statements: 480 of 500 are losers, and the row of the slot waits for the winners.

let server: TestServer
let world: World
let hall: TestHall
let winner: Caller
let loser: Caller
let start: string
beforeAll(async () => {
  server = await openTestServer()
  world = await server.world()
  const policy = { perDay: 1000, perItem: 1000 }
  const rules = { windows: 1, perWindow: 2 }
  hall = await addHall(server.services, { orgCode: world.community, everyDay: true, rules, policy })
  winner = await world.person()
  loser = await world.person()
  // What is kept in memory for a while is there.
  await (await world.person()).ok('bookings.create', { body: body(monday('15:00')) })
})
afterAll(() => server.close())

const body = (at: string = start) => ({ hallId: hall.hallId, itemId: hall.itemId, start: at })
const sent = (work: () => Promise<unknown>) => statementsOf(server.services, work)
const isWrite = (sql: string) => !sql.startsWith('SELECT')

let time = 9 * 60
beforeEach(async () => {
  time += 30
  start = monday(`${String(Math.floor(time / 60)).padStart(2, '0')}:${time % 60 === 0 ? '00' : '30'}`)
  await (await world.person()).ok('bookings.create', { body: body() })
})
const fill = async () => (await world.person()).ok('bookings.create', { body: body() })

test.each(['bookings.create', 'holds.create'] as const)(
  '%s of a full slot sends two statements, one more with a key, and begins no transaction',
  async (route) => {
    await fill()
    const { detail } = await loser.refused(route, 'wrong_state', { body: body() })
    expect(detail).toContain('候补')
    const plain = await sent(() => loser.refused(route, 'wrong_state', { body: body() }))
    expect([plain.length, plain.filter(isWrite)]).toEqual([2, []])
    const keyed = await sent(() => loser.refused(route, 'wrong_state', { body: body(), key: 'once' }))
    expect([keyed.length, keyed.filter(isWrite)]).toEqual([3, []])
  },
)

test('bookings.create: a winner sends ten statements in the transaction, and reads its booking back', async () => {
  const all = await sent(() => winner.ok('bookings.create', { body: body() }))
  const begin = all.findIndex((sql) => /^(BEGIN|START)/.test(sql))
  const end = all.indexOf('COMMIT')
  expect([begin, end - begin + 1]).toEqual([2, 11])
  expect(all.length).toBeLessThanOrEqual(15)
})

test('holds.create: a winner sends less, and confirming the hold takes nothing of the slot', async () => {
  const hold = await sent(() => winner.ok('holds.create', { body: body() }))
  expect(hold).toHaveLength(12)
  const confirmed = await sent(() => winner.ok('bookings.create', { body: body() }))
  expect(confirmed.filter((sql) => /^(INSERT INTO|UPDATE) booking_slots/.test(sql))).toEqual([])
})

test('bookings.create: whoever won is answered their booking again by the same key, although it is full by now', async () => {
  const first = await winner.ok('bookings.create', { body: body(), key: 'again' })
  const again = await sent(async () => {
    expect((await winner.ok('bookings.create', { body: body(), key: 'again' })).id).toBe(first.id)
  })
  expect([again.length, again.filter(isWrite)]).toEqual([4, []])
})

test('a hold of a full slot is confirmed by its owner, also without its id, and asked for again it is the same', async () => {
  const hold = await winner.ok('holds.create', { body: body() })
  await loser.refused('holds.create', 'wrong_state', { body: body() })
  expect((await winner.ok('holds.create', { body: body() })).id).toBe(hold.id)
  expect(await winner.ok('bookings.create', { body: body() })).toMatchObject({ id: hold.id, status: 'booked' })
})

test('holds.create: two taps at once on the last place are one hold', async () => {
  const taps = [1, 2, 3, 4].map(() => winner.ok('holds.create', { body: body() }))
  expect(new Set((await Promise.all(taps)).map(({ id }) => id)).size).toBe(1)
})

test('a place that comes free after the slot was full is won by the next', async () => {
  const first = await winner.ok('bookings.create', { body: body() })
  await loser.refused('bookings.create', 'wrong_state', { body: body() })
  await winner.ok('bookings.cancel', { params: { id: first.id }, body: {} })
  await loser.ok('bookings.create', { body: body() })
})
