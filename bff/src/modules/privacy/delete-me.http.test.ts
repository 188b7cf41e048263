import { dump } from '../../../test/database'
import { makeCast, orderBody, orderIn, take, type Cast } from '../../../test/orders'
import { namesOf, storedNames, upload } from '../../../test/pictures'
import { openTestServer, type TestServer } from '../../../test/server'
import { appid } from '../../../test/wechat-stand-in'
import { execute } from '../../db/sql'

const erasedTitle = '（本人已注销，内容已删除）'

const phone = '13700006666'
const secrets = ['欧阳询', phone, '五号楼的水管', '半夜也在漏', '单元门口右手边', '师傅很细心', '我自己写的撤回理由']

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await openTestServer()
  cast = await makeCast(await server.world())
})
afterAll(() => server.close())

const text = async () => JSON.stringify(await dump(server.services.db))
const words = {
  ...{ title: '五号楼的水管', content: '半夜也在漏', location: { place: '单元门口右手边', lat: 34.36, lng: 107.14 } },
  contact: { name: '欧阳询', phone },
}
const someone = () => cast.world.person({ name: '欧阳询' })

test('me.delete: name, phone, words, contact and pictures are gone from every table; what happened stays', async () => {
  const resident = await cast.world.person({ name: '欧阳询', phone })
  const own = { ...cast, resident }
  const [used, unused] = [(await upload(resident)).id, (await upload(resident)).id]
  const rated = await orderIn(own, 'fulfilled', { ...words, attachments: [used] })
  const staffPhoto = (await upload(cast.community)).id
  const worked = await orderIn(own, 'accepted', words)
  await cast.community.ok('orders.fulfil', {
    params: { id: worked.id },
    body: { note: '水管换好了', attachments: [staffPhoto] },
  })
  await resident.ok('orders.rate', { params: { id: rated.id }, body: { stars: 5, comment: '师傅很细心' } })
  const withdrawn = await orderIn(own, 'submitted', words)
  await resident.ok('orders.withdraw', { params: { id: withdrawn.id }, body: { note: '我自己写的撤回理由' } })
  // Names and phones are sealed; the rest has to be there to be deleted.
  const before = await text()
  expect(secrets.slice(2).filter((secret) => !before.includes(secret))).toEqual([])

  await resident.ok('me.delete', { query: {} })

  const after = await text()
  expect(secrets.filter((secret) => after.includes(secret))).toEqual([])
  expect(after).not.toContain(server.services.personalData.phoneHash(phone))
  const tables = await dump(server.services.db)
  expect(tables.order_privates?.filter(({ order_id }) => order_id === rated.id)).toEqual([])
  const seen = await cast.community.ok('orders.show', { params: { id: rated.id } })
  expect(seen).toMatchObject({ no: rated.no, status: 'rated', title: erasedTitle, content: null, contact: null })
  expect(seen).toMatchObject({ point: null, requesterName: null, rating: { stars: 5, comment: null } })
  expect(seen.events.map(({ action }) => action)).toEqual(['place', 'accept', 'fulfil', 'rate'])
  expect(seen.events.flatMap(({ attachments }) => attachments)).toEqual([])
  const kept = await cast.community.ok('orders.show', { params: { id: worked.id } })
  expect(kept.events.find(({ action }) => action === 'fulfil')).toMatchObject({ note: '水管换好了' })
  expect(kept.events.flatMap(({ attachments }) => attachments.map(({ id }) => id))).toEqual([staffPhoto])
  const names = storedNames(server.services)
  expect(names.filter((name) => namesOf(used, unused).includes(name))).toEqual([])
  expect(names).toEqual(expect.arrayContaining(namesOf(staffPhoto)))
  expect(tables.outbox?.filter(({ topic }) => topic === 'person.deleted')).toHaveLength(1)
})

test('me.delete: every session ends at once, and the agreement with it', async () => {
  const resident = await someone()
  await resident.ok('me.delete', { query: {} })
  await resident.refused('me.show', 'not_signed_in')
  await resident.refused('me.delete', 'not_signed_in', { query: {} })
  const { consents = [], persons = [] } = await dump(server.services.db)
  expect(consents.filter(({ person_id }) => person_id === resident.personId)).toMatchObject([
    { withdrawn_at: expect.anything() as unknown },
  ])
  const person = persons.find(({ id }) => id === resident.personId)
  expect(person).toMatchObject({ name_sealed: null, phone_sealed: null, community_code: null })
  expect(person?.deleted_at).not.toBeNull()
})

