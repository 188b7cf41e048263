import { runJobs } from '../../../test/jobs'
import { openTestServer, type TestServer } from '../../../test/server'
import { blow, makeWhistleCast, whistleAfter, whistleSteps, type WhistleCast } from '../../../test/whistles'
import type { Caller } from '../../../test/world'
import { verifyScores } from '../orders'
import { replayWhistles } from './replay-whistles'

let server: TestServer
let cast: WhistleCast
beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.reset()
  server.clock.advance({ days: 1 })
  cast = await makeWhistleCast(await server.world())
})
afterAll(() => server.close())

const verify = async () => {
  const { reader } = server.services.db
  const { differences, orderFaults } = await verifyScores(reader, () => undefined, [replayWhistles(reader)])
  return [differences, orderFaults]
}
const figures = async (code = cast.world.districtUnit) => {
  const table = await cast.district.ok('scores.show', { query: { org: cast.world.code, of: 'units' } })
  return table.rows.find((row) => row.code === code)?.score
}
/** Kinds of what someone was told, the latest first. */
const told = async (caller: Caller) => {
  const { items } = await caller.ok('notices.list')
  return items.map(({ kind }) => kind)
}
const share = (good: number, of: number) => expect.objectContaining({ good, of }) as unknown

test('an overdue is recorded when it happens, of each department by itself, without a visitor', async () => {
  const whistle = await whistleAfter(cast, 'sign')
  server.clock.advance({ minutes: 60 })
  await runJobs(server)
  const atTheMinute = await cast.street.ok('whistles.show', { params: { id: whistle.id } })
  expect(atTheMinute.parties.map(({ steps }) => steps[0]?.overdueAt)).toEqual([null, null])
  server.clock.advance({ minutes: 1 })
  await runJobs(server)
  await runJobs(server)
  const { parties } = await cast.street.ok('whistles.show', { params: { id: whistle.id } })
  expect(parties.map(({ steps }) => steps[0]?.overdueAt)).toEqual([null, '2026-11-23T10:01:00+08:00'])
  expect(await told(cast.helper)).toEqual(['whistle.overdue', 'whistle.warned', 'whistle.blown'])
  expect(await told(cast.street)).toEqual(['whistle.overdue'])
  expect(await figures(cast.world.streetUnit)).toMatchObject({ parts: { response: share(0, 1) } })
  expect(await verify()).toEqual([[], []])
})

test('a department is warned once when four fifths of the time are used, and nobody else', async () => {
  const whistle = await whistleAfter(cast, 'sign')
  await runJobs(server)
  const before = await told(cast.helper)
  server.clock.advance({ minutes: 48 })
  await runJobs(server)
  expect(await told(cast.helper)).toEqual(before)
  server.clock.advance({ minutes: 1 })
  await runJobs(server)
  await runJobs(server)
  const { parties } = await cast.street.ok('whistles.show', { params: { id: whistle.id } })
  expect(parties.map(({ steps }) => steps[0]?.warnedAt)).toEqual([null, '2026-11-23T09:49:00+08:00'])
  expect(await told(cast.helper)).toEqual(['whistle.warned', ...before])
  expect(await told(cast.street)).toEqual([])
  const { items } = await cast.helper.ok('whistles.list', { query: { view: 'called' } })
  expect(items[0]?.due).toMatchObject({ step: 'sign', isOverdue: false, isWarned: true })
  await cast.helper.ok('whistles.sign', { params: { id: whistle.id }, body: {} })
  server.clock.advance({ minutes: 30 })
  await runJobs(server)
  expect(await told(cast.helper)).toEqual(['whistle.warned', ...before])
  expect(await verify()).toEqual([[], []])
})

test('a district sets the limits of whistles; those that were blown keep theirs', async () => {
  const early = await blow(cast)
  const { limits, officeHours } = await cast.district.ok('limits.show')
  const save = (whistleAttend: number) =>
    cast.district.call('limits.save', {
      body: {
        ...{ districtCode: cast.world.code, officeHours },
        limits: {
          ...limits,
          whistleSign: { unit: 'hours', value: 2 },
          whistleAttend: { unit: 'working_days', value: whistleAttend },
        },
      },
    })
  expect((await save(9)).status).toBe(422)
  expect((await save(2)).status).toBe(200)
  const late = await blow(cast)
  const dues = async ({ id }: { id: string }) =>
    (await cast.street.ok('whistles.show', { params: { id } })).parties[0]?.steps.map(({ dueAt }) => dueAt.slice(5, 16))
  expect(await dues(early)).toEqual(['11-23T10:00', '11-24T09:00', '11-26T09:00'])
  expect(await dues(late)).toEqual(['11-23T11:00', '11-24T09:00', '11-25T09:00'])
})

test('every step has its own overdue, and stays so when it is done late', async () => {
  const whistle = await blow(cast)
  server.clock.advance({ days: 7 })
  await runJobs(server)
  await whistleSteps.sign(cast, whistle)
  await whistleSteps.attend(cast, whistle)
  const { parties } = await cast.street.ok('whistles.show', { params: { id: whistle.id } })
  expect(parties[0]?.steps.map(({ doneAt, overdueAt }) => [doneAt !== null, overdueAt !== null])).toEqual(
    Array(3).fill([true, true]),
  )
  expect(await figures()).toMatchObject({ parts: { response: share(0, 2) }, attendance: share(0, 1) })
  expect(await verify()).toEqual([[], []])
})

