import { countRows, dump } from '../../../test/database'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller, World } from '../../../test/world'
import { newId } from '../../db/ids'
import { execute } from '../../db/sql'
import { verifyPoints } from './index'

let server: TestServer
let world: World
let leader: Caller
let street: Caller
let district: Caller
let community: Caller
beforeAll(async () => {
  server = await openTestServer()
  world = await server.world()
  leader = await world.staff('unit_staff', world.unit)
  street = await world.staff('street_staff', world.street)
  district = await world.staff('district_admin', world.code)
  community = await world.staff('community_staff', world.community)
  await leader.ok('volunteer-teams.save', {
    params: { code: world.unit },
    body: { intro: '帮独居老人修灯换锁', isOpen: true },
  })
})
afterAll(() => server.close())

const hour = 3_600_000
const at = (hours: number) => new Date(server.clock.now().getTime() + hours * hour).toISOString()
const nobody = () => newId(server.clock.now())
async function member(details: Parameters<World['person']>[0] = {}): Promise<Caller> {
  const person = await world.person(details)
  const { id } = await person.ok('volunteer-teams.join', { params: { code: world.unit }, body: {} })
  await leader.ok('volunteers.decide', { params: { id }, body: { decision: 'accept' } })
  return person
}
const offer = (part: { capacity?: number; startsAt?: string; endsAt?: string } = {}) =>
  leader.ok('activities.create', {
    body: {
      ...{ teamCode: world.unit, title: '周六修灯', place: '槐树社区活动室', capacity: 10 },
      ...{ startsAt: at(1), endsAt: at(4), ...part },
    },
  })
async function signedUp(person: Caller, activityId: string): Promise<string> {
  const { own } = await person.ok('activities.sign-up', { params: { id: activityId }, body: {} })
  return own?.id ?? ''
}
/** Somebody who served and was confirmed: the clock has moved on by the hours. */
async function served(person: Caller, hours: number): Promise<string> {
  const activity = await offer({ startsAt: at(1), endsAt: at(1 + hours) })
  const id = await signedUp(person, activity.id)
  server.clock.advance({ hours: 1 })
  await person.ok('signups.check-in', { params: { id }, body: { code: await codeOf(activity.id) } })
  server.clock.advance({ hours })
  await person.ok('signups.check-out', { params: { id }, body: {} })
  await leader.ok('signups.confirm', { params: { id }, body: {} })
  return id
}
const codeOf = async (id: string) => (await leader.ok('activities.show', { params: { id } })).checkCode ?? ''
const reward = (part: { cost?: number; stock?: number } = {}) =>
  community.ok('rewards.create', {
    body: { orgCode: world.community, title: '一袋洗衣粉', cost: 1, stock: 3, ...part },
  })
const verified = async () => expect((await verifyPoints(server.services.db.reader)).differences).toEqual([])

