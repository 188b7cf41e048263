import { addDays, formatInstant } from '@xinban/shared/domain'
import { countRows } from '../../../test/database'
import { runJobs } from '../../../test/jobs'
import { deliveringList, makePledgeCast } from '../../../test/pledges'
import { openTestServer, type TestServer } from '../../../test/server'
import { majorityQuestions, newPhone, openSurvey, surveyDraft, surveyQuestions, verified } from '../../../test/surveys'
import type { Caller, World } from '../../../test/world'
import { newId } from '../../db/ids'

let server: TestServer
let world: World
let staff: Record<'district' | 'street' | 'community' | 'neighbour' | 'grid' | 'unit' | 'auditor', Caller>
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  server.clock.reset()
  world = await server.world()
  staff = {
    district: await world.staff('district_admin', world.code),
    street: await world.staff('street_staff', world.street),
    community: await world.staff('community_staff', world.community),
    neighbour: await world.staff('community_staff', world.neighbour),
    grid: await world.staff('grid_worker', world.grid),
    unit: await world.staff('unit_staff', world.unit),
    auditor: await world.staff('auditor', world.code),
  }
})

const answers = { q1: 5, q2: 1, q3: '路灯亮了，走夜路放心' }
const cast = (by: Caller, id: string, given: Record<string, number | string> = answers) =>
  by.ok('surveys.cast', { params: { id }, body: { answers: given } })
const close = (id: string, by = staff.community) => by.ok('surveys.close', { params: { id }, body: {} })
const nobody = () => newId(server.clock.now())
const many = async (count: number) => {
  const people: Caller[] = []
  for (let each = 0; each < count; each++) people.push(await verified(server, world))
  return people
}

describe('surveys.create', () => {
  test('a draft is seen by those who hold it alone, and by everyone once it is published', async () => {
    const draft = await staff.community.ok('surveys.create', { body: surveyDraft(server) })
    expect(draft).toMatchObject({
      ...{ phase: 'draft', isFrozen: false, hasCast: false, turnout: { ballots: 0, helped: 0 }, version: 1 },
      org: { code: world.community },
      population: [{ code: world.community }],
      allowedActions: ['update', 'discard', 'publish'],
    })
    const params = { id: draft.id }
    const resident = await verified(server, world)
    await server.anyone.refused('surveys.show', 'not_found', { params })
    await resident.refused('surveys.show', 'not_found', { params })
    await staff.neighbour.refused('surveys.show', 'not_found', { params })
    expect((await staff.street.ok('surveys.show', { params })).phase).toBe('draft')
    await staff.community.ok('surveys.publish', { params, body: {} })
    expect(await resident.ok('surveys.show', { params })).toMatchObject({
      ...{ phase: 'open', castRefusal: null, turnout: null, allowedActions: ['cast'] },
    })
    expect(await server.anyone.ok('surveys.show', { params })).toMatchObject({ allowedActions: [] })
    await server.anyone.refused('surveys.show', 'not_found', { params: { id: nobody() } })
  })

  test('401; 403 for whoever asks nobody; 422 with everything that is wrong', async () => {
    const body = surveyDraft(server)
    await server.anyone.refused('surveys.create', 'not_signed_in', { body })
    await (await verified(server, world)).refused('surveys.create', 'forbidden', { body })
    await staff.unit.refused('surveys.create', 'forbidden', { body })
    await staff.auditor.refused('surveys.create', 'forbidden', { body })
    const undecided = { ...body, questions: body.questions.map((one) => ({ ...one, isDecisive: false })) }
    const { errors } = await staff.community.refused('surveys.create', 'invalid', { body: undecided })
    expect(errors).toMatchObject([{ path: 'questions', code: 'decisive' }])
    for (const wrong of [
      { closesAt: body.opensAt },
      { closesAt: formatInstant(addDays(server.clock.now(), 100)) },
      { population: [world.neighbour] },
      { population: [world.street] },
      { questions: [] },
      { title: ' ' },
    ]) {
      await staff.community.refused('surveys.create', 'invalid', { body: { ...body, ...wrong } })
    }
  })

  test('the same Idempotency-Key makes one survey', async () => {
    const body = surveyDraft(server)
    const [one, two] = [
      await staff.community.ok('surveys.create', { body, key: 'k1' }),
      await staff.community.ok('surveys.create', { body, key: 'k1' }),
    ]
    expect(one.id).toBe(two.id)
    await staff.community.refused('surveys.create', 'idempotency_key_reused', {
      body: { ...body, title: '别的' },
      key: 'k1',
    })
  })
})

