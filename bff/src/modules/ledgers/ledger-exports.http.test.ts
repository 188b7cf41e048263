import http from 'node:http'
import { once } from 'node:events'
import readXlsxFile from 'read-excel-file/node'
import { ledgerFormats, ledgerNames, ledgers, type LedgerFormat } from '@xinban/shared/domain'
import { copyOrders } from '../../../test/copies'
import { countRows } from '../../../test/database'
import { makeCast, orderIn, type Cast } from '../../../test/orders'
import { openTestServer, serve, type TestServer } from '../../../test/server'
import { Caller } from '../../../test/world'
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

const params = { name: 'orders' } as const
const link = (caller: Caller, format: LedgerFormat = 'csv', key?: string) =>
  caller.ok('ledgers.link', { params, body: { format }, ...(key !== undefined && { key }) })
const fetched = (url: string) => server.anyone.send('GET', url)
const exportsOf = (caller: Caller) =>
  countRows(server.services.db, 'ledger_exports', 'person_id = ?', [caller.personId])

describe('ledgers.link', () => {
  test('the same key gives the same export, recorded once; with another body it is refused', async () => {
    const first = await link(cast.street, 'csv', 'ask-once')
    server.clock.advance({ minutes: 3 })
    expect(await link(cast.street, 'csv', 'ask-once')).toEqual(first)
    expect(await exportsOf(cast.street)).toBe(1)
    const another = { params, body: { format: 'xlsx' }, key: 'ask-once' }
    await cast.street.refused('ledgers.link', 'idempotency_key_reused', another)
    // A key belongs to a person, and so does what it stands for.
    expect((await link(cast.community, 'csv', 'ask-once')).id).not.toBe(first.id)
    expect((await link(cast.street, 'csv', 'ask-again')).id).not.toBe(first.id)
    expect(await exportsOf(cast.street)).toBe(2)
  })

  test('what is not theirs, unknown or no filter is refused, and nothing is recorded', async () => {
    const { street, world } = cast
    const body = (changes: object) => ({ params, body: { format: 'csv', ...changes } })
    await server.anyone.refused('ledgers.link', 'not_signed_in', body({}))
    await cast.resident.refused('ledgers.link', 'forbidden', body({}))
    await street.refused('ledgers.link', 'forbidden', body({ org: world.otherStreet }))
    await street.refused('ledgers.link', 'forbidden', body({ membershipId: cast.community.membershipId }))
    await street.refused('ledgers.link', 'not_found', body({ org: '999999' }))
    await street.refused('ledgers.link', 'not_found', body({ org: world.grid }))
    const invalid: Record<string, object> = {
      ...{ from: { from: '2026-13-01' }, to: { from: '2026-11-02', to: '2026-11-01' }, state: { state: 'lost' } },
      ...{ kind: { kind: 'accept' }, format: { format: 'pdf' }, org: { org: '42' }, rows: { rows: 5 } },
    }
    for (const [path, changes] of Object.entries(invalid)) {
      const { errors } = await street.refused('ledgers.link', 'invalid', body(changes))
      expect(errors?.map((error) => error.path)).toEqual([path])
    }
    await street.refused('ledgers.link', 'invalid', { ...body({}), params: { name: 'secrets' } })
    expect(await exportsOf(street)).toBe(0)
  })
})

describe('ledger-exports.list', () => {
  test('is for the auditor and the district, page by page, the newest first', async () => {
    const { world } = cast
    const ids: string[] = []
    for (let count = 0; count < 3; count++) {
      ids.unshift((await link(cast.street)).id)
      server.clock.advance({ minutes: 1 })
    }
    const auditor = await world.staff('auditor', world.code)
    const first = await auditor.ok('ledger-exports.list', { query: { limit: 2 } })
    const second = await auditor.ok('ledger-exports.list', { query: { limit: 2, cursor: first.nextCursor ?? '' } })
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids)
    expect(second.nextCursor).toBeNull()
    const district = await world.staff('district_admin', world.code)
    expect((await district.ok('ledger-exports.list')).items).toHaveLength(3)
    for (const nobody of [cast.resident, cast.gridWorker, cast.community, cast.street]) {
      await nobody.refused('ledger-exports.list', 'forbidden')
    }
    await auditor.refused('ledger-exports.list', 'forbidden', { query: { membershipId: cast.street.membershipId } })
    await auditor.refused('ledger-exports.list', 'malformed_request', { query: { cursor: '!!' } })
    await auditor.refused('ledger-exports.list', 'invalid', { query: { limit: 0 } })
  })
})

