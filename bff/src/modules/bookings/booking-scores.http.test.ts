import { addHall, monday } from '../../../test/halls'
import { runJobs } from '../../../test/jobs'
import { openTestServer, type TestServer } from '../../../test/server'
import { execute } from '../../db/sql'
import { verifyScores } from '../orders'
import { contributionsOfBookings } from './booking-scores'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

const at = (time: string) => server.clock.advance({ ms: Date.parse(time) - server.clock.now().getTime() })
const verify = async () => {
  const { reader } = server.services.db
  return (await verifyScores(reader, () => undefined, [contributionsOfBookings(reader)])).differences
}

test('visits: a finished one asks for a rating, counts in the scores of its hall’s org, and is found when a counter is changed', async () => {
  const world = await server.world()
  const { hallId, itemId } = await addHall(server.services, { orgCode: world.community, rules: { windows: 2 } })
  const staff = await world.staff('community_staff', world.community)
  const [rating, silent] = [await world.person(), await world.person()]
  const visits: string[] = []
  for (const visitor of [rating, silent])
    visits.push((await visitor.ok('bookings.create', { body: { hallId, itemId, start: monday('09:00') } })).id)
  at(monday('09:00'))
  for (const id of visits) {
    const target = { params: { id }, body: {} }
    await staff.ok('bookings.check-in', target)
    await staff.ok('bookings.call', { params: { id }, body: { window: 1 } })
    await staff.ok('bookings.serve', target)
    await staff.ok('bookings.finish', target)
  }
  await runJobs(server)
  const [rated = ''] = visits
  const notices = (await rating.ok('notices.list')).items
  expect(notices.find(({ kind }) => kind === 'booking.finished')?.subject).toMatchObject({ id: rated })
  await rating.ok('bookings.rate', { params: { id: rated }, body: { stars: 2 } })
  const counters = await server.services.db.reader.query<{ scope: string; counter: string; amount: number }[]>(
    'SELECT scope, counter, amount FROM score_counters WHERE code IN (?, ?) ORDER BY scope, counter',
    [world.community, itemId],
  )
  expect(counters.map(({ scope, counter, amount }) => `${scope} ${counter} ${amount}`)).toEqual([
    'community fulfilled 2',
    'community own2 1',
    'item fulfilled 2',
    'item own2 1',
  ])
  expect(await verify()).toEqual([])

  const change = "UPDATE score_counters SET amount = amount + 1 WHERE code = ? AND counter = 'own2'"
  await server.services.db.unitOfWork((em) => execute(em, change, [world.community]))
  expect(await verify()).toMatchObject([{ stored: 2, replayed: 1 }])
  await server.services.db.unitOfWork((em) => execute(em, 'DELETE FROM score_counters WHERE code = ?', [itemId]))
  expect((await verify()).length).toBe(3)
})
