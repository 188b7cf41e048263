import http from 'node:http'
import { once } from 'node:events'
import readXlsxFile from 'read-excel-file/node'
import { ledgers, type LedgerFormat, type LedgerName } from '@xinban/shared/domain'
import { copyOrders } from '../../../test/copies'
import { insertExclusion } from '../../../test/exclusions'
import { runJobs } from '../../../test/jobs'
import { makeCast, orderIn, take, type Cast } from '../../../test/orders'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller } from '../../../test/world'
import { newId } from '../../db/ids'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.reset()
  cast = await makeCast(await server.world())
})
afterAll(() => server.close())

const list = (caller: Caller, name: LedgerName, query: object = {}) =>
  caller.ok('ledgers.list', { params: { name }, query })
const link = (caller: Caller, name: LedgerName, format: LedgerFormat, filters: object = {}) =>
  caller.ok('ledgers.link', { params: { name }, body: { format, ...filters } })
const fetched = (url: string, method = 'GET') => server.anyone.send(method, url)
async function csvLines(caller: Caller, name: LedgerName): Promise<string[]> {
  const response = await fetched((await link(caller, name, 'csv')).url)
  expect(response.status).toBe(200)
  // `text()` would take the mark away.
  const text = Buffer.from(await response.arrayBuffer()).toString('utf8')
  expect(text.startsWith('\ufeff')).toBe(true)
  return text.slice(1).split('\r\n').slice(0, -1)
}
const exportsOf = async () => {
  const auditor = await cast.world.staff('auditor', cast.world.code)
  return (await auditor.ok('ledger-exports.list')).items
}

