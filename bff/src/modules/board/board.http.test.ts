import { contracts } from '@xinban/shared/contracts'
import { BoardStream, completeMilestone, deliveredList } from '../../../test/board'
import { openTestServer, type TestServer } from '../../../test/server'
import { openSurvey, verified } from '../../../test/surveys'
import type { Caller, World } from '../../../test/world'

let server: TestServer
let world: World
let staff: Record<'street' | 'community' | 'far', Caller>
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  server.clock.reset()
  world = await server.world()
  staff = {
    street: await world.staff('street_staff', world.street),
    community: await world.staff('community_staff', world.community),
    far: await world.staff('community_staff', world.far),
  }
})

const show = (orgCode: string, year?: number) =>
  server.anyone.ok('board.show', { params: { orgCode }, query: year === undefined ? {} : { year } })
const address = (orgCode: string) => `/api/v1/board/${orgCode}`

describe('board.show', () => {
  test('an org without a list has a board with nothing on it; a grid, a unit and nothing have none', async () => {
    expect(await show(world.community)).toMatchObject({
      ...{ org: { code: world.community }, year: 2026, list: null, pledges: [], latestFinished: null, children: [] },
      orders: { month: '2026-11', placed: 0, acceptedInTime: 0, fulfilled: 0, rating: null, coverage: null },
      parent: { code: world.street },
    })
    for (const orgCode of [world.grid, world.unit, '999999999999']) {
      await server.anyone.refused('board.show', 'not_found', { params: { orgCode } })
    }
    await server.anyone.refused('board.show', 'invalid', { params: { orgCode: 'x' } })
    await server.anyone.refused('board.show', 'invalid', { params: { orgCode: world.community }, query: { year: 1 } })
  })

  test('ten things with progress, light and next milestone, as they are this moment', async () => {
    const list = await deliveredList(server, staff.community, world.community)
    const before = await show(world.community)
    expect(before.list).toEqual({ id: list.id, state: 'delivering', grade: null })
    expect(before.pledges.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(before.pledges[0]).toMatchObject({
      ...{ title: '第 1 件：装路灯', category: 'public_safety', progress: null, light: 'grey', lightWord: '未报进展' },
      ...{
        nextMilestone: { title: '立项' },
        satisfaction: null,
        coverage: null,
        isStale: false,
        staleDays: 30,
        grade: null,
      },
    })
    await completeMilestone(staff.community, list.pledges[0]?.id ?? '', 0)
    const { pledges } = await show(world.community)
    expect(pledges[0]).toMatchObject({ progress: 40, isPartlyReported: true, light: 'green', lightWord: '正常' })
    expect(pledges[0]?.nextMilestone?.title).toBe('装完')
  })

  test('a survey of a thing shows what it found when it is closed, and not before', async () => {
    const list = await deliveredList(server, staff.community, world.community)
    const pledgeId = list.pledges[2]?.id ?? ''
    const survey = await openSurvey(server, staff.community, { pledgeId })
    for (let each = 0; each < 6; each++) {
      const answers = { q1: each < 3 ? 5 : 4 }
      await (await verified(server, world)).ok('surveys.cast', { params: { id: survey.id }, body: { answers } })
    }
    for (let each = 0; each < 4; each++) await verified(server, world)
    expect((await show(world.community)).pledges[2]).toMatchObject({ satisfaction: null, coverage: null })
    await staff.community.ok('surveys.close', { params: { id: survey.id }, body: {} })
    expect((await show(world.community)).pledges[2]).toMatchObject({ satisfaction: 90, coverage: 60 })
    const { events } = await staff.community.ok('pledges.show', { params: { id: pledgeId } })
    expect(events).toBeDefined()
  })

  test('a survey is about a thing of one’s own territory', async () => {
    const list = await deliveredList(server, staff.far, world.far)
    const pledgeId = list.pledges[0]?.id ?? ''
    await expect(openSurvey(server, staff.community, { pledgeId })).rejects.toThrow(/没有这件实事/)
  })

  test('orders of the month', async () => {
    const resident = await world.person({ communityCode: world.community })
    const body = { kind: 'issue' as const, communityCode: world.community, title: '灯不亮', content: '三楼的灯不亮' }
    const { id } = await resident.ok('orders.place', { body })
    await resident.ok('orders.place', { body })
    await staff.community.ok('orders.accept', { params: { id }, body: {} })
    await staff.community.ok('orders.fulfil', { params: { id }, body: { note: '换好了' } })
    await resident.ok('orders.rate', { params: { id }, body: { stars: 4 } })
    const orders = { placed: 2, acceptedInTime: 1, acceptDue: 1, fulfilled: 1, rating: 100, rated: 1, coverage: 100 }
    for (const code of [world.community, world.street, world.code]) {
      expect((await show(code)).orders).toMatchObject(orders)
    }
    expect((await show(world.neighbour)).orders.placed).toBe(0)
  })

  test('a street shows its communities, a district its streets with all below', async () => {
    const list = await deliveredList(server, staff.community, world.community)
    await deliveredList(server, staff.far, world.far)
    await completeMilestone(staff.community, list.pledges[0]?.id ?? '', 0)
    const lights = (green: number, grey: number) => ({ green, yellow: 0, red: 0, blue: 0, grey })
    expect((await show(world.street)).children).toEqual([
      { org: expect.objectContaining({ code: world.community }) as unknown, pledges: 10, lights: lights(1, 9) },
      { org: expect.objectContaining({ code: world.neighbour }) as unknown, pledges: 0, lights: lights(0, 0) },
    ])
    const { children, parent } = await show(world.code)
    expect(parent).toBeNull()
    expect(children.map(({ org, pledges }) => [org.code, pledges])).toEqual([
      [world.street, 10],
      [world.otherStreet, 10],
    ])
  })

  test('in a new year the last list stays until there is a new one; a year can be asked for', async () => {
    await deliveredList(server, staff.community, world.community)
    server.clock.advance({ days: 60 })
    expect(await show(world.community)).toMatchObject({ year: 2026, pledges: { length: 10 } })
    expect(await show(world.community, 2027)).toMatchObject({ year: 2027, pledges: [] })
  })

  test('whoever has it is told so; it comes packed, and may be kept for a moment', async () => {
    await deliveredList(server, staff.community, world.community)
    const first = await server.anyone.send('GET', address(world.community))
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toBe(
      'public, max-age=2, stale-while-revalidate=30, stale-if-error=86400',
    )
    expect(first.headers.get('content-encoding')).toBe('gzip')
    server.clock.advance({ minutes: 1 })
    const again = await server.anyone.send('GET', address(world.community), { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const { pledges } = await show(world.community)
    await completeMilestone(staff.community, pledges[0]?.id ?? '', 0)
    const changed = await server.anyone.send('GET', address(world.community), { headers: { 'if-none-match': etag } })
    expect(changed.status).toBe(200)
    const plain = await server.anyone.send('GET', address(world.community), {
      headers: { 'accept-encoding': 'identity' },
    })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(contracts['board.show'].response.safeParse(await plain.json()).success).toBe(true)
  })

  test('a token that is over is no reason to see nothing', async () => {
    const response = await fetch(server.url + address(world.community), { headers: { authorization: 'Bearer over' } })
    expect(response.status).toBe(200)
  })
})

test('home.show: the ten things of my community in one line', async () => {
  const resident = await world.person({ communityCode: world.community })
  expect((await resident.ok('home.show')).tenThings).toBeNull()
  const { id, pledges } = await deliveredList(server, staff.community, world.community)
  const tenThings = async () => (await resident.ok('home.show')).tenThings
  const [first, second] = pledges.map((pledge) => pledge.id)
  expect(await tenThings()).toMatchObject({
    ...{ listId: id, year: 2026, total: 10, done: 0, late: 0 },
    next: { pledgeId: first, number: 1, milestone: '立项', dueOn: '2026-12-02' },
  })
  await completeMilestone(staff.community, first ?? '', 0)
  expect((await tenThings())?.next).toMatchObject({ pledgeId: second, milestone: '立项' })
  // The first step of nine is over, and was not done: what comes next is the second.
  server.clock.advance({ days: 20 })
  expect((await tenThings())?.next).toMatchObject({ pledgeId: first, milestone: '装完' })
  const elsewhere = await world.person({ communityCode: world.neighbour })
  expect((await elsewhere.ok('home.show')).tenThings).toBeNull()
})

describe('board.stream', () => {
  test('the present board first, then each change as it happens; never compressed', async () => {
    const list = await deliveredList(server, staff.community, world.community)
    const stream = await BoardStream.open(server.url, world.community, { 'accept-encoding': 'gzip' })
    const { headers } = stream.response
    expect(headers.get('content-type')).toMatch(/^text\/event-stream/)
    expect(headers.get('content-encoding')).toBeNull()
    expect(headers.get('cache-control')).toContain('no-transform')
    const first = await stream.next()
    expect(contracts['board.show'].response.safeParse(first?.board).success).toBe(true)
    await completeMilestone(staff.community, list.pledges[4]?.id ?? '', 0)
    const second = await stream.next()
    expect(second?.board.pledges[4]?.progress).toBe(40)
    expect(second?.id).not.toBe(first?.id)
    stream.close()
  })

  test('after a break nothing is sent twice, and nothing is missed', async () => {
    const list = await deliveredList(server, staff.community, world.community)
    const stream = await BoardStream.open(server.url, world.community)
    const first = await stream.next()
    stream.close()
    const same = await BoardStream.open(server.url, world.community, { 'last-event-id': first?.id ?? '' })
    await completeMilestone(staff.community, list.pledges[0]?.id ?? '', 0)
    const next = await same.next()
    expect(next?.board.pledges[0]?.progress).toBe(40)
    same.close()
    await completeMilestone(staff.community, list.pledges[1]?.id ?? '', 0)
    const later = await BoardStream.open(server.url, world.community, { 'last-event-id': next?.id ?? '' })
    expect((await later.next())?.board.pledges[1]?.progress).toBe(40)
    later.close()
  })

  test('300 at once for one address; another is told when to come again, and can ask for the board', async () => {
    const streams: BoardStream[] = []
    for (let batch = 0; batch < 6; batch++) {
      const opened = Array.from({ length: 50 }, () => BoardStream.open(server.url, world.community))
      streams.push(...(await Promise.all(opened)))
    }
    expect(streams.every(({ response }) => response.status === 200)).toBe(true)
    const response = await server.anyone.sendRefused('GET', `${address(world.code)}/stream`, 'too_many_requests')
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '30'])
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect((await show(world.code)).org.code).toBe(world.code)
    for (const stream of streams) stream.close()
  })

  test('404 for what has no board', async () => {
    const response = await server.anyone.sendRefused('GET', `${address(world.grid)}/stream`, 'not_found')
    expect(response.status).toBe(404)
  })
})

describe('open data', () => {
  const json = (set: 'board' | 'pledges' | 'orders-by-month' | 'dictionary', org: string) =>
    server.anyone.ok('open-data.json', { params: { set }, query: { org } })

  test('boards, pledges and months as JSON, every column in the dictionary', async () => {
    const list = await deliveredList(server, staff.community, world.community)
    await completeMilestone(staff.community, list.pledges[0]?.id ?? '', 0)
    const row = (orgCode: string, orgName: string) => ({
      ...{ orgCode, orgName, level: 'community', year: 2026, state: null, pledges: 0, green: 0, yellow: 0, red: 0 },
      ...{ blue: 0, grey: 0, progress: null, satisfaction: null, surveyed: 0, grade: null },
    })
    const { rows } = await json('board', world.code)
    expect(rows).toHaveLength(3)
    expect(rows).toContainEqual({
      ...row(world.community, '槐树社区'),
      ...{ state: '办理中', pledges: 10, green: 1, grey: 9, progress: 4 },
    })
    expect(rows.filter(({ pledges }) => pledges === 0).map(({ orgCode }) => orgCode)).toEqual(
      [world.neighbour, world.far].sort(),
    )
    await staff.far.ok('pledge-lists.create', { body: { orgCode: world.far, year: 2026 } })
    const asking = (await json('board', world.code)).rows.find(({ orgCode }) => orgCode === world.far)
    expect(asking).toMatchObject({ state: '问需中', pledges: 0, grey: 0 })
    const pledges = await json('pledges', world.street)
    expect(pledges.rows).toHaveLength(10)
    expect(pledges.rows[0]).toMatchObject({
      number: 1,
      progress: 40,
      light: '正常',
      nextMilestone: '装完',
      category: '公共安全',
    })
    const resident = await world.person({ communityCode: world.community, name: '欧阳静静', phone: '13955556666' })
    const body = { kind: 'issue' as const, communityCode: world.community, title: '灯不亮', content: '三楼' }
    const { id } = await resident.ok('orders.place', { body })
    await staff.community.ok('orders.accept', { params: { id }, body: {} })
    const months = await json('orders-by-month', world.code)
    expect(months.rows.map(({ orgCode, month, acceptDue }) => [orgCode, month, acceptDue])).toEqual(
      [world.code, world.street, world.community].map((code) => [code, '2026-11', 1]),
    )
    const dictionary = await json('dictionary', world.code)
    for (const set of [pledges, months]) {
      expect(Object.keys(set.rows[0] ?? {}).sort()).toEqual([...set.columns].sort())
      const explained = dictionary.rows.filter((row) => row.set === set.set).map(({ column }) => column)
      expect(set.columns.every((column) => explained.includes(column))).toBe(true)
    }
    expect(JSON.stringify([pledges, months])).not.toMatch(/欧阳|13955556666|灯不亮/)
  })

  test('the same as CSV, for spreadsheets', async () => {
    await deliveredList(server, staff.community, world.community)
    const response = await server.anyone.send('GET', `/api/v1/open-data/pledges.csv?org=${world.community}`)
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('content-disposition')).toContain('pledges.csv')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = bytes.toString('utf8').trim().split('\r\n')
    expect(lines).toHaveLength(11)
    expect(lines[0]).toContain('orgCode,orgName,year,number,title')
  })

  test('what is made up says so; what there is not is 404 and 422', async () => {
    const { isDemo, mark } = await json('board', world.code)
    expect([isDemo, mark]).toEqual([false, null])
    await server.anyone.refused('open-data.json', 'invalid', { params: { set: 'persons' } })
    await server.anyone.refused('open-data.csv', 'invalid', { params: { set: 'persons' } })
    await server.anyone.refused('open-data.json', 'not_found', { params: { set: 'board' }, query: { org: '999999' } })
    await server.anyone.sendRefused('GET', '/api/v1/open-data/board.xml', 'not_found')
  })
})
