import { countRows, dump } from '../../../../test/database'
import { openTestServer, type TestServer } from '../../../../test/server'
import type { Caller, World } from '../../../../test/world'
import { itemColumns } from '../import/item-columns'
import type { Cell } from '../import/parse-items'
import { importItems } from './import-items'

let server: TestServer
let world: World
let admin: Caller
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  world = await server.world()
  admin = await world.staff('district_admin', world.code)
})

const titles = itemColumns.map(({ title }) => title)
const row = (changes: Record<string, Cell>) =>
  itemColumns.map(({ title, example }) => (title in changes ? (changes[title] ?? null) : example))
const bring = (...rows: Cell[][]) =>
  importItems(server.services, [titles, ...rows], { districtCode: world.code, now: server.clock.now() })
const offered = async (org: string) => (await server.anyone.ok('service-items.list', { query: { org } })).items
const idOf = async (name: string, org = world.community) =>
  (await offered(org)).find((item) => item.name === name)?.id ?? ''

test('import items: new ones are in service at once, offered by the district or by whom the sheet names', async () => {
  const report = await bring(row({}), row({ 事项名称: '居住证明', 提供单位代码: `${world.community} ${world.far}` }))
  expect(report).toEqual({ added: 2, changed: 0, unchanged: 0, faults: [] })
  expect((await offered(world.community)).map(({ name }) => name)).toEqual(['高龄津贴申领', '居住证明'])
  expect((await offered(world.neighbour)).map(({ name }) => name)).toEqual(['高龄津贴申领'])
  const item = await server.anyone.ok('service-items.show', { params: { id: await idOf('高龄津贴申领') } })
  expect(item).toMatchObject({ version: 1, guide: { timeLimit: { workingDays: 20 }, remark: '以当地公布为准' } })
})

test('import items: a second run changes nothing', async () => {
  const rows = [row({}), row({ 事项名称: '居住证明', 提供单位代码: world.community })]
  await bring(...rows)
  const before = await dump(server.services.db)
  expect(await bring(...rows)).toEqual({ added: 0, changed: 0, unchanged: 2, faults: [] })
  expect(await dump(server.services.db)).toEqual(before)
})

test('import items: other content is the next version, and the version before stays readable', async () => {
  await bring(row({}))
  expect(await bring(row({ 收费: '工本费 5 元' }))).toMatchObject({ added: 0, changed: 1, unchanged: 0 })
  const id = await idOf('高龄津贴申领')
  const { version, guide } = await server.anyone.ok('service-items.show', { params: { id } })
  expect([version, guide.fee]).toEqual([2, '工本费 5 元'])
  const before = await server.anyone.ok('service-items.show', { params: { id }, query: { version: 1 } })
  expect(before.guide.fee).toBe('不收费')
})

test('import items: offers become exactly those that the sheet names, and stay when it names none', async () => {
  await bring(row({ 提供单位代码: world.street }))
  await bring(row({}))
  expect(await offered(world.community)).toHaveLength(1)
  expect(await bring(row({ 提供单位代码: world.otherStreet }))).toMatchObject({ changed: 1 })
  expect(await offered(world.community)).toHaveLength(0)
  expect(await offered(world.far)).toMatchObject([{ name: '高龄津贴申领' }])
  const { version } = await server.anyone.ok('service-items.show', {
    params: { id: await idOf('高龄津贴申领', world.far) },
  })
  expect(version).toBe(1)
})

test('import items: one bad row, and nothing of the sheet is written', async () => {
  const before = await countRows(server.services.db, 'service_items')
  const report = await bring(
    row({}),
    row({ 事项名称: '居住证明', 收费: '' }),
    row({ 事项名称: '低保', 提供单位代码: world.elsewhere.street }),
  )
  expect(report).toMatchObject({ added: 0, changed: 0, unchanged: 0 })
  expect(report.faults.map(({ row: number, column }) => [number, column])).toEqual([[3, '收费']])
  expect(await countRows(server.services.db, 'service_items')).toBe(before)
})

test('import items: only orgs of the district offer', async () => {
  const { faults } = await bring(row({ 提供单位代码: `${world.street} ${world.elsewhere.street}` }))
  expect(faults).toEqual([
    { row: 2, column: '提供单位代码', message: `本区没有代码为 ${world.elsewhere.street} 的组织，请核对` },
  ])
})

test('import items: nobody’s unfinished draft and no closed item is overwritten', async () => {
  await bring(row({}), row({ 事项名称: '低保' }))
  const [draft, closed] = [await idOf('高龄津贴申领'), await idOf('低保')]
  const { content } = await admin.ok('service-items.edit', { params: { id: draft } })
  await admin.ok('service-items.save-draft', {
    params: { id: draft },
    body: { content: { ...content, summary: '新' } },
  })
  await admin.ok('service-items.close', { params: { id: closed } })
  const { faults } = await bring(row({}), row({ 事项名称: '低保' }))
  expect(faults.map(({ row: number, message }) => [number, message])).toEqual([
    [2, '这个事项有没发布的修改，请先在编辑页面发布或放弃'],
    [3, '这个事项已停办，请先恢复办理'],
  ])
})

test('import items: a district must be there', async () => {
  const options = { districtCode: world.street, now: server.clock.now() }
  const { faults } = await importItems(server.services, [titles, row({})], options)
  expect(faults).toEqual([{ row: 1, column: '整行', message: `没有代码为 ${world.street} 的区，请先导入组织` }])
})
