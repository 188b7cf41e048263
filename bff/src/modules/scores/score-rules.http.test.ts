import { builtInRules, nationalRules } from '@xinban/shared/domain'
import { countRows } from '../../../test/database'
import { allPages } from '../../../test/pages'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller, World } from '../../../test/world'

let server: TestServer
let world: World
let admin: Caller
let districtCode: string
beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.reset()
  world = await server.world()
  admin = await world.staff('district_admin', world.code)
  districtCode = world.code
})
afterAll(() => server.close())

const { version: _, ...national } = structuredClone(nationalRules)
const body = (changes: object = {}) => ({ districtCode, rules: { ...national, ...changes } })
const save = (changes: object = {}, ifMatch?: string) =>
  admin.call('score-rules.save', { body: body(changes), ...(ifMatch && { ifMatch }) })
const show = (by: Caller = admin) => by.ok('score-rules.show', { query: { districtCode } })

test('score-rules.show: the national rules until the district sets its own', async () => {
  expect(await show()).toEqual({
    ...{ districtCode, version: 0, since: null, by: null, allowedActions: ['save'], rules: nationalRules },
  })
  const street = await world.staff('street_staff', world.street)
  expect((await show(street)).allowedActions).toEqual([])
  expect((await street.ok('score-rules.show', { query: {} })).districtCode).toBe(districtCode)
  await server.anyone.refused('score-rules.show', 'not_signed_in', { query: { districtCode } })
  await admin.refused('score-rules.show', 'not_found', { query: { districtCode: world.street } })
})

test('score-rules.save: any built-in set, and changes of one, as versions with a name of their own', async () => {
  for (const [index, { version: _, ...rules }] of builtInRules.entries()) {
    const saved = await save(structuredClone(rules), `"${index}"`)
    expect(saved).toMatchObject({ isOk: true, answer: { version: index + 1, by: '测**', rules } })
  }
  await save({ weights: { response: 20, resolution: 40, satisfaction: 40 } })
  expect(await show()).toMatchObject({
    ...{ version: 5, rules: { version: `${districtCode}-5`, weights: { response: 20 } } },
  })
  const versions = await allPages((cursor) =>
    admin.ok('score-rules.versions', { query: { districtCode, limit: 2, cursor } }),
  )
  expect(versions.map(({ version, rules }) => [version, rules.name])).toEqual([
    [5, '通用规则'],
    [4, '镇海规则'],
    [3, '广东（汕尾）规则'],
    [2, '广西规则'],
    [1, '通用规则'],
  ])
  const outbox = await countRows(server.services.db, 'outbox', 'topic = ? AND payload LIKE ?', [
    ...['score-rules.saved', `%"${districtCode}"%`],
  ])
  expect(outbox).toBe(5)
})

test('score-rules.save: 422 with all issues, each with the case that shows it, and no version', async () => {
  const { errors } = await admin.refused('score-rules.save', 'invalid', {
    body: body({
      name: ' ',
      points: { 5: 10, 4: 8, 3: 9, 1: 0 },
      favourableFrom: 2,
      weights: { response: 30, resolution: 30, satisfaction: 30 },
      survey: {
        kind: 'mean',
        bands: [
          { verdict: 'satisfied', from: 80, to: 100 },
          { verdict: 'basically_satisfied', from: 60, to: 85 },
          { verdict: 'dissatisfied', from: 0, to: 50 },
        ],
      },
    }),
  })
  expect(errors?.map(({ path, code }) => `${path} ${code}`)).toEqual([
    ...['rules.name missing', 'rules.points.2 missing', 'rules.points.3 wrong_order'],
    ...['rules.favourableFrom out_of_range', 'rules.weights wrong_sum'],
    ...['rules.survey.bands gap', 'rules.survey.bands overlap'],
  ])
  expect(errors?.at(-2)?.message).toMatch(/^5\d(\.\d)? 分不属于任何一档$/)
  await admin.refused('score-rules.save', 'invalid', { body: body({ survey: { kind: 'dice' } }) })
  await admin.refused('score-rules.save', 'invalid', { body: body({ favourableFrom: 6 }) })
  expect((await show()).version).toBe(0)
})

test('score-rules.save: 412 after a colleague’s change; of two at once one wins', async () => {
  expect(await save({}, '"0"')).toMatchObject({ isOk: true })
  expect(await save({}, '"0"')).toMatchObject({ status: 412 })
  const both = await Promise.all([save({ name: '甲' }, '"1"'), save({ name: '乙' }, '"1"')])
  expect(both.filter(({ isOk }) => isOk)).toHaveLength(1)
  expect((await show()).version).toBe(2)
})

test('score-rules: 401, 403, 404, 400', async () => {
  await server.anyone.refused('score-rules.save', 'not_signed_in', { body: body() })
  const others = [
    await world.person(),
    await world.staff('street_staff', world.street),
    await world.staff('auditor', world.code),
    await world.staff('district_admin', world.elsewhere.code),
  ]
  for (const other of others) await other.refused('score-rules.save', 'forbidden', { body: body() })
  await admin.refused('score-rules.save', 'not_found', { body: { ...body(), districtCode: '999999' } })
  await server.anyone.refused('score-rules.versions', 'not_signed_in', { query: { districtCode } })
  await admin.refused('score-rules.versions', 'not_found', { query: { districtCode: '999999' } })
  const cursor = Buffer.from('what').toString('base64url')
  await admin.refused('score-rules.versions', 'malformed_request', { query: { districtCode, cursor } })
})
