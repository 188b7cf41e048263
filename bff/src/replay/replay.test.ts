import fs from 'node:fs'
import path from 'node:path'
import type { Services } from '../context'
import { countRows, newDir } from '../../test/database'
import { runJobs } from '../../test/jobs'
import { openTestServer, type TestServer } from '../../test/server'
import type { World } from '../../test/world'
import { verifyScores } from '../modules/orders'
import { replay, type ReplayReport } from './replay'
import { percentile, reportLines, similarCsv } from './report'

const header = 'id,user,title,asked_at,body,reply,replied_at'
const good = [
  '101,U1,路灯不亮,2020-03-01T09:00:00+08:00,门口的路灯坏了,已经换好,2020-03-03T09:00:00+08:00',
  '102,U2,咨询办证,2020-03-02T09:00:00+08:00,"老人证怎么办，\n要带什么",请带身份证,2020-03-02T21:00:00+08:00',
  '103,U1,建议加座椅,2020-03-05T09:00:00+08:00,公园里没有座椅,,',
]

let server: TestServer
let services: Services
let world: World

beforeAll(async () => {
  server = await openTestServer()
  services = server.services
  world = await server.world()
})
afterAll(() => server.close())

const run = async (
  lines: readonly string[],
  findsSimilar = false,
  districtCode = world.code,
): Promise<ReplayReport> => {
  const file = path.join(newDir(), 'messages.csv')
  fs.writeFileSync(file, `\uFEFF${[header, ...lines].join('\n')}\n`)
  const options = { districtCode, now: server.clock.now(), findsSimilar, onProgress: () => undefined }
  return replay(services, file, options)
}

