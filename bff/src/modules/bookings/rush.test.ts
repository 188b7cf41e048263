import type { Answer } from '@xinban/shared/contracts'
import { startChild } from '../../../test/child'
import { ApiClient } from '../../../test/client'
import { countRows, newDir, workerDatabase } from '../../../test/database'
import { addHall, monday, type TestHall } from '../../../test/halls'
import { openTestServer, testKeys, type TestServer } from '../../../test/server'
import type { Caller, World } from '../../../test/world'
import { verifyBookings } from './verify-bookings'

// Hundreds of people are made and rush at once, beside other tests of the machine.
jest.setTimeout(240_000)

const clients = 500
const places = 20
/** How often the server is killed; `XINBAN_KILLS=20` for the full proof. */
const kills = Number(process.env.XINBAN_KILLS ?? 4)

let url: string
let server: TestServer
let world: World
let hall: TestHall
beforeAll(async () => {
  url = await workerDatabase()
  server = await openTestServer({ DATABASE_URL: url })
  world = await server.world()
})
beforeEach(async () => {
  const policy = { perDay: 1000, perItem: 1000 }
  hall = await addHall(server.services, { orgCode: world.community, rules: { windows: 4, perWindow: 5 }, policy })
})
afterAll(() => server.close())

const people = async (count: number): Promise<Caller[]> => {
  const made: Caller[] = []
  for (let number = 0; number < count; number++) made.push(await world.person())
  return made
}
/** Another process with its own connections. Its picture directory is not the test's. */
const second = () => startChild('rush-process.ts', { DATABASE_URL: url, XINBAN_DATA_DIR: newDir(), ...testKeys })
const bodyAt = (start: string) => ({ hallId: hall.hallId, itemId: hall.itemId, start })
const differences = async () => (await verifyBookings(server.services.db.reader)).differences

/** Every answer is a booking or a plain refusal; nothing else. @returns how many won */
async function winners(by: readonly ApiClient[], start: string): Promise<number> {
  const replies = await Promise.all(by.map((client) => client.call('bookings.create', { body: bodyAt(start) })))
  const refused = replies.flatMap((reply) => (reply.isOk ? [] : reply.problem.code))
  expect(new Set(refused)).toEqual(new Set(['wrong_state']))
  return replies.length - refused.length
}

test(`${clients} clients grab ${places} places: exactly ${places} win`, async () => {
  expect(await winners(await people(clients), monday('09:00'))).toBe(places)
  expect(await countRows(server.services.db, 'bookings', "hall_id = ? AND status = 'booked'", [hall.hallId])).toBe(
    places,
  )
  expect(await differences()).toEqual([])
})

test(`${clients} clients grab ${places} places through two processes: exactly ${places} win`, async () => {
  const child = await second()
  const other = await child.ask('url')
  const all = await people(clients)
  const spread = all.map((person, index) => (index % 2 === 0 ? person : new ApiClient(other, person.token)))
  expect(await winners(spread, monday('09:00'))).toBe(places)
  expect(await countRows(server.services.db, 'bookings', "hall_id = ? AND status = 'booked'", [hall.hallId])).toBe(
    places,
  )
  expect(await differences()).toEqual([])
  await child.end()
})

test('fifty tickets drawn at once through two processes are 1 … 50', async () => {
  const child = await second()
  const other = await child.ask('url')
  const all = await people(50)
  const open = await addHall(server.services, { orgCode: world.community, everyDay: true })
  const draws = all.map((person, index) =>
    (index % 2 === 0 ? person : new ApiClient(other, person.token)).ok('tickets.draw', {
      body: { hallId: open.hallId },
    }),
  )
  const numbers = (await Promise.all(draws)).map(({ number }) => number).sort((a, b) => a - b)
  expect(numbers).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
  await child.end()
})

test(
  `SIGKILL in the midst of a rush, ${kills} times: what was acknowledged is there, and counters equal rows`,
  async () => {
    for (let round = 0; round < kills; round++) {
      // Others each time: nobody has two bookings at one time.
      const all = await people(40)
      const start = monday(round % 2 === 0 ? '10:00' : '10:30', 23 + (Math.floor(round / 2) % 5))
      const own = await addHall(server.services, {
        orgCode: world.community,
        rules: { windows: 30 },
        policy: { perDay: 1000, perItem: 1000 },
      })
      const child = await second()
      const at = await child.ask('url')
      const acknowledged: Answer<'bookings.create'>[] = []
      const refused: string[] = []
      const killAfter = 1 + ((round * 7) % 20)
      let killed: Promise<void> | undefined
      const call = { body: { ...bodyAt(start), hallId: own.hallId, itemId: own.itemId } }
      const ask = async (person: Caller) => {
        const reply = await new ApiClient(at, person.token).call('bookings.create', { ...call, key: `round-${round}` })
        if (reply.isOk) acknowledged.push(reply.answer)
        else refused.push(reply.problem.code)
        if (acknowledged.length >= killAfter) killed ??= child.kill()
      }
      await Promise.allSettled(all.map(ask))
      await (killed ?? child.kill())
      expect([acknowledged.length >= killAfter, refused.filter((code) => code !== 'wrong_state')]).toEqual([true, []])
      const booked = () => countRows(server.services.db, 'bookings', "hall_id = ? AND status = 'booked'", [own.hallId])
      for (const { id } of acknowledged) expect(await countRows(server.services.db, 'bookings', 'id = ?', [id])).toBe(1)
      expect(await differences()).toEqual([])
      // Whoever heard nothing asks again with the same key: the rest of the places is won, none twice.
      await Promise.all(all.map((person) => person.call('bookings.create', { ...call, key: `round-${round}` })))
      expect(await booked()).toBe(30)
      expect(await differences()).toEqual([])
    }
  },
  60_000 + kills * 30_000,
)

test('verify: a counter that is not what the rows say is found and named', async () => {
  const [person] = await people(1)
  await person?.ok('bookings.create', { body: bodyAt(monday('14:00')) })
  expect(await differences()).toEqual([])
  const { db } = server.services
  await db.unitOfWork((em) => em.query('UPDATE booking_slots SET taken = taken + 1 WHERE hall_id = ?', [hall.hallId]))
  await db.unitOfWork((em) => em.query('UPDATE hall_days SET booked = 0, waiting = 3 WHERE hall_id = ?', [hall.hallId]))
  const found = await differences()
  expect(found.map(({ what, stored, counted }) => [what.split(' of ')[0], stored, counted])).toEqual([
    ['places taken', 2, 1],
    ['bookings', 0, 1],
    ['people in the queue', 3, 0],
  ])
})
