import { defaultLimits, dueAfter, isWorkingDay } from '@xinban/shared/domain'
import { countRows } from '../../../test/database'
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

const show = (year = 2026, by: Caller = admin) => by.ok('calendar.show', { query: { districtCode, year } })
const close = (date: string, changes: object = {}, ifMatch?: string) =>
  admin.call('calendar.set-day', {
    params: { date },
    body: { districtCode, kind: 'off', reason: '暴雪停办', ...changes },
    ...(ifMatch && { ifMatch }),
  })
const rules = (orgCodes: string[] = []) => clockRules(server.services.db.reader, districtCode, orgCodes)
const list2027 = 'date,kind,name\n2027-01-01,off,元旦\n2027-01-03,work,元旦\n2027-10-01,放假,国庆节\n'
const importList = (year: number, body: object) => ({ params: { year: String(year) }, body: { districtCode, ...body } })
const outbox = (topic: string) =>
  countRows(server.services.db, 'outbox', 'topic = ? AND payload LIKE ?', [topic, `%"${districtCode}"%`])

describe('calendar.show', () => {
  test('anyone signed in sees the official days; 2027 is said to be unknown', async () => {
    const year = await show(2026, await world.person())
    expect(year).toMatchObject({ version: 0, source: 'national', knownThrough: '2026-12-31', allowedActions: [] })
    expect(year.makeUpDays).toMatchObject({ '2026-09-20': '国庆节', '2026-10-10': '国庆节' })
    expect(year.daysOff['2025-10-01']).toBeUndefined()
    expect(await show(2027)).toMatchObject({ source: 'unknown', allowedActions: ['set-day', 'import-year'] })
    expect((await show(2028)).allowedActions).toEqual(['set-day'])
    expect((await show(2025)).allowedActions).toEqual([])
  })

  test('401, 404, 400', async () => {
    await server.anyone.refused('calendar.show', 'not_signed_in', { query: { districtCode, year: 2026 } })
    await admin.refused('calendar.show', 'not_found', { query: { districtCode: '999999', year: 2026 } })
    await admin.refused('calendar.show', 'not_found', { query: { districtCode: world.street, year: 2026 } })
    const org = world.elsewhere.community
    await admin.refused('calendar.show', 'not_found', { query: { districtCode, org, year: 2026 } })
    await admin.refused('calendar.show', 'invalid', { query: { districtCode, year: 'soon' } })
  })
})

