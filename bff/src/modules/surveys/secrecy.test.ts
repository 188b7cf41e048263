import { attack, hits, type Dump } from '../../../test/ballot-attacker'
import { dump } from '../../../test/database'
import { openTestServer, type TestServer } from '../../../test/server'
import { openSurvey, surveyQuestions, verified } from '../../../test/surveys'
import type { Caller, World } from '../../../test/world'
import { BallotBoxes, boxCapacity } from './ballot-box'

let server: TestServer
let world: World
let staff: Caller
const people: Caller[] = []
const voters = 20
beforeAll(async () => {
  server = await openTestServer()
  world = await server.world()
  staff = await world.staff('community_staff', world.community)
  for (let each = 0; each < voters; each++) people.push(await verified(server, world))
})
afterAll(() => server.close())

/** In another order each time, so that the order in which they were made tells nothing. */
const inSomeOrder = (round: number) => [...people].sort((a, b) => rank(a, round) - rank(b, round))
const rank = ({ personId }: Caller, round: number) => (parseInt(personId.slice(-8), 16) * (2 * round + 3)) % 7919

const textOf = (person: Caller, round: number) => `第 ${round} 轮，${people.indexOf(person)} 号说的话`
const starsOf = (person: Caller) => 1 + (people.indexOf(person) % 5)

interface Held {
  readonly id: string
  readonly before: Dump
  readonly after: Dump
  readonly order: readonly Caller[]
}

/** A whole survey in which everyone says something that nobody else says. */
async function holdSurvey(round: number): Promise<Held> {
  const { id } = await openSurvey(server, staff)
  const before = await dump(server.services.db)
  const order = inSomeOrder(round)
  for (const person of order) {
    server.clock.advance({ minutes: 7 })
    const answers = { q1: starsOf(person), q3: textOf(person, round) }
    await person.ok('surveys.cast', { params: { id }, body: { answers } })
  }
  await staff.ok('surveys.close', { params: { id }, body: {} })
  return { id, before, after: await dump(server.services.db), order }
}

const persons = () => new Set(people.map(({ personId }) => personId))
const textIn = (row: Record<string, unknown>) => (typeof row.text === 'string' ? row.text : undefined)

const rounds = 8
/**
 * A guess by chance hits one of each survey on average, whatever the number of voters: eight of 160. That chance hits 30
 * has a probability below 10⁻⁸, also when many orders are tried.
 */
const mostByChance = 30

test('an attacker with the database before and after does no better than chance', async () => {
  const best: number[] = []
  for (let round = 0; round < rounds; round++) {
    const { before, after, order } = await holdSurvey(round)
    const truth = new Map(order.map((person) => [person.personId, textOf(person, round)] as const))
    attack(before, after, { persons: persons(), answerOf: textIn }).forEach((guess, at) => {
      best[at] = (best[at] ?? 0) + hits(guess, truth)
    })
  }
  expect(best.length).toBeGreaterThan(5)
  expect(Math.max(...best)).toBeLessThan(mostByChance)
}, 60_000)

test('the same attacker reads everything where ballots lie in the order in which they were cast', async () => {
  const { before, after, order } = await holdSurvey(100)
  const truth = new Map(order.map((person) => [person.personId, textOf(person, 100)] as const))
  const naive = order.map((person, at) => ({ at, text: textOf(person, 100) }))
  const people = order.map(({ personId }, at) => ({ at, personId }))
  const guesses = attack(before, { ...after, naive, people }, { persons: persons(), answerOf: textIn })
  expect(Math.max(...guesses.map((guess) => hits(guess, truth)))).toBe(voters)
  const joined = order.map(({ personId }, at) => ({ personId, text: truth.get(personId), at }))
  const [together] = attack(before, { ...after, joined }, { persons: persons(), answerOf: textIn })
  expect(together && hits(together, truth)).toBe(voters)
}, 60_000)

test('of stars there is nothing but how often each was given: guessing by the counts is all that is left', async () => {
  const { id, before, after, order } = await holdSurvey(200)
  const tallies = (after.survey_tallies ?? []).filter((row) => row.survey_id === id)
  expect(tallies.map(({ value, amount }) => [value, amount])).toEqual(
    [1, 2, 3, 4, 5].map((value) => [value, voters / 5]),
  )
  const said = JSON.stringify(Object.entries(after).filter(([table]) => !table.startsWith('survey_')))
  expect(said).not.toContain('号说的话')
  const guesses = attack(before, after, {
    persons: persons(),
    answerOf: (row) => (row.survey_id === id && typeof row.value === 'number' ? String(row.value) : undefined),
  })
  const truth = new Map(order.map((person) => [person.personId, String(starsOf(person))] as const))
  // The best order pairs at most the first of each level with somebody: five rows for twenty persons.
  for (const guess of guesses) expect(hits(guess, truth)).toBeLessThanOrEqual(5)
}, 60_000)