describe('ledgers.list', () => {
  test('each sees their territory; grids, units and residents none', async () => {
    const { world } = cast
    const near = await orderIn(cast, 'submitted')
    const far = await cast.resident.ok('orders.place', {
      body: { kind: 'issue', communityCode: world.far, title: '井盖坏了', content: '在路口' },
    })
    const ids = async (caller: Caller, query: object = {}) =>
      (await list(caller, 'orders', query)).items.map(({ orderId }) => orderId).sort()
    const district = await world.staff('district_admin', world.code)
    const auditor = await world.staff('auditor', world.code)
    expect(await ids(cast.community)).toEqual([near.id])
    expect(await ids(cast.street)).toEqual([near.id])
    expect(await ids(await world.staff('street_staff', world.otherStreet))).toEqual([far.id])
    for (const all of [district, auditor]) expect(await ids(all)).toEqual([near.id, far.id].sort())
    expect(await ids(auditor, { org: world.far })).toEqual([far.id])
    expect(await ids(await world.staff('auditor', world.elsewhere.code))).toEqual([])
    const params = { name: 'orders' }
    await cast.street.refused('ledgers.list', 'forbidden', { params, query: { org: world.far } })
    await cast.street.refused('ledgers.list', 'not_found', { params, query: { org: '999999' } })
    const unit = await world.staff('unit_staff', world.unit)
    for (const nobody of [cast.resident, cast.gridWorker, unit]) {
      await nobody.refused('ledgers.list', 'forbidden', { params })
      await nobody.refused('ledgers.link', 'forbidden', { params, body: { format: 'csv' } })
    }
    await server.anyone.refused('ledgers.list', 'not_signed_in', { params })
    await server.anyone.refused('ledgers.link', 'not_signed_in', { params, body: { format: 'csv' } })
  })

  test('refuses what it does not know, and says what', async () => {
    const refused = async (query: object, path: string) => {
      const refusal = await cast.street.refused('ledgers.list', 'invalid', { params: { name: 'orders' }, query })
      expect(refusal.errors).toEqual([expect.objectContaining({ path })])
    }
    await refused({ from: '2026-02-30' }, 'from')
    await refused({ from: '2026-11-02', to: '2026-11-01' }, 'to')
    await refused({ from: '2024-01-01', to: '2026-11-01' }, 'from')
    await refused({ state: 'nonsense' }, 'state')
    await refused({ kind: 'accept' }, 'kind')
    await cast.street.refused('ledgers.list', 'invalid', { params: { name: 'secrets' } })
    const body = { format: 'pdf' }
    await cast.street.refused('ledgers.link', 'invalid', { params: { name: 'orders' }, body })
    for (const cursor of ['!!', Buffer.from('1:2').toString('base64url')]) {
      await cast.street.refused('ledgers.list', 'malformed_request', { params: { name: 'orders' }, query: { cursor } })
    }
  })

  test('shows nobody but as 王**, and no phone, content or place', async () => {
    await orderIn(cast, 'submitted', {
      title: '请联系13812345678修灯',
      content: '绝密内容',
      contact: { name: '王小明', phone: '13912345678', address: '槐树街 8 号院' },
    })
    const shown =
      JSON.stringify(await list(cast.community, 'orders')) + (await csvLines(cast.community, 'orders')).join()
    expect(shown).toContain('王**')
    expect(shown).toContain('138****5678')
    for (const secret of ['王小明', '13812345678', '13912345678', '绝密内容', '槐树街'])
      expect(shown).not.toContain(secret)
  })

  test('filters by period, state and kind', async () => {
    const first = await orderIn(cast, 'accepted')
    server.clock.advance({ days: 2 })
    const wish = await orderIn(cast, 'submitted', { kind: 'suggestion' })
    const ids = async (query: object) => (await list(cast.street, 'orders', query)).items.map(({ orderId }) => orderId)
    expect(await ids({})).toEqual([wish.id, first.id])
    expect(await ids({ from: '2026-11-22', to: '2026-11-22' })).toEqual([first.id])
    expect(await ids({ from: '2026-11-23' })).toEqual([wish.id])
    expect(await ids({ state: 'accepted' })).toEqual([first.id])
    expect(await ids({ kind: 'suggestion' })).toEqual([wish.id])
    expect(await ids({ from: '2026-01-01', to: '2026-01-31' })).toEqual([])
  })

  test.each(['orders', 'overdue'] as const)('%s: pages neither lose nor repeat a line', async (name) => {
    const placed: string[] = []
    for (let count = 0; count < 5; count++) {
      placed.push((await orderIn(cast, 'submitted')).id)
      // Two of them at the same instant.
      if (count !== 2) server.clock.advance({ minutes: 1 })
    }
    server.clock.advance({ days: 3 })
    await runJobs(server)
    const seen: string[] = []
    const orderIds = new Set<string>()
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(cast.street, name, {
        limit: 2,
        ...(cursor && { cursor }),
      })
      expect(page.items.length).toBeLessThanOrEqual(2)
      for (const { id, orderId } of page.items) {
        seen.push(id)
        if (orderId !== null) orderIds.add(orderId)
      }
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(new Set(seen).size).toBe(seen.length)
    expect([...orderIds].sort()).toEqual([...placed].sort())
    const whole = await list(cast.street, name, { limit: 100 })
    expect(seen).toEqual(whole.items.map(({ id }) => id))
  })

  test('overdue: who, by when, by how much, charged to whom', async () => {
    const { id } = await orderIn(cast, 'submitted')
    server.clock.advance({ days: 2 })
    // The first look warns, the second finds it overdue.
    await runJobs(server)
    await runJobs(server)
    const { items } = await list(cast.street, 'overdue', { kind: 'accept', state: 'running' })
    expect(items).toMatchObject([
      {
        orderId: id,
        cells: { kind: '接单', holder: '槐树社区', chargedTo: '槐树社区', state: '还没完成', endedAt: null },
      },
    ])
    // Due on Tuesday at the opening; it is nine o'clock.
    expect(items[0]?.cells).toMatchObject({ dueAt: '2026-11-24T08:30:00+08:00', hours: 0.5 })
    await take(cast, await cast.community.ok('orders.show', { params: { id } }), ['accept'])
    expect((await list(cast.street, 'overdue', { state: 'running' })).items).toEqual([])
    expect((await list(cast.street, 'overdue', { state: 'ended' })).items).toMatchObject([
      { cells: { state: '超期完成' } },
    ])
    const auditor = await cast.world.staff('auditor', cast.world.code)
    expect((await list(auditor, 'overdue')).items).toHaveLength(1)
  })

  test('bad reviews: first rating, reasons, callback, rectification and follow-up, each in time or not', async () => {
    const { id } = await orderIn(cast, 'fulfilled')
    const params = { id }
    await cast.resident.ok('orders.rate', { params, body: { stars: 1, reasons: [910], comment: '还是不亮' } })
    await orderIn(cast, 'rated')
    const cells = async (query: object = {}) =>
      (await list(cast.street, 'bad-reviews', query)).items.map((item) => ({ orderId: item.orderId, ...item.cells }))
    expect(await cells({ state: 'needs_callback' })).toMatchObject([
      {
        orderId: id,
        stars: 1,
        reasons: '问题没有解决',
        state: '待回访、待整改',
        callbackInTime: '没到期',
        source: '本人评价',
      },
    ])
    server.clock.advance({ days: 3 })
    expect(await cells()).toMatchObject([{ callbackInTime: '已超期，还没完成' }])
    await cast.street.ok('orders.callback', { params, body: { note: '居民说灯又坏了' } })
    await cast.community.ok('orders.rectify', { params, body: { note: '换了新灯座' } })
    await cast.resident.ok('orders.follow-up-rating', { params, body: { stars: 4 } })
    expect(await cells({ state: 'followed_up', kind: 'issue' })).toMatchObject([
      { stars: 1, followUpStars: 4, callbackInTime: '超期', rectifyInTime: '按时', state: '已追评' },
    ])
    expect(await cells({ state: 'needs_callback' })).toEqual([])
    expect(JSON.stringify(await cells())).not.toContain('还是不亮')
  })

  test('exclusions: reason, parts, who proposed and decided, what counts in public', async () => {
    const order = await orderIn(cast, 'rated')
    const { world } = cast
    const decider = await world.person({ name: '李四', roles: [['district_admin', world.code]] })
    await insertExclusion(server.services, {
      ...{ id: newId(server.clock.now()), orderId: order.id, districtCode: world.code, streetCode: world.street },
      ...{ communityCode: world.community, state: 'approved', reason: 'malicious_rating', parts: ['satisfaction'] },
      ...{ note: '核实过', proposedById: cast.street.personId, proposedRole: 'street_staff' },
      ...{ proposedOrgCode: world.street, proposedAt: server.clock.now(), decidedById: decider.personId },
      ...{ decidedAt: server.clock.now(), decisionNote: null, version: 2 },
    })
    for (const caller of [cast.community, cast.street, decider]) {
      const { items } = await list(caller, 'exclusions', { kind: 'malicious_rating', state: 'approved' })
      expect(items).toMatchObject([
        { orderId: order.id, cells: { reason: '查实的恶意评价', parts: '满意率', state: '已剔除', publicCount: 1 } },
      ])
      expect(items[0]?.cells.proposedBy).toBe('东街街道 街道工作人员 测**')
      expect(items[0]?.cells.decidedBy).toMatch(/ 区管理员 李\*\*$/)
    }
    expect((await list(cast.street, 'exclusions', { state: 'proposed' })).items).toEqual([])
  })
})

