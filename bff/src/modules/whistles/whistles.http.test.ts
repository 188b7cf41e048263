import { makeCast, orderIn } from '../../../test/orders'
import { openTestServer, type TestServer } from '../../../test/server'
import {
  blow,
  makeWhistleCast,
  whistleAfter,
  whistleBody,
  whistleSteps,
  type WhistleCast,
} from '../../../test/whistles'
import { countRows } from '../../../test/database'

let server: TestServer
let cast: WhistleCast
beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.reset()
  // Monday morning, in office hours.
  server.clock.advance({ days: 1 })
  cast = await makeWhistleCast(await server.world())
})
afterAll(() => server.close())

test('the main job: blow, sign, contact, report in by code, progress, finish, close, and both grade', async () => {
  const { street, lead } = cast
  const blown = await blow(cast)
  const params = { id: blown.id }
  expect(blown).toMatchObject({
    ...{ status: 'blown', kind: 'push', departmentCount: 2, version: 1, content: whistleBody(cast.world).content },
    ...{
      street: { code: cast.world.street },
      lead: { code: cast.world.districtUnit },
      ownState: null,
      isSentBack: false,
    },
    due: { step: 'sign', dueAt: '2026-11-23T10:00:00+08:00', isOverdue: false },
    allowedActions: ['progress', 'withdraw'],
  })
  expect(blown.no).toMatch(/^S261123\d{6}$/)
  expect(blown.placeCode).toMatch(/^\d{6}$/)
  expect(blown.parties.map(({ isLead, state }) => [isLead, state])).toEqual([
    [true, 'called'],
    [false, 'called'],
  ])

  expect((await lead.ok('whistles.show', { params })).allowedActions).toEqual(['sign', 'refuse'])
  expect((await whistleSteps.sign(cast, blown)).allowedActions).toEqual(['refuse', 'contact', 'report-in', 'progress'])
  expect((await whistleSteps.contact(cast, blown)).allowedActions).toEqual(['report-in', 'progress'])
  const attended = await whistleSteps.attend(cast, blown)
  expect(attended).toMatchObject({ status: 'working', ownState: 'attended', placeCode: null })
  expect(attended.allowedActions).toEqual(['progress', 'finish'])
  await whistleSteps.progress(cast, blown)
  expect(await whistleSteps.finish(cast, blown)).toMatchObject({ status: 'finished', allowedActions: [] })
  const closed = await whistleSteps.close(cast, blown)
  expect(closed).toMatchObject({ status: 'closed', due: null, placeCode: null, allowedActions: ['grade-department'] })

  const graded = await street.ok('whistles.grade-department', {
    params,
    body: { departmentCode: cast.world.districtUnit, stars: 5, note: '来得快，修得好' },
  })
  expect(graded.parties[0]).toMatchObject({ stars: 5, streetStars: null })
  const both = await lead.ok('whistles.grade-street', { params, body: { stars: 4 } })
  expect(both.parties[0]).toMatchObject({ stars: 5, streetStars: 4, isOwn: true })
  expect(both.allowedActions).toEqual([])
  expect(both.events.map(({ action }) => action)).toEqual([
    ...['blow', 'sign', 'contact', 'report-in', 'progress', 'finish', 'close', 'grade-department', 'grade-street'],
  ])
  expect(both.events[3]).toMatchObject({
    isByCode: true,
    actor: { name: '测**', org: { code: cast.world.districtUnit } },
  })
})

test('on the eve of the National Day the due times are those of the calendar, and say so', async () => {
  server.clock.advance({ ms: Date.parse('2026-09-30T17:00:00+08:00') - server.clock.now().getTime() })
  const { parties } = await blow(cast)
  expect(parties[0]?.steps.map(({ step, dueAt }) => [step, dueAt])).toEqual([
    ['sign', '2026-10-08T09:00:00+08:00'],
    ['contact', '2026-10-08T17:00:00+08:00'],
    ['attend', '2026-10-10T17:00:00+08:00'],
  ])
  expect(parties[0]?.steps[2]?.why).toBe(
    '到场时限：9 月 30 日 17:00 吹哨 + 3 个工作日，跳过 10 月 1–7 日（国庆节），10 月 10 日补班 → 10 月 10 日 17:00',
  )
})

test('before the Spring Festival too, and a hard case has five working days', async () => {
  server.clock.advance({ ms: Date.parse('2026-02-14T17:20:00+08:00') - server.clock.now().getTime() })
  const { parties } = await blow(cast, { kind: 'hard' })
  expect(parties[0]?.steps.map(({ dueAt }) => dueAt)).toEqual([
    ...['2026-02-24T09:20:00+08:00', '2026-02-24T17:20:00+08:00', '2026-02-28T17:20:00+08:00'],
  ])
})

