import { selectRows, updateRows } from '../../db/rows'
import { openTestServer, type TestServer } from '../../../test/server'
import type { World } from '../../../test/world'
import { Org } from '../orgs'
import { Person } from './identity.entity'

let server: TestServer
let world: World
beforeAll(async () => {
  server = await openTestServer()
  world = await server.world()
})
afterAll(() => server.close())

test('me.show: name and phone masked, community named, roles with their orgs', async () => {
  const me = await world.person({
    ...{ name: '欧阳修', phone: '13700001234', communityCode: world.community },
    roles: [
      ['community_staff', world.community],
      ['street_staff', world.street],
    ],
  })
  const answer = await me.ok('me.show')
  expect(answer.person).toEqual({
    ...{ id: me.personId, name: '欧**', phone: '137****1234', isVerified: false, hasPassword: false },
    community: { code: world.community, name: '槐树社区', level: 'community' },
  })
  expect(answer.memberships.map(({ id, role, org }) => [id, role, org.code]).sort()).toEqual(
    [
      [me.membershipIds[0], 'community_staff', world.community],
      [me.membershipIds[1], 'street_staff', world.street],
    ].sort(),
  )
  expect(JSON.stringify(answer)).not.toMatch(/欧阳|13700001234/)
})

test('me.update: changes name and community, each by itself', async () => {
  const me = await world.person({ name: '欧阳修', communityCode: world.community })
  expect((await me.ok('me.update', { body: { name: '苏轼' } })).person).toMatchObject({ name: '苏**' })
  const { person } = await me.ok('me.update', { body: { communityCode: world.far } })
  expect(person).toMatchObject({ name: '苏**', community: { code: world.far } })
})

test('me.update: choosing another community takes the confirmation of the old one away, naming the same does not', async () => {
  const me = await world.person({ phone: '13700005678', communityCode: world.community })
  const { db } = server.services
  const confirmed = { communityConfirmedAt: server.clock.now() }
  await db.unitOfWork((em) => updateRows(em, Person, confirmed, 'id = ?', [me.personId]))
  expect((await me.ok('me.show')).person.isVerified).toBe(true)
  expect((await me.ok('me.update', { body: { communityCode: world.community } })).person.isVerified).toBe(true)
  expect((await me.ok('me.update', { body: { communityCode: world.far } })).person.isVerified).toBe(false)
})

test('me.update: 401, 403 without WeChat, 422 for what is no community or no longer one', async () => {
  const me = await world.person()
  await server.anyone.refused('me.update', 'not_signed_in', { body: {} })
  await me.refused('me.update', 'forbidden', { body: { phoneCode: 'x' } })
  const update = (communityCode: string) => me.refused('me.update', 'invalid', { body: { communityCode } })
  expect((await update('999999999999')).errors).toMatchObject([{ path: 'communityCode', code: 'unknown' }])
  expect((await update(world.street)).errors).toMatchObject([{ path: 'communityCode', code: 'invalid_format' }])
  await server.services.db.unitOfWork((em) =>
    updateRows(em, Org, { validUntil: '2026-11-21' }, 'code = ?', [world.elsewhere.far]),
  )
  expect((await update(world.elsewhere.far)).errors).toMatchObject([{ path: 'communityCode', code: 'unknown' }])
  const [person] = await selectRows(server.services.db.reader, Person, 'WHERE id = ?', [me.personId])
  expect(person?.communityCode).toBeNull()
})