const changedTables = (before: Dump, after: Dump) =>
  Object.keys(after).filter((table) => JSON.stringify(after[table]) !== JSON.stringify(before[table]))

test('what one ballot changes looks the same whatever was answered, and is in no other table, queue or log', async () => {
  const { id } = await openSurvey(server, staff)
  const [one, two, three] = people as [Caller, Caller, Caller]
  await one.ok('surveys.cast', { params: { id }, body: { answers: { q1: 3 } } })
  const dumps = [await dump(server.services.db)]
  const logged = server.log.text.length
  await two.ok('surveys.cast', { params: { id }, body: { answers: { q1: 5 } }, key: 'some-key' })
  dumps.push(await dump(server.services.db))
  await three.ok('surveys.cast', { params: { id }, body: { answers: { q1: 1, q2: 2, q3: '字'.repeat(200) } } })
  dumps.push(await dump(server.services.db))
  for (const at of [0, 1]) {
    expect(changedTables(dumps[at] as Dump, dumps[at + 1] as Dump).sort()).toEqual([
      ...['survey_boxes', 'survey_participations', 'surveys'],
    ])
  }
  const lengths = dumps.flatMap(({ survey_boxes = [] }) => survey_boxes.map(({ sealed }) => String(sealed).length))
  expect(new Set(lengths).size).toBe(1)
  const rows = dumps.map(({ survey_participations = [] }) =>
    survey_participations.filter((row) => row.survey_id === id),
  )
  expect(rows[2]?.map((row) => Object.keys(row))).toEqual(Array(3).fill(['survey_id', 'person_id', 'helped_by_id']))
  const log = server.log.text.slice(logged)
  expect(log).toContain('/ballots')
  for (const { personId } of [two, three]) expect(log).not.toContain(personId)
  expect(log).not.toContain('字字')
})

test('with the key too, one look into an open survey shows answers without an order', async () => {
  let found = 0
  const tries = 6
  for (let round = 0; round < tries; round++) {
    const { id } = await openSurvey(server, staff)
    const order = inSomeOrder(round + 40)
    for (const person of order) {
      await person.ok('surveys.cast', { params: { id }, body: { answers: { q1: 5, q3: textOf(person, round) } } })
    }
    const { survey_keys = [], survey_boxes = [], survey_participations = [] } = await dump(server.services.db)
    const sealed = String(survey_keys.find((row) => row.survey_id === id)?.sealed)
    const key = Buffer.from(server.services.personalData.open(sealed, 'ballot-key'), 'base64')
    const boxes = new BallotBoxes(id, surveyQuestions, key)
    const texts = survey_boxes
      .filter((row) => row.survey_id === id)
      .flatMap((row) => boxes.read(String(row.sealed), Number(row.number)).q3 ?? [])
    expect([...texts].sort()).toEqual(order.map((person) => textOf(person, round)).sort())
    const who = survey_participations.filter((row) => row.survey_id === id).map((row) => String(row.person_id))
    const truth = new Map(order.map((person) => [person.personId, textOf(person, round)] as const))
    found += hits(new Map(who.map((person, at) => [person, String(texts[at])] as const)), truth)
  }
  // Six expected by chance.
  expect(found).toBeLessThan(mostByChance)
}, 60_000)

test('a box opens under its own name alone, and mixes what it holds', () => {
  const key = Buffer.alloc(32, 3)
  const boxes = new BallotBoxes('s1', surveyQuestions, key)
  let box = boxes.empty(4)
  for (let ballot = 0; ballot < boxCapacity; ballot++) box = boxes.add(box, 4, { q1: 5, q3: `甲${ballot}` })
  const { q1 = [], q2 = [], q3 = [] } = boxes.read(box, 4)
  expect([q1.length, q2.length, q3.length]).toEqual([boxCapacity, 0, boxCapacity])
  expect(q3).not.toEqual(Array.from({ length: boxCapacity }, (_, ballot) => `甲${ballot}`))
  expect(() => boxes.read(box, 5)).toThrow(/authenticate/)
  expect(() => new BallotBoxes('s2', surveyQuestions, key).read(box, 4)).toThrow(/authenticate/)
})
