import { dump } from '../../../../test/database'
import { makeCast, orderBody, type Cast } from '../../../../test/orders'
import { openTestServer, type TestServer } from '../../../../test/server'
import type { Caller } from '../../../../test/world'

let server: TestServer
let cast: Cast
let partner: Caller
beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.reset()
  cast = await makeCast(await server.world())
  partner = await cast.world.unitStaff(cast.world.streetUnit)
})
afterAll(() => server.close())

const phone = '13700002222'

/** Of the cast's resident, claimed by the cast's unit. */
async function claimed(title = '想请人修一扇窗'): Promise<{ params: { id: string } }> {
  const { id } = await cast.resident.ok('orders.place', {
    body: orderBody(cast.world, { kind: 'wish', title: '家里要修窗', contact: { name: '李奶奶', phone } }),
  })
  const params = { id }
  await cast.street.ok('orders.approve', { params, body: { title, category: 'repair' } })
  await cast.unit.ok('orders.claim', { params, body: {} })
  return { params }
}
const inHand = async (who: Caller, code: string) =>
  (await who.ok('units.workbench', { params: { code }, query: { tab: 'in-hand' } })).items

test('orders.invite-unit: who was asked reads no more than everyone until they join in; then they see the contact', async () => {
  const { params } = await claimed()
  const body = { unitCode: cast.world.streetUnit }
  await partner.refused('orders.join', 'forbidden', { params, body: {} })
  const invitable = await cast.unit.ok('orders.invitable-units', { params })
  expect(invitable.items.map(({ code }) => code)).toEqual([cast.world.streetUnit])
  await partner.refused('orders.invitable-units', 'not_found', { params })
  await cast.unit.ok('orders.invite-unit', { params, body })
  const [invitation] = await inHand(partner, cast.world.streetUnit)
  expect(invitation).toMatchObject({ title: '想请人修一扇窗', requesterName: null, allowedActions: ['join'] })
  await partner.refused('orders.view-contact', 'not_found', { params, body: {} })
  await partner.refused('orders.progress', 'not_found', { params, body: { note: '先去看看' } })

  const joined = await partner.ok('orders.join', { params, body: {} })
  expect(joined).toMatchObject({ title: '家里要修窗', contactAccess: 'direct' })
  expect(joined.allowedActions).toEqual(expect.arrayContaining(['progress', 'fulfil']))
  expect(joined.allowedActions).not.toContain('release')
  expect(await partner.ok('orders.view-contact', { params, body: {} })).toMatchObject({ phone })
  await partner.refused('orders.join', 'forbidden', { params, body: {} })
})

test('orders.invite-unit: 401, 403, 409, 422; released, nobody has it any more', async () => {
  const { params } = await claimed()
  const body = { unitCode: cast.world.streetUnit }
  await server.anyone.refused('orders.invite-unit', 'not_signed_in', { params, body })
  await cast.community.refused('orders.invite-unit', 'forbidden', { params, body })
  const fields = async (unitCode: string) =>
    (await cast.unit.refused('orders.invite-unit', 'invalid', { params, body: { unitCode } })).errors?.map(
      ({ path }) => path,
    )
  expect(await fields(cast.world.unit)).toEqual(['unitCode'])
  expect(await fields(cast.world.districtUnit)).toEqual(['unitCode'])
  await cast.unit.ok('orders.invite-unit', { params, body })
  await cast.unit.refused('orders.invite-unit', 'already_exists', { params, body })
  await partner.ok('orders.join', { params, body: {} })
  await cast.unit.ok('orders.release', { params, body: { note: '人手不够' } })
  expect(await inHand(partner, cast.world.streetUnit)).toEqual([])
  expect(await partner.ok('orders.show', { params })).toMatchObject({ events: [], contact: null })
  await partner.ok('orders.claim', { params, body: {} })
})