describe('who may not', () => {
  test('a community cannot blow, nor a department, a resident or the district', async () => {
    const { world, lead, district } = cast
    const community = await world.staff('community_staff', world.community)
    const body = whistleBody(world)
    for (const caller of [community, lead, district, await world.person()]) {
      await caller.refused('whistles.blow', 'forbidden', { body })
    }
    await server.anyone.refused('whistles.blow', 'not_signed_in', { body })
  })

  test('a department cannot close, send back, withdraw or decide', async () => {
    const { lead, world } = cast
    const whistle = await whistleAfter(cast, 'sign', 'attend', 'finish')
    const call = (body: object) => ({ params: { id: whistle.id }, body })
    await lead.refused('whistles.close', 'forbidden', call({}))
    await lead.refused('whistles.send-back', 'forbidden', call({ note: '再办' }))
    await lead.refused('whistles.withdraw', 'forbidden', call({ note: '不用了' }))
    await lead.refused(
      'whistles.resolve-refusal',
      'forbidden',
      call({ departmentCode: world.streetUnit, decision: 'uphold', note: '好' }),
    )
    expect(await cast.street.ok('whistles.show', { params: { id: whistle.id } })).toMatchObject({ status: 'finished' })
  })

  test('the street cannot sign or finish, a department that helps cannot finish', async () => {
    const whistle = await whistleAfter(cast, 'sign', 'attend')
    const params = { id: whistle.id }
    await cast.street.refused('whistles.sign', 'forbidden', { params, body: {} })
    await cast.street.refused('whistles.finish', 'forbidden', { params, body: { note: '好了' } })
    await cast.helper.refused('whistles.finish', 'forbidden', { params, body: { note: '好了' } })
  })

  test('nobody else sees it: another street, a community, another department, a resident, another district', async () => {
    const { world } = cast
    const { id } = await blow(cast)
    const others = [
      await world.staff('street_staff', world.otherStreet),
      await world.staff('community_staff', world.community),
      await world.staff('unit_staff', world.unit),
      await world.person(),
      await world.staff('district_admin', world.elsewhere.code),
    ]
    for (const other of others) {
      await other.refused('whistles.show', 'not_found', { params: { id } })
      await other.refused('whistles.close', 'not_found', { params: { id }, body: {} })
    }
    await server.anyone.refused('whistles.show', 'not_signed_in', { params: { id } })
    const auditor = await world.staff('auditor', world.code)
    expect((await auditor.ok('whistles.show', { params: { id } })).allowedActions).toEqual([])
  })
})

describe('what is refused', () => {
  test('departments that are none, twice the same, a lead that is not called', async () => {
    const { street, world } = cast
    const refuse = (changes: object) =>
      street.refused('whistles.blow', 'invalid', { body: { ...whistleBody(world), ...changes } })
    expect((await refuse({ departmentCodes: [world.unit] })).detail).toContain('部门名单')
    await refuse({ departmentCodes: [world.elsewhere.districtUnit] })
    await refuse({ departmentCodes: [] })
    await refuse({ departmentCodes: [world.districtUnit, world.districtUnit] })
    expect((await refuse({ leadCode: world.unit })).detail).toContain('牵头部门')
    await refuse({ title: ' ' })
    await refuse({ point: { lat: 51.5, lng: 0 } })
    await refuse({ orderId: '00000000-0000-7000-8000-000000000000' })
  })

  test('an action that does not follow, an old version, a second grade', async () => {
    const { lead, street, world } = cast
    const whistle = await blow(cast)
    const params = { id: whistle.id }
    await lead.refused('whistles.contact', 'wrong_state', { params, body: { note: '打过电话' } })
    await street.refused('whistles.close', 'wrong_state', { params, body: {} })
    await lead.refused('whistles.sign', 'version_mismatch', { params, body: {}, ifMatch: '"7"' })
    await whistleSteps.sign(cast, whistle)
    await lead.refused('whistles.sign', 'wrong_state', { params, body: {} })
    for (const step of ['attend', 'finish', 'close'] as const) await whistleSteps[step](cast, whistle)
    const grade = { params, body: { departmentCode: world.districtUnit, stars: 5 } }
    await street.ok('whistles.grade-department', { params, body: { departmentCode: world.districtUnit, stars: 5 } })
    await street.refused('whistles.grade-department', 'wrong_state', grade)
    await street.refused('whistles.grade-department', 'invalid', {
      params,
      body: { departmentCode: world.unit, stars: 5 },
    })
  })

  test('the same key blows once, with another body it is refused', async () => {
    const { street, world } = cast
    const first = await street.ok('whistles.blow', { body: whistleBody(world), key: 'blow-once' })
    expect((await street.ok('whistles.blow', { body: whistleBody(world), key: 'blow-once' })).id).toBe(first.id)
    await street.refused('whistles.blow', 'idempotency_key_reused', {
      body: whistleBody(world, { title: '别的事' }),
      key: 'blow-once',
    })
    expect(await countRows(server.services.db, 'whistles', 'street_code = ?', [world.street])).toBe(1)
  })
})

