import { countRows } from '../../../test/database'
import { runJobs } from '../../../test/jobs'
import { deliveringList, makePledgeCast, tenTerms, termsOf, type PledgeCast } from '../../../test/pledges'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller } from '../../../test/world'
import { pledgeWatch } from '.'

let server: TestServer
let cast: PledgeCast
let id: string
beforeAll(async () => {
  server = await openTestServer()
})
/** The first pledge has its milestone in 50 days, the others theirs far away. */
beforeEach(async () => {
  server.clock.reset()
  cast = await makePledgeCast(await server.world(), 1)
  const far = { milestones: [{ title: '完工', weight: 1, dueOn: '2027-10-01' }], deadline: '2027-10-31' }
  const near = termsOf(1, { milestones: [{ title: '摸底', weight: 1, dueOn: '2027-01-11' }] })
  const { pledges } = await deliveringList(cast, [near, ...tenTerms(far).slice(1)])
  id = pledges[0]?.id ?? ''
})
afterAll(() => server.close())

const told = async (by: Caller) =>
  (await by.ok('notices.list', { query: { limit: 100 } })).items
    .filter(({ subject }) => subject.id === id)
    .map(({ kind }) => kind)
const isStale = async () => (await server.anyone.ok('pledges.show', { params: { id } })).isStale

test('nothing is due before its time', async () => {
  server.clock.advance({ days: 29, hours: 23 })
  await runJobs(server)
  expect([await told(cast.community), await isStale()]).toEqual([[], false])
})

test('thirty days without a report mark a pledge, and tell those who work on it and those who review it, once', async () => {
  server.clock.advance({ days: 30 })
  expect(await isStale()).toBe(true)
  for (let run = 0; run < 3; run++) await runJobs(server)
  expect(await told(cast.community)).toEqual(['pledge.became-stale'])
  expect(await told(cast.street)).toEqual(['pledge.became-stale'])
})

test('a report ends it, and from then the days are counted anew', async () => {
  server.clock.advance({ days: 30 })
  await runJobs(server)
  await cast.community.ok('pledges.progress', { params: { id }, body: { note: '在等材料' } })
  expect(await isStale()).toBe(false)
  server.clock.advance({ days: 30 })
  await runJobs(server)
  const kinds = await told(cast.street)
  expect([await isStale(), kinds]).toEqual([true, ['pledge.became-stale', 'pledge.became-stale']])
})

test('seven days before a milestone, at nine, its people are reminded once; the unit that is named too', async () => {
  server.clock.advance({ days: 20 })
  await cast.community.ok('pledges.progress', { params: { id }, body: { note: '在等材料' } })
  server.clock.advance({ days: 23, ms: -1 })
  await runJobs(server)
  expect(await told(cast.community)).toEqual([])
  server.clock.advance({ ms: 1 })
  for (let run = 0; run < 3; run++) await runJobs(server)
  expect(await told(cast.community)).toEqual(['pledge.milestone-near'])
  expect(await told(cast.street)).toEqual([])
})

test('of two runners that meet the same pledge one tells of it', async () => {
  server.clock.advance({ days: 30 })
  const { services, clock } = server
  const ctx = { services, now: clock.now() }
  await Promise.all([1, 2, 3].map(() => services.db.unitOfWork((em) => pledgeWatch.act(em, { id }, ctx))))
  const where = "topic = 'pledge.became-stale' AND payload LIKE ?"
  expect(await countRows(services.db, 'outbox', where, [`%${id}%`])).toBe(1)
})

test('what is noticed or struck off is not watched', async () => {
  const { milestones } = await cast.community.ok('pledges.show', { params: { id } })
  const milestoneId = milestones[0]?.id ?? ''
  await cast.community.ok('pledges.complete-milestone', { params: { id }, body: { milestoneId, note: '完成' } })
  await cast.community.ok('pledges.request-strike-off', { params: { id }, body: { note: '请核验' } })
  server.clock.advance({ days: 60 })
  await runJobs(server)
  expect(await told(cast.community)).toEqual([])
})