describe('ledgers.xlsx and ledgers.csv', () => {
  test('a workbook with typed cells, Chinese headings, a frozen head and a sheet that says what it is', async () => {
    const { no } = await orderIn(cast, 'graded')
    const { url, fileName } = await link(cast.street, 'orders', 'xlsx')
    expect(fileName).toBe('订单台账-东街街道-2026-10-24至2026-11-22.xlsx')
    const response = await fetched(url)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-disposition')).toContain(`filename*=UTF-8''${encodeURIComponent(fileName)}`)
    const bytes = Buffer.from(await response.arrayBuffer())
    const [table, notes] = await readXlsxFile(bytes)
    expect(table?.sheet).toBe('订单台账')
    const [head, line] = table?.data ?? []
    expect(head).toEqual(ledgers.orders.columns.map(({ heading }) => heading))
    const cells = Object.fromEntries(ledgers.orders.columns.map(({ key }, index) => [key, line?.[index]]))
    expect(cells).toMatchObject({ no, stars: 5, grade: 100, status: '已评单', requester: '王**' })
    // Readers take the serial for UTC; sheets show the time on China's clocks.
    expect(cells.placedAt).toEqual(new Date('2026-11-22T09:00:00Z'))
    expect(notes?.sheet).toBe('说明')
    expect(notes?.data).toEqual(
      expect.arrayContaining([
        ['导出人', '东街街道 街道工作人员 测**'],
        ['提交日期', '2026-10-24 至 2026-11-22'],
        ['行数', '1'],
      ]),
    )
  })

  test('whatever a resident writes stays text', async () => {
    const titles = ['=1+1', '+86', '-2', '@SUM(A1)', '＝1', '＋1', '－1', '＠a', '　=cmd', '"逗号", 引号', '_x0041_<&>']
    for (const title of titles) {
      await orderIn(cast, 'submitted', { title })
      server.clock.advance({ minutes: 1 })
    }
    const lines = await csvLines(cast.street, 'orders')
    const bytes = await (await fetched((await link(cast.street, 'orders', 'xlsx')).url)).arrayBuffer()
    const [table] = await readXlsxFile(Buffer.from(bytes))
    const shown = table?.data.slice(1).map((line) => line[1])
    for (const [index, title] of titles.reverse().entries()) {
      const isPlain = /^["_]/.test(title)
      // The interface trims what is written; `_x0041_`, which sheets take for a letter, stays what it is.
      expect(shown?.[index]).toBe((isPlain ? '' : "'") + title.trim())
      if (!isPlain) expect(lines[index + 1]).toContain(`,'${title.trim()},`)
    }
    expect(lines.join('\n')).toContain('"""逗号"", 引号"')
  })

  test('an empty ledger is a head without lines', async () => {
    for (const name of ['orders', 'overdue', 'bad-reviews', 'exclusions'] as const) {
      expect(await csvLines(cast.street, name)).toEqual([ledgers[name].columns.map(({ heading }) => heading).join(',')])
    }
  })

  test('each export is on record, with who, what, and how many rows', async () => {
    await orderIn(cast, 'submitted')
    const { id, url } = await link(cast.street, 'orders', 'csv', { state: 'submitted' })
    const asked = {
      id,
      ledger: 'orders',
      format: 'csv',
      by: { role: 'street_staff', org: { code: cast.world.street } },
      scope: { code: cast.world.street, name: '东街街道' },
    }
    expect(await exportsOf()).toMatchObject([{ ...asked, downloads: 0, rows: null, filters: { state: 'submitted' } }])
    await (await fetched(url)).text()
    expect(await exportsOf()).toMatchObject([{ ...asked, downloads: 1, rows: 1, isComplete: true }])
    await cast.street.refused('ledger-exports.list', 'forbidden')
    await server.anyone.refused('ledger-exports.list', 'not_signed_in')
    const elsewhere = await cast.world.staff('auditor', cast.world.elsewhere.code)
    expect((await elsewhere.ok('ledger-exports.list')).items).toEqual([])
  })

  test('HEAD says what would come, and takes nothing out', async () => {
    const { url } = await link(cast.street, 'orders', 'xlsx')
    const response = await fetched(url, 'HEAD')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-disposition')).toContain('attachment')
    expect(await exportsOf()).toMatchObject([{ downloads: 0 }])
  })

  test('a link that was changed, is of another ledger or is over opens nothing', async () => {
    const { url } = await link(cast.street, 'orders', 'csv')
    const refused = (changed: string, code: 'not_found' | 'forbidden') =>
      server.anyone.sendRefused('GET', changed, code)
    await refused(url.replace('orders.csv', 'overdue.csv'), 'not_found')
    await refused(url.replace('orders.csv', 'orders.xlsx'), 'not_found')
    await refused(url.replace(/expires=\d+/, 'expires=9999999999'), 'not_found')
    await refused(url.replace(/signature=./, 'signature=!'), 'not_found')
    await refused(url.replace(/id=[^&]+/, `id=${newId(server.clock.now())}`), 'not_found')
    await server.anyone.sendRefused('GET', '/api/v1/ledgers/orders.csv', 'invalid')
    server.clock.advance({ minutes: 10 })
    await refused(url, 'forbidden')
  })

  test('a role that was taken away takes its links along', async () => {
    const { url } = await link(cast.street, 'orders', 'csv')
    const admin = await cast.world.staff('district_admin', cast.world.code)
    await admin.ok('members.revoke', { params: { id: cast.street.membershipId } })
    await server.anyone.sendRefused('GET', url, 'forbidden')
  })

  test.each(['csv', 'xlsx'] as const)('%s: whoever goes away ends the work, and that is on record', async (format) => {
    const rows = 20_000
    await copyOrders(server, await orderIn(cast, 'submitted', { title: '楼道灯不亮'.repeat(12) }), rows - 1)
    const { url } = await link(cast.street, 'orders', format)
    const request = http.get(server.url + url)
    const [response] = (await once(request, 'response')) as [http.IncomingMessage]
    await once(response, 'readable')
    response.destroy()
    let [record] = await exportsOf()
    while (record?.finishedAt === null) {
      await new Promise((resolve) => setImmediate(resolve))
      ;[record] = await exportsOf()
    }
    expect(record).toMatchObject({ downloads: 1, isComplete: false })
    expect(record?.rows).toBeLessThan(rows)
    server.clock.advance({ minutes: 1 })
    // Its turn is given back: two others may run at once.
    const again = await fetched((await link(cast.street, 'orders', format)).url)
    expect((await again.arrayBuffer()).byteLength).toBeGreaterThan(rows)
    expect(await exportsOf()).toMatchObject([{ rows, isComplete: true }, { isComplete: false }])
  })
})
