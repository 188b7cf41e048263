import { defaultLimits, usualOfficeHours } from '@xinban/shared/domain'
import { countRows } from '../../../test/database'
import { allPages } from '../../../test/pages'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller, World } from '../../../test/world'
import { clockRules } from './clock-rules'

let server: TestServer
let world: World
let admin: Caller
let districtCode: string
beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  world = await server.world()
  admin = await world.staff('district_admin', world.code)
  districtCode = world.code
})
afterAll(() => server.close())

const body = (changes: object = {}, officeHours: object[] = [...usualOfficeHours]) => ({
  ...{ districtCode, officeHours },
  limits: { ...defaultLimits, ...changes },
})
const days = (value: number) => ({ unit: 'working_days', value })
const save = (changes: object, ifMatch?: string) =>
  admin.call('limits.save', { body: body(changes), ...(ifMatch && { ifMatch }) })
const show = (by: Caller = admin) => by.ok('limits.show', { query: { districtCode } })

test('limits.show: the defaults hold while nothing is set; anyone signed in reads them, the administrator may save', async () => {
  expect(await show()).toEqual({
    ...{ districtCode, version: 0, since: null, by: null, allowedActions: ['save'] },
    ...{ limits: defaultLimits, officeHours: usualOfficeHours },
  })
  expect((await show(await world.person())).allowedActions).toEqual([])
  await server.anyone.refused('limits.show', 'not_signed_in', { query: { districtCode } })
  await admin.refused('limits.show', 'not_found', { query: { districtCode: world.street } })
})

test('who names no district means their own', async () => {
  const grid = await world.staff('grid_worker', world.grid)
  expect((await grid.ok('limits.show', { query: {} })).districtCode).toBe(districtCode)
  expect((await grid.ok('calendar.show', { query: { year: 2026 } })).district.code).toBe(districtCode)
  expect((await grid.ok('limits.versions', { query: {} })).items).toEqual([])
  await (await world.person()).ok('limits.show', { query: {} })
})

test('limits.save: a new version holds from now on; the earlier ones stay as they were', async () => {
  await save({ rectify: days(5) }, '"0"')
  server.clock.advance({ days: 1 })
  const saved = await admin.ok('limits.save', {
    body: body({ accept: days(2) }, [{ from: 540, to: 1020 }]) as never,
    ifMatch: '"1"',
  })
  server.clock.reset()
  expect(saved).toMatchObject({ version: 2, since: '2026-11-23T09:00:00+08:00', by: '测**' })
  const rules = await clockRules(server.services.db.reader, districtCode)
  expect(rules).toMatchObject({ limitsVersion: 2, limits: { accept: days(2), rectify: days(15) } })
  expect(rules.calendar.officeHours).toEqual([{ from: 540, to: 1020 }])
  const query = { districtCode, limit: 1 }
  const versions = await allPages((cursor) => admin.ok('limits.versions', { query: { ...query, cursor } }))
  expect(versions.map(({ version, limits, by }) => [version, limits.rectify.value, by])).toEqual([
    [2, 15, '测**'],
    [1, 5, '测**'],
  ])
  const saves = await countRows(server.services.db, 'outbox', 'topic = ? AND payload LIKE ?', [
    ...['limits.saved', `%"${districtCode}"%`],
  ])
  expect(saves).toBe(2)
})

test('limits.save: 412 after a colleague’s change; of two at once one wins', async () => {
  expect(await save({ rectify: days(5) }, '"0"')).toMatchObject({ isOk: true })
  expect(await save({ rectify: days(6) }, '"0"')).toMatchObject({ status: 412 })
  const both = await Promise.all([save({ rectify: days(7) }, '"1"'), save({ rectify: days(8) }, '"1"')])
  expect(both.filter(({ isOk }) => isOk)).toHaveLength(1)
  expect(both.filter(({ status }) => status === 409 || status === 412)).toHaveLength(1)
  expect((await show()).version).toBe(2)
})

test('limits.save: 401, 403, 404', async () => {
  await server.anyone.refused('limits.save', 'not_signed_in', { body: body() })
  const others = [
    await world.person(),
    await world.staff('street_staff', world.street),
    await world.staff('auditor', world.code),
    await world.staff('district_admin', world.elsewhere.code),
  ]
  for (const other of others) await other.refused('limits.save', 'forbidden', { body: body() })
  await admin.refused('limits.save', 'not_found', { body: { ...body(), districtCode: '999999' } })
})

test('limits.save: 422 with all issues at once, and no version', async () => {
  const hours = [{ from: 600, to: 540 }]
  const changes = { accept: days(5), grade: { unit: 'hours', value: 3 }, warnPercent: 30 }
  const { errors } = await admin.refused('limits.save', 'invalid', { body: body(changes, hours) })
  expect(errors?.map(({ path }) => path)).toEqual([
    ...['limits.grade', 'limits.accept', 'limits.warnPercent', 'officeHours'],
  ])
  const { accept: _, ...missing } = defaultLimits
  const refusal = await admin.refused('limits.save', 'invalid', { body: { ...body(), limits: missing } })
  expect(refusal.errors).toMatchObject([{ path: 'limits.accept' }])
  expect((await show()).version).toBe(0)
})

test('limits.versions: 401, 404, 400', async () => {
  await server.anyone.refused('limits.versions', 'not_signed_in', { query: { districtCode } })
  await admin.refused('limits.versions', 'not_found', { query: { districtCode: '999999' } })
  const cursor = Buffer.from('what').toString('base64url')
  await admin.refused('limits.versions', 'malformed_request', { query: { districtCode, cursor } })
})
