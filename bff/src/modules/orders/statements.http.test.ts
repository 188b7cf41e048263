import { addItem } from '../../../test/catalogue'
import { makeCast, orderBody, type Cast } from '../../../test/orders'
import { openTestServer, type TestServer } from '../../../test/server'
import { statementsOf } from '../../../test/statements'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await openTestServer()
  cast = await makeCast(await server.world())
  // What is kept in memory for a while is there.
  await cast.resident.ok('orders.place', { body: orderBody(cast.world) })
})
afterAll(() => server.close())

const sent = (work: () => Promise<unknown>) => statementsOf(server.services, work)

test('orders.place sends ten statements with its key, and reads nothing back', async () => {
  const all = await sent(() => cast.resident.ok('orders.place', { body: orderBody(cast.world), key: 'once' }))
  expect(all).toHaveLength(10)
  expect(all.at(-1)).toBe('COMMIT')
  const clocks = all.filter((sql) => sql.startsWith('INSERT INTO `order_clocks`'))
  expect(clocks).toHaveLength(1)
})

test('orders.place answers what reads back', async () => {
  const serviceItemId = await addItem(server.services, {
    name: '上门换灯',
    kind: 'issue',
    offeredBy: [cast.world.community],
  })
  const location = { place: '三楼', lat: 34.37, lng: 107.15 }
  const contact = { name: '李四', phone: '13900001111', address: '东街 1 号' }
  const onBehalfOf = { name: '赵玉珍', relation: '邻居', phone: '13900002222', consent: true as const }
  const bodies = [
    { urgency: 'urgent', visibility: 'public' },
    { kind: 'wish', title: '想要一条长椅' },
    { serviceItemId },
    { location, contact, onBehalfOf },
  ] as const
  for (const changes of bodies) {
    const body = orderBody(cast.world, changes)
    const { id, ...placed } = await cast.resident.ok('orders.place', { body })
    expect({ id, ...placed }).toEqual(await cast.resident.ok('orders.show', { params: { id } }))
  }
})

test('orders.place: the same key again answers the first order as it is by then', async () => {
  const call = { body: orderBody(cast.world), key: 'twice' }
  const first = await cast.resident.ok('orders.place', call)
  await cast.community.ok('orders.accept', { params: { id: first.id }, body: {} })
  expect(await cast.resident.ok('orders.place', call)).toMatchObject({ id: first.id, status: 'accepted' })
})

test('orders.counts sends four statements for a community, five for a street', async () => {
  await cast.street.ok('orders.counts')
  expect(await sent(() => cast.community.ok('orders.counts'))).toHaveLength(4)
  expect(await sent(() => cast.street.ok('orders.counts'))).toHaveLength(5)
})
