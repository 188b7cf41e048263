import { claimEndTopics } from '../orders'
import { allJobs } from '../../jobs/all-jobs'
import { JobRunner } from '../../jobs/runner'
import { countRows, dump } from '../../../test/database'
import { runJobs } from '../../../test/jobs'
import { makeCast, orderBody, type Cast } from '../../../test/orders'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller } from '../../../test/world'
import { newId } from '../../db/ids'

let server: TestServer
let cast: Cast
let partner: Caller
beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.reset()
  cast = await makeCast(await server.world())
  partner = await cast.world.unitStaff(cast.world.streetUnit)
  for (const [who, code] of [[cast.unit, cast.world.unit] as const, [partner, cast.world.streetUnit] as const]) {
    await who.ok('volunteer-teams.save', { params: { code }, body: { intro: '修灯换锁', isOpen: true } })
  }
})
afterAll(() => server.close())

const publicTitle = '想请人修一扇窗'
const shift = {
  ...{ title: publicTitle, place: '社区活动室', detail: '带上手套', capacity: 3 },
  ...{ startsAt: '2026-11-24T09:00:00+08:00', endsAt: '2026-11-24T11:00:00+08:00' },
}

/** Of the cast's resident, claimed by the cast's unit. */
async function claimed(title = publicTitle): Promise<{ params: { id: string } }> {
  const { id } = await cast.resident.ok('orders.place', {
    body: orderBody(cast.world, {
      ...{ kind: 'wish', title: '李奶奶家要修窗', content: '她一个人住' },
      contact: { name: '李秀英', phone: '13700002222' },
    }),
  })
  const params = { id }
  await cast.street.ok('orders.approve', { params, body: { title, category: 'repair' } })
  await cast.unit.ok('orders.claim', { params, body: {} })
  return { params }
}
async function called(who = cast.unit, wish?: { params: { id: string } }) {
  const { params } = wish ?? (await claimed())
  await who.ok('orders.call-volunteers', { params, body: shift })
  const { items } = await cast.unit.ok('orders.volunteers', { params })
  return { params, activityId: items[0]?.activity.id ?? '' }
}
async function member(leader = cast.unit, code = cast.world.unit, name = '欧阳修'): Promise<Caller> {
  const person = await cast.world.person({ name })
  const { id } = await person.ok('volunteer-teams.join', { params: { code }, body: {} })
  await leader.ok('volunteers.decide', { params: { id }, body: { decision: 'accept' } })
  return person
}
const signUp = (person: Caller, id: string) => person.ok('activities.sign-up', { params: { id }, body: {} })
const shown = (who: Caller, id: string) => who.ok('activities.show', { params: { id } })
const kindsOf = async (person: Caller) => (await person.ok('notices.list')).items.map(({ kind }) => kind)

test('orders.call-volunteers: a date of the team that says which wish it serves, by what everyone may read', async () => {
  const { params } = await claimed()
  const order = await cast.unit.ok('orders.call-volunteers', { params, body: shift })
  expect(order.events.at(-1)).toMatchObject({ action: 'call-volunteers', actor: { org: { code: cast.world.unit } } })
  const { items } = await server.anyone.ok('activities.list', { query: { org: cast.world.code } })
  expect(items).toMatchObject([
    {
      ...{ title: publicTitle, place: '社区活动室', capacity: 3, taken: 0, team: { code: cast.world.unit } },
      wish: { orderId: params.id, title: publicTitle },
    },
  ])
  expect(JSON.stringify(items)).not.toMatch(/李奶奶|李秀英|13700002222|一个人住/)
  const id = items[0]?.id ?? ''
  expect(await countRows(server.services.db, 'activity_reminders', 'activity_id = ?', [id])).toBe(1)
  const person = await member()
  await signUp(person, id)
  const { items: dates } = await cast.unit.ok('orders.volunteers', { params })
  expect(dates).toMatchObject([{ activity: { id, taken: 1 }, people: [{ name: '欧**', state: 'signed_up' }] }])
  expect((await cast.street.ok('orders.volunteers', { params })).items).toHaveLength(1)
})