describe('teams', () => {
  test('a resident asks, the leader takes in, both see it; a team in words stands in the public list', async () => {
    const person = await world.person({ name: '欧阳修' })
    const { items } = await server.anyone.ok('volunteer-teams.list', { query: { org: world.community } })
    expect(items).toMatchObject([
      { org: { code: world.unit }, intro: '帮独居老人修灯换锁', own: null, allowedActions: [] },
    ])
    const { id } = await person.ok('volunteer-teams.join', { params: { code: world.unit }, body: {} })
    await person.refused('volunteer-teams.join', 'already_exists', { params: { code: world.unit }, body: {} })
    const waiting = await leader.ok('volunteers.list', { query: { teamCode: world.unit, state: 'applied' } })
    expect(waiting.items.find((row) => row.id === id)).toMatchObject({
      name: '欧**',
      allowedActions: ['decide', 'leave'],
    })
    await leader.ok('volunteers.decide', { params: { id }, body: { decision: 'accept' } })
    const own = await person.ok('volunteers.me')
    expect(own).toMatchObject({
      name: '欧阳修',
      teams: [{ id, name: '欧**', state: 'member' }],
      minutes: 0,
      balance: 0,
    })
    await person.ok('volunteers.leave', { params: { id }, body: {} })
    expect((await person.ok('volunteer-teams.join', { params: { code: world.unit }, body: {} })).state).toBe('applied')
  })

  test('401, 403, 404, 409, 412, 422', async () => {
    const params = { code: world.unit }
    const words = { intro: '别人写的', isOpen: true }
    const person = await world.person()
    await server.anyone.refused('volunteer-teams.join', 'not_signed_in', { params, body: {} })
    await person.refused('volunteer-teams.save', 'forbidden', { params, body: words })
    await person.refused('volunteer-teams.join', 'not_found', { params: { code: world.community }, body: {} })
    await person.refused('volunteer-teams.join', 'not_found', { params: { code: world.neighbourUnit }, body: {} })
    await leader.refused('volunteer-teams.save', 'version_mismatch', { params, body: words, ifMatch: '"99"' })
    await leader.refused('volunteer-teams.save', 'invalid', { params, body: { intro: '', isOpen: true } })
    await (
      await world.person({ hasAgreed: false })
    ).refused('volunteer-teams.join', 'consent_needed', { params, body: {} })
    const { id } = await person.ok('volunteer-teams.join', { params, body: {} })
    const stranger = await world.person()
    await stranger.refused('volunteers.decide', 'not_found', { params: { id }, body: { decision: 'accept' } })
    await person.refused('volunteers.decide', 'forbidden', { params: { id }, body: { decision: 'accept' } })
    await stranger.refused('volunteers.list', 'forbidden', { query: { teamCode: world.unit } })
    await leader.ok('volunteers.decide', { params: { id }, body: { decision: 'refuse' } })
    await leader.refused('volunteers.decide', 'wrong_state', { params: { id }, body: { decision: 'accept' } })
    await leader.refused('volunteers.decide', 'not_found', { params: { id: nobody() }, body: { decision: 'accept' } })
    await district.ok('volunteer-teams.save', {
      params: { code: world.districtUnit },
      body: { ...words, isOpen: false },
    })
    await person.refused('volunteer-teams.join', 'wrong_state', { params: { code: world.districtUnit }, body: {} })
  })
})

