import { dump } from '../../../../test/database'
import { deliveringList, makePledgeCast, tenTerms, termsOf, verified, type PledgeCast } from '../../../../test/pledges'
import { openTestServer, type TestServer } from '../../../../test/server'
import type { Caller } from '../../../../test/world'

let server: TestServer
let cast: PledgeCast
beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.reset()
  cast = await makePledgeCast(await server.world(), 2)
})
afterAll(() => server.close())

const create = (by: Caller, orgCode = cast.world.community, year = 2026) =>
  by.ok('pledge-lists.create', { body: { orgCode, year } })
const closesIn = (days: number) => new Date(server.clock.now().getTime() + days * 86_400_000).toISOString()
const candidate = (title: string) => ({ title, summary: title, category: 'public_safety' as const })

/** A list whose vote is open for a day, with two candidates. */
async function voting() {
  const { id } = await create(cast.community)
  const params = { id }
  for (const title of ['路灯', '公园'])
    await cast.community.ok('pledge-lists.add-candidate', { params, body: candidate(title) })
  await cast.community.ok('pledge-lists.deliberate', { params, body: {} })
  const list = await cast.community.ok('pledge-lists.open-vote', { params, body: { closesAt: closesIn(1) } })
  return { params, ids: list.candidates.map((each) => each.id) }
}

test('pledge-lists.create: a community, a street and a district each their own; 401, 403, 409, 422', async () => {
  const { world, community, street, district } = cast
  expect(await create(community)).toMatchObject({ state: 'collecting', pledges: [], ledger: { events: 1 } })
  await create(street, world.street)
  await create(district, world.code)
  const body = { orgCode: world.community, year: 2026 }
  await community.refused('pledge-lists.create', 'already_exists', { body })
  await server.anyone.refused('pledge-lists.create', 'not_signed_in', { body })
  await street.refused('pledge-lists.create', 'forbidden', { body: { ...body, year: 2027 } })
  await community.refused('pledge-lists.create', 'invalid', { body: { ...body, orgCode: world.grid } })
  await community.refused('pledge-lists.create', 'invalid', { body: { ...body, year: 1999 } })
})

test('pledge-lists.list: an org and everything below it, in pages', async () => {
  const { world, community, street, district } = cast
  const ids = []
  for (const [by, code] of [
    [community, world.community],
    [street, world.street],
    [district, world.code],
  ] as const) {
    ids.push((await create(by, code)).id)
    server.clock.advance({ minutes: 1 })
  }
  const of = async (org: string, query = {}) =>
    (await server.anyone.ok('pledge-lists.list', { query: { org, ...query } })).items.map(({ id }) => id)
  expect(await of(world.community)).toEqual([ids[0]])
  expect(await of(world.street)).toEqual([ids[1], ids[0]])
  expect(await of(world.code)).toEqual([ids[2], ids[1], ids[0]])
  expect(await of(world.code, { year: 2025 })).toEqual([])
  expect(await of('999999')).toEqual([])
  const first = await server.anyone.ok('pledge-lists.list', { query: { org: world.code, limit: 2 } })
  expect(await of(world.code, { limit: 2, cursor: first.nextCursor ?? '' })).toEqual([ids[0]])
  await server.anyone.refused('pledge-lists.list', 'malformed_request', { query: { org: world.code, cursor: '%' } })
})