test('me.delete: what nobody has begun is withdrawn by it, as a fact of its history', async () => {
  const resident = await someone()
  const own = { ...cast, resident }
  const orders = [await orderIn(own, 'submitted'), await orderIn(own, 'accepted'), await orderIn(own, 'declining')]
  expect((await resident.ok('me.stored')).orders).toMatchObject({ withdrawable: 3, inWork: 0 })
  await resident.refused('me.delete', 'wrong_state', { query: { withdraws: 2 } })
  expect((await resident.ok('orders.show', { params: { id: orders[0]?.id ?? '' } })).status).toBe('submitted')
  await resident.ok('me.delete', { query: { withdraws: 3 } })
  for (const { id } of orders) {
    const seen = await cast.street.ok('orders.show', { params: { id } })
    expect([seen.status, seen.title, seen.events.at(-1)?.action]).toEqual(['withdrawn', erasedTitle, 'withdraw'])
  }
})

test('me.delete: 409 while somebody is working on an order, and nothing is lost', async () => {
  const resident = await someone()
  const own = { ...cast, resident }
  const [waiting, worked] = [await orderIn(own, 'submitted'), await orderIn(own, 'in_progress')]
  expect((await resident.ok('me.stored')).orders).toMatchObject({ withdrawable: 1, inWork: 1 })
  const refused = await resident.refused('me.delete', 'wrong_state', { query: {} })
  expect(refused.detail).toContain('有 1 个单正有人在办')
  expect((await resident.ok('orders.show', { params: { id: waiting.id } })).status).toBe('submitted')
  await take(own, worked, ['fulfil'])
  await resident.ok('me.delete', { query: { withdraws: 1 } })
})

test('me.delete: an order that neighbours saw leaves the public list', async () => {
  const resident = await someone()
  const own = { ...cast, resident }
  const order = await orderIn(own, 'accepted', { title: '公开的那件事', visibility: 'public' })
  await cast.community.ok('orders.approve', { params: { id: order.id }, body: {} })
  await take(own, order, ['fulfil'])
  const stranger = await cast.world.person()
  await stranger.ok('orders.show', { params: { id: order.id } })
  await resident.ok('me.delete', { query: {} })
  await stranger.refused('orders.show', 'not_found', { params: { id: order.id } })
})

test('me.delete: what was ordered for someone else is theirs, and goes on', async () => {
  const helper = await cast.world.person({ name: '欧阳询' })
  const onBehalfOf = { name: '赵玉珍', phone: '13700006667', relation: '母女', consent: true as const }
  const order = await helper.ok('orders.place', { body: orderBody(cast.world, { title: '替母亲点的', onBehalfOf }) })
  await helper.ok('me.delete', { query: { withdraws: 0 } })
  const seen = await cast.community.ok('orders.show', { params: { id: order.id } })
  expect(seen).toMatchObject({ status: 'submitted', title: '替母亲点的', onBehalfOf: { name: '赵**' } })
  expect(seen.onBehalfOf?.consent).toMatchObject({ by: null })
})

test('me.delete: other people keep their orders, words and pictures', async () => {
  const neighbour = await cast.world.person({ name: '王小明' })
  const photo = (await upload(neighbour)).id
  const theirs = await orderIn({ ...cast, resident: neighbour }, 'submitted', {
    title: '邻居的单',
    attachments: [photo],
  })
  await (await someone()).ok('me.delete', { query: {} })
  const seen = await neighbour.ok('orders.show', { params: { id: theirs.id } })
  expect(seen).toMatchObject({ title: '邻居的单', status: 'submitted' })
  expect(storedNames(server.services)).toEqual(expect.arrayContaining(namesOf(photo)))
})

test('me.delete: 403 with words for whoever holds a role, until it is revoked', async () => {
  const staff = await cast.world.person({ roles: [['community_staff', cast.world.community]] })
  const refused = await staff.refused('me.delete', 'forbidden', { query: {} })
  expect(refused.detail).toContain('槐树社区')
  const admin = await cast.world.staff('district_admin', cast.world.code)
  await admin.ok('members.revoke', { params: { id: staff.membershipId } })
  await staff.ok('me.delete', { query: {} })
})

test('me.delete: 401, 422', async () => {
  await server.anyone.refused('me.delete', 'not_signed_in', { query: {} })
  const resident = await someone()
  const query = { withdraws: -1 }
  const { errors } = await resident.refused('me.delete', 'invalid', { query })
  expect(errors).toMatchObject([{ path: 'withdraws' }])
  await resident.ok('me.show')
})

test('me.delete: the WeChat account is free again, and the next visit is a new person', async () => {
  const resident = await someone()
  await server.services.db.unitOfWork((em) =>
    execute(em, 'INSERT INTO wechat_identities (appid, openid, person_id, created_at) VALUES (?, ?, ?, ?)', [
      appid,
      'openid-deleted',
      resident.personId,
      server.clock.now(),
    ]),
  )
  await resident.ok('me.delete', { query: {} })
  expect((await dump(server.services.db)).wechat_identities).toEqual([])
})

test('me.delete: more orders than one step takes', async () => {
  const resident = await someone()
  for (let index = 0; index < 205; index++) await resident.ok('orders.place', { body: orderBody(cast.world, words) })
  await resident.ok('me.delete', { query: { withdraws: 205 } })
  const after = await text()
  expect(secrets.filter((secret) => after.includes(secret))).toEqual([])
})
