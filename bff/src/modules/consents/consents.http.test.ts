import { privacyNoticeVersion as noticeVersion } from '@xinban/shared/domain'
import { countRows } from '../../../test/database'
import { orderBody } from '../../../test/orders'
import { openTestServer, type TestServer } from '../../../test/server'
import { execute } from '../../db/sql'
import type { Caller, World } from '../../../test/world'

let server: TestServer
let world: World
beforeAll(async () => {
  server = await openTestServer()
  world = await server.world()
})
afterAll(() => server.close())

const body = { kind: 'personal_data', noticeVersion } as const
const params = { kind: 'personal_data' } as const

test('consents.give, consents.withdraw: what was agreed to, when, and when it was taken back', async () => {
  const person = await world.person({ hasAgreed: false })
  expect(await person.ok('consents.list')).toEqual({ noticeVersion, items: [] })
  const given = await person.ok('consents.give', { body })
  expect(given.items).toMatchObject([{ ...body, withdrawnAt: null }])
  server.clock.advance({ minutes: 1 })
  expect((await person.ok('consents.withdraw', { params })).items[0]?.withdrawnAt).not.toBeNull()
  server.clock.advance({ minutes: 1 })
  const again = await person.ok('consents.give', { body })
  expect(again.items.map(({ withdrawnAt }) => withdrawnAt === null)).toEqual([true, false])
  expect((await world.person({ hasAgreed: false }).then((other) => other.ok('consents.list'))).items).toEqual([])
})

test('consents.give: 401, 409 a second time, 422 for words that no longer hold', async () => {
  const person = await world.person({ hasAgreed: false })
  await server.anyone.refused('consents.give', 'not_signed_in', { body })
  const old = { ...body, noticeVersion: '2020-01-01' }
  const { errors } = await person.refused('consents.give', 'invalid', { body: old })
  expect(errors).toMatchObject([{ path: 'noticeVersion', code: 'outdated' }])
  await person.refused('consents.give', 'invalid', { body: { ...body, kind: 'all' } })
  await person.ok('consents.give', { body })
  await person.refused('consents.give', 'already_exists', { body })
})

test('consents.withdraw: 401, 404 without any, 422', async () => {
  const person = await world.person({ hasAgreed: false })
  await server.anyone.refused('consents.withdraw', 'not_signed_in', { params })
  await person.refused('consents.withdraw', 'not_found', { params })
  await person.refused('consents.withdraw', 'invalid', { params: { kind: 'all' } })
})

const placeAs = (person: Caller) => person.ok('orders.place', { body: orderBody(world) })
const refuse = (person: Caller) => person.refused('orders.place', 'consent_needed', { body: orderBody(world) })

test('orders.place: 403 consent_needed until the person agreed, and nothing is written', async () => {
  const person = await world.person({ hasAgreed: false })
  const before = await countRows(server.services.db, 'orders')
  expect((await refuse(person)).detail).toContain('已填的内容会留着')
  expect(await countRows(server.services.db, 'orders')).toBe(before)
  await person.ok('consents.give', { body })
  await placeAs(person)
})

test('orders.place: the same request goes through after the agreement, once', async () => {
  const person = await world.person({ hasAgreed: false })
  const request = { body: orderBody(world), key: 'asked-to-agree' }
  await person.refused('orders.place', 'consent_needed', request)
  await person.ok('consents.give', { body })
  const placed = await person.ok('orders.place', request)
  expect((await person.ok('orders.place', request)).id).toBe(placed.id)
})

test('orders.place: refused after the agreement was taken back, and taken again after another one', async () => {
  const person = await world.person()
  await placeAs(person)
  await person.ok('consents.withdraw', { params })
  await refuse(person)
  await person.ok('consents.give', { body })
  await placeAs(person)
})

test('orders.place: an agreement to older words is none', async () => {
  const person = await world.person()
  await server.services.db.unitOfWork((em) =>
    execute(em, "UPDATE consents SET notice_version = '2020-01-01' WHERE person_id = ?", [person.personId]),
  )
  await refuse(person)
  await person.ok('consents.give', { body })
  await placeAs(person)
})

test('orders.place: what is wrong with the order is said before anyone is asked to agree', async () => {
  const person = await world.person({ hasAgreed: false })
  await person.refused('orders.place', 'invalid', { body: orderBody(world, { title: '' }) })
  await person.refused('orders.place', 'invalid', { body: orderBody(world, { communityCode: '999999999999' }) })
})

test('orders.place on behalf: who helps a neighbour has agreed, staff do it by their role and for nobody else', async () => {
  const onBehalfOf = { name: '赵玉珍', relation: '邻居', consent: true as const }
  const forAnother = () => orderBody(world, { onBehalfOf })
  const neighbour = await world.person({ hasAgreed: false })
  await neighbour.refused('orders.place', 'consent_needed', { body: forAnother() })
  const staff = await world.person({ hasAgreed: false, roles: [['community_staff', world.community]] })
  await staff.ok('orders.place', { body: forAnother() })
  await refuse(staff)
  const elsewhere = await world.person({ hasAgreed: false, roles: [['community_staff', world.neighbour]] })
  await elsewhere.refused('orders.place', 'consent_needed', { body: forAnother() })
})
