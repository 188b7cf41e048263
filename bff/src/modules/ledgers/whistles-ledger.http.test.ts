import readXlsxFile from 'read-excel-file/node'
import { ledgers } from '@xinban/shared/domain'
import { runJobs } from '../../../test/jobs'
import { makeCast, orderIn } from '../../../test/orders'
import { openTestServer, type TestServer } from '../../../test/server'
import { blow, makeWhistleCast, whistleAfter, type WhistleCast } from '../../../test/whistles'

let server: TestServer
let cast: WhistleCast
beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.reset()
  server.clock.advance({ days: 1 })
  cast = await makeWhistleCast(await server.world())
})
afterAll(() => server.close())

const params = { name: 'whistles' as const }
const list = async (query: object = {}, by = cast.street) =>
  (await by.ok('ledgers.list', { params, query })).items.map(({ id, orderId, cells }) => ({ id, orderId, ...cells }))

test('one line for each whistle, with its departments and who was late with what', async () => {
  const done = await whistleAfter(cast, 'sign', 'contact', 'attend', 'finish', 'close')
  await cast.street.ok('whistles.grade-department', {
    params: { id: done.id },
    body: { departmentCode: cast.world.districtUnit, stars: 4 },
  })
  server.clock.advance({ minutes: 1 })
  const late = await blow(cast, { kind: 'hard', title: '请联系13812345678' })
  server.clock.advance({ hours: 2 })
  await runJobs(server)
  expect(await list()).toMatchObject([
    {
      ...{ id: late.id, orderId: null, no: late.no, title: '请联系138****5678', kind: '攻坚哨', status: '等部门报到' },
      ...{ called: 2, signed: 0, late: '区法律服务队签收；东街志愿队签收', closedAt: null, stars: null },
    },
    {
      ...{ id: done.id, kind: '推进哨', status: '已销哨', street: '东街街道', lead: '区法律服务队' },
      ...{ departments: '区法律服务队、东街志愿队', signed: 1, contacted: 1, attended: 1, late: null },
      ...{ closedAt: '2026-11-23T09:00:00+08:00', sentBack: '否', stars: 4 },
    },
  ])
  expect((await list({ kind: 'hard' })).map(({ id }) => id)).toEqual([late.id])
  expect((await list({ state: 'closed' })).map(({ id }) => id)).toEqual([done.id])
})

test('each street has its own, the district all of them, a community none', async () => {
  const { world, district } = cast
  const { id } = await blow(cast)
  const at = (role: 'street_staff' | 'community_staff', code: string) => world.staff(role, code)
  expect(await list({}, await at('street_staff', world.otherStreet))).toEqual([])
  expect(await list({}, await at('community_staff', world.community))).toEqual([])
  expect((await list({}, district)).map((row) => row.id)).toEqual([id])
  await cast.lead.refused('ledgers.list', 'forbidden', { params })
})

/** A file of the ledger, as its link gives it. */
async function fetched(format: 'xlsx' | 'csv'): Promise<Buffer> {
  const { url } = await cast.street.ok('ledgers.link', { params, body: { format } })
  const response = await server.anyone.send('GET', url)
  expect(response.status).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}
const rowsOf = async (file: Buffer): Promise<unknown[][]> => {
  const [sheet] = await readXlsxFile(file)
  return (sheet as unknown as { data?: unknown[][] } | undefined)?.data ?? []
}

test('is exported as a workbook and as text', async () => {
  const { no } = await blow(cast)
  const headings = ledgers.whistles.columns.map(({ heading }) => heading)
  expect((await fetched('csv')).toString('utf8')).toContain(`${headings.join(',')}\r\n${no},沿街管网反复塌陷,推进哨`)
  expect((await rowsOf(await fetched('xlsx'))).some((row) => row.includes(no))).toBe(true)
})

test('what a street writes stays text in both formats', async () => {
  const titles = ['=1+1', '+86', '-2', '@SUM(A1)', '＝cmd', '=HYPERLINK("http://evil.example";"看")']
  for (const title of titles) await blow(cast, { title })
  const shown = (await rowsOf(await fetched('xlsx'))).slice(1).map((row) => row[1])
  expect([...shown].sort()).toEqual(titles.map((title) => `'${title}`).sort())
  const text = (await fetched('csv')).toString('utf8')
  for (const title of titles.slice(0, -1)) expect(text).toContain(`,'${title},`)
  expect(text).toContain(`"'=HYPERLINK(""http://evil.example"";""看"")"`)
})

test('nothing of the people, the whistle’s text or the order it came of is in it', async () => {
  const order = await orderIn(await makeCast(cast.world), 'submitted', {
    ...{ title: '井盖松动绊倒老人', content: '找欧阳修，电话 13812345678' },
  })
  const whistle = await blow(cast, {
    ...{ orderId: order.id, title: '东街 13812345678', content: '欧阳修家门口，电话 13912345678' },
    place: '东街 7 号欧阳家门前',
  })
  const params = { id: whistle.id }
  await cast.lead.ok('whistles.sign', { params, body: {} })
  await cast.lead.ok('whistles.contact', { params, body: { note: '已和司马光通话 13712345678' } })
  const book = await readXlsxFile(await fetched('xlsx'))
  const files = [JSON.stringify(book), (await fetched('csv')).toString('utf8')]
  for (const text of files) {
    expect(text).toContain('东街 138****5678')
    expect(text).not.toMatch(/13[789]12345678|欧阳|司马光|王小明|井盖|7 号/)
  }
})
