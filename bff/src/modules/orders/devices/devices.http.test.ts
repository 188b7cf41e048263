import { countRows } from '../../../../test/database'
import { makeCast, orderIn, type Cast } from '../../../../test/orders'
import { openTestServer, serve, type TestServer } from '../../../../test/server'
import { makeWorld, type Caller } from '../../../../test/world'
import { newId } from '../../../db/ids'
import { selectRows } from '../../../db/rows'
import { DeviceSignRow } from './device-sign.entity'
import { sweepDeviceSigns } from './device-signs'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  cast = await makeCast(await server.world())
})
afterAll(() => server.close())

let devices = 0
const newDevice = () => ({ 'x-device-id': `device-of-a-test-${(devices += 1)}` })
const body = { stars: 5 as const, reasons: [950] }
const rate = (caller: Caller, id: string, headers: Record<string, string>) =>
  caller.ok('orders.rate', { params: { id }, body, headers })
const signs = () => selectRows(server.services.db.reader, DeviceSignRow, 'ORDER BY id', [])
const flags = () => countRows(server.services.db, 'rating_flags')
/** Someone of an org does something on this device. */
async function workOn(caller: Caller, headers: Record<string, string>) {
  const { id } = await orderIn(cast, 'submitted')
  await caller.call('orders.accept', { params: { id }, body: {}, headers })
}

describe('devices of staff', () => {
  test.each(['community', 'gridWorker', 'street'] as const)('%s: its owner cannot rate there', async (who) => {
    const headers = newDevice()
    await workOn(cast[who], headers)
    const { id } = await orderIn(cast, 'fulfilled')
    const before = await signs()
    const refusal = await cast.resident.refused('orders.rate', 'forbidden', { params: { id }, body, headers })
    expect(refusal.detail).toContain('请用你自己的手机')
    expect((await cast.resident.ok('orders.show', { params: { id } })).status).toBe('fulfilled')
    expect(await signs()).toEqual(before)
    await rate(cast.resident, id, newDevice())
  })

  test('for 30 days, over the end of a month too', async () => {
    const headers = newDevice()
    await workOn(cast.community, headers)
    server.clock.advance({ minutes: 29 * 24 * 60 })
    const { id } = await orderIn(cast, 'fulfilled')
    await cast.resident.refused('orders.rate', 'forbidden', { params: { id }, body, headers })
    server.clock.advance({ minutes: 24 * 60 + 1 })
    await rate(cast.resident, id, headers)
  })

  test('of other communities do not matter, and whoever is staff there rates their own order', async () => {
    const { world } = cast
    const headers = newDevice()
    const resident = await world.person({ communityCode: world.community, roles: [['community_staff', world.far]] })
    await workOn(resident, headers)
    const { id } = await orderIn({ ...cast, resident }, 'fulfilled')
    expect((await rate(resident, id, headers)).status).toBe('rated')
  })

  test('the street writes down a telephone rating on its own device, which leaves no trace of a rating', async () => {
    const headers = newDevice()
    const onBehalfOf = { name: '赵玉珍', relation: '邻居' }
    const { id } = await orderIn(cast, 'fulfilled', { onBehalfOf })
    await rate(cast.street, id, headers)
    expect((await signs()).filter(({ subject }) => subject === id)).toEqual([])
  })

  test('the demo, where everyone shares a browser, flags instead of refusing', async () => {
    const { services, clock } = server
    const demo = await serve({ ...services, env: { ...services.env, isDemo: true } })
    const local = await makeCast(await makeWorld(services, clock, demo.url))
    const headers = newDevice()
    const { id } = await orderIn(local, 'submitted')
    await local.community.ok('orders.accept', { params: { id }, body: {}, headers })
    await local.community.ok('orders.fulfil', { params: { id }, body: { note: '修好了' }, headers })
    expect((await rate(local.resident, id, headers)).status).toBe('rated')
    const auditor = await local.world.staff('auditor', local.world.code)
    expect((await auditor.ok('rating-flags.list')).items).toMatchObject([{ pattern: 'staff_device', order: { id } }])
    await demo.stopListening()
  })

  test('signing in notes staff, and nobody else; deleting an account takes the traces of its orders', async () => {
    const headers = newDevice()
    const { id } = await orderIn(cast, 'fulfilled')
    await rate(cast.resident, id, headers)
    const { grid: orgCode } = cast.world
    const admin = await cast.world.staff('district_admin', cast.world.code)
    const [account, password] = [`trace-${orgCode}`, 'a-long-password-of-9']
    await admin.ok('members.grant', { body: { account, name: '李四', role: 'grid_worker', orgCode, password } })
    await server.anyone.ok('sessions.create', { body: { provider: 'password', account, password }, headers })
    const own = async () => (await signs()).filter(({ subject }) => subject === id || subject === orgCode)
    expect((await own()).map(({ kind }) => kind).sort()).toEqual(['rating', 'staff_session'])
    await cast.resident.ok('me.delete', { query: {} })
    expect((await own()).map(({ kind }) => kind)).toEqual(['staff_session'])
  })

  test('clients without a device, or with what is none, go on as before', async () => {
    const none: Record<string, string>[] = [{}, { 'x-device-id': 'short' }]
    for (const headers of none) {
      const { id } = await orderIn(cast, 'fulfilled')
      expect((await rate(cast.resident, id, headers)).status).toBe('rated')
      expect((await signs()).filter(({ subject }) => subject === id)).toEqual([])
    }
  })

  test('one trace a day and org, without the id itself; gone after 30 days, a flag stays', async () => {
    const headers = newDevice()
    await workOn(cast.community, headers)
    await workOn(cast.community, headers)
    const { id } = await orderIn(cast, 'fulfilled')
    await rate(cast.resident, id, newDevice())
    const own = (await signs()).filter(({ subject }) => subject === cast.world.community || subject === id)
    expect(own.map(({ kind }) => kind).sort()).toEqual(['rating', 'staff_session'])
    expect(JSON.stringify(await signs())).not.toContain(headers['x-device-id'])
    const swept = async (days: number) => {
      const now = new Date(server.clock.now().getTime() + days * 86_400_000)
      await sweepDeviceSigns({ services: server.services, now })
      return (await signs()).filter(({ subject }) => subject === cast.world.community || subject === id).length
    }
    expect(await swept(30)).toBe(2)
    expect(await swept(30.001)).toBe(0)
  })
})

