import { allJobs } from '../../jobs/all-jobs'
import { JobRunner } from '../../jobs/runner'
import { countRows } from '../../../test/database'
import { runJobs } from '../../../test/jobs'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller, World } from '../../../test/world'

let server: TestServer
let world: World
let leader: Caller
beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.reset()
  world = await server.world()
  leader = await world.staff('unit_staff', world.unit)
  await leader.ok('volunteer-teams.save', { params: { code: world.unit }, body: { intro: '修灯换锁', isOpen: true } })
})
afterAll(() => server.close())

async function member(): Promise<Caller> {
  const person = await world.person()
  const { id } = await person.ok('volunteer-teams.join', { params: { code: world.unit }, body: {} })
  await leader.ok('volunteers.decide', { params: { id }, body: { decision: 'accept' } })
  return person
}
/** The tests begin on the Sunday before, at 09:00. */
const startsAt = '2026-11-24T09:00:00+08:00'
const offer = (part: { startsAt?: string; endsAt?: string } = {}) =>
  leader.ok('activities.create', {
    body: {
      ...{ teamCode: world.unit, title: '周二修灯', place: '槐树社区活动室', capacity: 10 },
      ...{ startsAt, endsAt: '2026-11-24T11:00:00+08:00', ...part },
    },
  })
const signUp = (person: Caller, id: string) => person.ok('activities.sign-up', { params: { id }, body: {} })
const goTo = (time: string) =>
  server.clock.advance({ minutes: (Date.parse(time) - server.clock.now().getTime()) / 60_000 })
const noticesOf = async (person: Caller) => (await person.ok('notices.list')).items

test('who has a place is told that it was called off; who gave theirs back is not', async () => {
  const [stays, gone] = [await member(), await member()]
  const { id } = await offer()
  await signUp(stays, id)
  const { own } = await signUp(gone, id)
  await gone.ok('signups.cancel', { params: { id: own?.id ?? '' }, body: {} })
  await leader.ok('activities.cancel', { params: { id }, body: { note: '下大雨' } })
  await runJobs(server)
  expect(await noticesOf(stays)).toMatchObject([
    {
      kind: 'activity.cancelled',
      words: expect.stringMatching(/取消了 .*09:00 的活动（下大雨），不用去了/) as string,
      subject: { type: 'activity', id, title: '周二修灯' },
    },
  ])
  expect(await noticesOf(gone)).toEqual([])
  expect(await noticesOf(leader)).toEqual([])
  server.clock.advance({ days: 1, hours: 2 })
  await runJobs(server)
  expect(await noticesOf(stays)).toHaveLength(1)
})

test('why it was called off is for those who had signed up and those who run it', async () => {
  const [person, stranger] = [await member(), await member()]
  const { id } = await offer()
  await signUp(person, id)
  await leader.ok('activities.cancel', { params: { id }, body: { note: '下大雨' } })
  const noteFor = async (who: Pick<Caller, 'ok'>) => (await who.ok('activities.show', { params: { id } })).cancelNote
  expect(await Promise.all([person, leader, stranger, server.anyone].map(noteFor))).toEqual([
    ...['下大雨', '下大雨'],
    ...[null, null],
  ])
})

const move = (id: string, part: object = {}) => ({
  params: { id },
  body: {
    ...{ startsAt, endsAt: '2026-11-24T11:00:00+08:00', place: '槐树社区活动室', capacity: 10 },
    ...part,
  },
})
const friday = { startsAt: '2026-11-27T14:00:00+08:00', endsAt: '2026-11-27T16:00:00+08:00' }

test('activities.move: who has a place is told of old and new time, and reminded on the new evening', async () => {
  const [stays, gone, late] = [await member(), await member(), await member()]
  const { id } = await offer()
  await signUp(stays, id)
  const { own } = await signUp(gone, id)
  await gone.ok('signups.cancel', { params: { id: own?.id ?? '' }, body: {} })
  expect(await leader.ok('activities.move', move(id, friday))).toMatchObject({ ...friday, taken: 1, version: 2 })
  server.clock.advance({ minutes: 1 })
  await signUp(late, id)
  await runJobs(server)
  const [notice] = await noticesOf(stays)
  expect(notice).toMatchObject({ kind: 'activity.moved', subject: { type: 'activity', id } })
  expect(notice?.words).toMatch(/把 11 月 24 日 09:00 的活动改到 11 月 27 日 14:00。来不了/)
  // Who came later knew the new time.
  for (const person of [gone, late, leader]) expect(await noticesOf(person)).toEqual([])
  goTo('2026-11-23T18:00:00+08:00')
  await runJobs(server)
  expect(await noticesOf(stays)).toHaveLength(1)
  goTo('2026-11-26T18:00:00+08:00')
  await runJobs(server)
  expect((await noticesOf(stays)).map(({ kind }) => kind)).toEqual(['activity.reminded', 'activity.moved'])
})

test('activities.move: another place or another end is told as such; more places are told to nobody', async () => {
  const person = await member()
  const { id } = await offer()
  await signUp(person, id)
  await leader.ok('activities.move', move(id, { capacity: 12 }))
  await runJobs(server)
  expect(await noticesOf(person)).toEqual([])
  await leader.ok('activities.move', move(id, { place: '东门口', endsAt: '2026-11-24T12:00:00+08:00' }))
  await runJobs(server)
  expect((await noticesOf(person))[0]?.words).toMatch(/09:00 的活动改到 11 月 24 日 12:00 结束，换了集合地点，点开看/)
})