test('exactly ten, or the number that the street consented to', async () => {
  const { community, street } = cast
  const { id } = await create(community)
  const params = { id }
  await community.refused('pledge-lists.publish', 'wrong_state', { params, body: { pledges: tenTerms() } })
  await community.ok('pledge-lists.deliberate', { params, body: {} })
  const nine = tenTerms().slice(1)
  const refused = await community.refused('pledge-lists.publish', 'invalid', { params, body: { pledges: nine } })
  expect(refused.detail).toContain('10 件')
  const consent = { number: 9, note: '有一件并入区里的项目' }
  await community.refused('pledge-lists.consent-number', 'forbidden', { params, body: consent })
  expect((await street.ok('pledge-lists.consent-number', { params, body: consent })).consent).toMatchObject(consent)
  await community.refused('pledge-lists.publish', 'invalid', { params, body: { pledges: tenTerms() } })
  await street.refused('pledge-lists.publish', 'forbidden', { params, body: { pledges: nine } })
  const published = await community.ok('pledge-lists.publish', { params, body: { pledges: nine } })
  expect(published.pledges.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('terms that make no sense are refused, all of them', async () => {
  const { community } = cast
  const { id } = await create(community)
  const params = { id }
  await community.ok('pledge-lists.deliberate', { params, body: {} })
  const late = termsOf(1, { deadline: '2027-01-31' })
  const stray = termsOf(2, { candidateId: id })
  const past = termsOf(3, { milestones: [{ title: '摸底', weight: 1, dueOn: '2026-11-01' }] })
  const pledges = [late, stray, past, ...tenTerms().slice(3)]
  const { errors } = await community.refused('pledge-lists.publish', 'invalid', { params, body: { pledges } })
  expect(errors?.map(({ path, code }) => [path, code])).toEqual([
    ['pledges.0.milestones.1.dueOn', 'after_deadline'],
    ['pledges.1.candidateId', 'unknown'],
    ['pledges.2.milestones.0.dueOn', 'before_start'],
  ])
})

test('pledge-lists.open-vote: staff of the org, with candidates and verified residents, once', async () => {
  const { community, street } = cast
  const { id } = await create(community)
  const params = { id }
  const call = { params, body: { closesAt: closesIn(1) } }
  await community.refused('pledge-lists.open-vote', 'wrong_state', call)
  await community.ok('pledge-lists.deliberate', { params, body: {} })
  await community.refused('pledge-lists.open-vote', 'wrong_state', call)
  await community.ok('pledge-lists.add-candidate', { params, body: candidate('路灯') })
  await street.refused('pledge-lists.open-vote', 'forbidden', call)
  await community.refused('pledge-lists.open-vote', 'invalid', { params, body: { closesAt: closesIn(-1) } })
  expect((await community.ok('pledge-lists.open-vote', call)).vote).toMatchObject({ maxChoices: 1, roster: 2 })
  await community.refused('pledge-lists.open-vote', 'wrong_state', call)
  await community.refused('pledge-lists.add-candidate', 'wrong_state', { params, body: candidate('晚了') })
})

test('pledge-lists.vote: the roster is frozen when the vote opens; 401, 403, 404, 409, 422', async () => {
  const { world, residents } = cast
  const [first, second] = residents as [Caller, Caller]
  const { params, ids } = await voting()
  const call = { params, body: { candidateIds: ids.slice(0, 1) } }
  await server.anyone.refused('pledge-lists.vote', 'not_signed_in', call)
  const late = await verified(world)
  await late.refused('pledge-lists.vote', 'forbidden', call)
  await (await world.person({ communityCode: world.community })).refused('pledge-lists.vote', 'forbidden', call)
  await first.refused('pledge-lists.vote', 'not_found', { ...call, params: { id: ids[0] ?? '' } })
  for (const candidateIds of [[], [params.id], [ids[0], ids[0]]]) {
    await first.refused('pledge-lists.vote', 'invalid', { params, body: { candidateIds } })
  }
  expect((await first.ok('pledge-lists.show', { params })).allowedActions).toEqual(['vote'])
  await first.ok('pledge-lists.vote', call)
  expect((await first.ok('pledge-lists.show', { params })).allowedActions).toEqual([])
  await first.refused('pledge-lists.vote', 'already_exists', call)
  server.clock.advance({ days: 1 })
  await second.refused('pledge-lists.vote', 'wrong_state', call)
})

test('one person casts one vote, also at the same moment', async () => {
  const [first] = cast.residents as [Caller]
  const { params, ids } = await voting()
  const body = { candidateIds: ids }
  const replies = await Promise.all(Array.from({ length: 6 }, () => first.call('pledge-lists.vote', { params, body })))
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409])
  server.clock.advance({ days: 1 })
  const { candidates, vote } = await server.anyone.ok('pledge-lists.show', { params })
  expect([candidates.map(({ votes }) => votes), vote?.voted]).toEqual([[1, 1], 1])
})

test('a vote leaves nothing that ties a person to a choice: no event, message, key, file or time', async () => {
  const [first] = cast.residents as [Caller]
  const { params, ids } = await voting()
  const before = await dump(server.services.db)
  await first.ok('pledge-lists.vote', { params, body: { candidateIds: ids.slice(0, 1) }, key: 'k1' })
  const after = await dump(server.services.db)
  const changed = Object.keys(after).filter((table) => JSON.stringify(after[table]) !== JSON.stringify(before[table]))
  expect(changed.sort()).toEqual(['pledge_candidates', 'pledge_vote_roster'])
  expect(Object.keys(after.pledge_vote_roster?.[0] ?? {}).sort()).toEqual(['has_voted', 'list_id', 'person_id'])
  const roster = (after.pledge_vote_roster ?? []).filter(({ list_id }) => list_id === params.id)
  const persons = roster.map(({ person_id }) => String(person_id))
  expect(persons).toEqual([...persons].sort())
})

test('a list goes on by who may: 403, 409, 412, and ends with a grade', async () => {
  const { community, street } = cast
  const { id } = await deliveringList(cast)
  const params = { id }
  await community.refused('pledge-lists.start', 'wrong_state', { params, body: {} })
  await community.refused('pledge-lists.evaluate', 'version_mismatch', { params, body: {}, ifMatch: '"1"' })
  await cast.residents[0]?.refused('pledge-lists.evaluate', 'forbidden', { params, body: {} })
  const grade = { score: 90, note: '办得扎实' }
  await street.refused('pledge-lists.grade', 'wrong_state', { params, body: grade })
  await community.ok('pledge-lists.evaluate', { params, body: {} })
  await community.refused('pledge-lists.grade', 'forbidden', { params, body: grade })
  await street.refused('pledge-lists.close', 'wrong_state', { params, body: { note: '收官' } })
  await street.ok('pledge-lists.grade', { params, body: grade })
  await street.refused('pledge-lists.grade', 'wrong_state', { params, body: grade })
  expect(await street.ok('pledge-lists.close', { params, body: { note: '九件接着办' } })).toMatchObject({
    ...{ state: 'closed', allowedActions: [] },
  })
  await server.anyone.refused('pledge-lists.show', 'not_found', { params: { id: community.personId } })
})

test('a page of lists asks the same number of questions, however many lists it shows', async () => {
  const { world, street, district } = cast
  const statements = async (by: Pick<Caller, 'ok'>) => {
    const spy = jest.spyOn(server.services.db.reader.connection.logger, 'logQuery')
    await by.ok('pledge-lists.list', { query: { org: world.code } })
    const count = spy.mock.calls.filter(([sql]) => /FROM `?(pledge|needs)/.test(sql)).length
    spy.mockRestore()
    return count
  }
  await deliveringList(cast)
  const [before, signedIn] = [await statements(server.anyone), await statements(district)]
  await deliveringList(cast, tenTerms(), 2027)
  await create(street, world.street)
  expect([await statements(server.anyone), await statements(district)]).toEqual([before, signedIn])
})

test('whoever wrote a list of the district does not judge it; a colleague does', async () => {
  const { world, district } = cast
  const colleague = await world.staff('district_admin', world.code)
  const { id } = await create(district, world.code)
  const params = { id }
  const body = { number: 12, note: '两件是结转的' }
  await district.refused('pledge-lists.consent-number', 'forbidden', { params, body })
  expect((await district.ok('pledge-lists.show', { params })).allowedActions).not.toContain('consent-number')
  expect((await colleague.ok('pledge-lists.consent-number', { params, body })).consent?.number).toBe(12)
})

test('a unit that is named has to be one of the district', async () => {
  const { community, world } = cast
  const { id } = await create(community)
  const params = { id }
  await community.ok('pledge-lists.deliberate', { params, body: {} })
  const by = (unitCode: string) => tenTerms({ responsible: { unit: '维修队', person: '队长', unitCode } })
  for (const code of [world.community, world.elsewhere.unit, 'NO-SUCH-UNIT']) {
    const { errors } = await community.refused('pledge-lists.publish', 'invalid', {
      params,
      body: { pledges: by(code) },
    })
    expect(errors).toMatchObject([{ path: 'pledges.0.responsible.unitCode' }])
  }
  await community.ok('pledge-lists.publish', { params, body: { pledges: by(world.unit) } })
})
