import { countRows } from '../../../test/database'
import { openTestServer, type TestServer } from '../../../test/server'
import { allPages } from '../../../test/pages'
import type { Caller, World } from '../../../test/world'
import { addMember } from '../identity'

let server: TestServer
let world: World
let district: Caller
let street: Caller
beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.reset()
  world = await server.world()
  district = await world.staff('district_admin', world.code)
  street = await world.staff('street_staff', world.street)
})
afterAll(() => server.close())

let phones = 13_900_000_000
const newPhone = () => String((phones += 1))
const contactAt = (orgCode: string, phone: string) => ({ body: { phone, role: 'unit_staff' as const, orgCode } })

test('members.overview: what one may give, and how many people work below, each with everything under it', async () => {
  await world.staff('community_staff', world.community)
  await world.staff('grid_worker', world.grid)
  await world.staff('unit_staff', world.streetUnit)
  const seen = await street.ok('members.overview', { query: { orgCode: world.street } })
  expect(seen.org.code).toBe(world.street)
  expect(seen.grantableRoles).toEqual([])
  expect(new Map(seen.below.map(({ code, members }) => [code, members]))).toEqual(
    new Map([
      ...([
        [world.community, 2],
        [world.neighbour, 0],
        [world.streetUnit, 1],
      ] as const),
    ]),
  )
  const grantable = async (who: Caller, orgCode: string) =>
    (await who.ok('members.overview', { query: { orgCode } })).grantableRoles
  expect(await grantable(district, world.street)).toEqual(['street_staff'])
  expect(await grantable(district, world.code)).toEqual(['district_admin', 'auditor'])
  expect(await grantable(street, world.streetUnit)).toEqual(['unit_staff'])
  expect(await grantable(street, world.community)).toEqual(['community_staff'])
  expect(await grantable(await world.staff('auditor', world.code), world.community)).toEqual([])
})

test('members.overview: 401, 403 outside of one’s territory and for units, 404, 422', async () => {
  await server.anyone.refused('members.overview', 'not_signed_in', { query: { orgCode: world.street } })
  await street.refused('members.overview', 'forbidden', { query: { orgCode: world.otherStreet } })
  const contact = await world.staff('unit_staff', world.streetUnit)
  await contact.refused('members.overview', 'forbidden', { query: { orgCode: world.streetUnit } })
  await district.refused('members.overview', 'not_found', { query: { orgCode: '999999' } })
  await district.refused('members.overview', 'invalid', { query: {} })
})

test('members.grant: whoever confirmed a phone becomes a contact person, seen masked before and after', async () => {
  const phone = newPhone()
  const person = await world.person({ name: '欧阳建国', phone })
  const who = { body: { orgCode: world.streetUnit, phone } }
  expect(await street.ok('members.find', who)).toEqual({ name: '欧**', roles: [] })
  const member = await street.ok('members.grant', contactAt(world.streetUnit, phone))
  expect(member).toMatchObject({
    ...{ name: '欧**', role: 'unit_staff', org: { code: world.streetUnit }, allowedActions: ['revoke'] },
    since: expect.stringMatching(/\+08:00$/) as string,
  })
  expect((await person.ok('me.show')).memberships).toMatchObject([{ id: member.id, role: 'unit_staff' }])
  expect(await street.ok('members.find', who)).toMatchObject({ roles: ['unit_staff'] })
  await street.refused('members.grant', 'already_exists', contactAt(world.streetUnit, phone))
  const answers = JSON.stringify([member, await street.ok('members.list', { query: { orgCode: world.street } })])
  for (const secret of [phone, '欧阳']) expect(answers).not.toContain(secret)
})

test('members.grant: a phone that nobody confirmed is no person yet; nobody is made of it', async () => {
  const phone = newPhone()
  const people = await countRows(server.services.db, 'persons')
  const { detail } = await street.refused('members.grant', 'not_found', contactAt(world.streetUnit, phone))
  expect(detail).toMatch(/请对方先登录/)
  await street.refused('members.find', 'not_found', { body: { orgCode: world.streetUnit, phone } })
  expect(await countRows(server.services.db, 'persons')).toBe(people)
})