describe('calendar.set-day', () => {
  test('a day of the district holds for everyone, one of an org for that org alone, and above the district’s', async () => {
    await close('2026-11-24')
    const orgCode = world.community
    await close('2026-11-24', { kind: 'worked', orgCode, hours: [{ from: 540, to: 660 }], reason: '值班' })
    const year = await show()
    expect(year.version).toBe(2)
    expect(year.overrides.map(({ date, kind, org }) => [date, kind, org.code])).toEqual([
      ['2026-11-24', 'off', districtCode],
      ['2026-11-24', 'worked', orgCode],
    ])
    expect(year.overrides[0]).toMatchObject({ reason: '暴雪停办', by: '测**', at: '2026-11-22T09:00:00+08:00' })
    expect(isWorkingDay((await rules()).calendar, '2026-11-24')).toBe(false)
    expect(isWorkingDay((await rules([world.street, orgCode])).calendar, '2026-11-24')).toBe(true)
    const start = new Date('2026-11-23T16:00:00+08:00')
    const due = dueAfter((await rules([orgCode])).calendar, start, { unit: 'working_days', value: 1 })
    expect(due.at).toEqual(new Date('2026-11-24T11:00:00+08:00'))
    expect(await outbox('calendar.day-set')).toBe(2)
  })

  test('the same day again takes the place of the earlier one', async () => {
    await close('2026-11-24')
    await close('2026-11-24', { kind: 'worked', reason: '照常' })
    expect((await show()).overrides).toMatchObject([{ kind: 'worked', reason: '照常' }])
  })

  test('401, 403, 404', async () => {
    const call = { params: { date: '2026-11-24' }, body: { districtCode, kind: 'off', reason: '暴雪' } }
    await server.anyone.refused('calendar.set-day', 'not_signed_in', call)
    const others = [
      await world.person(),
      await world.staff('street_staff', world.street),
      await world.staff('auditor', world.code),
      await world.staff('district_admin', world.elsewhere.code),
    ]
    for (const other of others) await other.refused('calendar.set-day', 'forbidden', call)
    await admin.refused('calendar.set-day', 'not_found', { ...call, body: { ...call.body, districtCode: '999999' } })
    expect(await countRows(server.services.db, 'calendar_overrides', 'district_code = ?', [districtCode])).toBe(0)
  })

  test.each<[string, string, object, string]>([
    ['no such day', '2026-11-31', {}, 'date'],
    ['a day that is over', '2026-11-21', {}, 'date'],
    ['no reason', '2026-11-24', { reason: ' ' }, 'reason'],
    ['hours that end before they begin', '2026-11-24', { kind: 'worked', hours: [{ from: 600, to: 540 }] }, 'hours'],
    ['hours of a day off', '2026-11-24', { hours: [{ from: 540, to: 600 }] }, 'hours'],
    ['an org of another district', '2026-11-24', { orgCode: '610303' }, 'orgCode'],
  ])('422 for %s', async (_what, date, changes, path) => {
    const reply = await close(date, changes)
    expect(reply).toMatchObject({ isOk: false, status: 422, problem: { errors: [{ path }] } })
    expect((await show()).version).toBe(0)
  })

  test('412 after a colleague’s change; of two at once one wins', async () => {
    expect(await close('2026-11-24', {}, '"0"')).toMatchObject({ isOk: true })
    expect(await close('2026-11-25', {}, '"0"')).toMatchObject({ status: 412 })
    const both = await Promise.all([close('2026-11-25', {}, '"1"'), close('2026-11-26', {}, '"1"')])
    expect(both.filter(({ isOk }) => isOk)).toHaveLength(1)
    expect(both.filter(({ status }) => status === 409 || status === 412)).toHaveLength(1)
    expect((await show()).overrides).toHaveLength(2)
  })
})

describe('calendar.clear-day', () => {
  test('takes it back; there is nothing to take back twice, nor of a day that is over', async () => {
    await close('2026-11-24')
    const call = { params: { date: '2026-11-24' }, query: { districtCode } }
    await server.anyone.refused('calendar.clear-day', 'not_signed_in', call)
    await (await world.person()).refused('calendar.clear-day', 'forbidden', call)
    await admin.refused('calendar.clear-day', 'version_mismatch', { ...call, ifMatch: '"7"' })
    expect((await admin.ok('calendar.clear-day', call)).overrides).toEqual([])
    await admin.refused('calendar.clear-day', 'not_found', call)
    expect((await show()).version).toBe(2)
    expect(isWorkingDay((await rules()).calendar, '2026-11-24')).toBe(true)
    await close('2026-11-24')
    server.clock.advance({ days: 3 })
    await admin.refused('calendar.clear-day', 'wrong_state', call)
    server.clock.reset()
  })
})

