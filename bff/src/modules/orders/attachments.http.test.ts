import { countRows } from '../../../test/database'
import { makeCast, orderBody, orderIn, steps, type Cast } from '../../../test/orders'
import { formOf, jpeg, look, png, signedParts, upload } from '../../../test/pictures'
import { openTestServer, type TestServer } from '../../../test/server'

let server: TestServer
let cast: Cast
let photo: Buffer
beforeAll(async () => {
  server = await openTestServer({ XINBAN_UPLOADS_PER_MINUTE: '1000' })
  cast = await makeCast(await server.world())
  photo = await jpeg({ width: 16, height: 12 })
})
afterAll(() => server.close())

const place = (attachments: string[]) => ({ body: { ...orderBody(cast.world), attachments } })
const someUploads = (client = cast.resident, count = 1) =>
  Promise.all(Array.from({ length: count }, async () => (await upload(client, photo)).id))
const isFree = async (id: string) =>
  (await countRows(server.services.db, 'files', 'id = ? AND attached_at IS NULL AND order_id IS NULL', [id])) === 1
const ordersOfResident = () => countRows(server.services.db, 'orders', 'placed_by_id = ?', [cast.resident.personId])

test('pictures are placed, reported and fulfilled with an order, and shown in the order in which they were given', async () => {
  const { resident, community } = cast
  const placed = (await someUploads(resident, 9)).reverse()
  const { id } = await resident.ok('orders.place', place(placed))
  const params = { id }
  await steps.accept(cast, params)
  const reported = await someUploads(community, 2)
  await community.ok('orders.progress', { params, body: { note: '看过了', attachments: reported } })
  const after = (await community.ok('files.upload', { raw: formOf(await png()) })).id
  await community.ok('orders.fulfil', { params, body: { note: '修好了', attachments: [after] } })

  for (const reader of [resident, community, cast.street]) {
    const { events } = await reader.ok('orders.show', { params })
    expect(events.map(({ action, attachments }) => [action, attachments.map((file) => file.id)])).toEqual([
      ['place', placed],
      ['accept', []],
      ['progress', reported],
      ['fulfil', [after]],
    ])
    expect(events.at(-1)?.attachments[0]?.mime).toBe('image/png')
    for (const { url, thumbnailUrl } of events.flatMap(({ attachments }) => attachments)) {
      // As `<img>` does: without a session.
      expect((await look(server.anyone, url)).length).toBeGreaterThan(0)
      expect((await look(server.anyone, thumbnailUrl)).length).toBeGreaterThan(0)
    }
  }
})

test('who may not see the order gets no URL of its pictures', async () => {
  const [file = ''] = await someUploads()
  const { id } = await cast.resident.ok('orders.place', place([file]))
  for (const stranger of [
    await cast.world.person(),
    await cast.world.staff('community_staff', cast.world.neighbour),
    await cast.world.staff('unit_staff', cast.world.unit),
    await cast.world.staff('district_admin', cast.world.elsewhere.code),
  ]) {
    await stranger.refused('orders.show', 'not_found', { params: { id } })
    await stranger.refused('files.discard', 'not_found', { params: { id: file } })
    const { query } = signedParts((await upload(stranger, photo)).url)
    await stranger.refused('files.show', 'not_found', { params: { id: file }, query })
  }
})

test('whoever loses sight of an order gets no fresh URL', async () => {
  const { resident, community, street, world } = cast
  const [file = ''] = await someUploads()
  const { id } = await resident.ok('orders.place', place([file]))
  const params = { id }
  expect((await community.ok('orders.show', { params })).events[0]?.attachments).toHaveLength(1)
  await steps.decline(cast, params)
  await street.ok('orders.resolve-decline', {
    params,
    body: { decision: 'redirect', toCode: world.neighbour, note: '转给邻社区' },
  })
  await community.refused('orders.show', 'not_found', { params })
})