describe('surveys.update, publish, discard, close', () => {
  test('questions can be changed until the first answer, and never after it', async () => {
    const survey = await openSurvey(server, staff.community)
    const params = { id: survey.id }
    const body = { ...surveyDraft(server), title: '换个题目' }
    expect(await staff.community.ok('surveys.update', { params, body })).toMatchObject({
      title: '换个题目',
      version: 3,
    })
    const resident = await verified(server, world)
    // Filled in before the questions changed.
    const stale = { params, body: { answers }, ifMatch: '"2"' }
    await resident.refused('surveys.cast', 'version_mismatch', stale)
    await cast(resident, survey.id)
    const { detail } = await staff.community.refused('surveys.update', 'wrong_state', { params, body })
    expect(detail).toContain('已经有人参加')
    expect(await staff.community.ok('surveys.show', { params })).toMatchObject({
      isFrozen: true,
      turnout: { ballots: 1 },
    })
  })

  test('401, 403, 404, 409, 412', async () => {
    const { id } = await staff.community.ok('surveys.create', { body: surveyDraft(server) })
    const [params, body] = [{ id }, surveyDraft(server)]
    await server.anyone.refused('surveys.update', 'not_signed_in', { params, body })
    await server.anyone.refused('surveys.discard', 'not_signed_in', { params })
    for (const name of ['surveys.publish', 'surveys.close'] as const) {
      await server.anyone.refused(name, 'not_signed_in', { params, body: {} })
      await staff.neighbour.refused(name, 'not_found', { params, body: {} })
      await staff.community.refused(name, 'version_mismatch', { params, body: {}, ifMatch: '"7"' })
      await staff.community.refused(name, 'not_found', { params: { id: nobody() }, body: {} })
    }
    await staff.community.refused('surveys.close', 'wrong_state', { params, body: {} })
    await staff.community.refused('surveys.update', 'version_mismatch', { params, body, ifMatch: '"7"' })
    await staff.community.refused('surveys.update', 'invalid', {
      params,
      body: { ...body, population: [world.neighbour] },
    })
    await staff.community.ok('surveys.publish', { params, body: {} })
    await staff.neighbour.refused('surveys.update', 'forbidden', { params, body })
    await staff.neighbour.refused('surveys.close', 'forbidden', { params, body: {} })
    await staff.community.refused('surveys.publish', 'wrong_state', { params, body: {} })
    await staff.community.refused('surveys.discard', 'wrong_state', { params })
    await close(id)
    await staff.community.refused('surveys.close', 'wrong_state', { params, body: {} })
    await staff.community.refused('surveys.update', 'wrong_state', { params, body })
  })

  test('a draft whose time is over is not published; one thrown away is gone', async () => {
    const { id } = await staff.community.ok('surveys.create', { body: surveyDraft(server) })
    server.clock.advance({ days: 8 })
    await staff.community.refused('surveys.publish', 'wrong_state', { params: { id }, body: {} })
    await staff.community.ok('surveys.discard', { params: { id } })
    await staff.community.refused('surveys.show', 'not_found', { params: { id } })
    expect(await countRows(server.services.db, 'survey_orgs', 'survey_id = ?', [id])).toBe(0)
  })
})

