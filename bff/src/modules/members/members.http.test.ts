import { countRows } from '../../../test/database'
import { makeCast, orderBody, orderIn } from '../../../test/orders'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller, World } from '../../../test/world'

let server: TestServer
let world: World
let staff: Record<'district_admin' | 'street_staff' | 'community_staff' | 'grid_worker' | 'auditor', Caller>
beforeAll(async () => {
  server = await openTestServer()
  world = await server.world()
  staff = {
    district_admin: await world.staff('district_admin', world.code),
    street_staff: await world.staff('street_staff', world.street),
    community_staff: await world.staff('community_staff', world.community),
    grid_worker: await world.staff('grid_worker', world.grid),
    auditor: await world.staff('auditor', world.code),
  }
})
afterAll(() => server.close())

const password = 'correct horse 42'
let accounts = 0
const newAccount = () => `member${(accounts += 1)}`
const grant = (role: string, orgCode: string, account = newAccount()) => ({
  body: { account, name: '李建国', role, orgCode, password },
})

test('members.grant: makes an account that signs in with its first password and has the role', async () => {
  const account = newAccount()
  const member = await staff.district_admin.ok('members.grant', {
    body: { account, name: '李建国', role: 'street_staff', orgCode: world.street, password },
  })
  expect(member).toMatchObject({ name: '李**', role: 'street_staff', org: { code: world.street }, openOrders: 0 })
  const session = await server.anyone.ok('sessions.create', { body: { provider: 'password', account, password } })
  expect(session.memberships).toMatchObject([{ id: member.id, role: 'street_staff' }])
  const payload = `%${member.id}%`
  const written = await countRows(server.services.db, 'outbox', "topic = 'membership.granted' AND payload LIKE ?", [
    payload,
  ])
  expect(written).toBe(1)
})

test('members.grant: a known account gets one more role and keeps its password', async () => {
  const account = newAccount()
  await staff.district_admin.ok('members.grant', {
    body: { account, name: '李建国', role: 'community_staff', orgCode: world.community, password },
  })
  await staff.district_admin.ok('members.grant', {
    body: { account, name: '李建国', role: 'street_staff', orgCode: world.street },
  })
  const session = await server.anyone.ok('sessions.create', { body: { provider: 'password', account, password } })
  expect(session.memberships.map(({ role }) => role).sort()).toEqual(['community_staff', 'street_staff'])
})

const places = { district: 'code', street: 'street', community: 'community', grid: 'grid', unit: 'unit' } as const
test.each([
  ['district_admin', 'district_admin', 'district'],
  ['district_admin', 'auditor', 'district'],
  ['district_admin', 'street_staff', 'street'],
  ['district_admin', 'community_staff', 'community'],
  ['district_admin', 'grid_worker', 'grid'],
  ['district_admin', 'unit_staff', 'unit'],
  ['street_staff', 'community_staff', 'community'],
  ['street_staff', 'grid_worker', 'grid'],
  ['street_staff', 'unit_staff', 'unit'],
  ['community_staff', 'grid_worker', 'grid'],
] as const)('members.grant: %s gives %s', async (by, role, level) => {
  const granted = await staff[by].call('members.grant', grant(role, world[places[level]]))
  expect(granted.isOk).toBe(true)
})

test.each([
  ['street_staff', 'district_admin', 'district'],
  ['street_staff', 'auditor', 'district'],
  ['street_staff', 'street_staff', 'street'],
  ['community_staff', 'community_staff', 'community'],
  ['community_staff', 'unit_staff', 'unit'],
  ['community_staff', 'street_staff', 'street'],
  ['grid_worker', 'grid_worker', 'grid'],
  ['auditor', 'grid_worker', 'grid'],
] as const)('members.grant: %s does not give %s', async (by, role, level) => {
  const before = await countRows(server.services.db, 'memberships')
  await staff[by].refused('members.grant', 'forbidden', grant(role, world[places[level]]))
  expect(await countRows(server.services.db, 'memberships')).toBe(before)
})

test('members.grant: nobody gives a role outside of their territory', async () => {
  const { elsewhere } = world
  await staff.district_admin.refused('members.grant', 'forbidden', grant('street_staff', elsewhere.street))
  await staff.street_staff.refused('members.grant', 'forbidden', grant('community_staff', world.far))
  await staff.community_staff.refused('members.grant', 'forbidden', grant('grid_worker', world.neighbourGrid))
})

test('members.grant: 401, 404, 409 for a role or phone already there, 422', async () => {
  const { district_admin: admin } = staff
  const account = newAccount()
  await server.anyone.refused('members.grant', 'not_signed_in', grant('grid_worker', world.grid))
  await admin.refused('members.grant', 'not_found', grant('grid_worker', '999999999999999'))
  await admin.ok('members.grant', {
    body: { account, name: '李建国', role: 'grid_worker', orgCode: world.grid, password, phone: '13688880000' },
  })
  await admin.refused('members.grant', 'already_exists', grant('grid_worker', world.grid, account))
  await admin.refused('members.grant', 'already_exists', {
    body: { ...grant('grid_worker', world.grid).body, phone: '13688880000' },
  })
  const errorsOf = async (body: object) => (await admin.refused('members.grant', 'invalid', { body })).errors
  expect(await errorsOf(grant('grid_worker', world.community).body)).toMatchObject([{ path: 'role' }])
  const withoutPassword = { account: newAccount(), name: '李建国', role: 'grid_worker', orgCode: world.grid }
  expect(await errorsOf(withoutPassword)).toMatchObject([{ path: 'password', code: 'missing' }])
  expect(await errorsOf({ ...withoutPassword, password: 'short' })).toMatchObject([{ path: 'password', code: 'weak' }])
  expect(await errorsOf({ ...withoutPassword, password, role: 'mayor' })).toMatchObject([{ path: 'role' }])
})

