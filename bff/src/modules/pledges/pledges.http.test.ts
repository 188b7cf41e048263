import type { Pledge } from '@xinban/shared/contracts'
import { countRows } from '../../../test/database'
import {
  deliveringList,
  makePledgeCast,
  noticedPledge,
  tenTerms,
  verified,
  type PledgeCast,
} from '../../../test/pledges'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller } from '../../../test/world'
import { recordSurvey } from '.'

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

const note = '见现场照片'
/** The first pledge of a list in delivery. */
const fresh = async (changes = {}): Promise<Pledge> => {
  const { pledges } = await deliveringList(cast, tenTerms(changes))
  return cast.community.ok('pledges.show', { params: { id: pledges[0]?.id ?? '' } })
}
const noticed = async () => noticedPledge(cast, (await fresh()).id)
const survey = (id: string, mean = 90) =>
  server.services.db.unitOfWork((em) =>
    recordSurvey(em, { now: server.clock.now(), actor: null }, id, { mean, coverage: 50 }),
  )
const stepOf = ({ milestones }: Pledge) => milestones[0]?.id ?? ''

test('pledges.progress: the community, its grid workers and the unit that is named; nobody else', async () => {
  const { world, street, district, residents } = cast
  const pledge = await fresh({ responsible: { unit: '维修队', person: '队长', unitCode: world.unit } })
  const params = { id: pledge.id }
  const call = { params, body: { note, milestoneId: stepOf(pledge), progress: 50 } }
  const unit = await world.staff('unit_staff', world.unit)
  const grid = await world.staff('grid_worker', world.grid)
  for (const by of [cast.community, unit, grid]) {
    expect((await by.ok('pledges.progress', call)).milestones[0]).toMatchObject({ progress: 50 })
  }
  expect((await unit.ok('pledges.show', { params })).allowedActions).toEqual([
    ...['progress', 'complete-milestone', 'comment'],
  ])
  await server.anyone.refused('pledges.progress', 'not_signed_in', call)
  const strangers: Caller[] = [street, district, ...residents, await world.staff('unit_staff', world.neighbourUnit)]
  strangers.push(await world.staff('grid_worker', world.neighbourGrid))
  strangers.push(await world.staff('community_staff', world.neighbour))
  for (const by of strangers) await by.refused('pledges.progress', 'forbidden', call)
  const nowhere = { id: '00000000-0000-7000-8000-000000000000' }
  await cast.community.refused('pledges.progress', 'not_found', { ...call, params: nowhere })
})

test('pledges.progress: 409, 412, 422, and once for one key', async () => {
  const { community } = cast
  const pledge = await fresh()
  const params = { id: pledge.id }
  const body = { note, milestoneId: stepOf(pledge), progress: 30 }
  const once = await community.ok('pledges.progress', { params, body, key: 'p1' })
  const again = await community.ok('pledges.progress', { params, body, key: 'p1' })
  expect(again.events.map(({ id }) => id)).toEqual(once.events.map(({ id }) => id))
  await community.refused('pledges.progress', 'version_mismatch', { params, body, ifMatch: '"1"' })
  await community.ok('pledges.progress', { params, body, ifMatch: `"${once.version}"` })
  for (const wrong of [
    { ...body, note: ' ' },
    { ...body, progress: 101 },
    { note, progress: 10 },
    { ...body, milestoneId: 'no-such-step' },
    { note, indicators: [{ id: 'no-such-indicator', value: 1 }] },
    { note, attachments: ['00000000-0000-7000-8000-000000000000'] },
  ]) {
    await community.refused('pledges.progress', 'invalid', { params, body: wrong })
  }
  await noticedPledge(cast, pledge.id)
  await community.refused('pledges.progress', 'wrong_state', { params, body })
})

test('two reports at once: both stand in the chain, or one is told that it was slower', async () => {
  const { community } = cast
  const pledge = await fresh()
  const params = { id: pledge.id }
  const replies = await Promise.all(
    Array.from({ length: 4 }, (_, index) =>
      community.call('pledges.progress', { params, body: { note: `第 ${index}` } }),
    ),
  )
  const won = replies.filter(({ isOk }) => isOk).length
  expect(won).toBeGreaterThan(0)
  expect(replies.every(({ isOk, status }) => isOk || status === 409)).toBe(true)
  const after = await community.ok('pledges.show', { params })
  expect(after.events.filter(({ action }) => action === 'progress')).toHaveLength(won)
  expect(after.version).toBe(pledge.version + won)
})