describe('an upload is usable by its uploader alone, once', () => {
  const absent = '01900000-0000-7000-8000-000000000000'
  const unusable: [string, (own: string) => Promise<string>][] = [
    ['an id that never was', () => Promise.resolve(absent)],
    ['the upload of another person', async () => (await upload(cast.community, photo)).id],
    [
      'one that another order has',
      async () => {
        const [file = ''] = await someUploads()
        await cast.resident.ok('orders.place', place([file]))
        return file
      },
    ],
    [
      'one that was discarded',
      async () => {
        const [file = ''] = await someUploads()
        await cast.resident.ok('files.discard', { params: { id: file } })
        return file
      },
    ],
  ]
  test.each(unusable)('%s is refused by its position, and nothing is written', async (_, make) => {
    const [own = ''] = await someUploads()
    const other = await make(own)
    const before = await ordersOfResident()
    const refusal = await cast.resident.refused('orders.place', 'invalid', place([own, other]))
    expect(refusal.errors).toEqual([
      {
        path: 'attachments.1',
        code: 'unusable',
        message: '第 2 张图片已失效或已用过，请删除后重新上传',
      },
    ])
    expect(await ordersOfResident()).toBe(before)
    expect(await isFree(own)).toBe(true)
    await cast.resident.ok('orders.place', place([own]))
  })

  test('what an order has taken cannot be discarded', async () => {
    const [file = ''] = await someUploads()
    await cast.resident.ok('orders.place', place([file]))
    await cast.resident.refused('files.discard', 'wrong_state', { params: { id: file } })
  })

  test('a refused action leaves the upload free', async () => {
    const { id } = await orderIn(cast, 'submitted')
    const params = { id }
    const [file = ''] = await someUploads(cast.community)
    const body = { note: '还没接单就办', attachments: [file] }
    await cast.community.refused('orders.progress', 'wrong_state', { params, body })
    expect(await isFree(file)).toBe(true)
    const [ofResident = ''] = await someUploads()
    await cast.resident.refused('orders.progress', 'forbidden', {
      params,
      body: { ...body, attachments: [ofResident] },
    })
    expect(await isFree(ofResident)).toBe(true)
  })

  test('of two orders that want the same picture at once, one gets it', async () => {
    for (let round = 1; round <= 5; round++) {
      const shared = await someUploads(cast.resident, 3)
      const before = await ordersOfResident()
      const replies = await Promise.all(
        [shared, shared.toReversed()].map((ids) => cast.resident.call('orders.place', place(ids))),
      )
      expect(replies.map(({ status }) => status).sort()).toEqual([201, 422])
      expect(await ordersOfResident()).toBe(before + 1)
      const winner = replies.find((reply) => reply.isOk)
      const taken = winner?.isOk === true ? (winner.answer.events[0]?.attachments ?? []) : []
      expect(taken.map((file) => file.id).sort()).toEqual([...shared].sort())
    }
  })

  test('the same Idempotency-Key gives the same order with its pictures', async () => {
    const ids = await someUploads()
    const first = await cast.resident.ok('orders.place', { ...place(ids), key: 'with-picture' })
    const again = await cast.resident.ok('orders.place', { ...place(ids), key: 'with-picture' })
    expect(again.id).toBe(first.id)
    expect(again.events[0]?.attachments.map((file) => file.id)).toEqual(ids)
  })
})

test.each([
  ['ten of them', (ids: string[]) => ids, '图片最多 9 项'],
  ['the same twice', ([id = '']: string[]) => [id, id], '同一张图片只需添加一次，请去掉重复的'],
  ['what is no id', () => ['../../etc/passwd'], '图片的格式不对，请检查'],
])('attachments: %s is refused', async (_, choose, words) => {
  const ids = choose(await someUploads(await cast.world.person(), 10))
  const { errors } = await cast.resident.refused('orders.place', 'invalid', { body: place(ids).body })
  expect(errors?.map((error) => error.message)).toEqual([words])
})

test('orders.show: the number of queries does not grow with pictures and events', async () => {
  const { db } = server.services
  const queriesFor = async (id: string) => {
    const spy = jest.spyOn(db.reader.connection.logger, 'logQuery')
    await cast.community.ok('orders.show', { params: { id } })
    const count = spy.mock.calls.length
    spy.mockRestore()
    return count
  }
  const few = await cast.resident.ok('orders.place', place(await someUploads(cast.resident, 1)))
  const many = await cast.resident.ok('orders.place', place(await someUploads(cast.resident, 9)))
  const params = { id: many.id }
  await steps.accept(cast, params)
  for (let number = 1; number <= 3; number++) {
    const attachments = await someUploads(cast.community, 3)
    await cast.community.ok('orders.progress', { params, body: { note: '进展', attachments } })
  }
  const counted = await queriesFor(few.id)
  expect(counted).toBeGreaterThan(3)
  expect(await queriesFor(many.id)).toBe(counted)
})