test('members.find and members.grant by phone: 401, 403, 404, 422, 429', async () => {
  const phone = newPhone()
  await world.person({ phone })
  const find = (orgCode: string) => ({ body: { orgCode, phone } })
  await server.anyone.refused('members.find', 'not_signed_in', find(world.unit))
  await street.refused('members.find', 'forbidden', find(world.otherStreet))
  await street.refused('members.find', 'forbidden', find(world.street))
  await (await world.staff('auditor', world.code)).refused('members.find', 'forbidden', find(world.unit))
  await district.refused('members.find', 'not_found', find('999999'))
  await district.refused('members.find', 'invalid', { body: { orgCode: world.unit, phone: '12' } })
  await street.refused('members.grant', 'forbidden', contactAt(world.elsewhere.unit, phone))
  const fields = async (body: object) =>
    (await street.refused('members.grant', 'invalid', { body })).errors?.map(({ path }) => path)
  const nobody = { role: 'unit_staff', orgCode: world.streetUnit }
  expect(await fields(nobody)).toEqual(['phone'])
  expect(await fields({ ...nobody, phone: '12' })).toEqual(['phone'])
  expect(await fields({ ...nobody, account: 'contact-new', password: 'correct horse 42' })).toEqual(['name'])
  const busy = await world.staff('street_staff', world.street)
  for (let count = 0; count < 30; count++) await busy.ok('members.find', find(world.unit))
  await busy.refused('members.find', 'too_many_requests', find(world.unit))
})

test('members.list: only those here, when asked so; what one may take back', async () => {
  const contact = await world.staff('unit_staff', world.streetUnit)
  await world.staff('community_staff', world.community)
  const here = async (who: Caller, orgCode: string) =>
    (await who.ok('members.list', { query: { orgCode, reach: 'here' } })).items
  expect(await here(street, world.streetUnit)).toMatchObject([{ id: contact.membershipId, allowedActions: ['revoke'] }])
  expect(await here(street, world.street)).toMatchObject([{ id: street.membershipId, allowedActions: [] }])
  expect(await here(district, world.street)).toMatchObject([{ allowedActions: ['revoke'] }])
  expect(await here(await world.staff('auditor', world.code), world.streetUnit)).toMatchObject([{ allowedActions: [] }])
})

test('members.revoke: the last administrator of a district stays', async () => {
  await district.refused('members.revoke', 'wrong_state', { params: { id: district.membershipId } })
  expect((await district.ok('me.show')).memberships).toHaveLength(1)
  const second = await world.staff('district_admin', world.code)
  await district.ok('members.revoke', { params: { id: district.membershipId } })
  await second.refused('members.revoke', 'wrong_state', { params: { id: second.membershipId } })
})

test('members.revoke: of two administrators who take each other’s role at once, one stays', async () => {
  const second = await world.staff('district_admin', world.code)
  const replies = await Promise.all([
    district.call('members.revoke', { params: { id: second.membershipId } }),
    second.call('members.revoke', { params: { id: district.membershipId } }),
  ])
  expect(replies.filter(({ isOk }) => isOk)).toHaveLength(1)
  const left = "org_code = ? AND role = 'district_admin' AND revoked_at IS NULL"
  expect(await countRows(server.services.db, 'memberships', left, [world.code])).toBe(1)
})

test('member-changes.list: who gave and took what, the newest first, in pages, of one’s district alone', async () => {
  const phone = newPhone()
  await world.person({ name: '司徒明', phone })
  const { id } = await street.ok('members.grant', contactAt(world.streetUnit, phone))
  server.clock.advance({ minutes: 1 })
  await district.ok('members.revoke', { params: { id } })
  server.clock.advance({ minutes: 1 })
  const account = { account: `operator-${world.code}`, name: '王芳', password: 'correct horse 42' }
  await addMember(
    { services: server.services, now: server.clock.now() },
    { ...account, role: 'auditor', orgCode: world.code },
    null,
  )
  const auditor = await world.staff('auditor', world.code)
  const changes = await allPages((cursor) => auditor.ok('member-changes.list', { query: { limit: 1, cursor } }))
  const unit = { code: world.streetUnit }
  expect(changes).toMatchObject([
    { change: 'granted', role: 'auditor', name: '王**', by: null },
    { change: 'revoked', role: 'unit_staff', name: '司**', org: unit, by: { role: 'district_admin' } },
    { change: 'granted', role: 'unit_staff', name: '司**', org: unit, by: { role: 'street_staff', name: '测**' } },
  ])
  expect(JSON.stringify(changes)).not.toContain(phone)
  const foreign = await world.staff('auditor', world.elsewhere.code)
  expect((await foreign.ok('member-changes.list')).items).toEqual([])
})

test('member-changes.list: 400, 401, 403', async () => {
  await server.anyone.refused('member-changes.list', 'not_signed_in')
  await street.refused('member-changes.list', 'forbidden')
  await district.refused('member-changes.list', 'forbidden', { query: { membershipId: street.membershipId } })
  await district.refused('member-changes.list', 'malformed_request', { query: { cursor: '!!' } })
})