test('reports on different pledges of one list at once lose no link of the chain', async () => {
  const list = await deliveringList(cast)
  const before = list.ledger.events
  const replies = await Promise.all(
    list.pledges.map(({ id }) => cast.community.call('pledges.progress', { params: { id }, body: { note } })),
  )
  expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200))
  expect(await countRows(server.services.db, 'pledge_events', 'list_id = ?', [list.id])).toBe(before + 10)
  const after = await cast.community.ok('pledge-lists.show', { params: { id: list.id } })
  expect(after.ledger.events).toBe(before + 10)
})

test('pledges.complete-milestone: once, with evidence', async () => {
  const { community } = cast
  const pledge = await fresh()
  const call = { params: { id: pledge.id }, body: { note, milestoneId: stepOf(pledge) } }
  const done = await community.ok('pledges.complete-milestone', call)
  expect(done.milestones[0]).toMatchObject({ progress: 100, evidence: 1, completedAt: expect.any(String) as string })
  expect(done).toMatchObject({ progress: 40, isPartlyReported: true })
  await community.refused('pledges.complete-milestone', 'wrong_state', call)
  await community.refused('pledges.complete-milestone', 'invalid', { ...call, body: { milestoneId: stepOf(pledge) } })
  await cast.street.refused('pledges.complete-milestone', 'forbidden', call)
})

test('pledges.amend: the old value, the new one and the reason; 403 and 422', async () => {
  const { community, world } = cast
  const pledge = await fresh()
  const params = { id: pledge.id }
  const reason = '资金到位晚了'
  const amend = (changes: object) => ({ params, body: { reason, changes } })
  const budget = { fen: 800_000_00, source: '社会捐赠' }
  const amended = await community.ok('pledges.amend', {
    params,
    body: { reason, changes: { budget, title: '换个名字' } },
  })
  expect(amended).toMatchObject({ title: '换个名字', budget })
  expect(amended.amendments[0]?.changes).toEqual([
    { field: '名称', from: '第 1 件实事', to: '换个名字' },
    { field: '资金', from: '12,000,000 元（街道专项）', to: '800,000 元（社会捐赠）' },
  ])
  const first = amended.events.find(({ action }) => action === 'publish')
  expect(first?.note).toBe('第 1 件实事')
  for (const wrong of [
    {},
    { title: '换个名字' },
    { deadline: '2026-12-01' },
    { deadline: '2026-02-30' },
    { milestones: [{ id: 'no-such-step', dueOn: '2027-01-01' }] },
    { milestones: [{ id: stepOf(pledge), dueOn: '2027-12-31' }] },
    { indicators: [{ id: pledge.indicators[0]?.id, target: 0 }] },
  ]) {
    await community.refused('pledges.amend', 'invalid', amend(wrong))
  }
  const grid = await world.staff('grid_worker', world.grid)
  for (const by of [grid, cast.street, cast.residents[0] as Caller]) {
    await by.refused('pledges.amend', 'forbidden', amend({ title: '别的' }))
  }
})

test('a strike-off is refused by every condition, and then granted', async () => {
  const { community, street } = cast
  const pledge = await fresh()
  const params = { id: pledge.id }
  await community.refused('pledges.request-strike-off', 'wrong_state', { params, body: { note } })
  await street.refused('pledges.request-strike-off', 'forbidden', { params, body: { note } })
  const inNotice = await noticedPledge(cast, pledge.id)
  expect(inNotice).toMatchObject({ state: 'in_notice', obstacles: ['in_notice', 'survey'] })
  expect(inNotice.notice?.overOn).toBe('2026-11-29')
  await survey(pledge.id)
  await street.refused('pledges.strike-off', 'wrong_state', { params, body: {} })
  server.clock.advance({ days: 7 })
  await community.refused('pledges.strike-off', 'forbidden', { params, body: {} })
  await server.anyone.refused('pledges.strike-off', 'not_signed_in', { params, body: {} })
  const done = await street.ok('pledges.strike-off', { params, body: {} })
  expect(done).toMatchObject({ state: 'struck_off', light: 'blue', obstacles: [] })
  await street.refused('pledges.strike-off', 'wrong_state', { params, body: {} })
})