describe('replay', () => {
  test('places, accepts and fulfils with the messages’ own dates, and a second run adds nothing', async () => {
    const first = await run(good)
    expect(first).toMatchObject({ rows: 3, placed: 3, accepted: 2, fulfilled: 2, unchanged: 0, rejected: [] })
    expect(first.timesToFulfil).toEqual([12 * 3_600_000, 48 * 3_600_000])
    const orders = await services.db.reader.query<{ kind: string; status: string; title: string }[]>(
      "SELECT kind, status, title FROM orders WHERE source_ref LIKE 'replay:%' ORDER BY id",
    )
    expect(orders).toEqual([
      { kind: 'issue', status: 'fulfilled', title: '路灯不亮' },
      { kind: 'consultation', status: 'fulfilled', title: '咨询办证' },
      { kind: 'suggestion', status: 'submitted', title: '建议加座椅' },
    ])
    const events = await countRows(services.db, 'order_events')
    const second = await run(good)
    expect(second).toMatchObject({ placed: 0, accepted: 0, fulfilled: 0, unchanged: 3, rejected: [] })
    expect(second.timesToFulfil).toEqual(first.timesToFulfil)
    expect(await countRows(services.db, 'order_events')).toBe(events)
  })

  test('nobody is told of what an import pushed in, and of what happens to it later they are', async () => {
    expect((await runJobs(server)).failed).toBe(0)
    expect(await countRows(services.db, 'outbox', 'dispatched_at IS NULL')).toBe(0)
    expect(await countRows(services.db, 'notices')).toBe(0)
    const community = "SELECT id, community_code AS communityCode FROM orders WHERE status = 'submitted'"
    const [open] = await services.db.reader.query<{ id: string; communityCode: string }[]>(community)
    const staff = await world.staff('community_staff', open?.communityCode ?? '')
    await staff.ok('orders.accept', { params: { id: open?.id ?? '' }, body: {} })
    await runJobs(server)
    expect(await countRows(services.db, 'notices', "kind = 'order.accepted'")).toBe(1)
    const boss = await world.staff('district_admin', world.code)
    await boss.ok('members.revoke', { params: { id: staff.membershipId } })
    await services.db.unitOfWork((em) =>
      em.query('UPDATE memberships SET revoked_at = granted_at WHERE person_id = ?', [boss.personId]),
    )
  })

  test('its accepting is synthetic, and the importer keeps no role', async () => {
    const synthetic = await services.db.reader.query<{ action: string }[]>(
      'SELECT DISTINCT action FROM order_events WHERE is_synthetic = 1',
    )
    expect(synthetic).toEqual([{ action: 'accept' }])
    expect(await countRows(services.db, 'memberships', 'revoked_at IS NULL')).toBe(0)
    expect(await countRows(services.db, 'memberships')).toBeGreaterThan(0)
  })

  test('communities are assessed by what was solved alone: nobody accepted, and nobody rated', async () => {
    const other = await server.world()
    await run(
      [
        '501,U1,路灯不亮,2020-03-02T09:00:00+08:00,门口的路灯坏了,已经换好,2020-03-03T09:00:00+08:00',
        '502,U2,咨询办证,2020-03-03T09:00:00+08:00,要带什么,请带身份证,2020-03-30T21:00:00+08:00',
      ],
      false,
      other.code,
    )
    await runJobs(server)
    const seen = await other.staff('district_admin', other.code)
    const show = (org: string) => seen.ok('scores.show', { query: { org, period: '2020-03' } })
    const tables = await Promise.all([other.code, other.street, other.otherStreet].map(show))
    expect(tables[0]?.total.score.parts.resolution).toMatchObject({ good: 1, of: 2, rate: 50 })
    const figures = tables.flatMap(({ total, rows }) => [total, ...rows]).map(({ score }) => score)
    expect(figures.filter(({ parts }) => parts.resolution.of > 0).length).toBeGreaterThan(2)
    for (const { parts, composite } of figures) {
      expect([parts.response, parts.satisfaction].map(({ of, rate }) => [of, rate])).toEqual([
        [0, 'not_assessed'],
        [0, 'not_assessed'],
      ])
      // Two of its three parts are missing.
      expect(composite).toBe('not_assessed')
    }
    const report = await verifyScores(services.db.reader, () => undefined)
    expect([report.differences, report.orderFaults]).toEqual([[], []])
  })

  test('the same user stays one person in one community', async () => {
    const rows = await services.db.reader.query<{ persons: number; communities: number }[]>(
      `SELECT COUNT(DISTINCT owner_id) AS persons, COUNT(DISTINCT community_code) AS communities
         FROM orders WHERE source_ref IN ('replay:101', 'replay:103')`,
    )
    expect(rows.map((row) => [Number(row.persons), Number(row.communities)])).toEqual([[1, 1]])
  })

  test('goes on where a run was cut short', async () => {
    await run(['201,U9,积水,2021-01-01T09:00:00+08:00,下雨就积水,,'])
    const later = await run(['201,U9,积水,2021-01-01T09:00:00+08:00,下雨就积水,已疏通,2021-01-02T09:00:00+08:00'])
    expect(later).toMatchObject({ placed: 0, accepted: 1, fulfilled: 1, rejected: [] })
  })

  test('finds the earlier orders that said the same and were in hand then, in whatever order the file has them', async () => {
    const text = '东风小区三栋前面的路灯坏了半个月，晚上一片漆黑，老人下楼容易摔倒，希望尽快修好'
    const lines = [
      `402,U2,东风小区三栋路灯不亮,2022-03-05T09:00:00+08:00,${text},修好了,2022-03-06T09:00:00+08:00`,
      `401,U1,东风小区三栋路灯坏了,2022-03-01T09:00:00+08:00,${text},修好了,2022-03-06T09:00:00+08:00`,
      `403,U3,东风小区三栋的路灯又不亮,2022-03-09T09:00:00+08:00,${text},,`,
      `404,U4,东风小区三栋路灯又坏了,2022-03-10T09:00:00+08:00,${text},,`,
      '405,U5,咨询公积金怎么提取,2022-03-10T10:00:00+08:00,想知道带什么材料,,',
    ]
    const first = await run(lines, true)
    expect(first.similar).toEqual([
      { ref: 'replay:402', earlierRef: 'replay:401', score: expect.any(Number) as number },
      { ref: 'replay:404', earlierRef: 'replay:403', score: expect.any(Number) as number },
    ])
    expect((await run(lines, true)).similar).toEqual(first.similar)
    expect((await run(lines.slice(0, 1))).similar).toBeNull()
    expect(reportLines(first).at(-1)).toContain('2 orders of the file had one in hand that said the same (2 pairs)')
    expect(similarCsv(first.similar ?? []).split('\n')[1]).toMatch(/^replay:402,replay:401,0\.\d\d$/)
  })

  test('reports every bad row with its line and reason, and takes the good ones', async () => {
    const report = await run([
      '301,U1,好的,2020-03-01T09:00:00+08:00,内容,答复,2020-03-02T09:00:00+08:00',
      '302,U1,,2020-03-01T09:00:00+08:00,内容,,',
      '303,U1,时间反了,2020-03-01T09:00:00+08:00,内容,答复,2020-02-01T09:00:00+08:00',
      '304,U1,没有时区,2020-03-01T09:00:00,内容,,',
      '305,U1,少了列,2020-03-01T09:00:00+08:00',
      '301,U2,编号重复,2020-03-01T09:00:00+08:00,内容,,',
      `306,U1,太长,2020-03-01T09:00:00+08:00,${'长'.repeat(5001)},,`,
      ',U1,没有编号,2020-03-01T09:00:00+08:00,内容,,',
    ])
    expect(report).toMatchObject({ rows: 8, placed: 1, fulfilled: 1 })
    expect(report.rejected.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7, 8, 9])
    expect(report.rejected.map(({ reason }) => reason)).toEqual([
      '请填写标题',
      '答复时间早于提问时间',
      expect.stringContaining('提问时间无效'),
      '列数与表头不一致',
      '编号与第 2 行重复',
      expect.stringContaining('最多 5000 个字'),
      expect.stringContaining('无效'),
    ])
  })

  test('says what is missing: columns, quoting, communities', async () => {
    const file = path.join(newDir(), 'x.csv')
    const options = { districtCode: world.code, now: server.clock.now(), onProgress: () => undefined }
    fs.writeFileSync(file, 'id,title\n1,x\n')
    await expect(replay(services, file, options)).rejects.toThrow(
      'column user, asked_at, body, reply, replied_at missing',
    )
    fs.writeFileSync(file, `${header}\n1,u,"t`)
    await expect(replay(services, file, options)).rejects.toThrow('line 2: the quoting is broken')
    await expect(replay(services, file, { ...options, districtCode: '990000' })).rejects.toThrow('no community yet')
    await expect(replay(services, file, { ...options, districtCode: null })).rejects.toThrow('several districts')
  })
})

test('percentiles by nearest rank, and a report without orders', () => {
  const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
  expect([percentile(values, 0.5), percentile(values, 0.9), percentile([], 0.5)]).toEqual([5, 9, undefined])
  const report: ReplayReport = {
    ...{ rows: 1, placed: 0, accepted: 0, fulfilled: 0, unchanged: 0 },
    ...{ timesToFulfil: [], rejected: [{ line: 2, reason: '请填写标题' }], similar: null },
  }
  expect(reportLines(report).at(-1)).toBe('  line 2: 请填写标题')
})