describe('surveys.list', () => {
  test('mine: those that ask where I live, published ones, page by page; held: all of a membership', async () => {
    const own = await openSurvey(server, staff.community)
    server.clock.advance({ ms: 1 })
    const ofStreet = await openSurvey(server, staff.street)
    await openSurvey(server, staff.neighbour)
    server.clock.advance({ ms: 1 })
    const draft = await staff.community.ok('surveys.create', { body: surveyDraft(server) })
    const resident = await verified(server, world)
    const first = await resident.ok('surveys.list', { query: { limit: 1 } })
    expect(first.items.map(({ id }) => id)).toEqual([ofStreet.id])
    const second = await resident.ok('surveys.list', { query: { limit: 1, cursor: first.nextCursor ?? '' } })
    expect([second.items.map(({ id }) => id), second.nextCursor]).toEqual([[own.id], null])
    expect((await (await world.person()).ok('surveys.list', {})).items).toEqual([])
    const held = await staff.community.ok('surveys.list', { query: { view: 'held' } })
    expect(held.items.map(({ id }) => id)).toEqual([draft.id, own.id])
    await resident.refused('surveys.list', 'forbidden', { query: { view: 'held' } })
    await resident.refused('surveys.list', 'malformed_request', { query: { cursor: '!' } })
    await server.anyone.refused('surveys.list', 'not_signed_in', {})
  })
})

test('surveys.list: those about one of the ten things', async () => {
  const cast = await makePledgeCast(world, 0)
  const list = await deliveringList(cast)
  const pledgeId = list.pledges[0]?.id ?? ''
  await openSurvey(server, staff.community)
  const about = await openSurvey(server, staff.community, { pledgeId })
  const resident = await verified(server, world)
  const idsOf = ({ items }: { items: readonly { id: string }[] }) => items.map(({ id }) => id)
  expect(idsOf(await resident.ok('surveys.list', { query: { pledgeId } }))).toEqual([about.id])
  const held = await staff.community.ok('surveys.list', { query: { view: 'held', pledgeId } })
  expect(idsOf(held)).toEqual([about.id])
})

describe('surveys.cast', () => {
  test('counts once, says so, and is never shown again', async () => {
    const { id } = await openSurvey(server, staff.community)
    const resident = await verified(server, world)
    expect(await cast(resident, id)).toEqual({ hasCast: true })
    expect(await resident.ok('surveys.show', { params: { id } })).toMatchObject({ hasCast: true, allowedActions: [] })
    await resident.refused('surveys.cast', 'already_exists', { params: { id }, body: { answers } })
    // A key is no way to a second one.
    await resident.refused('surveys.cast', 'already_exists', { params: { id }, body: { answers }, key: 'again' })
  })

  test('twenty at the same moment, half of them with help: one ballot', async () => {
    const { id } = await openSurvey(server, staff.community)
    const phone = newPhone()
    const resident = await verified(server, world, world.community, phone)
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        at % 2 === 0
          ? resident.call('surveys.cast', { params: { id }, body: { answers } })
          : staff.community.call('surveys.cast', { params: { id }, body: { answers, onBehalfOf: { phone } } }),
      ),
    )
    expect(replies.filter(({ isOk }) => isOk)).toHaveLength(1)
    const codes = replies.flatMap((reply) => (reply.isOk ? [] : [reply.problem.code]))
    expect(new Set(codes)).toEqual(new Set(['already_exists']))
    const { turnout } = await staff.community.ok('surveys.show', { params: { id } })
    expect(turnout?.ballots).toBe(1)
    expect(await countRows(server.services.db, 'survey_participations', 'survey_id = ?', [id])).toBe(1)
  })

  test('forty at the same moment: forty ballots', async () => {
    const { id } = await openSurvey(server, staff.community)
    const people = await many(40)
    await Promise.all(people.map((each) => cast(each, id)))
    await close(id)
    const result = await server.anyone.ok('surveys.result', { params: { id } })
    expect(result).toMatchObject({ ballots: 40, roster: 40, figures: { mean: 100, favourable: { good: 40, of: 40 } } })
  })

  test('401; 403 for the unverified and for those who are not asked; 404, 409, 422', async () => {
    const { id } = await openSurvey(server, staff.community)
    const [params, body] = [{ id }, { answers }]
    await server.anyone.refused('surveys.cast', 'not_signed_in', { params, body })
    const newcomer = await world.person({ communityCode: world.community, phone: newPhone() })
    const { detail } = await newcomer.refused('surveys.cast', 'forbidden', { params, body })
    expect(detail).toContain('核实')
    await (await verified(server, world, world.neighbour)).refused('surveys.cast', 'forbidden', { params, body })
    const resident = await verified(server, world)
    await resident.refused('surveys.cast', 'not_found', { params: { id: nobody() }, body })
    const draft = await staff.community.ok('surveys.create', { body: surveyDraft(server) })
    await resident.refused('surveys.cast', 'not_found', { params: { id: draft.id }, body })
    const { errors } = await resident.refused('surveys.cast', 'invalid', { params, body: { answers: { q1: 9 } } })
    expect(errors).toMatchObject([{ path: 'answers.q1', code: 'invalid_value' }])
    await resident.refused('surveys.cast', 'invalid', { params, body: { answers: { q3: '只写字' } } })
    await resident.refused('surveys.cast', 'invalid', { params, body: {} })
    const soon = { ...surveyDraft(server), opensAt: formatInstant(addDays(server.clock.now(), 1)) }
    const later = await staff.community.ok('surveys.create', { body: soon })
    await staff.community.ok('surveys.publish', { params: { id: later.id }, body: {} })
    await resident.refused('surveys.cast', 'wrong_state', { params: { id: later.id }, body })
    server.clock.advance({ days: 7 })
    await resident.refused('surveys.cast', 'wrong_state', { params, body })
  })
})