test('below the threshold the district alone strikes off, with a statement that everyone reads', async () => {
  const { id } = await noticed()
  const params = { id }
  server.clock.advance({ days: 8 })
  await survey(id, 60)
  await cast.street.refused('pledges.strike-off', 'wrong_state', { params, body: { statement: '可以了' } })
  await cast.district.refused('pledges.strike-off', 'invalid', { params, body: {} })
  const statement = '居民对颜色有意见，但路灯确实都亮了'
  await cast.district.ok('pledges.strike-off', { params, body: { statement } })
  const seen = await server.anyone.ok('pledges.show', { params })
  expect(seen.strikeOff).toMatchObject({ statement, org: { code: cast.world.code } })
})

test('whoever reported on a pledge neither verifies nor grades it, under any role', async () => {
  const { world } = cast
  const both = await world.person({
    roles: [
      ['community_staff', world.community],
      ['street_staff', world.street],
    ],
  })
  const pledge = await fresh()
  const params = { id: pledge.id }
  await both.ok('pledges.progress', { params, body: { note } })
  await noticedPledge(cast, pledge.id)
  server.clock.advance({ days: 8 })
  await survey(pledge.id)
  await both.refused('pledges.strike-off', 'forbidden', { params, body: {} })
  await both.refused('pledges.grade', 'forbidden', { params, body: { score: 90, note } })
  await cast.street.ok('pledges.strike-off', { params, body: {} })
})

test('pledges.send-back: with what is to be done; what was struck off the district alone', async () => {
  const { id } = await noticed()
  const params = { id }
  const body = { note: '二单元还有两盏没换' }
  await cast.community.refused('pledges.send-back', 'forbidden', { params, body })
  await cast.street.refused('pledges.send-back', 'invalid', { params, body: {} })
  const back = await cast.street.ok('pledges.send-back', { params, body })
  expect(back).toMatchObject({ state: 'delivering', notice: null })
  expect(back.events.at(-1)).toMatchObject({ action: 'send-back', note: body.note })
  await cast.street.refused('pledges.send-back', 'wrong_state', { params, body })
  await noticedPledge(cast, id)
  server.clock.advance({ days: 8 })
  await survey(id)
  await cast.street.ok('pledges.strike-off', { params, body: {} })
  await cast.street.refused('pledges.send-back', 'wrong_state', { params, body })
  expect(await cast.district.ok('pledges.send-back', { params, body })).toMatchObject({
    strikeOff: null,
    light: 'green',
  })
})

test('pledges.object: verified residents during the notice; one that is upheld sends it back', async () => {
  const [resident] = cast.residents as [Caller]
  const pledge = await fresh()
  const params = { id: pledge.id }
  const call = { params, body: { text: '还有一盏不亮' } }
  await resident.refused('pledges.object', 'wrong_state', call)
  await noticedPledge(cast, pledge.id)
  await server.anyone.refused('pledges.object', 'not_signed_in', call)
  const stranger = await cast.world.person({ communityCode: cast.world.community })
  await stranger.refused('pledges.object', 'forbidden', call)
  await (await verified(cast.world, cast.world.far)).refused('pledges.object', 'forbidden', call)
  const objected = await resident.ok('pledges.object', call)
  await resident.refused('pledges.object', 'wrong_state', call)
  const objectionId = objected.objections[0]?.id ?? ''
  const body = { objectionId, decision: 'uphold' as const, summary: '有灯不亮', answer: '情况属实，请再修' }
  await cast.community.refused('pledges.resolve-objection', 'forbidden', { params, body })
  const unknown = { ...body, objectionId: pledge.id }
  await cast.street.refused('pledges.resolve-objection', 'not_found', { params, body: unknown })
  const upheld = await cast.street.ok('pledges.resolve-objection', { params, body })
  expect(upheld).toMatchObject({
    state: 'delivering',
    objections: [{ state: 'closed', answer: { decision: 'uphold' } }],
  })
  await cast.street.refused('pledges.resolve-objection', 'wrong_state', { params, body })
})

