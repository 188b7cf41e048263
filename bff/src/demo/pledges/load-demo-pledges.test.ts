import { sunday } from '../../../test/clock'
import { ApiClient } from '../../../test/client'
import { runJobs } from '../../../test/jobs'
import { openTestServices, serve, type TestServer } from '../../../test/server'
import { checkLedger } from '../../modules/pledges'
import { loadDemo } from '../load-demo'

const home = '610303001002'
let server: TestServer
beforeAll(async () => {
  const services = await openTestServices()
  server = await serve({ ...services, env: { ...services.env, isDemo: true } })
  await loadDemo(server.services, sunday, () => undefined)
})
afterAll(() => server.close())

const as = async (account: string) => {
  const { token } = await server.anyone.ok('sessions.create', { body: { provider: 'demo', account } })
  return new ApiClient(server.url, token)
}
const listOf = async (org: string) => {
  const [list] = (await server.anyone.ok('pledge-lists.list', { query: { org, year: 2026 } })).items
  if (!list) throw new Error(`no list of ${org}`)
  return list
}

test('demo pledge-lists.list: the demo community delivers ten things, in every light', async () => {
  const list = await listOf(home)
  expect(list).toMatchObject({ state: 'delivering', isDemo: true, vote: { roster: 10, voted: 8, isOpen: false } })
  expect(
    list.pledges.map(({ light, state, isStale, isPartlyReported }) => [light, state, isStale, isPartlyReported]),
  ).toEqual([
    ['blue', 'struck_off', false, false],
    ['green', 'in_notice', false, false],
    ['green', 'delivering', false, false],
    ['yellow', 'delivering', false, true],
    ['red', 'delivering', false, true],
    ['green', 'delivering', false, false],
    ['green', 'delivering', false, true],
    ['grey', 'delivering', true, false],
    ['red', 'delivering', false, false],
    ['yellow', 'delivering', true, true],
  ])
})

test('demo: other communities stand elsewhere in the year', async () => {
  const lists = (await server.anyone.ok('pledge-lists.list', { query: { org: '610303001' } })).items
  expect(new Set(lists.map(({ state }) => state))).toEqual(
    new Set(['collecting', 'deliberating', 'delivering', 'evaluating', 'closed']),
  )
  const voting = await (
    await as('resident-26')
  ).ok('pledge-lists.show', { params: { id: (await listOf('610303001009')).id } })
  expect(voting.vote).toMatchObject({ isOpen: true, hasVoted: true, voted: null })
})

test('demo pledges.show: where it came from, what was changed, what residents think, and what waits', async () => {
  const { pledges } = await listOf(home)
  const show = async (number: number, by: Pick<ApiClient, 'ok'> = server.anyone) =>
    by.ok('pledges.show', { params: { id: pledges[number - 1]?.id ?? '' } })
  const park = await show(1, await as('resident-1'))
  expect(park).toMatchObject({
    ...{ origin: { candidate: { title: '口袋公园' }, needs: 1, isMine: true }, rating: { count: 5, stars: 4.4 } },
    ...{ grade: { score: 93 }, survey: { mean: 86.4 }, myStars: 5, comments: { items: [{ state: 'approved' }] } },
  })
  expect((await show(2)).indicators).toMatchObject([{ percent: 120, isBeyond: true }])
  expect((await show(5)).amendments).toHaveLength(1)
  const street = await as('street-610303001')
  expect((await show(2, street)).allowedActions).toContain('resolve-objection')
  const waiting = await (await as(`community-${home}`)).ok('comments.list', { query: {} })
  expect(waiting.items).toHaveLength(1)
})

test('demo: needs have their public answers, the ledger proves itself, and the jobs find nothing wrong', async () => {
  const needs = await server.anyone.ok('needs.list', { query: { org: home } })
  expect(needs.items.map(({ state }) => state)).toEqual(expect.arrayContaining(['candidate', 'declined']))
  const { id, ledger } = await listOf(home)
  const file = Buffer.from(await server.anyone.ok('pledge-lists.ledger', { params: { id } }))
  expect(checkLedger(file, ledger.head ?? '')).toMatchObject({ faults: [], events: ledger.events })
  expect(await runJobs(server)).toMatchObject({ failed: 0 })
})