test('thanks.write: the unit reads it when the street has seen it', async () => {
  const { params } = await claimed('想换一块玻璃')
  const body = { text: '谢谢你们，窗户关得严了' }
  await cast.resident.refused('thanks.write', 'wrong_state', { params, body })
  await cast.unit.ok('orders.fulfil', { params, body: { note: '修好了' } })
  await server.anyone.refused('thanks.write', 'not_signed_in', { params, body })
  await cast.unit.refused('thanks.write', 'forbidden', { params, body })
  await (await cast.world.person()).refused('thanks.write', 'not_found', { params, body })
  await cast.resident.refused('thanks.write', 'invalid', { params, body: { text: '' } })
  const mayThank = async (who: (typeof cast)['unit']) => (await who.ok('orders.show', { params })).mayThank
  expect([await mayThank(cast.resident), await mayThank(cast.unit), await mayThank(cast.street)]).toEqual([
    true,
    false,
    false,
  ])
  const thanks = await cast.resident.ok('thanks.write', { params, body })
  expect(await mayThank(cast.resident)).toBe(false)
  expect(thanks).toMatchObject({ ...body, state: 'waiting', unit: { code: cast.world.unit }, allowedActions: [] })
  await cast.resident.refused('thanks.write', 'already_exists', { params, body })

  expect((await cast.unit.ok('thanks.list', { query: {} })).items).toEqual([])
  const [waiting] = (await cast.street.ok('thanks.list', { query: {} })).items
  expect(waiting).toMatchObject({ id: thanks.id, allowedActions: ['decide'] })
  const decide = { params: { id: thanks.id }, body: { decision: 'show' as const } }
  await cast.unit.refused('thanks.decide', 'not_found', decide)
  await cast.resident.refused('thanks.decide', 'forbidden', decide)
  await cast.street.ok('thanks.decide', decide)
  await cast.street.refused('thanks.decide', 'wrong_state', decide)
  expect((await cast.unit.ok('thanks.list', { query: {} })).items).toMatchObject([body])
  await cast.community.refused('thanks.list', 'forbidden', { query: {} })

  const exported = await cast.resident.ok('me.export', { query: {} })
  expect(exported.orders.map(({ thanks: words }) => words)).toContain(body.text)
  await cast.resident.ok('me.delete', { query: {} })
  const kept = JSON.stringify(await dump(server.services.db))
  expect(kept).not.toContain(body.text)
  expect(kept).not.toContain('想换一块玻璃')
})

test('orders.invite-unit: five are asked already: it is not offered any more', async () => {
  const { params } = await claimed()
  const offered = async () => (await cast.unit.ok('orders.show', { params })).allowedActions.includes('invite-unit')
  expect(await offered()).toBe(true)
  for (let count = 0; count < 5; count++) {
    const { code: unitCode } = await cast.street.ok('units.register', {
      body: {
        ...{ name: `帮手${count}`, parentCode: cast.world.street, kind: 'volunteers', categories: ['repair'] },
        ...{ tags: [], areaCodes: [] },
      },
    })
    await cast.unit.ok('orders.invite-unit', { params, body: { unitCode } })
  }
  expect(await offered()).toBe(false)
  await cast.unit.refused('orders.invite-unit', 'invalid', { params, body: { unitCode: cast.world.streetUnit } })
})

test('orders.claim: not offered to a unit that has as many in hand as it may, nor to one that does not serve there', async () => {
  const listed = async () => {
    const { id } = await cast.resident.ok('orders.place', { body: orderBody(cast.world, { kind: 'wish' }) })
    await cast.street.ok('orders.approve', { params: { id }, body: { title: '想修一扇窗', category: 'repair' } })
    return { params: { id } }
  }
  const offered = async (who: Caller, target: { params: { id: string } }) =>
    (await who.ok('orders.show', target)).allowedActions.includes('claim')
  for (let count = 0; count < 5; count++) {
    const target = await listed()
    expect(await offered(cast.unit, target)).toBe(true)
    await cast.unit.ok('orders.claim', { ...target, body: {} })
  }
  const next = await listed()
  expect(await offered(cast.unit, next)).toBe(false)
  await cast.unit.refused('orders.claim', 'wrong_state', { ...next, body: {} })
  expect(await offered(partner, next)).toBe(true)
  const far = await cast.world.unitStaff(cast.world.neighbourUnit)
  expect(await offered(far, next)).toBe(false)
  await far.refused('orders.claim', 'forbidden', { ...next, body: {} })
  const bench = await cast.unit.ok('units.workbench', { params: { code: cast.world.unit }, query: {} })
  expect(bench.items.map(({ allowedActions }) => allowedActions)).toEqual([[]])
})