test('an appeal is one’s own, in time, and once', async () => {
  const [resident, other] = cast.residents as [Caller, Caller]
  const { id } = await noticed()
  const params = { id }
  const objected = await resident.ok('pledges.object', { params, body: { text: '还有一盏不亮' } })
  const objectionId = objected.objections[0]?.id ?? ''
  const body = { objectionId, decision: 'reject' as const, summary: '有灯不亮', answer: '都亮了' }
  await cast.street.ok('pledges.resolve-objection', { params, body })
  const call = { params, body: { text: '请区里来看', objectionId } }
  await other.refused('pledges.object', 'not_found', call)
  server.clock.advance({ days: 7 })
  await resident.refused('pledges.object', 'wrong_state', call)
})

test('pledges.rate: verified residents, what is finished, the latest stars', async () => {
  const [resident] = cast.residents as [Caller]
  const pledge = await fresh()
  const call = { params: { id: pledge.id }, body: { stars: 5 } }
  await resident.refused('pledges.rate', 'wrong_state', call)
  await noticedPledge(cast, pledge.id)
  await server.anyone.refused('pledges.rate', 'not_signed_in', call)
  await cast.street.refused('pledges.rate', 'forbidden', call)
  await resident.refused('pledges.rate', 'invalid', { ...call, body: { stars: 6 } })
  await resident.ok('pledges.rate', { ...call, body: { stars: 1 } })
  const rated = await resident.ok('pledges.rate', { ...call, body: { stars: 5 } })
  expect(rated).toMatchObject({ myStars: 5, rating: { count: 1, stars: 5 } })
})

test('pledges.grade: the street, once, 0–100', async () => {
  const { id } = await noticed()
  const call = { params: { id }, body: { score: 95, note } }
  await cast.community.refused('pledges.grade', 'forbidden', call)
  await cast.street.refused('pledges.grade', 'invalid', { ...call, body: { score: 101, note } })
  expect((await cast.street.ok('pledges.grade', call)).grade).toMatchObject({ score: 95 })
  await cast.street.refused('pledges.grade', 'wrong_state', call)
})

test('pledges.show: nobody needs to sign in, and no person is named', async () => {
  const { id } = await noticed()
  const seen = await server.anyone.ok('pledges.show', { params: { id } })
  expect(seen.allowedActions).toEqual([])
  expect(JSON.stringify(seen)).not.toContain(cast.community.personId)
  await server.anyone.refused('pledges.show', 'not_found', { params: { id: cast.community.personId } })
  await server.anyone.refused('pledges.show', 'invalid', { params: { id: 'x' } })
})

test('where the district answers objections, an appeal is decided by somebody else', async () => {
  const { world, street, district, residents } = cast
  const [resident] = residents as [Caller]
  const colleague = await world.staff('district_admin', world.code)
  const body = { orgCode: world.street, year: 2026 }
  const { id: listId } = await street.ok('pledge-lists.create', { body })
  await street.ok('pledge-lists.deliberate', { params: { id: listId }, body: {} })
  const list = await street.ok('pledge-lists.publish', { params: { id: listId }, body: { pledges: tenTerms() } })
  const params = { id: list.pledges[0]?.id ?? '' }
  await noticedPledge({ ...cast, community: street }, params.id)
  const objected = await resident.ok('pledges.object', { params, body: { text: '还有一盏不亮' } })
  const objectionId = objected.objections[0]?.id ?? ''
  const answer = { objectionId, decision: 'reject' as const, summary: '有灯不亮', answer: '都亮了' }
  await street.refused('pledges.resolve-objection', 'forbidden', { params, body: answer })
  await district.ok('pledges.resolve-objection', { params, body: answer })
  await resident.ok('pledges.object', { params, body: { text: '请再看', objectionId } })
  await district.refused('pledges.resolve-objection', 'forbidden', { params, body: answer })
  await colleague.ok('pledges.resolve-objection', { params, body: answer })
})
