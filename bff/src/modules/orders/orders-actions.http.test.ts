import { contracts, type Contract, type RouteName } from '@xinban/shared/contracts'
import {
  defaultLimits,
  orderActions,
  usualOfficeHours,
  orderFlow,
  type OrderAction,
  type OrderParty,
} from '@xinban/shared/domain'
import { countRows } from '../../../test/database'
import { actionRows, nowhere, type ActionCast, type ActionRow } from '../../../test/order-action-rows'
import { makeCast, orderIn } from '../../../test/orders'
import { openTestServer, type TestServer } from '../../../test/server'
import type { Caller } from '../../../test/world'

let server: TestServer
let cast: ActionCast
let strangers: Caller[]
let auditor: Caller
beforeAll(async () => {
  server = await openTestServer()
  const world = await server.world()
  cast = {
    ...(await makeCast(world)),
    district: await world.staff('district_admin', world.code),
    partner: await world.unitStaff(world.streetUnit),
  }
  // The unit claims an order in nearly every test of its actions.
  const limits = { ...defaultLimits, openClaims: 100 }
  await cast.district.ok('limits.save', {
    body: { districtCode: world.code, limits, officeHours: [...usualOfficeHours] },
  })
  auditor = await world.staff('auditor', world.code)
  strangers = [
    await world.person(),
    await world.staff('community_staff', world.neighbour),
    await world.staff('street_staff', world.otherStreet),
    await world.staff('grid_worker', world.secondGrid),
    await world.staff('unit_staff', world.unit),
    await world.staff('district_admin', world.elsewhere.code),
    await world.staff('community_staff', world.elsewhere.community),
  ]
})
afterAll(() => server.close())

/** An order to which the action may be done now. */
async function ready({ from, placed, prepare }: ActionRow) {
  const order = await orderIn(cast, from, placed)
  return prepare ? prepare(cast, { id: order.id }) : order
}
/** One to which it may not. */
async function unready({ notFrom, prepareNot }: ActionRow) {
  const order = await orderIn(cast, notFrom)
  return prepareNot ? prepareNot(cast, { id: order.id }) : order
}
const eventsOf = (id: string) => countRows(server.services.db, 'order_events', 'order_id = ?', [id])
/** What time does by itself has no endpoint. */
type PersonAction = Exclude<OrderAction, 'lapse'>
const isByPerson = (action: OrderAction): action is PersonAction =>
  !(orderFlow.actions[action].by as readonly OrderParty[]).includes('time')
const personActions = orderActions.filter(isByPerson)
const known = personActions.flatMap((action) => {
  const row = actionRows[action]
  return row ? [{ action, name: routeOf(action), row }] : []
})
function routeOf(action: PersonAction): RouteName {
  return `orders.${action}`
}

test('every action of the flow has its row here, and an endpoint that knows who calls, once and for which version', () => {
  expect(known.map(({ action }) => action)).toEqual(personActions)
  const contractOf = (action: PersonAction): Contract => contracts[routeOf(action)]
  for (const action of personActions) expect(contractOf(action)).toMatchObject({ auth: 'person', isIdempotent: true })
  // It leaves the version as it is.
  expect(personActions.filter((action) => !contractOf(action).takesVersion)).toEqual(['second'])
})

describe.each(known)('$name', ({ action, name, row }) => {
  const { by, notBy, from, unseen, to, invalid } = row
  const contract: Contract = contracts[name]
  const isMove = contract.takesVersion === true

  test(`${name}: moves the order by one version and one event`, async () => {
    const body = await row.body(cast)
    const order = await ready(row)
    const params = { id: order.id }
    expect((await cast[by].ok('orders.show', { params })).allowedActions).toContain(action)
    const reply = await cast[by].call(name, { params, body, ifMatch: `"${order.version}"` })
    expect(reply).toMatchObject({ isOk: true, answer: { status: to, version: order.version + (isMove ? 1 : 0) } })
    expect(await eventsOf(order.id)).toBe(order.version + (isMove ? 1 : 0))
  })

  test(`${name}: 401, 403 for someone who sees it and may not`, async () => {
    const body = await row.body(cast)
    const order = await ready(row)
    const call = { params: { id: order.id }, body }
    await server.anyone.refused(name, 'not_signed_in', call)
    await cast[notBy].refused(name, 'forbidden', call)
    const parties: readonly string[] = orderFlow.actions[action].by
    if (!parties.includes('anyone')) await auditor.refused(name, 'forbidden', call)
    expect(await eventsOf(order.id)).toBe(order.version)
  })

  test(`${name}: 404 for whoever does not see it, and where there is none`, async () => {
    const body = await row.body(cast)
    const order = await orderIn(cast, unseen ?? from)
    for (const stranger of strangers) await stranger.refused(name, 'not_found', { params: { id: order.id }, body })
    await cast[by].refused(name, 'not_found', { params: { id: nowhere }, body })
    expect(await eventsOf(order.id)).toBe(order.version)
  })

  test(`${name}: 409 from another state, 412 for an old version, 400 for a version that is none`, async () => {
    const body = await row.body(cast)
    const elsewhere = await unready(row)
    await cast[by].refused(name, 'wrong_state', { params: { id: elsewhere.id }, body })
    if (!isMove) return
    const order = await ready(row)
    const params = { id: order.id }
    await cast[by].refused(name, 'version_mismatch', { params, body, ifMatch: `"${order.version - 1}"` })
    await cast[by].refused(name, 'version_mismatch', { params, body, ifMatch: `W/"${order.version + 1}"` })
    for (const ifMatch of ['3', '"three"', '"1", "2"']) {
      await cast[by].refused(name, 'malformed_request', { params, body, ifMatch })
    }
    expect(await eventsOf(order.id)).toBe(order.version)
  })

  test(`${name}: 422 for what is no such body or id, and nothing is written`, async () => {
    const order = await ready(row)
    expect(Object.keys(invalid)).not.toEqual([])
    for (const [path, body] of Object.entries(invalid)) {
      const refusal = await cast[by].refused(name, 'invalid', { params: { id: order.id }, body })
      expect(refusal.errors?.map((error) => error.path)).toContain(path)
    }
    await cast[by].refused(name, 'invalid', { params: { id: 'x' }, body: await row.body(cast) })
    expect(await eventsOf(order.id)).toBe(order.version)
  })
})

test('orders.show: 401, 404, 422; no action is open to someone signed in who is no party', async () => {
  const order = await orderIn(cast, 'submitted')
  const params = { id: order.id }
  await server.anyone.refused('orders.show', 'not_signed_in', { params })
  await (await cast.world.person()).refused('orders.show', 'not_found', { params })
  await cast.resident.refused('orders.show', 'not_found', { params: { id: nowhere } })
  await cast.resident.refused('orders.show', 'invalid', { params: { id: '1' } })
  expect((await auditor.ok('orders.show', { params })).allowedActions).toEqual([])
})