/** A download whose bytes nobody takes, so that it goes on until it is given up. */
async function held(url: string) {
  const request = http.get(server.url + url)
  const [response] = (await once(request, 'response')) as [http.IncomingMessage]
  expect(response.statusCode).toBe(200)
  return response
}

test('ledgers.csv: two downloads at a time for one person, six for all, then 429 until one is over', async () => {
  const order = await orderIn(cast, 'submitted', { title: '楼道灯不亮'.repeat(12) })
  await copyOrders(server, order, 20_000)
  const { world } = cast
  const others = [await world.staff('street_staff', world.street), await world.staff('auditor', world.code)]
  const urlOf = async (caller: Caller) => (await link(caller)).url
  const own = [await held(await urlOf(cast.street)), await held(await urlOf(cast.street))]
  const refusal = await server.anyone.sendRefused('GET', await urlOf(cast.street), 'too_many_requests')
  expect(refusal.headers.get('retry-after')).toBe('10')
  const rest = []
  for (const other of [...others, ...others]) rest.push(await held(await urlOf(other)))
  const late = await urlOf(cast.community)
  await server.anyone.sendRefused('GET', late, 'too_many_requests')
  own[0]?.destroy()
  // Its place is free as soon as the server has seen that nobody takes the bytes any more.
  let response = await fetched(late)
  while (response.status === 429) {
    await response.text()
    response = await fetched(late)
  }
  expect(response.status).toBe(200)
  expect((await response.text()).split('\r\n')).toHaveLength(20_000 + 3)
  for (const download of [...own, ...rest]) download.destroy()
})

test.each(ledgerNames)('%s: a demo says in each file and its name that all of it is made up', async (name) => {
  const { services } = server
  const demo = await serve({ ...services, env: { ...services.env, isDemo: true } })
  const staff = new Caller(demo.url, cast.street.token ?? '', cast.street.personId, [], services)
  const files: Partial<Record<LedgerFormat, Buffer>> = {}
  for (const format of ledgerFormats) {
    const { url, fileName } = await staff.ok('ledgers.link', { params: { name }, body: { format } })
    expect(fileName).toMatch(new RegExp(`^演示数据-${ledgers[name].word}-.*\\.${format}$`))
    files[format] = Buffer.from(await (await demo.anyone.send('GET', url)).arrayBuffer())
  }
  await demo.stopListening()
  const [, notes] = await readXlsxFile(files.xlsx ?? Buffer.alloc(0))
  expect(notes?.data[0]).toEqual(['演示数据', expect.stringContaining('编的')])
  const lines = (files.csv ?? Buffer.alloc(0)).toString('utf8').split('\r\n')
  expect(lines.at(-2)).toMatch(/^演示数据：人、单和评价都是编的，不能当作真实情况使用,+$/)
  expect(new Set(lines.slice(0, -1).map((line) => line.split(',').length)).size).toBe(1)
})

test('ledgers.xlsx: what begins like a formula comes back as text', async () => {
  const titles = ['=1+1', '+86', '-2', '@SUM(A1)', '=HYPERLINK("http://evil.example";"看")']
  for (const title of titles) await orderIn(cast, 'submitted', { title })
  const sheet = await readXlsxFile(
    Buffer.from(await (await fetched((await link(cast.street, 'xlsx')).url)).arrayBuffer()),
  )
  const shown = sheet[0]?.data.slice(1).map((line) => line[1])
  expect(shown?.sort()).toEqual(titles.map((title) => `'${title}`).sort())
  for (const cell of shown ?? []) expect(typeof cell).toBe('string')
})

test('ledgers.csv, ledgers.xlsx: 404 for a link that is none of ours, 422 for half of one', async () => {
  for (const name of ['ledgers.csv', 'ledgers.xlsx'] as const) {
    const query = { id: newId(server.clock.now()), expires: '9999999999', signature: 'x' }
    await server.anyone.refused(name, 'not_found', { params, query })
    await server.anyone.refused(name, 'invalid', { params, query: { id: query.id } })
    await server.anyone.refused(name, 'invalid', { params: { name: 'secrets' }, query })
  }
})
