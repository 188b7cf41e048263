import { defaultLimits, usualOfficeHours } from '@xinban/shared/domain'
import { fullMarks, makeCast, orderIn, type Cast } from '../../../../test/orders'
import { openTestServer, type TestServer } from '../../../../test/server'
import type { Caller } from '../../../../test/world'

let server: TestServer
let cast: Cast
let admin: Caller
beforeEach(async () => {
  server = await openTestServer()
  cast = await makeCast(await server.world())
  admin = await cast.world.staff('district_admin', cast.world.code)
})
afterEach(() => server.close())

async function setRatingWindow(value: number): Promise<void> {
  const limits = { ...defaultLimits, ratingWindow: { ...defaultLimits.ratingWindow, value } }
  const body = { districtCode: cast.world.code, limits, officeHours: [...usualOfficeHours] }
  await admin.ok('limits.save', { body })
}

test('orders.rate: a shorter window does not take from anyone what they were promised', async () => {
  const { id } = await orderIn(cast, 'fulfilled')
  const promised = await cast.resident.ok('orders.show', { params: { id } })
  await setRatingWindow(5)
  server.clock.advance({ days: 10 })
  const later = await cast.resident.ok('orders.show', { params: { id } })
  expect([later.ratingClosesAt, later.allowedActions.includes('rate')]).toEqual([promised.ratingClosesAt, true])
  await cast.resident.ok('orders.rate', { params: { id }, body: { stars: 5, comment: '很快' } })
})

test('orders.grade: a longer window does not keep the street from grading in time', async () => {
  const { id } = await orderIn(cast, 'fulfilled')
  await setRatingWindow(30)
  server.clock.advance({ days: 16 })
  expect((await cast.street.ok('orders.show', { params: { id } })).allowedActions).toContain('grade')
  await cast.street.ok('orders.grade', { params: { id }, body: { scores: fullMarks } })
})

test('orders.follow-up-rating: what is put right is rated, and counted for the street, by the window of its fulfilment', async () => {
  const { id } = await orderIn(cast, 'fulfilled')
  const params = { id }
  await cast.resident.ok('orders.rate', { params, body: { stars: 1, comment: '还是不亮' } })
  await cast.street.ok('orders.callback', { params, body: { note: '打过电话，说灯还不亮' } })
  await cast.community.ok('orders.rectify', { params, body: { note: '换了灯座' } })
  await setRatingWindow(30)
  server.clock.advance({ days: 14 })
  expect((await cast.street.ok('orders.counts')).mayGrade).toBe(0)
  server.clock.advance({ days: 2 })
  expect((await cast.street.ok('orders.counts')).mayGrade).toBe(1)
  expect((await cast.street.ok('orders.show', { params })).allowedActions).toContain('grade')
  expect((await cast.resident.call('orders.follow-up-rating', { params, body: { stars: 5 } })).status).toBe(409)
})

test('the window of what is fulfilled from now on is the new one', async () => {
  await setRatingWindow(5)
  const { id } = await orderIn(cast, 'fulfilled')
  server.clock.advance({ days: 6 })
  expect((await cast.resident.call('orders.rate', { params: { id }, body: { stars: 5 } })).status).toBe(409)
})