test('what is late and nobody had looked at is recorded with the act itself', async () => {
  const whistle = await blow(cast)
  server.clock.advance({ hours: 2 })
  const signed = await whistleSteps.sign(cast, whistle)
  expect(signed.parties[0]?.steps[0]).toMatchObject({ overdueAt: '2026-11-23T11:00:00+08:00' })
  expect(await verify()).toEqual([[], []])
})

test('clocks stop when it is finished, withdrawn or closed', async () => {
  const finished = await whistleAfter(cast, 'sign', 'attend', 'finish')
  const other = await blow(cast)
  await cast.street.ok('whistles.withdraw', { params: { id: other.id }, body: { note: '已自行解决' } })
  server.clock.advance({ days: 30 })
  await runJobs(server)
  for (const { id } of [finished, other]) {
    const { parties } = await cast.street.ok('whistles.show', { params: { id } })
    expect(parties.flatMap(({ steps }) => steps.map(({ overdueAt }) => overdueAt)).filter(Boolean)).toEqual([])
  }
})

test('scores of a department are kept as facts happen and equal a replay', async () => {
  const { street, world } = cast
  const params = { id: (await whistleAfter(cast, 'sign', 'contact', 'attend', 'finish', 'close')).id }
  await street.ok('whistles.grade-department', { params, body: { departmentCode: world.districtUnit, stars: 2 } })
  expect(await figures()).toMatchObject({
    parts: { response: share(2, 2), resolution: share(1, 1), satisfaction: share(0, 1) },
    ...{ attendance: share(1, 1), coverage: share(1, 1), meanStars: 2 },
  })
  const refused = await whistleAfter(cast, 'refuse')
  await cast.district.ok('whistles.resolve-refusal', {
    params: { id: refused.id },
    body: { departmentCode: world.streetUnit, decision: 'overrule', note: '属于你们的职责' },
  })
  expect(await figures(world.streetUnit)).toMatchObject({ parts: { response: share(0, 1) } })
  expect(await verify()).toEqual([[], []])
})

test('a counter that was tampered with is found', async () => {
  await whistleAfter(cast, 'sign')
  const code = cast.world.districtUnit
  await server.services.db.unitOfWork((em) =>
    em.query("UPDATE score_counters SET amount = amount + 1 WHERE code = ? AND counter = 'acceptInTime'", [code]),
  )
  const [differences] = await verify()
  expect(differences).toMatchObject([
    { key: expect.stringContaining(`unit ${code}`) as unknown, stored: 2, replayed: 1 },
  ])
  await server.services.db.unitOfWork((em) => em.query('DELETE FROM score_counters WHERE code = ?', [code]))
  await server.services.db.unitOfWork((em) =>
    em.query('DELETE FROM whistles WHERE district_code = ?', [cast.world.code]),
  )
})

test('everyone concerned is told once, and nobody of what they did themselves', async () => {
  const { street, lead, helper, district } = cast
  const whistle = await whistleAfter(cast, 'sign', 'attend', 'progress', 'progress', 'refuse')
  await runJobs(server)
  await district.ok('whistles.resolve-refusal', {
    params: { id: whistle.id },
    body: { departmentCode: cast.world.streetUnit, decision: 'uphold', note: '确实不归你们' },
  })
  await whistleSteps.finish(cast, whistle)
  await whistleSteps.close(cast, whistle)
  await runJobs(server)
  expect([...(await told(street))].sort()).toEqual([
    ...['whistle.attended', 'whistle.excused', 'whistle.finished', 'whistle.progressed'],
  ])
  expect([...(await told(lead))].sort()).toEqual(['whistle.blown', 'whistle.closed'])
  expect([...(await told(helper))].sort()).toEqual(['whistle.blown', 'whistle.excused', 'whistle.progressed'])
  expect(await told(district)).toEqual(['whistle.refused'])
  const { items } = await street.ok('notices.list')
  const progressed = items.find(({ kind }) => kind === 'whistle.progressed')
  expect(progressed).toMatchObject({
    words: '今天有 2 条新进展，点开看看',
    subject: { type: 'whistle', id: whistle.id, title: whistle.title },
  })
})

test('of fifty who sign at once, one does; the others are told why', async () => {
  const whistle = await blow(cast)
  const replies = await Promise.all(
    Array.from({ length: 50 }, () => cast.lead.call('whistles.sign', { params: { id: whistle.id }, body: {} })),
  )
  const codes = replies.map((reply) => (reply.isOk ? 'ok' : reply.problem.code))
  expect(codes.filter((code) => code === 'ok')).toHaveLength(1)
  expect(codes.filter((code) => code !== 'ok' && code !== 'wrong_state' && code !== 'lost_race')).toEqual([])
  const { events } = await cast.street.ok('whistles.show', { params: { id: whistle.id } })
  expect(events.map(({ action }) => action)).toEqual(['blow', 'sign'])
})
