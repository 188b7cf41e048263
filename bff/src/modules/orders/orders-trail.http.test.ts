import { countRows, dump } from '../../../test/database'
import { fullMarks, makeCast, orderBody, orderIn, steps, take, type Cast, type StepName } from '../../../test/orders'
import { openTestServer, type TestServer } from '../../../test/server'
import { selectRows } from '../../db/rows'
import { OutboxRow } from '../../outbox/outbox.entity'
import { OrderEventRow, OrderEventText } from './order-event.entity'
import { OrderRow } from './order.entity'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await openTestServer()
  cast = await makeCast(await server.world())
})
beforeEach(() => server.clock.reset())
afterAll(() => server.close())

const reader = () => server.services.db.reader
const eventsOf = (id: string) => selectRows(reader(), OrderEventRow, 'WHERE order_id = ? ORDER BY seq', [id])
const outboxOf = (id: string) =>
  selectRows(reader(), OutboxRow, 'WHERE payload LIKE ? ORDER BY created_at', [`%${id}%`])

test('orders: every transition writes exactly one event, its text and one outbox row, with who, as what and when', async () => {
  const { resident, community, street, world } = cast
  const order = await cast.resident.ok('orders.place', { body: orderBody(world) })
  const names: StepName[] = ['accept', 'dispatch', 'progress', 'fulfil', 'rate', 'rework', 'fulfil', 'grade']
  for (const name of names) {
    server.clock.advance({ hours: 1, ms: 7 })
    const before = [await eventsOf(order.id), await outboxOf(order.id)].map((rows) => rows.length)
    const moved = await take(cast, order, [name])
    const after = [await eventsOf(order.id), await outboxOf(order.id)].map((rows) => rows.length)
    expect(after).toEqual(before.map((count) => count + 1))
    expect(moved.updatedAt).toBe(moved.events.at(-1)?.at)
  }
  const events = await eventsOf(order.id)
  const asStaff = [community.personId, community.membershipId, 'community_staff', world.community]
  const asStreet = [street.personId, street.membershipId, 'street_staff', world.street]
  const asOwner = [resident.personId, null, null, null]
  expect(
    events.map(({ seq, action, actorId, membershipId, actorRole, actorOrgCode }) => [
      ...[seq, action, actorId, membershipId, actorRole, actorOrgCode],
    ]),
  ).toEqual([
    [1, 'place', ...asOwner],
    [2, 'accept', ...asStaff],
    [3, 'dispatch', ...asStaff],
    [4, 'progress', ...asStaff],
    [5, 'fulfil', ...asStaff],
    [6, 'rate', ...asOwner],
    [7, 'rework', ...asStreet],
    [8, 'fulfil', ...asStaff],
    [9, 'grade', ...asStreet],
  ])
  expect(events.map(({ fromStatus, toStatus }) => [fromStatus, toStatus])).toEqual([
    [null, 'submitted'],
    ['submitted', 'accepted'],
    ['accepted', 'in_progress'],
    ['in_progress', 'in_progress'],
    ['in_progress', 'fulfilled'],
    ['fulfilled', 'rated'],
    ['rated', 'rework'],
    ['rework', 'fulfilled'],
    ['fulfilled', 'graded'],
  ])
  expect(events.map(({ at }) => at.toISOString()).at(-1)).toBe('2026-11-22T09:00:00.056Z')
  expect(events.map(({ data }) => data)).toEqual([
    ...[{}, {}, { toCode: world.grid }, {}, {}, { stars: 5, reasons: [950] }, {}, {}, { scores: fullMarks }],
  ])
  expect((await outboxOf(order.id)).map(({ topic, payload }) => [topic, payload])).toEqual(
    [
      'order.placed',
      'order.accepted',
      'order.dispatched',
      'order.progressed',
      'order.fulfilled',
      'order.rated',
      'order.rework-requested',
      'order.fulfilled',
      'order.graded',
    ].map((topic, index) => [
      topic,
      {
        ...{ orderId: order.id, eventId: events[index]?.id, version: index + 1 },
        ...(topic === 'order.accepted' && { dueAt: order.promisedAt }),
      },
    ]),
  )
  const texts = await selectRows(
    reader(),
    OrderEventText,
    'WHERE event_id IN (SELECT id FROM order_events WHERE order_id = ?)',
    [order.id],
  )
  const withText = events.filter(({ id }) => texts.some(({ eventId }) => eventId === id)).map(({ action }) => action)
  expect(withText).toEqual(['dispatch', 'progress', 'fulfil', 'rate', 'rework', 'fulfil', 'grade'])
})

