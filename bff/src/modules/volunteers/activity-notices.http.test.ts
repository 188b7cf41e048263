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
      words: expect.stringMatching(/取消了 .*09:00 的活动，不用去了/) as string,
      subject: { type: 'activity', id, title: '周二修灯' },
    },
  ])
  expect(await noticesOf(gone)).toEqual([])
  expect(await noticesOf(leader)).toEqual([])
  server.clock.advance({ days: 1, hours: 2 })
  await runJobs(server)
  expect(await noticesOf(stays)).toHaveLength(1)
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
  const late = await offer()
  await signUp(person, late.id)
  expect(await countRows(server.services.db, 'activity_reminders', 'activity_id = ?', [late.id])).toBe(0)
  goTo(startsAt)
  await runJobs(server)
  expect(await noticesOf(person)).toEqual([])
})