describe('activities', () => {
  test('30 members grab 3 places at once: three have one, 27 are told that it is full', async () => {
    const members = await Promise.all(Array.from({ length: 30 }, () => member()))
    const { id } = await offer({ capacity: 3 })
    const replies = await Promise.all(
      members.map((own) => own.call('activities.sign-up', { params: { id }, body: {} })),
    )
    expect(replies.filter(({ isOk }) => isOk)).toHaveLength(3)
    const refused = replies.flatMap((reply) => (reply.isOk ? [] : [reply.problem]))
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['wrong_state']))
    expect((await server.anyone.ok('activities.show', { params: { id } })).taken).toBe(3)
    expect(await countRows(server.services.db, 'signups', "activity_id = ? AND state = 'signed_up'", [id])).toBe(3)
  })

  test('a place that is given back is free again, also for whoever gave it back', async () => {
    const [first, second] = [await member(), await member()]
    const activity = await offer({ capacity: 1 })
    const id = await signedUp(first, activity.id)
    await second.refused('activities.sign-up', 'wrong_state', { params: { id: activity.id }, body: {} })
    await first.ok('signups.cancel', { params: { id }, body: {} })
    await signedUp(second, activity.id)
    await first.refused('activities.sign-up', 'wrong_state', { params: { id: activity.id }, body: {} })
  })

  test('from the code at the place to confirmed points: three hours count for two, and nobody confirms their own', async () => {
    const person = await member({ roles: [['unit_staff', world.unit]] })
    const activity = await offer()
    const id = await signedUp(person, activity.id)
    await person.refused('signups.check-in', 'wrong_state', { params: { id }, body: { code: activity.checkCode } })
    server.clock.advance({ hours: 1 })
    await person.refused('signups.check-in', 'invalid', { params: { id }, body: { code: '00000a' } })
    await person.ok('signups.check-in', { params: { id }, body: { code: activity.checkCode ?? '' } })
    server.clock.advance({ hours: 3 })
    expect(await person.ok('signups.check-out', { params: { id }, body: {} })).toMatchObject({ minutes: 180 })
    await person.refused('signups.confirm', 'forbidden', { params: { id }, body: {} })
    await leader.refused('signups.confirm', 'invalid', { params: { id }, body: { minutes: 181 } })
    const confirmed = await leader.ok('signups.confirm', { params: { id }, body: {} })
    expect(confirmed).toMatchObject({ state: 'confirmed', minutes: 180, points: 2 })
    await leader.refused('signups.confirm', 'wrong_state', { params: { id }, body: {} })
    expect(await person.ok('volunteers.me')).toMatchObject({ minutes: 180, activities: 1, balance: 2 })
    await verified()
  })

  test('a correction is an entry of its own, by the street and not by the leader', async () => {
    const person = await member()
    const id = await served(person, 2)
    const body = { minutes: 60, note: '签退晚了一个小时' }
    await leader.refused('signups.correct', 'forbidden', { params: { id }, body })
    server.clock.advance({ minutes: 1 })
    await street.ok('signups.correct', { params: { id }, body })
    const { items } = await person.ok('point-entries.list')
    expect(items).toMatchObject([
      { reason: 'correction', points: -1, balance: 1, note: '签退晚了一个小时' },
      { reason: 'service', points: 2, balance: 2, note: null },
    ])
    await verified()
  })

  test('the code and the names are for those who run it; the public list has neither', async () => {
    const person = await member({ name: '欧阳询' })
    const activity = await offer()
    await signedUp(person, activity.id)
    const seen = JSON.stringify(await server.anyone.ok('activities.list', { query: { org: world.code } }))
    expect(seen).not.toContain(activity.checkCode)
    expect(seen).not.toMatch(/欧/)
    expect((await person.ok('activities.show', { params: { id: activity.id } })).checkCode).toBeNull()
    const { items } = await leader.ok('signups.list', { params: { id: activity.id } })
    expect(items).toMatchObject([
      { name: '欧**', allowedActions: expect.arrayContaining(['check-in', 'miss']) as string[] },
    ])
    expect((await person.ok('activities.list', { query: { view: 'mine' } })).items).toMatchObject([{ id: activity.id }])
  })

  test('pages of open ones go by their beginning, each once', async () => {
    for (let index = 0; index < 5; index++) await offer({ startsAt: at(50 + index), endsAt: at(51 + index) })
    const all = (await server.anyone.ok('activities.list', { query: { org: world.code, limit: 100 } })).items
    const paged: string[] = []
    for (let cursor: string | undefined, first = true; first || cursor; first = false) {
      const page = await server.anyone.ok('activities.list', { query: { org: world.code, limit: 2, cursor } })
      paged.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    }
    expect(paged).toEqual(all.map(({ id }) => id))
  })

  test('401, 403, 404, 409, 412, 422', async () => {
    const body = { teamCode: world.unit, title: '不行', place: '这里', capacity: 1, startsAt: at(1), endsAt: at(2) }
    const person = await world.person()
    await server.anyone.refused('activities.create', 'not_signed_in', { body })
    await person.refused('activities.create', 'forbidden', { body })
    await leader.refused('activities.create', 'not_found', { body: { ...body, teamCode: world.community } })
    await leader.refused('activities.create', 'invalid', { body: { ...body, endsAt: at(0) } })
    await leader.refused('activities.create', 'invalid', { body: { ...body, startsAt: at(-2) } })
    await leader.refused('activities.create', 'invalid', { body: { ...body, endsAt: at(30) } })
    const { id, version } = await offer()
    await person.refused('activities.sign-up', 'forbidden', { params: { id }, body: {} })
    await person.refused('activities.sign-up', 'not_found', { params: { id: nobody() }, body: {} })
    await person.refused('activities.cancel', 'forbidden', { params: { id }, body: { note: '下雨' } })
    await person.refused('signups.list', 'forbidden', { params: { id } })
    await server.anyone.refused('activities.list', 'not_signed_in', { query: { view: 'mine' } })
    await server.anyone.refused('activities.list', 'invalid', { query: {} })
    await leader.refused('activities.cancel', 'version_mismatch', {
      ...{ params: { id }, body: { note: '下雨' }, ifMatch: `"${version + 1}"` },
    })
    await leader.ok('activities.cancel', { params: { id }, body: { note: '下雨' } })
    await leader.refused('activities.cancel', 'wrong_state', { params: { id }, body: { note: '下雨' } })
    const own = await member()
    await own.refused('activities.sign-up', 'wrong_state', { params: { id }, body: {} })
    const taken = await signedUp(own, (await offer()).id)
    await person.refused('signups.cancel', 'not_found', { params: { id: taken }, body: {} })
  })
})