test('activities.move: whoever is somewhere else at the new time is told so; signing up for both is refused', async () => {
  const person = await member()
  const [first, second] = [await offer(), await offer(friday)]
  await signUp(person, first.id)
  await signUp(person, second.id)
  const third = await offer({ startsAt: '2026-11-27T15:00:00+08:00', endsAt: '2026-11-27T17:00:00+08:00' })
  const refusal = await person.refused('activities.sign-up', 'wrong_state', { params: { id: third.id }, body: {} })
  expect(refusal.detail).toContain('这段时间你报了「周二修灯」')
  await leader.ok('activities.move', move(first.id, friday))
  await runJobs(server)
  expect((await noticesOf(person))[0]?.words).toContain('时间重叠，请取消一个')
})

test('activities.move: 401, 403, 404, 409, 412, 422', async () => {
  const people = [await member(), await member()]
  const { id, version } = await offer()
  for (const person of people) await signUp(person, id)
  const refusedFor = async (part: object) =>
    (await leader.refused('activities.move', 'invalid', move(id, part))).errors?.map(({ path }) => path)
  await server.anyone.refused('activities.move', 'not_signed_in', move(id))
  await people[0]?.refused('activities.move', 'forbidden', move(id))
  await leader.refused('activities.move', 'not_found', move('0'.repeat(8) + '-0000-0000-0000-000000000000'))
  await leader.refused('activities.move', 'version_mismatch', { ...move(id), ifMatch: `"${version + 1}"` })
  expect(await refusedFor({ capacity: 1 })).toEqual(['capacity'])
  expect(await refusedFor({ startsAt: '2026-11-20T09:00:00+08:00', endsAt: '2026-11-20T10:00:00+08:00' })).toEqual([
    'startsAt',
  ])
  expect(await refusedFor({ endsAt: startsAt })).toEqual(['endsAt'])
  expect(await refusedFor({ place: '' })).toEqual(['place'])
  goTo('2026-11-24T08:40:00+08:00')
  const [first] = (await leader.ok('signups.list', { params: { id } })).items
  await leader.ok('signups.check-in', { params: { id: first?.id ?? '' }, body: {} })
  await leader.refused('activities.move', 'wrong_state', move(id, friday))
  const begun = await offer({ startsAt: '2026-11-24T08:50:00+08:00' })
  const off = await offer(friday)
  await leader.ok('activities.cancel', { params: { id: off.id }, body: { note: '下雨' } })
  goTo('2026-11-24T09:00:00+08:00')
  await leader.refused('activities.move', 'wrong_state', move(begun.id, friday))
  await leader.refused('activities.move', 'wrong_state', move(off.id, friday))
})

test('of two who move it at once one wins, and the plan to remind is one', async () => {
  const { id } = await offer()
  const community = await world.staff('community_staff', world.community)
  const replies = await Promise.all(
    [leader, community].map((who) => who.call('activities.move', move(id, friday) as never)),
  )
  const codes = replies.map((reply) => (reply.isOk ? 'ok' : reply.problem.code)).sort()
  expect([
    ['lost_race', 'ok'],
    ['ok', 'ok'],
  ]).toContainEqual(codes)
  expect(await countRows(server.services.db, 'activity_reminders', 'activity_id = ?', [id])).toBe(1)
})

test('at 18:00 of the day before everyone with a place is reminded, once', async () => {
  const [first, second] = [await member(), await member()]
  const { id } = await offer()
  for (const person of [first, second]) await signUp(person, id)
  goTo('2026-11-23T17:59:00+08:00')
  await runJobs(server)
  expect(await noticesOf(first)).toEqual([])
  goTo('2026-11-23T18:00:00+08:00')
  await runJobs(server)
  await runJobs(server)
  for (const person of [first, second]) {
    expect(await noticesOf(person)).toMatchObject([
      { kind: 'activity.reminded', words: expect.stringContaining('明天 09:00 有你报名的活动') as string },
    ])
  }
  expect(await countRows(server.services.db, 'activity_reminders', 'activity_id = ?', [id])).toBe(0)
})

test('a process that ends before the commit leaves the reminder to the next one, which tells once', async () => {
  const person = await member()
  const { id } = await offer()
  await signUp(person, id)
  goTo('2026-11-23T18:00:00+08:00')
  const { sources } = allJobs()
  const dying = new JobRunner(
    server.services,
    { sources, recurring: [] },
    {
      logger: server.log.logger,
      hooks: {
        acted: (job) => {
          if (job === 'activity-reminders') throw new Error('killed')
        },
      },
    },
  )
  await dying.runOnce(server.clock.now())
  expect(await countRows(server.services.db, 'activity_reminders', 'activity_id = ?', [id])).toBe(1)
  expect(await noticesOf(person)).toEqual([])
  await runJobs(server)
  expect(await noticesOf(person)).toHaveLength(1)
})

test('nobody is reminded of what was offered after that evening, or has begun while the server slept', async () => {
  const person = await member()
  const slept = await offer()
  await signUp(person, slept.id)
  goTo('2026-11-23T19:00:00+08:00')
  const late = await offer({ endsAt: '2026-11-24T10:00:00+08:00' })
  await signUp(await member(), late.id)
  expect(await countRows(server.services.db, 'activity_reminders', 'activity_id = ?', [late.id])).toBe(0)
  goTo(startsAt)
  await runJobs(server)
  expect(await noticesOf(person)).toEqual([])
})
