import { addItem, itemContent } from '../../../test/catalogue'
import { makeCast, orderBody, type Cast } from '../../../test/orders'
import { allPages } from '../../../test/pages'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller } from '../../../test/world'

let server: TestServer
let cast: Cast
let admin: Caller
let made = 0
beforeAll(async () => {
  server = await openTestServer()
  cast = await makeCast(await server.world())
  admin = await cast.world.staff('district_admin', cast.world.code)
})
afterAll(() => server.close())

const item = async () => {
  const name = `事项${(made += 1)}`
  return { name, id: await addItem(server.services, { name, offeredBy: [cast.world.code] }) }
}
const publish = async (id: string, name: string) => {
  const content = itemContent({ name })
  await admin.ok('service-items.save-draft', { params: { id }, body: { content } })
  return admin.ok('service-items.publish', { params: { id } })
}
const placeOne = (serviceItemId: string) =>
  cast.resident.ok('orders.place', { body: orderBody(cast.world, { kind: 'service', serviceItemId }) })

test('orders.place: an order keeps the version it was placed under, and its guide stays readable', async () => {
  const { id, name } = await item()
  const before = await placeOne(id)
  expect(before.serviceItem).toEqual({ id, name, version: 1, isAffair: true })
  await publish(id, `${name}（新）`)
  const after = await placeOne(id)
  expect(after.serviceItem).toEqual({ id, name: `${name}（新）`, version: 2, isAffair: true })
  const kept = await cast.resident.ok('orders.show', { params: { id: before.id } })
  expect(kept.serviceItem).toEqual({ id, name, version: 1, isAffair: true })
  const guide = await server.anyone.ok('service-items.show', { params: { id }, query: { version: 1 } })
  expect(guide).toMatchObject({ name, version: 1, latestVersion: 2, category: '维修' })
})

test('orders.show: an affair is what names the law it rests on', async () => {
  const { guide } = itemContent({})
  const name = '换锁芯'
  const id = await addItem(server.services, {
    ...{ name, offeredBy: [cast.world.code] },
    content: { guide: { ...guide, basis: [] } },
  })
  expect((await placeOne(id)).serviceItem).toEqual({ id, name, version: 1, isAffair: false })
})

test('orders.place: a closed item is refused in words, and its orders go on', async () => {
  const { id, name } = await item()
  const placed = await placeOne(id)
  await admin.ok('service-items.close', { params: { id } })
  const body = orderBody(cast.world, { kind: 'service', serviceItemId: id })
  const { errors } = await cast.resident.refused('orders.place', 'invalid', { body })
  expect(errors).toMatchObject([{ path: 'serviceItemId', code: 'closed' }])
  const accepted = await cast.community.ok('orders.accept', { params: { id: placed.id }, body: {} })
  expect(accepted.serviceItem).toEqual({ id, name, version: 1, isAffair: true })
})

test('orders.place: a draft cannot be ordered', async () => {
  const content = itemContent({ name: '还是草稿' })
  const { id } = await admin.ok('service-items.create', { body: { districtCode: cast.world.code, content } })
  const body = orderBody(cast.world, { kind: 'service', serviceItemId: id })
  const { errors } = await cast.resident.refused('orders.place', 'invalid', { body })
  expect(errors).toMatchObject([{ path: 'serviceItemId', code: 'unknown' }])
})

test('service-items.versions: newest first, page by page', async () => {
  const { id, name } = await item()
  await publish(id, `${name}二`)
  await publish(id, `${name}三`)
  const seen = await allPages((cursor) =>
    server.anyone.ok('service-items.versions', { params: { id }, query: { limit: 2, cursor } }),
  )
  expect(seen.map(({ version, name: said }) => [version, said])).toEqual([
    [3, `${name}三`],
    [2, `${name}二`],
    [1, name],
  ])
})

test('service-items.show: 404 for a version that is not there, 422 for none at all', async () => {
  const { id } = await item()
  await server.anyone.refused('service-items.show', 'not_found', { params: { id }, query: { version: 2 } })
  for (const version of ['0', '1.5', 'x']) {
    await server.anyone.refused('service-items.show', 'invalid', { params: { id }, query: { version } })
  }
})
