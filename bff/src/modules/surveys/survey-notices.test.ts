import { runJobs } from '../../../test/jobs'
import { deliveringList, makePledgeCast } from '../../../test/pledges'
import { openTestServer, type TestServer } from '../../../test/server'
import { openSurvey, verified } from '../../../test/surveys'
import type { Caller } from '../../../test/world'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

const told = async (by: Caller) =>
  (await by.ok('notices.list', { query: { limit: 100 } })).items
    .filter(({ subject }) => subject.type === 'survey')
    .map(({ kind, subject }) => [kind, subject.title])

test('of a survey about a pledge those are told who took an interest in it and may take part, whether they did or not', async () => {
  const world = await server.world()
  const cast = await makePledgeCast(world, 0)
  const { pledges } = await deliveringList(cast)
  const pledgeId = pledges[0]?.id ?? ''
  const [took, stayed, hidden, bystander] = await Promise.all([1, 2, 3, 4].map(() => verified(server, world)))
  const elsewhere = await verified(server, world, world.neighbour)
  const comment = (by: Caller | undefined) =>
    by!.ok('pledges.comment', { params: { id: pledgeId }, body: { text: '盼着早点办好' } })
  for (const each of [took, stayed, elsewhere]) await comment(each)
  const { items } = await cast.community.ok('comments.list', { query: { limit: 100 } })
  for (const { id } of items) await cast.community.ok('comments.approve', { params: { id }, body: {} })
  await comment(hidden)
  const title = '这件事，你满意吗？'
  const { id } = await openSurvey(server, cast.community, { title, pledgeId })
  expect((await runJobs(server)).failed).toBe(0)
  for (const each of [took, stayed]) expect(await told(each!)).toEqual([['survey.published', title]])
  for (const each of [hidden, bystander, elsewhere]) expect(await told(each!)).toEqual([])
  const answers = { q1: 5, q2: 1, q3: '好' }
  await took!.ok('surveys.cast', { params: { id }, body: { answers } })
  await cast.community.ok('surveys.close', { params: { id }, body: {} })
  await runJobs(server)
  await runJobs(server)
  const both = [
    ['survey.closed', title],
    ['survey.published', title],
  ]
  expect((await told(took!)).sort()).toEqual(both)
  expect((await told(stayed!)).sort()).toEqual(both)
})

test('of a survey about no pledge nobody is told', async () => {
  const world = await server.world()
  const staff = await world.staff('community_staff', world.community)
  const resident = await verified(server, world)
  await openSurvey(server, staff)
  await runJobs(server)
  expect(await told(resident)).toEqual([])
})