describe('surveys.cast with help', () => {
  test('staff help those of their territory; the community registers whom nobody knows yet', async () => {
    const { id } = await openSurvey(server, staff.community)
    const help = (phone: string, name?: string) => ({
      ...{ params: { id }, body: { answers, onBehalfOf: { phone, ...(name !== undefined && { name }) } } },
    })
    const known = newPhone()
    const resident = await verified(server, world, world.community, known)
    await staff.grid.ok('surveys.cast', help(known))
    await resident.refused('surveys.cast', 'already_exists', { params: { id }, body: { answers } })
    const unknown = newPhone()
    await staff.grid.refused('surveys.cast', 'not_found', help(unknown, '刘秀英'))
    await staff.community.refused('surveys.cast', 'invalid', help(unknown))
    await staff.community.ok('surveys.cast', help(unknown, '刘秀英'))
    await staff.community.refused('surveys.cast', 'already_exists', help(unknown, '刘秀英'))
    const { turnout } = await staff.community.ok('surveys.show', { params: { id } })
    expect(turnout).toEqual({ ballots: 2, helped: 2 })
    await resident.refused('surveys.cast', 'not_found', help(newPhone(), '刘秀英'))
    await staff.neighbour.refused('surveys.cast', 'forbidden', help(known))
    await staff.neighbour.refused('surveys.cast', 'forbidden', help(newPhone(), '刘秀英'))
    const elsewhere = newPhone()
    await verified(server, world, world.far, elsewhere)
    await staff.district.refused('surveys.cast', 'forbidden', help(elsewhere))
    await server.anyone.refused('surveys.cast', 'not_signed_in', help(known))
  })
})