test('orders.call-volunteers: words that tell whose wish it is are refused, each by its field', async () => {
  const { params } = await claimed()
  const fields = async (part: object) =>
    (await cast.unit.refused('orders.call-volunteers', 'invalid', { params, body: { ...shift, ...part } })).errors?.map(
      ({ path }) => path,
    )
  expect(await fields({ title: '帮李秀英修窗', place: '3 号楼 2 单元', detail: '打 13700002222 找她' })).toEqual([
    ...['title', 'place', 'detail'],
  ])
  expect(await fields({ startsAt: '2026-11-01T09:00:00+08:00', endsAt: '2026-11-01T11:00:00+08:00' })).toEqual([
    'startsAt',
  ])
  expect((await cast.unit.ok('orders.volunteers', { params })).items).toEqual([])
})

test('orders.call-volunteers: whoever claimed it or joined in may, nobody else; 401, 403, 404, 409, 412', async () => {
  const { params } = await claimed()
  const call = { params, body: shift }
  await server.anyone.refused('orders.call-volunteers', 'not_signed_in', call)
  for (const who of [cast.community, cast.street, cast.resident]) {
    await who.refused('orders.call-volunteers', 'forbidden', call)
  }
  await partner.refused('orders.call-volunteers', 'not_found', call)
  await cast.unit.refused('orders.call-volunteers', 'not_found', {
    ...{ params: { id: newId(server.clock.now()) }, body: shift },
  })
  await cast.unit.refused('orders.call-volunteers', 'version_mismatch', { ...call, ifMatch: '"1"' })
  const twice = { ...call, key: 'call-once' }
  const first = await cast.unit.ok('orders.call-volunteers', twice)
  expect((await cast.unit.ok('orders.call-volunteers', twice)).version).toBe(first.version)
  await cast.unit.ok('orders.invite-unit', { params, body: { unitCode: cast.world.streetUnit } })
  await partner.refused('orders.call-volunteers', 'not_found', call)
  await partner.ok('orders.join', { params, body: {} })
  expect((await partner.ok('orders.show', { params })).allowedActions).toContain('call-volunteers')
  await partner.ok('orders.call-volunteers', call)
  const { items } = await partner.ok('orders.volunteers', { params })
  expect(items.map(({ activity }) => activity.team.code).sort()).toEqual([cast.world.unit, cast.world.streetUnit])
  await cast.unit.ok('orders.fulfil', { params, body: { note: '修好了' } })
  await cast.unit.refused('orders.call-volunteers', 'wrong_state', call)
})

test('orders.volunteers: 401, 403 for whoever asked, 404 for everyone else', async () => {
  const { params } = await called()
  await server.anyone.refused('orders.volunteers', 'not_signed_in', { params })
  await cast.resident.refused('orders.volunteers', 'forbidden', { params })
  await partner.refused('orders.volunteers', 'not_found', { params })
  await (await cast.world.person()).refused('orders.volunteers', 'not_found', { params })
})

const release = ({ params }: { params: { id: string } }) =>
  cast.unit.ok('orders.release', { params, body: { note: '人手不够' } })

test('a claim that is given back calls its dates off: who signed up is told why, once, and the partner loses theirs', async () => {
  const wish = await claimed()
  const { activityId } = await called(cast.unit, wish)
  const person = await member()
  await signUp(person, activityId)
  const other = await cast.unit.ok('activities.create', {
    body: { ...shift, title: '周二修灯', teamCode: cast.world.unit },
  })
  await cast.unit.ok('orders.invite-unit', { params: wish.params, body: { unitCode: cast.world.streetUnit } })
  await partner.ok('orders.join', { params: wish.params, body: {} })
  await partner.ok('orders.call-volunteers', { params: wish.params, body: { ...shift, title: '一起修窗' } })
  await release(wish)
  // The second pass tells of what the first one called off.
  await runJobs(server)
  await runJobs(server)
  expect(await shown(person, activityId)).toMatchObject({ isCancelled: true, cancelNote: '心愿不再由队伍承办' })
  expect(await kindsOf(person)).toEqual(['activity.cancelled'])
  const { words } = (await person.ok('notices.list')).items[0] ?? { words: '' }
  expect(words).toContain('（心愿不再由队伍承办）')
  expect(await shown(person, other.id)).toMatchObject({ isCancelled: false, wish: null })
  const left = await countRows(server.services.db, 'activities', 'order_id = ? AND is_cancelled = 0', [wish.params.id])
  expect(left).toBe(0)
  expect(await countRows(server.services.db, 'activity_reminders', 'activity_id = ?', [activityId])).toBe(0)
  await runJobs(server)
  expect(await kindsOf(person)).toHaveLength(1)
})

