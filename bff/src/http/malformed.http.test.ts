import { apiBase } from '@xinban/shared/contracts'
import { countRows, dump } from '../../test/database'
import { makeCast, orderBody, orderIn, type Cast } from '../../test/orders'
import { openTestServer, type TestServer } from '../../test/server'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await openTestServer()
  cast = await makeCast(await server.world())
})
afterAll(() => server.close())

const rowsNow = async () =>
  Object.fromEntries(Object.entries(await dump(server.services.db)).map(([table, rows]) => [table, rows.length]))
/** Words of a library would have letters beside the names of fields that were sent. */
const isChinese = (message: string) =>
  /[\u4e00-\u9fff]/.test(message) && !/[A-Za-z]/.test(message.replace(/「.*?」/g, ''))

test.each<[string, () => unknown, string[]]>([
  ['nothing', () => ({}), ['communityCode', 'content', 'kind', 'title']],
  [
    'every field of a wrong type',
    () => ({
      kind: 1,
      communityCode: 2,
      title: 3,
      content: {},
      location: 'x',
      contact: 5,
      urgency: {},
      visibility: null,
    }),
    ['communityCode', 'contact', 'content', 'kind', 'location', 'title', 'urgency', 'visibility'],
  ],
  [
    'everything empty, too long or out of range',
    () => ({
      ...{ kind: '', communityCode: '1', title: '  ', content: '字'.repeat(5001), serviceItemId: 'x' },
      location: { lat: 91, lng: -181 },
      contact: { name: '', phone: '1' },
    }),
    [
      'communityCode',
      'contact.name',
      'contact.phone',
      'content',
      'kind',
      'location.lat',
      'location.lng',
      'serviceItemId',
      'title',
    ],
  ],
  [
    'fields that nobody knows, at every depth',
    () => ({ ...orderBody(cast.world), status: 'graded', ownerId: 'x', contact: { mail: 'x' }, constructor: 1 }),
    ['constructor', 'contact.mail', 'ownerId', 'status'],
  ],
  [
    'null everywhere',
    () => ({ kind: null, communityCode: null, title: null, content: null, onBehalfOf: null }),
    ['communityCode', 'content', 'kind', 'onBehalfOf', 'title'],
  ],
])('orders.place: a body with %s is 422 with every issue in Chinese, and no row is written', async (_, body, paths) => {
  const before = await rowsNow()
  const { errors = [] } = await cast.resident.refused('orders.place', 'invalid', { body: body() })
  expect(errors.map(({ path }) => path).sort()).toEqual(paths)
  expect(errors.filter(({ message }) => !isChinese(message))).toEqual([])
  expect(await rowsNow()).toEqual(before)
})

const address = `${apiBase}/orders`
const json = { 'content-type': 'application/json' }
test.each<[string, string, { body?: string; headers?: Record<string, string> }]>([
  ['malformed_json', 'half an object', { body: '{"kind":', headers: json }],
  ['malformed_json', 'a list', { body: '[]', headers: json }],
  ['malformed_json', 'a bare text', { body: '"issue"', headers: json }],
  ['malformed_json', 'null', { body: 'null', headers: json }],
  [
    'unsupported_media_type',
    'a form',
    { body: 'kind=issue', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  ],
  ['unsupported_media_type', 'plain text', { body: '{}', headers: { 'content-type': 'text/plain' } }],
  ['unsupported_media_type', 'XML', { body: '<kind/>', headers: { 'content-type': 'application/xml' } }],
  ['too_large', 'more than 256 KB', { body: JSON.stringify({ content: 'x'.repeat(270_000) }), headers: json }],
  ['invalid', 'no body at all', {}],
] as const)('orders.place: %s for %s, and no row is written', async (code, _, options) => {
  const before = await rowsNow()
  await cast.resident.sendRefused('POST', address, code as never, options)
  expect(await rowsNow()).toEqual(before)
})

test('an address that does not exist is 404, a method that it does not know 405', async () => {
  await cast.resident.sendRefused('GET', `${apiBase}/nothing`, 'not_found')
  await cast.resident.sendRefused('POST', `${apiBase}/orders/x/y/z`, 'not_found', { body: {} })
  await cast.resident.sendRefused('GET', '/elsewhere', 'not_found')
  const refusal = await cast.resident.sendRefused('PUT', address, 'method_not_allowed', { body: {} })
  expect(refusal.headers.get('allow')).toContain('POST')
  await cast.resident.sendRefused('PATCH', address, 'method_not_allowed')
  const order = await orderIn(cast, 'submitted')
  await cast.resident.sendRefused('DELETE', `${address}/${order.id}`, 'method_not_allowed')
  expect(await countRows(server.services.db, 'orders', 'id = ?', [order.id])).toBe(1)
})

test('parts of an address that are no text are refused in words', async () => {
  for (const part of ['%E0%A4%A', '%00', '..%2f..%2fetc', "1'%20OR%201=1"]) {
    const response = await cast.resident.send('GET', `${address}/${part}`)
    expect([400, 404, 422]).toContain(response.status)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
  }
})

test('every answer forbids sniffing and framing, keeps what is personal out of caches, and carries its id', async () => {
  const answers = [
    await cast.resident.send('GET', `${apiBase}/me`),
    await server.anyone.send('GET', `${apiBase}/site`),
    await server.anyone.send('GET', `${apiBase}/me`),
  ]
  for (const { headers } of answers) {
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  }
  expect(answers.map(({ headers }) => headers.get('cache-control'))).toEqual([
    'private, no-store',
    'no-cache',
    'no-store',
  ])
})

test('healthz and readyz answer without anyone signed in', async () => {
  for (const path of ['/healthz', '/readyz']) {
    const response = await server.anyone.send('GET', path)
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }])
  }
})