test('orders: events and outbox hold codes and ids alone, nothing that a person wrote', async () => {
  const marker = '只有人才写的话'
  const order = await cast.resident.ok('orders.place', {
    body: orderBody(cast.world, {
      title: marker,
      content: marker,
      location: { place: marker },
      contact: { name: marker },
    }),
  })
  const params = { id: order.id }
  await cast.community.ok('orders.decline', { params, body: { reason: 'incomplete', note: marker } })
  await cast.street.ok('orders.resolve-decline', { params, body: { decision: 'overrule', note: marker } })
  await cast.community.ok('orders.dispatch', { params, body: { toCode: cast.world.grid, note: marker } })
  await cast.community.ok('orders.fulfil', { params, body: { note: marker } })
  await cast.resident.ok('orders.rate', { params, body: { stars: 5, comment: marker } })
  const { order_events: events, outbox, order_event_texts: texts } = await dump(server.services.db)
  expect(JSON.stringify(texts)).toContain(marker)
  for (const table of [events, outbox]) {
    expect(table?.length).toBeGreaterThan(5)
    expect(JSON.stringify(table)).not.toMatch(/[\u4e00-\u9fff]/)
  }
})

test('orders.show: when what was written is deleted, the fact stays', async () => {
  const order = await orderIn(cast, 'rated')
  await server.services.db.unitOfWork(async (em) => {
    await em.query('DELETE FROM order_event_texts WHERE event_id IN (SELECT id FROM order_events WHERE order_id = ?)', [
      order.id,
    ])
    await em.query('DELETE FROM order_privates WHERE order_id = ?', [order.id])
  })
  const left = await cast.resident.ok('orders.show', { params: { id: order.id } })
  expect(left).toMatchObject({ content: null, contact: null, rating: { stars: 5, comment: null } })
  expect(left.events).toHaveLength(4)
})

describe('when one of the rows of a transition cannot be written, none of it stays', () => {
  const away = async (table: string, work: () => Promise<unknown>) => {
    const { schemaSource } = server.services.db
    await schemaSource.query(`ALTER TABLE ${table} RENAME TO ${table}_away`)
    try {
      await work()
    } finally {
      await schemaSource.query(`ALTER TABLE ${table}_away RENAME TO ${table}`)
    }
  }
  const tables = ['orders', 'order_privates', 'order_events', 'order_event_texts', 'outbox', 'idempotency_keys']
  const count = () => Promise.all(tables.map((table) => countRows(server.services.db, table)))

  test.each(['outbox', 'order_events', 'order_privates'])('orders.place: without %s', async (table) => {
    const before = await count()
    const call = { body: orderBody(cast.world), key: `away-${table}` }
    await away(table, () => cast.resident.refused('orders.place', 'internal', call))
    expect(await count()).toEqual(before)
    await cast.resident.ok('orders.place', call)
  })

  test.each(['outbox', 'order_events', 'order_event_texts'])('orders.fulfil: without %s', async (table) => {
    const order = await orderIn(cast, 'accepted')
    const before = await count()
    const row = () => selectRows(reader(), OrderRow, 'WHERE id = ?', [order.id])
    const unmoved = await row()
    const call = { params: { id: order.id }, body: { note: '换好了' }, key: `away-${table}` }
    await away(table, () => cast.community.refused('orders.fulfil', 'internal', call))
    expect(await count()).toEqual(before)
    expect(await row()).toEqual(unmoved)
    await steps.fulfil(cast, order)
  })
})
