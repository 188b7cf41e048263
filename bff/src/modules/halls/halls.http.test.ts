import { addItem } from '../../../test/catalogue'
import { addHall, addItemTo, monday } from '../../../test/halls'
import { upload } from '../../../test/pictures'
import { allPages } from '../../../test/pages'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller, World } from '../../../test/world'

let server: TestServer
let world: World
let street: Caller
beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.reset()
  world = await server.world()
  street = await world.staff('street_staff', world.street)
})
afterAll(() => server.close())

const content = (name = '东街便民服务中心') => ({
  ...{
    name,
    address: '东街 1 号',
    directions: '一楼',
    phones: ['0917-3210000'],
    windows: [{ no: 1, name: '综合窗口' }],
  },
  point: { lat: 34.36, lng: 107.14 },
})
let far = 0

test('halls.list: of an org and below it, page by page, with today’s load', async () => {
  const ids: string[] = []
  for (const orgCode of [world.street, world.community, world.neighbour, world.far]) {
    ids.push((await addHall(server.services, { orgCode })).hallId)
  }
  const list = (org: string) =>
    allPages((cursor) => server.anyone.ok('halls.list', { query: { org, limit: 1, cursor } }))
  expect((await list(world.code)).map(({ id }) => id).sort()).toEqual([...ids].sort())
  expect((await list(world.street)).length).toBe(3)
  const [own] = await list(world.community)
  expect(own).toMatchObject({
    today: { isOpen: false, hours: [], load: 'closed', booked: 0, waiting: 0 },
    distanceMetres: null,
  })
  await server.anyone.refused('halls.list', 'not_found', { query: { org: '999999' } })
  await server.anyone.refused('halls.list', 'invalid', { query: {} })
})

test('halls.list: nearest first, and by item in everyday words', async () => {
  const base = 20 + (far += 1) / 5
  const near = await addHall(server.services, { orgCode: world.community, point: { lat: base + 0.03, lng: 107.14 } })
  const nearer = await addHall(server.services, { orgCode: world.street, point: { lat: base + 0.001, lng: 107.14 } })
  const query = { near: `${base},107.14`, limit: 1 }
  const found = await allPages((cursor) => server.anyone.ok('halls.list', { query: { ...query, cursor } }))
  expect(found.map(({ id }) => id)).toEqual([nearer.hallId, near.hallId])
  expect(found[0]?.distanceMetres).toBe(111)
  const byItem = await server.anyone.ok('halls.list', { query: { org: world.code, itemId: near.itemId } })
  expect(byItem.items.map(({ id }) => id)).toEqual([near.hallId])
  expect((await server.anyone.ok('halls.list', { query: { org: world.code, q: '社保卡' } })).items.length).toBe(2)
})

test('halls.list: everyday words find items by the position alone, and with an org too', async () => {
  const base = 45 + (far += 1) / 5
  const point = { lat: base, lng: 107.14 }
  const ours = await addHall(server.services, { orgCode: world.community, point })
  await addHall(server.services, { orgCode: world.community, point })
  const card = await addItem(server.services, {
    ...{ name: '居民身份证补领换领', offeredBy: [world.community], everydayWords: ['补办身份证'] },
  })
  await server.services.db.unitOfWork((em) => addItemTo(em, ours.hallId, card))
  const ask = async (query: object) => (await server.anyone.ok('halls.list', { query })).items.map(({ id }) => id)
  const near = `${base},107.14`
  expect(await ask({ near, q: '补办身份证' })).toEqual([ours.hallId])
  expect(await ask({ near, org: world.community, q: '补办身份证' })).toEqual([ours.hallId])
  expect(await ask({ near, q: '坐飞机去月球' })).toEqual([])
  expect(await ask({ near: '50.1,80.1', q: '补办身份证' })).toEqual([])
})

test('halls.show: the card, with the next free time of each item; the code of the day for the counter alone', async () => {
  const { hallId, itemId } = await addHall(server.services, { orgCode: world.community })
  const resident = await world.person()
  await resident.ok('bookings.create', { body: { hallId, itemId, start: monday('09:00') } })
  const card = await server.anyone.ok('halls.show', { params: { id: hallId } })
  expect(card).toMatchObject({
    checkInCode: null,
    allowedActions: [],
    items: [{ id: itemId, nextFree: monday('09:30'), capacity: 1, scope: 'own' }],
  })
  const staff = await world.staff('community_staff', world.community)
  const own = await staff.ok('halls.show', { params: { id: hallId } })
  expect(own.checkInCode).toMatch(/^\d{6}$/)
  expect(own.allowedActions).toEqual(['update', 'edit-schedule', 'close', 'serve'])
  expect((await street.ok('halls.show', { params: { id: hallId } })).allowedActions).toEqual([
    'update',
    'edit-schedule',
    'close',
  ])
  await server.anyone.refused('halls.show', 'not_found', { params: { id: itemId } })
})