describe('surveys.result, surveys.texts', () => {
  test('40 residents: nothing before the close, not even for those who hold it; then figures, coverage, verdict', async () => {
    const { id } = await openSurvey(server, staff.community)
    const [params, people] = [{ id }, await many(44)]
    const stars = [...Array<number>(20).fill(5), ...Array<number>(12).fill(4), 3, 3, 3, 3, 3, 2, 2, 1]
    for (const [at, q1] of stars.entries())
      await cast(people[at] as Caller, id, { q1, q2: at % 3, ...(at < 2 && { q3: `第 ${at} 句` }) })
    await server.anyone.refused('surveys.result', 'wrong_state', { params })
    await staff.community.refused('surveys.result', 'wrong_state', { params })
    await staff.community.refused('surveys.texts', 'wrong_state', { params, query: { question: 'q3' } })
    server.clock.advance({ days: 7 })
    await server.anyone.refused('surveys.result', 'wrong_state', { params })
    expect((await runJobs(server)).failed).toBe(0)
    expect(await server.anyone.ok('surveys.result', { params })).toMatchObject({
      ...{ ballots: 40, helped: 0, roster: 44, isWithheld: false, coverage: { good: 40, of: 44, rate: 90.9 } },
      figures: { ruleVersion: 'national-1', mean: 83, verdict: 'satisfied', verdictWord: '满意', confidence: 'high' },
      questions: [
        {
          key: 'q1',
          mean: 4.2,
          answered: 40,
          counts: [1, 2, 5, 12, 20].map((count, at) => ({ value: at + 1, count })),
        },
        { key: 'q2', mean: null, answered: 40, counts: [14, 13, 13].map((count, value) => ({ value, count })) },
        { key: 'q3', counts: [] },
      ],
    })
    const { items } = await staff.community.ok('surveys.texts', { params, query: { question: 'q3' } })
    expect(items.map(({ text }) => text).sort()).toEqual(['第 0 句', '第 1 句'])
    const [first] = people as [Caller]
    await first.refused('surveys.texts', 'forbidden', { params, query: { question: 'q3' } })
    await staff.neighbour.refused('surveys.texts', 'forbidden', { params, query: { question: 'q3' } })
    await server.anyone.refused('surveys.texts', 'not_signed_in', { params, query: { question: 'q3' } })
    await first.refused('surveys.cast', 'wrong_state', { params, body: { answers } })
    expect((await runJobs(server)).acted).toBe(0)
  })

  test('by majority of everyone who could take part', async () => {
    const ask = () => openSurvey(server, staff.community, { questions: majorityQuestions, method: 'majority' })
    const people = await many(12)
    const verdictOf = async (choices: number[]) => {
      const { id } = await ask()
      for (const [at, q1] of choices.entries()) await cast(people[at] as Caller, id, { q1 })
      await close(id)
      const { figures } = await server.anyone.ok('surveys.result', { params: { id } })
      return [figures?.verdict, figures?.ruleVersion]
    }
    expect(await verdictOf([0, 0, 0, 0, 0, 0, 0])).toEqual(['satisfied', 'zhenhai-1'])
    expect(await verdictOf([0, 0, 0, 0, 0, 0, 1])).toEqual(['basically_satisfied', 'zhenhai-1'])
    expect(await verdictOf([0, 0, 0, 0, 0, 0])).toEqual(['dissatisfied', 'zhenhai-1'])
  })

  test('of fewer than five nothing is kept but their number', async () => {
    const { id } = await openSurvey(server, staff.community)
    for (const each of await many(4)) await cast(each, id)
    await close(id)
    const result = await staff.community.ok('surveys.result', { params: { id } })
    expect(result).toMatchObject({ ballots: 4, isWithheld: true, figures: null })
    expect(result.questions.every(({ counts, mean }) => counts.length === 0 && mean === null)).toBe(true)
    for (const table of ['survey_tallies', 'survey_texts', 'survey_boxes', 'survey_keys']) {
      expect(await countRows(server.services.db, table, 'survey_id = ?', [id])).toBe(0)
    }
    expect((await staff.community.ok('surveys.texts', { params: { id }, query: { question: 'q3' } })).items).toEqual([])
  })

  test('404 for a draft and for nothing', async () => {
    const draft = await staff.community.ok('surveys.create', {
      body: surveyDraft(server, { questions: surveyQuestions }),
    })
    for (const id of [draft.id, nobody()])
      await server.anyone.refused('surveys.result', 'not_found', { params: { id } })
    await staff.community.refused('surveys.texts', 'not_found', { params: { id: nobody() }, query: { question: 'q3' } })
  })
})
