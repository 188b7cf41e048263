import { countRows } from '../../../../test/database'
import { runJobs } from '../../../../test/jobs'
import { fullMarks, makeCast, orderBody, type Cast } from '../../../../test/orders'
import { openTestServer, type TestServer } from '../../../../test/server'
import { allPages } from '../../../../test/pages'
import type { Caller } from '../../../../test/world'
import { query } from '../../../db/sql'
import { insertDepartment } from '../../whistles'
import { verifyScores } from '../scoring/verify-scores'

let server: TestServer
let cast: Cast
let department: Caller
let colleague: Caller
beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.reset()
  cast = await makeCast(await server.world())
  const { code, districtUnit } = cast.world
  await server.services.db.unitOfWork((em) =>
    insertDepartment(em, { orgCode: districtUnit, districtCode: code, addedAt: server.clock.now() }),
  )
  department = await cast.world.staff('unit_staff', districtUnit)
  colleague = await cast.world.staff('unit_staff', districtUnit)
})
afterAll(() => server.close())

const contact = { name: '周科长', phone: '13600001111' }
const body = (changes: object = {}) => ({
  ...{ communityCode: cast.world.community, title: '请志愿者帮忙整理旧衣物', category: 'goods' as const, contact },
  ...{ content: '周六上午在广场，要十个人，带手套', place: '文化广场', ...changes },
})
async function placed() {
  const { id } = await department.ok('tasks.place', { body: body() })
  return { params: { id } }
}
async function listed() {
  const target = await placed()
  await cast.street.ok('orders.approve', { ...target, body: {} })
  return target
}
async function claimed() {
  const target = await listed()
  await cast.unit.ok('orders.claim', { ...target, body: {} })
  return target
}
async function fulfilled() {
  const target = await claimed()
  await cast.unit.ok('orders.fulfil', { ...target, body: { note: '整理完了' } })
  return target
}
const actionsOf = async (who: Caller, target: { params: { id: string } }) =>
  (await who.ok('orders.show', target)).allowedActions

test('tasks.place: an order of the department, which the street looks at and no community has in hand', async () => {
  const target = await placed()
  const seen = await department.ok('orders.show', target)
  expect(seen).toMatchObject({
    ...{ status: 'submitted', kind: 'wish', isOwn: true, requesterName: null, wish: { state: 'waiting' } },
    ...{ ownerOrg: { code: cast.world.districtUnit }, contact: { name: '周**', phone: '136****1111' } },
  })
  expect(seen.events).toMatchObject([{ action: 'place', actor: { org: { code: cast.world.districtUnit } } }])
  expect(seen.clocks.map(({ kind }) => kind).sort()).toEqual(['approve', 'resident'])
  expect(await actionsOf(colleague, target)).toEqual(['withdraw', 'urge'])
  expect(await actionsOf(cast.community, target)).toEqual([])
  await cast.community.refused('orders.accept', 'forbidden', { ...target, body: {} })
  const queue = await cast.community.ok('orders.list', { query: { view: 'queue' } })
  expect(queue.items).toEqual([])
  expect((await cast.community.ok('orders.counts', { query: {} })).counts).toEqual({})
  const [waiting] = (await cast.street.ok('wishes.desk', { query: {} })).items
  expect(waiting).toMatchObject({ id: target.params.id, ownerOrg: { code: cast.world.districtUnit } })
  // It is the department's: it stands in nobody's own list, and goes with nobody who leaves.
  expect((await department.ok('orders.list', { query: { view: 'mine' } })).items).toEqual([])
  await (
    await cast.world.staff('district_admin', cast.world.code)
  ).ok('members.revoke', { params: { id: department.membershipId } })
  await department.refused('orders.show', 'not_found', target)
})

test('tasks: from the department to the wall, claimed, fulfilled and rated once, by the department alone', async () => {
  const target = await listed()
  const wall = await server.anyone.ok('orders.list', {
    query: { view: 'wishes', districtCode: cast.world.code },
  })
  expect(wall.items).toMatchObject([{ title: '请志愿者帮忙整理旧衣物', ownerOrg: { code: cast.world.districtUnit } }])
  expect(JSON.stringify(wall)).not.toMatch(/周|13600001111|广场|手套/)
  await department.refused('orders.claim', 'forbidden', { ...target, body: {} })
  await cast.unit.ok('orders.claim', { ...target, body: {} })
  expect(await cast.unit.ok('orders.view-contact', { ...target, body: {} })).toMatchObject({ phone: contact.phone })
  await cast.unit.ok('orders.fulfil', { ...target, body: { note: '整理完了' } })
  const rate = { ...target, body: { stars: 5 as const, reasons: [] } }
  for (const other of [cast.unit, cast.street, cast.community]) await other.refused('orders.rate', 'forbidden', rate)
  await cast.resident.refused('orders.rate', 'not_found', rate)
  const rated = await colleague.ok('orders.rate', rate)
  expect(rated).toMatchObject({ status: 'rated', rating: { stars: 5, isTelephone: false } })
  await department.refused('orders.rate', 'wrong_state', rate)
  await cast.street.ok('orders.grade', { ...target, body: { scores: fullMarks } })
})

