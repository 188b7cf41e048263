import { countRows } from '../../../test/database'
import { openTestServer, type TestServer } from '../../../test/server'
import { VolunteerStage } from '../../../test/volunteers'
import type { Caller, World } from '../../../test/world'
import { newId } from '../../db/ids'
import { verifyPoints } from './index'

let server: TestServer
let stage: VolunteerStage
let world: World
let leader: Caller
let street: Caller
let district: Caller
beforeAll(async () => {
  server = await openTestServer()
  stage = await VolunteerStage.set(server)
  ;({ world, leader, street, district } = stage)
})
afterAll(() => server.close())

const nobody = () => newId(server.clock.now())
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
    const members = await Promise.all(Array.from({ length: 30 }, () => stage.member()))
    const { id } = await stage.offer({ capacity: 3 })
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
    const [first, second] = [await stage.member(), await stage.member()]
    const activity = await stage.offer({ capacity: 1 })
    const id = await stage.signedUp(first, activity.id)
    await second.refused('activities.sign-up', 'wrong_state', { params: { id: activity.id }, body: {} })
    await first.ok('signups.cancel', { params: { id }, body: {} })
    await stage.signedUp(second, activity.id)
    await first.refused('activities.sign-up', 'wrong_state', { params: { id: activity.id }, body: {} })
  })

  test('from the code at the place to confirmed points: three hours count for two, and nobody confirms their own', async () => {
    const person = await stage.member({ roles: [['unit_staff', world.unit]] })
    const activity = await stage.offer()
    const id = await stage.signedUp(person, activity.id)
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
    const person = await stage.member()
    const id = await stage.served(person, 2)
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
    const person = await stage.member({ name: '欧阳询' })
    const activity = await stage.offer()
    await stage.signedUp(person, activity.id)
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
    for (let index = 0; index < 5; index++)
      await stage.offer({ startsAt: stage.at(50 + index), endsAt: stage.at(51 + index) })
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
    const body = {
      teamCode: world.unit,
      title: '不行',
      place: '这里',
      capacity: 1,
      startsAt: stage.at(1),
      endsAt: stage.at(2),
    }
    const person = await world.person()
    await server.anyone.refused('activities.create', 'not_signed_in', { body })
    await person.refused('activities.create', 'forbidden', { body })
    await leader.refused('activities.create', 'not_found', { body: { ...body, teamCode: world.community } })
    await leader.refused('activities.create', 'invalid', { body: { ...body, endsAt: stage.at(0) } })
    await leader.refused('activities.create', 'invalid', { body: { ...body, startsAt: stage.at(-2) } })
    await leader.refused('activities.create', 'invalid', { body: { ...body, endsAt: stage.at(30) } })
    const { id, version } = await stage.offer()
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
    const own = await stage.member()
    await own.refused('activities.sign-up', 'wrong_state', { params: { id }, body: {} })
    const taken = await stage.signedUp(own, (await stage.offer()).id)
    await person.refused('signups.cancel', 'not_found', { params: { id: taken }, body: {} })
  })
})

describe('rules', () => {
  test('what hours are worth changes from now on, by the district alone', async () => {
    const rules = { districtCode: world.code, minutesPerPoint: 30, mostMinutes: 60 }
    await street.refused('point-rules.save', 'forbidden', { body: rules })
    await district.refused('point-rules.save', 'version_mismatch', { body: rules, ifMatch: '"7"' })
    await district.refused('point-rules.save', 'invalid', { body: { ...rules, minutesPerPoint: 0 } })
    expect(await district.ok('point-rules.save', { body: rules })).toMatchObject({ version: 1, minutesPerPoint: 30 })
    const person = await stage.member()
    await stage.served(person, 3)
    expect((await person.ok('volunteers.me')).balance).toBe(2)
    expect(await person.ok('point-rules.show', { query: { districtCode: world.code } })).toMatchObject({
      allowedActions: [],
    })
    await person.refused('point-rules.show', 'not_found', { query: { districtCode: world.street } })
  })
})

test('me.delete leaves the teams and gives the place back; me.export tells what is known', async () => {
  const person = await stage.member()
  await stage.served(person, 1)
  const activity = await stage.offer({ capacity: 1 })
  await stage.signedUp(person, activity.id)
  expect((await person.ok('me.export')).volunteering).toMatchObject({
    ...{ teams: [{ teamCode: world.unit, state: 'member' }], activities: 1 },
  })
  await person.ok('me.delete', { query: {} })
  expect((await server.anyone.ok('activities.show', { params: { id: activity.id } })).taken).toBe(0)
  expect(await countRows(server.services.db, 'volunteers', "person_id = ? AND state = 'left'", [person.personId])).toBe(
    1,
  )
})