test('halls.slots: a week is left to the grid and the counters; bad ranges are 422', async () => {
  const { hallId, itemId } = await addHall(server.services, { orgCode: world.community })
  const ask = (from: string, to: string) => ({ params: { id: hallId }, query: { itemId, from, to } })
  const { items, bookableThrough } = await server.anyone.ok('halls.slots', ask('2026-11-22', '2026-11-28'))
  expect([items.length, items[0]?.start, bookableThrough]).toEqual([70, monday('09:00'), '2026-12-06'])
  await server.anyone.refused('halls.slots', 'invalid', ask('2026-11-28', '2026-11-22'))
  await server.anyone.refused('halls.slots', 'invalid', ask('2026-11-22', '2026-12-30'))
  await server.anyone.refused('halls.slots', 'invalid', ask('2026-02-30', '2026-03-01'))
  await server.anyone.refused('halls.slots', 'not_found', {
    params: { id: itemId },
    query: { itemId, from: '2026-11-23', to: '2026-11-23' },
  })
  const late = await server.anyone.ok('halls.slots', ask('2027-03-01', '2027-03-02'))
  expect(late).toMatchObject({ items: [], isCalendarKnown: false })
})

test('halls.items: what can be done where, by everyday words and page by page', async () => {
  const { itemId, hallId } = await addHall(server.services, { orgCode: world.community, items: 2 })
  const all = await allPages((cursor) =>
    server.anyone.ok('halls.items', { query: { org: world.street, limit: 1, cursor } }),
  )
  expect(all.length).toBe(2)
  expect(all.find(({ item }) => item.id === itemId)?.halls).toMatchObject([{ id: hallId, scope: 'own' }])
  expect((await server.anyone.ok('halls.items', { query: { org: world.far } })).items).toEqual([])
})

test('halls.create and update: 401, 403, 409, 412, 422', async () => {
  const body = { orgCode: world.community, ...content() }
  const hall = await street.ok('halls.create', { body })
  expect(hall).toMatchObject({ name: body.name, items: [], org: { code: world.community }, version: 1 })
  await street.refused('halls.create', 'already_exists', { body })
  await server.anyone.refused('halls.create', 'not_signed_in', { body })
  await (await world.person()).refused('halls.create', 'forbidden', { body })
  await (await world.staff('community_staff', world.neighbour)).refused('halls.create', 'forbidden', { body })
  await street.refused('halls.create', 'invalid', { body: { ...body, orgCode: world.grid } })
  await street.refused('halls.create', 'invalid', { body: { ...body, phones: [] } })
  await street.refused('halls.create', 'invalid', {
    body: { ...body, windows: [1, 1].map((no) => ({ no, name: '窗口' })) },
  })
  const change = { params: { id: hall.id }, body: { ...content('新名字'), directions: undefined } }
  await street.refused('halls.update', 'version_mismatch', { ...change, ifMatch: '"5"' })
  expect(await street.ok('halls.update', { ...change, ifMatch: '"1"' })).toMatchObject({
    name: '新名字',
    version: 2,
    directions: null,
  })
  await street.refused('halls.update', 'not_found', {
    ...change,
    params: { id: '01a201f6-9be3-742d-9ab4-5254c5165f67' },
  })
})

test('halls.create and update: pictures of the card are seen by everyone, kept, taken off and limited', async () => {
  const staff = await world.staff('community_staff', world.community)
  const [first, second] = [await upload(staff), await upload(staff)]
  const body = { orgCode: world.community, ...content('有照片的大厅'), attachments: [first.id] }
  const { id } = await staff.ok('halls.create', { body })
  const params = { id }
  const shown = async () => (await server.anyone.ok('halls.show', { params })).pictures.map((picture) => picture.id)
  expect(await shown()).toEqual([first.id])
  server.clock.advance({ ms: 1 })
  const change = { ...content('有照片的大厅'), attachments: [second.id] }
  await street.refused('halls.update', 'invalid', { params, body: change })
  await staff.ok('halls.update', { params, body: change })
  expect(await shown()).toEqual([first.id, second.id])
  await street.ok('halls.update', { params, body: { ...content('有照片的大厅'), keptPictures: [second.id] } })
  expect(await shown()).toEqual([second.id])
  expect(await server.services.fileStore.open(first.id, 'full')).toBeUndefined()
  const many: string[] = []
  for (let n = 0; n < 6; n++) many.push((await upload(staff)).id)
  await staff.refused('halls.update', 'invalid', { params, body: { ...content('有照片的大厅'), attachments: many } })
  expect(await shown()).toEqual([second.id])
})