describe('rating-flags', () => {
  /** A third order that is rated from one device right after it was fulfilled. */
  async function brush() {
    const headers = newDevice()
    const orders = []
    for (let count = 0; count < 3; count += 1) {
      server.clock.advance({ minutes: 5 })
      const order = await orderIn(cast, 'fulfilled')
      orders.push(await rate(cast.resident, order.id, headers))
    }
    const auditor = await cast.world.staff('auditor', cast.world.code)
    return { headers, orders, auditor }
  }

  test('the third rating right after fulfilment counts, and the auditor sees it', async () => {
    const { orders, auditor } = await brush()
    const [first, second, third] = orders
    expect(third?.status).toBe('rated')
    const { items } = await auditor.ok('rating-flags.list')
    expect(items).toMatchObject([
      {
        ...{ pattern: 'soon_after_fulfilment', stars: 5, look: null, allowedActions: ['look-at'] },
        order: { id: third?.id, no: third?.no },
        community: { code: cast.world.community },
      },
    ])
    expect(items[0]?.others.map(({ id }) => id).sort()).toEqual([first?.id, second?.id].sort())
  })

  test('two owners on one device; page by page, newest first', async () => {
    const { headers, auditor } = await brush()
    const other = await cast.world.person({ communityCode: cast.world.community })
    const { id } = await orderIn({ ...cast, resident: other }, 'fulfilled')
    // Of one instant ids have no order.
    server.clock.advance({ minutes: 1 })
    await rate(other, id, headers)
    const first = await auditor.ok('rating-flags.list', { query: { limit: 2 } })
    expect(first.items.map(({ pattern }) => pattern).sort()).toEqual(['several_owners', 'soon_after_fulfilment'])
    const rest = await auditor.ok('rating-flags.list', { query: { limit: 2, cursor: first.nextCursor ?? '' } })
    expect(rest).toMatchObject({ items: [{ pattern: 'soon_after_fulfilment' }], nextCursor: null })
  })

  test('a rating that fails leaves no flag and no trace', async () => {
    const { headers, orders } = await brush()
    const before = [await flags(), await signs()]
    const params = { id: orders[0]?.id ?? '' }
    await cast.resident.refused('orders.rate', 'wrong_state', { params, body, headers })
    expect([await flags(), await signs()]).toEqual(before)
  })

  test('is looked at once, with a note', async () => {
    const { auditor } = await brush()
    const [flag] = (await auditor.ok('rating-flags.list')).items
    const params = { id: flag?.id ?? '' }
    const note = '问过居民，是本人评的'
    const looked = await auditor.ok('rating-flags.look-at', { params, body: { note } })
    expect(looked).toMatchObject({ look: { by: '测**', note }, allowedActions: [] })
    await auditor.refused('rating-flags.look-at', 'wrong_state', { params, body: { note } })
  })

  test('401, 403, 404, 422', async () => {
    const { auditor } = await brush()
    const [flag] = (await auditor.ok('rating-flags.list')).items
    const call = { params: { id: flag?.id ?? '' }, body: { note: '看过' } }
    await server.anyone.refused('rating-flags.list', 'not_signed_in')
    await server.anyone.refused('rating-flags.look-at', 'not_signed_in', call)
    for (const caller of [cast.resident, cast.community, cast.street]) {
      await caller.refused('rating-flags.list', 'forbidden')
      await caller.refused('rating-flags.look-at', 'forbidden', call)
    }
    const elsewhere = await cast.world.staff('auditor', cast.world.elsewhere.code)
    expect((await elsewhere.ok('rating-flags.list')).items).toEqual([])
    await elsewhere.refused('rating-flags.look-at', 'not_found', call)
    await auditor.refused('rating-flags.look-at', 'not_found', { ...call, params: { id: newId(server.clock.now()) } })
    await auditor.refused('rating-flags.look-at', 'invalid', { ...call, body: { note: ' ' } })
    await auditor.refused('rating-flags.list', 'invalid', { query: { limit: 0 } })
    await auditor.refused('rating-flags.list', 'malformed_request', { query: { cursor: '!!' } })
  })
})

describe('links are personal', () => {
  test('a link to an order that was handed on shows nothing and rates nothing', async () => {
    const { id } = await orderIn(cast, 'fulfilled')
    const stranger = await cast.world.person({ communityCode: cast.world.community })
    await server.anyone.refused('orders.show', 'not_signed_in', { params: { id } })
    await server.anyone.refused('orders.rate', 'not_signed_in', { params: { id }, body })
    await stranger.refused('orders.show', 'not_found', { params: { id } })
    await stranger.refused('orders.rate', 'not_found', { params: { id }, body })
    for (const caller of [cast.community, cast.street]) {
      await caller.refused('orders.rate', 'forbidden', { params: { id }, body })
      expect((await caller.ok('orders.show', { params: { id } })).allowedActions).not.toContain('rate')
    }
  })
})