describe('reporting in', () => {
  const here = { lat: 34.3612, lng: 107.1402 }

  test('by position: within 300 metres, and only how far it was is kept', async () => {
    const whistle = await blow(cast, { point: here })
    await whistleSteps.sign(cast, whistle)
    const params = { id: whistle.id }
    const far = await cast.lead.refused('whistles.report-in', 'invalid', {
      params,
      body: { point: { lat: 34.3712, lng: 107.1402 } },
    })
    expect(far.detail).toContain('约 1.1 公里')
    const near = { lat: 34.3622, lng: 107.1402 }
    const attended = await cast.lead.ok('whistles.report-in', { params, body: { point: near } })
    expect(attended.events.at(-1)).toMatchObject({ action: 'report-in', metres: 111 })
    const [row] = await server.services.db.reader.query<{ data: string }[]>(
      "SELECT data FROM whistle_events WHERE whistle_id = ? AND action = 'report-in'",
      [whistle.id],
    )
    expect(JSON.parse(row?.data ?? '{}')).toEqual({ metres: 111 })
  })

  test('a wrong code, both at once, a position where no place is marked; and codes are not to be guessed', async () => {
    const whistle = await whistleAfter(cast, 'sign')
    const { placeCode } = await cast.street.ok('whistles.show', { params: { id: whistle.id } })
    const wrong = placeCode === '000000' ? '000001' : '000000'
    const tryIn = (body: object, code: 'invalid' | 'too_many_requests') =>
      cast.lead.refused('whistles.report-in', code, { params: { id: whistle.id }, body })
    expect((await tryIn({ point: here }, 'invalid')).detail).toContain('到场码')
    await tryIn({ placeCode: wrong, point: here }, 'invalid')
    await tryIn({}, 'invalid')
    for (let attempt = 0; attempt < 10; attempt++) await tryIn({ placeCode: wrong }, 'invalid')
    await tryIn({ placeCode }, 'too_many_requests')
  })
})

describe('a refusal', () => {
  const decide = (decision: 'uphold' | 'overrule', id: string, departmentCode = cast.world.streetUnit) =>
    cast.district.ok('whistles.resolve-refusal', {
      params: { id },
      body: { departmentCode, decision, note: '已核对管网台账' },
    })

  test('goes to the district with its reason, which lets the department off', async () => {
    const whistle = await whistleAfter(cast, 'refuse')
    const list = await cast.district.ok('whistles.list', { query: { view: 'refusals' } })
    expect(list.items.map(({ id }) => id)).toEqual([whistle.id])
    expect(list.items[0]?.allowedActions).toEqual(['resolve-refusal'])
    const decided = await decide('uphold', whistle.id)
    expect(decided.parties[1]).toMatchObject({ state: 'excused' })
    expect(decided.events.slice(-2)).toMatchObject([
      { action: 'refuse', note: '这段管网不归我们管' },
      { action: 'resolve-refusal', decision: 'uphold', department: { code: cast.world.streetUnit } },
    ])
    expect((await cast.district.ok('whistles.list', { query: { view: 'refusals' } })).items).toEqual([])
    expect((await cast.helper.ok('whistles.show', { params: { id: whistle.id } })).allowedActions).toEqual([])
  })

  test('that is overruled counts as signed, and is not made twice', async () => {
    const whistle = await whistleAfter(cast, 'refuse')
    await decide('overrule', whistle.id)
    const own = await cast.helper.ok('whistles.show', { params: { id: whistle.id } })
    expect(own.allowedActions).toEqual(['contact', 'report-in', 'progress'])
    await cast.helper.refused('whistles.refuse', 'wrong_state', { params: { id: whistle.id }, body: { note: '再退' } })
    expect(own.parties[1]).toMatchObject({ state: 'signed' })
  })

  test('of the lead hands over to the next one, and of the last one ends the whistle', async () => {
    const { lead, street, world } = cast
    const whistle = await blow(cast)
    const params = { id: whistle.id }
    await lead.ok('whistles.refuse', { params, body: { note: '不归我们' } })
    expect(await decide('uphold', whistle.id, world.districtUnit)).toMatchObject({ lead: { code: world.streetUnit } })
    expect((await street.ok('whistles.show', { params })).parties.map(({ isLead }) => isLead)).toEqual([false, true])
    await whistleSteps.refuse(cast, whistle)
    expect(await decide('uphold', whistle.id)).toMatchObject({ status: 'unfounded', due: null })
    expect((await street.ok('whistles.list', { query: { view: 'blown' } })).items).toEqual([])
    expect((await street.ok('whistles.list', { query: { view: 'blown', open: 'false' } })).items).toHaveLength(1)
  })

  test('that waits keeps the street from closing', async () => {
    const whistle = await whistleAfter(cast, 'sign', 'attend', 'refuse', 'finish')
    const params = { id: whistle.id }
    await cast.street.refused('whistles.close', 'wrong_state', { params, body: {} })
    await decide('uphold', whistle.id)
    expect((await whistleSteps.close(cast, whistle)).status).toBe('closed')
  })
})