describe('the market', () => {
  test('50 at once on the last 3 pieces: three have one, stock is 0, and every balance is right', async () => {
    const people = await Promise.all(Array.from({ length: 50 }, () => world.person()))
    await giveEach(people, 4)
    const { id } = await reward({ stock: 3 })
    const replies = await Promise.all(people.map((own) => own.call('rewards.redeem', { params: { id }, body: {} })))
    expect(replies.filter(({ isOk }) => isOk)).toHaveLength(3)
    expect(
      replies.flatMap((reply) => (reply.isOk ? [] : [reply.problem.code])).every((code) => code === 'wrong_state'),
    ).toBe(true)
    const shown = await community.ok('rewards.list', { query: { org: world.community } })
    expect(shown.items.find((item) => item.id === id)?.stock).toBe(0)
    expect(await countRows(server.services.db, 'redemptions', 'reward_id = ?', [id])).toBe(3)
    const balances = await Promise.all(people.map(async (own) => (await own.ok('volunteers.me')).balance))
    expect(balances.filter((balance) => balance === 1)).toHaveLength(3)
    expect(balances.filter((balance) => balance === 2)).toHaveLength(47)
  })

  test('one balance spent ten times at once buys what it can pay, and no more', async () => {
    const person = await world.person()
    await giveEach([person], 6)
    const { id } = await reward({ stock: 100 })
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => person.call('rewards.redeem', { params: { id }, body: {} })),
    )
    expect(replies.filter(({ isOk }) => isOk)).toHaveLength(3)
    expect((await person.ok('volunteers.me')).balance).toBe(0)
  })

  test('the stall hands over against the code; what is cancelled gives points and piece back, once', async () => {
    const person = await member({ name: '欧阳修' })
    await served(person, 2)
    const { id } = await reward({ stock: 2 })
    const [kept, given] = [
      await person.ok('rewards.redeem', { params: { id }, body: {} }),
      await person.ok('rewards.redeem', { params: { id }, body: {} }),
    ]
    const waiting = await community.ok('redemptions.list', { query: { org: world.community, limit: 100 } })
    expect(waiting.items.find((row) => row.id === kept.id)).toMatchObject({ name: '欧**', code: null })
    const wrong = kept.code === '111111' ? '222222' : '111111'
    await community.refused('redemptions.hand-over', 'invalid', { params: { id: kept.id }, body: { code: wrong } })
    await person.refused('redemptions.hand-over', 'forbidden', { params: { id: kept.id }, body: { code: kept.code } })
    const done = await community.ok('redemptions.hand-over', {
      params: { id: kept.id },
      body: { code: kept.code ?? '' },
    })
    expect(done.state).toBe('handed_over')
    await person.refused('redemptions.cancel', 'wrong_state', { params: { id: kept.id }, body: {} })
    await person.ok('redemptions.cancel', { params: { id: given.id }, body: {} })
    await person.refused('redemptions.cancel', 'wrong_state', { params: { id: given.id }, body: {} })
    expect((await person.ok('volunteers.me')).balance).toBe(1)
    expect(
      (await community.ok('rewards.list', { query: { org: world.community, limit: 100 } })).items.find(
        (row) => row.id === id,
      )?.stock,
    ).toBe(1)
    expect(
      (await verifyPoints(server.services.db.reader)).differences.filter(
        ({ personId }) => personId === person.personId,
      ),
    ).toEqual([])
  })

  test('a request that comes twice with its key redeems once', async () => {
    const person = await member()
    await served(person, 2)
    const { id } = await reward()
    const call = { params: { id }, body: {}, key: 'redeem-once' }
    const [first, again] = [await person.ok('rewards.redeem', call), await person.ok('rewards.redeem', call)]
    expect(again.id).toBe(first.id)
    expect((await person.ok('volunteers.me')).balance).toBe(1)
  })

  test('401, 403, 404, 409, 412, 422', async () => {
    const body = { orgCode: world.community, title: '毛巾', cost: 1, stock: 1 }
    const person = await world.person()
    await server.anyone.refused('rewards.create', 'not_signed_in', { body })
    await person.refused('rewards.create', 'forbidden', { body })
    await community.refused('rewards.create', 'forbidden', { body: { ...body, orgCode: world.neighbour } })
    await community.refused('rewards.create', 'invalid', { body: { ...body, cost: 0.3 } })
    await community.refused('rewards.create', 'not_found', { body: { ...body, orgCode: world.unit } })
    const { id } = await reward()
    await person.refused('rewards.redeem', 'wrong_state', { params: { id }, body: {} })
    await person.refused('rewards.update', 'forbidden', { params: { id }, body: { title: '毛巾', cost: 1, stock: 1 } })
    await community.refused('rewards.close', 'version_mismatch', { params: { id }, body: {}, ifMatch: '"9"' })
    await community.ok('rewards.close', { params: { id }, body: {} })
    await person.refused('rewards.redeem', 'not_found', { params: { id }, body: {} })
    await community.ok('rewards.reopen', { params: { id }, body: {} })
    await person.refused('redemptions.list', 'forbidden', { query: { org: world.community } })
    await person.refused('redemptions.cancel', 'not_found', { params: { id: nobody() }, body: {} })
  })
})