test('a claim that lapses without contact calls its dates off; one that has begun stays, with its hours', async () => {
  const { params, activityId } = await called()
  await cast.unit.ok('orders.call-volunteers', {
    ...{ params, body: { ...shift, startsAt: '2026-12-20T09:00:00+08:00', endsAt: '2026-12-20T10:00:00+08:00' } },
  })
  server.clock.advance({ days: 8 })
  await runJobs(server)
  expect((await cast.street.ok('orders.show', { params })).status).toBe('listed')
  const { items } = await cast.street.ok('orders.volunteers', { params })
  const states = items.map(({ activity }) => [activity.id === activityId, activity.isCancelled])
  expect(states).toEqual([
    [false, true],
    [true, false],
  ])
})

test('a process that ends while it calls off leaves everything to the next one', async () => {
  const wish = await claimed()
  const { activityId } = await called(cast.unit, wish)
  const person = await member()
  await signUp(person, activityId)
  await release(wish)
  const { sources } = allJobs()
  let isDying = true
  const dying = new JobRunner(
    server.services,
    { sources, recurring: [] },
    {
      logger: server.log.logger,
      hooks: {
        acted: (job) => {
          if (job === 'outbox' && isDying) throw new Error('killed')
        },
      },
    },
  )
  await dying.runOnce(server.clock.now())
  isDying = false
  expect((await shown(person, activityId)).isCancelled).toBe(false)
  server.clock.advance({ minutes: 20 })
  await runJobs(server)
  await runJobs(server)
  expect((await shown(person, activityId)).isCancelled).toBe(true)
  expect(await kindsOf(person)).toEqual(['activity.cancelled'])
})

test('every step that can end a claim is listened to', () => {
  expect([...claimEndTopics].sort()).toEqual([
    ...['order.approved', 'order.claim-lapsed', 'order.escalation-resolved', 'order.merged', 'order.released'],
    'order.unlisted',
  ])
})

test('hours for a wish are in the unit’s year; the ledger of points keeps no title of a wish', async () => {
  const wish = await claimed()
  const { activityId } = await called(cast.unit, wish)
  const people = [await member(), await member()]
  const places: { params: { id: string }; body: Record<string, never> }[] = []
  for (const person of people) {
    const { own } = await signUp(person, activityId)
    places.push({ params: { id: own?.id ?? '' }, body: {} })
  }
  server.clock.advance({ days: 2 })
  for (const place of places) await cast.unit.ok('signups.check-in', place)
  server.clock.advance({ minutes: 60 })
  for (const place of places) {
    await cast.unit.ok('signups.check-out', place)
    await cast.unit.ok('signups.confirm', place)
  }
  const statement = await cast.unit.ok('units.statement', { params: { code: cast.world.unit }, query: { year: 2026 } })
  expect(statement.volunteers).toEqual({ activities: 1, people: 2, minutes: 120 })
  const before = await cast.unit.ok('units.statement', { params: { code: cast.world.unit }, query: { year: 2025 } })
  expect(before.volunteers).toEqual({ activities: 0, people: 0, minutes: 0 })
  const { items } = (await people[0]?.ok('point-entries.list')) ?? { items: [] }
  expect(items).toMatchObject([{ subject: '为心愿服务', points: 1 }])
})

test('me.delete of whoever asked takes the title of the wish out of the dates, too', async () => {
  const title = '想有人帮忙糊窗缝'
  const { params } = await claimed(title)
  await cast.unit.ok('orders.call-volunteers', { params, body: { ...shift, title } })
  await cast.unit.ok('orders.fulfil', { params, body: { note: '修好了' } })
  await cast.resident.ok('me.delete', { query: {} })
  const { items } = await server.anyone.ok('activities.list', { query: { org: cast.world.code } })
  expect(items).toMatchObject([{ title: '为心愿服务', detail: '', wish: null }])
  expect(JSON.stringify(await dump(server.services.db)).includes(title)).toBe(false)
})