test('sent back, it is worked on again; withdrawn, it is over', async () => {
  const { street } = cast
  const whistle = await whistleAfter(cast, 'sign', 'attend', 'finish')
  const params = { id: whistle.id }
  const back = await street.ok('whistles.send-back', { params, body: { note: '路面还没有恢复' } })
  expect(back).toMatchObject({ status: 'working', isSentBack: true })
  await whistleSteps.finish(cast, whistle)
  expect((await whistleSteps.close(cast, whistle)).status).toBe('closed')
  const other = await blow(cast)
  const withdrawn = await street.ok('whistles.withdraw', { params: { id: other.id }, body: { note: '已自行解决' } })
  expect(withdrawn).toMatchObject({ status: 'withdrawn', allowedActions: [] })
})

test('lists are of the membership that asks, and go on page by page', async () => {
  const { street, lead, district, world } = cast
  const first = await blow(cast)
  server.clock.advance({ minutes: 1 })
  const second = await blow(cast, { departmentCodes: [world.streetUnit] })
  const page = await street.ok('whistles.list', { query: { view: 'blown', limit: 1 } })
  expect(page.items.map(({ id }) => id)).toEqual([second.id])
  const next = await street.ok('whistles.list', { query: { view: 'blown', limit: 1, cursor: page.nextCursor ?? '' } })
  expect([next.items.map(({ id }) => id), next.nextCursor]).toEqual([[first.id], null])
  expect((await lead.ok('whistles.list', { query: { view: 'called' } })).items.map(({ id }) => id)).toEqual([first.id])
  expect((await district.ok('whistles.list', { query: { view: 'all' } })).items).toHaveLength(2)
  await lead.refused('whistles.list', 'forbidden', { query: { view: 'blown' } })
  await street.refused('whistles.list', 'malformed_request', { query: { view: 'blown', cursor: '!!' } })
  const community = await world.staff('community_staff', world.community)
  await community.refused('whistles.list', 'forbidden', { query: { view: 'all' } })
})

test('an order of the territory is linked; departments that may not see it learn nothing of it', async () => {
  const { resident } = await makeCast(cast.world)
  const order = await orderIn({ ...(await makeCast(cast.world)), resident }, 'submitted')
  const ofOrder = { params: { id: order.id } }
  expect(await cast.street.ok('whistles.of-order', ofOrder)).toEqual({ items: [], allowedActions: ['blow'] })
  const whistle = await blow(cast, { orderId: order.id })
  const { items } = await cast.street.ok('whistles.of-order', ofOrder)
  expect(items.map(({ id }) => id)).toEqual([whistle.id])
  expect(await cast.district.ok('whistles.of-order', ofOrder)).toMatchObject({
    ...{ items: [{ id: whistle.id }], allowedActions: [] },
  })
  await cast.lead.refused('whistles.of-order', 'not_found', ofOrder)
  await cast.street.refused('whistles.of-order', 'not_found', { params: { id: whistle.id } })
  expect(whistle.order).toEqual({ id: order.id, title: order.title })
  expect((await cast.lead.ok('whistles.show', { params: { id: whistle.id } })).order).toBeNull()
})

describe('departments', () => {
  test('are kept by the district’s administrator, and stay in whistles that called them', async () => {
    const { district, street, lead, world } = cast
    expect((await street.ok('departments.list')).items.map(({ code }) => code)).toEqual([
      world.streetUnit,
      world.districtUnit,
    ])
    const whistle = await blow(cast)
    await district.ok('departments.remove', { params: { code: world.districtUnit } })
    await district.refused('departments.remove', 'not_found', { params: { code: world.districtUnit } })
    await street.refused('whistles.blow', 'invalid', { body: whistleBody(world) })
    expect((await lead.ok('whistles.sign', { params: { id: whistle.id }, body: {} })).ownState).toBe('signed')
    await district.ok('departments.add', { params: { code: world.districtUnit } })
    await district.ok('departments.add', { params: { code: world.districtUnit } })
  })

  test('and by nobody else; only units can be one', async () => {
    const { district, street, world } = cast
    await street.refused('departments.add', 'forbidden', { params: { code: world.unit } })
    await district.refused('departments.add', 'forbidden', { params: { code: world.elsewhere.unit } })
    await district.refused('departments.add', 'not_found', { params: { code: world.community } })
    await (await world.person()).refused('departments.list', 'forbidden')
  })
})