describe('rules', () => {
  test('what hours are worth changes from now on, by the district alone', async () => {
    const rules = { districtCode: world.code, minutesPerPoint: 30, mostMinutes: 60 }
    await street.refused('point-rules.save', 'forbidden', { body: rules })
    await district.refused('point-rules.save', 'version_mismatch', { body: rules, ifMatch: '"7"' })
    await district.refused('point-rules.save', 'invalid', { body: { ...rules, minutesPerPoint: 0 } })
    expect(await district.ok('point-rules.save', { body: rules })).toMatchObject({ version: 1, minutesPerPoint: 30 })
    const person = await member()
    await served(person, 3)
    expect((await person.ok('volunteers.me')).balance).toBe(2)
    expect(await person.ok('point-rules.show', { query: { districtCode: world.code } })).toMatchObject({
      allowedActions: [],
    })
    await person.refused('point-rules.show', 'not_found', { query: { districtCode: world.street } })
  })
})

test('me.delete leaves the teams and gives the place back; me.export tells what is known', async () => {
  const person = await member()
  await served(person, 1)
  const activity = await offer({ capacity: 1 })
  await signedUp(person, activity.id)
  expect((await person.ok('me.export')).volunteering).toMatchObject({
    ...{ teams: [{ teamCode: world.unit, state: 'member' }], activities: 1 },
  })
  await person.ok('me.delete', { query: {} })
  expect((await server.anyone.ok('activities.show', { params: { id: activity.id } })).taken).toBe(0)
  expect(await countRows(server.services.db, 'volunteers', "person_id = ? AND state = 'left'", [person.personId])).toBe(
    1,
  )
})

test('me.delete gives the piece back that was not fetched; the points stay given', async () => {
  const person = await member()
  await served(person, 2)
  const { id } = await reward({ stock: 2 })
  const redeem = () => person.ok('rewards.redeem', { params: { id }, body: {} })
  const [fetched, waiting] = [await redeem(), await redeem()]
  await community.ok('redemptions.hand-over', { params: { id: fetched.id }, body: { code: fetched.code ?? '' } })
  const entries = () => countRows(server.services.db, 'point_entries', 'person_id = ?', [person.personId])
  const before = await entries()
  await person.ok('me.delete', { query: {} })
  const stalls = await community.ok('rewards.list', { query: { org: world.community, limit: 100 } })
  expect(stalls.items.find((item) => item.id === id)?.stock).toBe(1)
  const { items } = await community.ok('redemptions.list', { query: { org: world.community, limit: 100 } })
  expect(items.map((row) => row.id)).not.toContain(waiting.id)
  const states = async (state: string) =>
    countRows(server.services.db, 'redemptions', 'reward_id = ? AND state = ?', [id, state])
  expect([await states('cancelled'), await states('handed_over')]).toEqual([1, 1])
  expect(await entries()).toBe(before)
  await community.refused('redemptions.hand-over', 'wrong_state', {
    ...{ params: { id: waiting.id }, body: { code: waiting.code ?? '' } },
  })
})

test('points:verify finds a balance that was touched', async () => {
  const { db } = server.services
  const before = (await verifyPoints(db.reader)).differences.length
  const [balance] = (await dump(db)).point_balances ?? []
  await db.unitOfWork((em) =>
    execute(em, 'UPDATE point_balances SET half_points = half_points + 1 WHERE person_id = ?', [balance?.person_id]),
  )
  expect((await verifyPoints(db.reader)).differences).toHaveLength(before + 1)
})

/** Points as a served activity gives them, without the hours of a clock. */
async function giveEach(people: readonly Caller[], halfPoints: number): Promise<void> {
  const { addEntry } = await import('./points.repository')
  await server.services.db.unitOfWork(async (em) => {
    for (const { personId } of people) {
      await addEntry(em, server.clock.now(), {
        ...{ personId, reason: 'service', subjectId: newId(server.clock.now()), subject: '修灯', halfPoints },
        ...{ minutes: halfPoints * 30, activities: 1 },
      })
    }
  })
}