test('members.grant: an account made twice at once is one account', async () => {
  const account = newAccount()
  const call = grant('grid_worker', world.grid, account)
  const replies = await Promise.all([1, 2].map(() => staff.district_admin.call('members.grant', call)))
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409])
  expect(await countRows(server.services.db, 'accounts', 'name = ?', [account])).toBe(1)
})

test('members.grant: account names that differ in an accent are two accounts', async () => {
  const admin = staff.district_admin
  await admin.ok('members.grant', {
    body: { account: 'resume', name: '李建国', role: 'grid_worker', orgCode: world.grid, password },
  })
  const other = { account: 'résumé', name: '王建国', role: 'grid_worker', orgCode: world.grid } as const
  await admin.refused('members.grant', 'invalid', { body: other })
  await admin.ok('members.grant', { body: { ...other, password } })
})

test('members.revoke: the role fails the very next write, the session lives on', async () => {
  const cast = await makeCast(world)
  const order = await orderIn(cast, 'submitted')
  await cast.community.ok('orders.show', { params: { id: order.id } })
  await staff.district_admin.ok('members.revoke', { params: { id: cast.community.membershipId } })
  await cast.community.refused('orders.accept', 'not_found', { params: { id: order.id }, body: {} })
  await cast.community.refused('orders.list', 'forbidden', { query: { view: 'queue' } })
  expect((await cast.community.ok('me.show')).memberships).toEqual([])
  expect((await cast.resident.ok('orders.show', { params: { id: order.id } })).version).toBe(1)
})

test('members.revoke: a role that is one of several fails alone, and the person keeps seeing their own order', async () => {
  const both = await world.person({
    roles: [
      ['community_staff', world.community],
      ['grid_worker', world.grid],
    ],
  })
  const order = await both.ok('orders.place', { body: orderBody(world) })
  const [communityRole = ''] = both.membershipIds
  await staff.district_admin.ok('members.revoke', { params: { id: communityRole } })
  await both.refused('orders.accept', 'forbidden', { params: { id: order.id }, body: {} })
  expect((await both.ok('me.show')).memberships.map(({ role }) => role)).toEqual(['grid_worker'])
})

test('members.revoke: 401, 403, 404; a role is taken back once, and only by who may', async () => {
  const member = await world.staff('community_staff', world.community)
  const params = { id: member.membershipId }
  await server.anyone.refused('members.revoke', 'not_signed_in', { params })
  for (const other of [staff.community_staff, staff.auditor, staff.grid_worker, member]) {
    await other.refused('members.revoke', 'forbidden', { params })
  }
  const foreign = await world.staff('district_admin', world.elsewhere.code)
  await foreign.refused('members.revoke', 'forbidden', { params })
  await staff.street_staff.ok('members.revoke', { params })
  await staff.street_staff.refused('members.revoke', 'not_found', { params })
  await staff.street_staff.refused('members.revoke', 'invalid', { params: { id: 'x' } })
})

test('members.list: masked names with their open orders, in pages, inside the territory alone', async () => {
  const here = await server.world()
  const cast = await makeCast(here)
  await orderIn(cast, 'in_progress')
  await orderIn(cast, 'in_progress')
  await here.staff('grid_worker', here.neighbourGrid)
  await here.staff('community_staff', here.elsewhere.community)
  const all = await cast.street.ok('members.list', { query: { orgCode: here.street } })
  expect(all.items.map(({ role }) => role).sort()).toEqual([
    'community_staff',
    'grid_worker',
    'grid_worker',
    'street_staff',
    'unit_staff',
  ])
  const workers = await cast.community.ok('members.list', { query: { orgCode: here.community, role: 'grid_worker' } })
  expect(workers.items).toMatchObject([{ id: cast.gridWorker.membershipId, name: '测**', openOrders: 2 }])
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = await cast.street.ok('members.list', { query: { orgCode: here.street, limit: 1, cursor } })
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  expect(ids).toEqual(all.items.map(({ id }) => id))
})

test('members.list: 400, 401, 403 outside of one’s territory and for grid workers, 404, 422', async () => {
  await server.anyone.refused('members.list', 'not_signed_in', { query: { orgCode: world.street } })
  await staff.community_staff.refused('members.list', 'forbidden', { query: { orgCode: world.street } })
  await staff.grid_worker.refused('members.list', 'forbidden', { query: { orgCode: world.grid } })
  await staff.district_admin.refused('members.list', 'forbidden', { query: { orgCode: world.elsewhere.code } })
  await staff.district_admin.refused('members.list', 'not_found', { query: { orgCode: '999999' } })
  await staff.district_admin.refused('members.list', 'invalid', { query: {} })
  await staff.district_admin.refused('members.list', 'malformed_request', {
    query: { orgCode: world.code, cursor: '!!' },
  })
  expect((await staff.auditor.ok('members.list', { query: { orgCode: world.code } })).items.length).toBeGreaterThan(4)
})