test('tasks: who did it for the unit rates nothing for the department; their colleague does', async () => {
  const target = await claimed()
  const both = await cast.world.person({
    roles: [
      ['unit_staff', cast.world.unit],
      ['unit_staff', cast.world.districtUnit],
    ],
  })
  await both.ok('orders.fulfil', { ...target, body: { note: '整理完了' } })
  expect(await actionsOf(both, target)).not.toContain('rate')
  await both.refused('orders.rate', 'forbidden', { ...target, body: { stars: 5 } })
  await colleague.ok('orders.rate', { ...target, body: { stars: 4 } })
})

test('tasks: not from a device on which the unit that did it was at work', async () => {
  const target = await claimed()
  const headers = { 'x-device-id': 'device-of-the-units-staff' }
  await cast.unit.ok('orders.fulfil', { ...target, body: { note: '整理完了' }, headers })
  const rate = { ...target, body: { stars: 5 as const, reasons: [] } }
  await colleague.refused('orders.rate', 'forbidden', { ...rate, headers })
  await colleague.ok('orders.rate', { ...rate, headers: { 'x-device-id': 'device-of-the-department' } })
})

test('tasks: what counts, counts for the unit and for nobody else', async () => {
  const target = await fulfilled()
  await colleague.ok('orders.rate', { ...target, body: { stars: 5 } })
  const { reader } = server.services.db
  const rows = await query<{ scope: string }>(
    reader,
    'SELECT DISTINCT scope, code FROM score_counters WHERE code LIKE ? AND amount <> 0',
    [`${cast.world.code}%`],
  )
  expect(rows).toEqual([{ scope: 'unit', code: cast.world.unit }])
  expect(await verifyScores(reader, () => undefined)).toMatchObject({ orderFaults: [], differences: [] })
})

test('tasks: what the street keeps off the wall or takes down ends, and comes to no community', async () => {
  const kept = await placed()
  const off = await cast.street.ok('orders.unlist', { ...kept, body: { note: '请先和社区商量' } })
  expect(off).toMatchObject({ status: 'declined', clocks: [{ kind: 'resident' }, { kind: 'approve' }] })
  const taken = await listed()
  const down = await cast.street.ok('orders.unlist', { ...taken, body: { note: '时间已过' } })
  expect(down.status).toBe('declined')
  const running = "outcome = 'running' AND order_id IN (?, ?)"
  expect(await countRows(server.services.db, 'order_clocks', running, [kept.params.id, taken.params.id])).toBe(0)
  const withdrawn = await listed()
  expect((await colleague.ok('orders.withdraw', { ...withdrawn, body: {} })).status).toBe('withdrawn')
})

test('tasks: nothing is merged into one, nor one into anything', async () => {
  const target = await listed()
  const { id } = await cast.resident.ok('orders.place', { body: orderBody(cast.world) })
  const staff = cast.community
  await staff.refused('orders.merge', 'invalid', { params: { id }, body: { intoId: target.params.id } })
  await cast.street.refused('orders.merge', 'forbidden', { ...target, body: { intoId: id } })
})

test('tasks: its staff and the street are told, not its community nor who wrote it alone', async () => {
  const target = await listed()
  await cast.unit.ok('orders.claim', { ...target, body: {} })
  await runJobs(server)
  const kinds = async (who: Caller) =>
    (await who.ok('notices.list', { query: {} })).items.map(({ kind }) => kind).sort()
  expect(await kinds(department)).toEqual(await kinds(colleague))
  expect(await kinds(colleague)).toContain('order.claimed')
  expect(await kinds(cast.community)).toEqual([])
})

test('tasks.list: of one’s department, the newest first, in pages', async () => {
  const ids: string[] = []
  for (let count = 0; count < 3; count++) {
    ids.unshift((await placed()).params.id)
    server.clock.advance({ minutes: 1 })
  }
  const found = await allPages((cursor) => colleague.ok('tasks.list', { query: { limit: 2, cursor } }))
  expect(found.map(({ id }) => id)).toEqual(ids)
})

test('tasks.place and tasks.list: 400, 401, 403, 422', async () => {
  await server.anyone.refused('tasks.place', 'not_signed_in', { body: body() })
  await server.anyone.refused('tasks.list', 'not_signed_in')
  for (const other of [cast.unit, cast.street, cast.community, cast.resident]) {
    await other.refused('tasks.place', 'forbidden', { body: body() })
    await other.refused('tasks.list', 'forbidden')
  }
  await department.refused('tasks.list', 'malformed_request', { query: { cursor: '!!' } })
  const fields = async (changes: object) =>
    (await department.refused('tasks.place', 'invalid', { body: body(changes) })).errors?.map(({ path }) => path)
  expect(await fields({ title: '找周科长 13600001111' })).toEqual(['title'])
  expect(await fields({ communityCode: cast.world.elsewhere.community })).toEqual(['communityCode'])
  expect(await fields({ contact: { name: '周' } })).toEqual(['contact.phone'])
  expect(await fields({ category: 'gold', content: '' })).toEqual(expect.arrayContaining(['category', 'content']))
})