describe('calendar.import-year', () => {
  test('a CSV makes the year known, and the rules follow at once', async () => {
    expect((await rules()).calendar.knownThrough).toBe('2026-12-31')
    const year = await admin.ok('calendar.import-year', importList(2027, { csv: list2027 }) as never)
    expect(year).toMatchObject({
      ...{ source: 'uploaded', knownThrough: '2027-12-31', version: 1 },
      ...{ daysOff: { '2027-01-01': '元旦', '2027-10-01': '国庆节' }, makeUpDays: { '2027-01-03': '元旦' } },
      allowedActions: ['set-day', 'import-year', 'forget-year'],
    })
    const { calendar } = await rules()
    const due = dueAfter(calendar, new Date('2026-12-31T17:00:00+08:00'), { unit: 'working_days', value: 1 })
    expect(due).toMatchObject({ at: new Date('2027-01-03T17:00:00+08:00'), isProvisional: false })
    expect(await outbox('calendar.year-imported')).toBe(1)
  })

  test('a list without a header, as people type it, is read in the same order', async () => {
    const csv = '2027-01-01，放假，元旦\n2027-01-03，补班，元旦'
    const year = await admin.ok('calendar.import-year', importList(2027, { csv }) as never)
    expect(year).toMatchObject({ daysOff: { '2027-01-01': '元旦' }, makeUpDays: { '2027-01-03': '元旦' } })
    const bad = await admin.refused(
      'calendar.import-year',
      'invalid',
      importList(2027, { csv: '2027-01-04,work,元旦' }),
    )
    expect(bad.errors?.[0]?.path).toBe('csv.1')
  })

  test('JSON does the same; a year that is known can be corrected and taken back', async () => {
    const days = [{ date: '2026-12-31', kind: 'off', name: '跨年' }]
    await admin.ok('calendar.import-year', importList(2026, { days }) as never)
    expect((await show()).daysOff).toEqual({ '2026-12-31': '跨年' })
    const call = { params: { year: '2026' }, query: { districtCode } }
    expect(await admin.ok('calendar.forget-year', call as never)).toMatchObject({ source: 'national' })
    await admin.refused('calendar.forget-year', 'not_found', call)
    await server.anyone.refused('calendar.forget-year', 'not_signed_in', call)
    await (await world.person()).refused('calendar.forget-year', 'forbidden', call)
  })

  test('years follow each other without a gap', async () => {
    const of = (year: number) => importList(year, { days: [{ date: `${year}-01-01`, kind: 'off', name: '元旦' }] })
    await admin.refused('calendar.import-year', 'invalid', of(2028))
    await admin.refused('calendar.import-year', 'invalid', of(2025))
    await admin.ok('calendar.import-year', of(2027) as never)
    await admin.ok('calendar.import-year', of(2028) as never)
    const call = { params: { year: '2027' }, query: { districtCode } }
    const { detail } = await admin.refused('calendar.forget-year', 'wrong_state', call)
    expect(detail).toContain('请先撤回 2028 年')
    expect((await show(2027)).source).toBe('uploaded')
  })

  test('every bad row is named and nothing of the list counts', async () => {
    const csv = '日期,类别,名称\n2027-01-01,放假,元旦\n2027-02-30,放假,春节\n2027-01-03,半天,元旦\n2027-01-01,off,\n'
    const { errors } = await admin.refused('calendar.import-year', 'invalid', importList(2027, { csv }))
    expect(errors?.map(({ path, message }) => [path, message])).toEqual([
      ['csv.4', '第 4 行：类别“半天”不认识，请写 off（放假）或 work（补班）'],
      ['csv.5', '第 5 行：名称要有 1 到 20 个字'],
      ['csv.3', '第 3 行：“2027-02-30”不是有效的日期，请写成 2027-01-01 这样'],
      ['csv.5', '第 5 行：2027-01-01 写了两次'],
    ])
    expect(await show(2027)).toMatchObject({ source: 'unknown', version: 0 })
  })

  test.each([
    [{}],
    [{ csv: 'date,name\n2027-01-01,元旦' }],
    [{ csv: 'date,kind,name\n"2027-01-01,off,元旦' }],
    [{ csv: list2027, days: [] }],
    [{ days: [{ date: '2027-01-03', kind: 'work', name: '元旦' }] }],
  ])('422 for %j', async (body) => {
    await admin.refused('calendar.import-year', 'invalid', importList(2027, body))
  })

  test('401, 403, 404, 412', async () => {
    const call = importList(2027, { csv: list2027 })
    await server.anyone.refused('calendar.import-year', 'not_signed_in', call)
    await (await world.staff('street_staff', world.street)).refused('calendar.import-year', 'forbidden', call)
    const unknown = importList(2027, { csv: list2027, districtCode: '999999' })
    await admin.refused('calendar.import-year', 'not_found', unknown)
    await admin.refused('calendar.import-year', 'version_mismatch', { ...call, ifMatch: '"3"' })
  })
})

test('what is kept in memory is asked for by one small read, and is another district’s nowhere', async () => {
  await close('2026-11-24')
  const first = await rules()
  expect((await rules()).calendar).toBe(first.calendar)
  const beside = await clockRules(server.services.db.reader, world.elsewhere.code)
  expect(isWorkingDay(beside.calendar, '2026-11-24')).toBe(true)
  expect(beside.limits).toEqual(defaultLimits)
})
