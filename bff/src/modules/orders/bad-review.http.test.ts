import { defaultLimits, usualOfficeHours } from '@xinban/shared/domain'
import { fullMarks, makeCast, orderIn, steps, take, type Cast } from '../../../test/orders'
import { openTestServer, type TestServer } from '../../../test/server'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await openTestServer()
})
beforeEach(async () => {
  server.clock.reset()
  cast = await makeCast(await server.world())
})
afterAll(() => server.close())

async function badlyRated() {
  const order = await orderIn(cast, 'fulfilled')
  const params = { id: order.id }
  const rated = await cast.resident.ok('orders.rate', { params, body: { stars: 1, comment: '还是不亮' } })
  return { params, rated }
}
const note = '说明'

describe('the loop after a bad rating', () => {
  test('callback, rectification, one follow-up rating, then the grade', async () => {
    const { params, rated } = await badlyRated()
    expect(rated).toMatchObject({
      status: 'rated',
      badReview: { needsCallback: true, needsRectifying: true, isOver: false },
      badReviewDates: {
        callbackBy: '2026-11-24T08:30:00+08:00',
        rectifyBy: '2026-12-14T08:30:00+08:00',
        followUpUntil: null,
      },
    })
    await cast.street.refused('orders.grade', 'wrong_state', { params, body: { scores: fullMarks } })
    const called = await cast.street.ok('orders.callback', { params, body: { note: '居民说灯又坏了' } })
    expect(called.badReview).toMatchObject({ needsCallback: false, needsRectifying: true })
    expect(called.events.at(-1)).toMatchObject({ action: 'callback', isReached: true, note: '居民说灯又坏了' })
    await cast.resident.refused('orders.follow-up-rating', 'wrong_state', { params, body: { stars: 4 } })
    const rectified = await cast.community.ok('orders.rectify', { params, body: { note: '换了新灯座' } })
    expect(rectified.badReview).toMatchObject({ isFollowUpOpen: true })
    const dates = { callbackBy: null, rectifyBy: null, followUpUntil: '2026-12-07T09:00:00+08:00' }
    expect((await cast.resident.ok('orders.show', { params })).badReviewDates).toEqual(dates)
    const followed = await cast.resident.ok('orders.follow-up-rating', { params, body: { stars: 4, comment: '好了' } })
    expect(followed).toMatchObject({
      rating: { stars: 1 },
      followUpRating: { stars: 4, comment: '好了' },
      badReview: { isOver: true },
      badReviewDates: { callbackBy: null, rectifyBy: null, followUpUntil: null },
    })
    await cast.resident.refused('orders.follow-up-rating', 'wrong_state', { params, body: { stars: 5 } })
    expect(await steps.grade(cast, params)).toMatchObject({ status: 'graded' })
  })

  test('who may do what: 401, 403, 404, 422', async () => {
    const { params } = await badlyRated()
    await server.anyone.refused('orders.callback', 'not_signed_in', { params, body: { note } })
    await cast.community.refused('orders.callback', 'forbidden', { params, body: { note } })
    await cast.resident.refused('orders.rectify', 'forbidden', { params, body: { note } })
    await cast.street.refused('orders.follow-up-rating', 'forbidden', { params, body: { stars: 4 } })
    const stranger = await cast.world.person()
    await stranger.refused('orders.callback', 'not_found', { params, body: { note } })
    await cast.street.refused('orders.callback', 'invalid', { params, body: {} })
    await cast.community.ok('orders.rectify', { params, body: { note } })
    await cast.resident.refused('orders.follow-up-rating', 'invalid', { params, body: { stars: 4, reasons: [510] } })
  })

  test('a rework in its midst puts it right', async () => {
    const { params } = await badlyRated()
    await take(cast, await cast.street.ok('orders.show', { params }), ['rework'])
    const again = await steps.fulfil(cast, params)
    expect(again).toMatchObject({ status: 'fulfilled', badReview: { needsRectifying: false, isFollowUpOpen: true } })
    await cast.street.ok('orders.callback', { params, body: { isReached: false, note: '三次没有接' } })
    expect(await cast.resident.ok('orders.follow-up-rating', { params, body: { stars: 3 } })).toMatchObject({
      followUpRating: { stars: 3 },
    })
  })
})

describe('extensions', () => {
  test('asked for once, granted, and the deadline moves', async () => {
    const order = await orderIn(cast, 'in_progress')
    const params = { id: order.id }
    const before = await cast.community.ok('orders.show', { params })
    const asked = await cast.community.ok('orders.request-extension', { params, body: { days: 3, note: '等配件' } })
    expect(asked.extension).toEqual({ days: 3, note: '等配件', decision: null })
    await cast.community.refused('orders.request-extension', 'wrong_state', { params, body: { days: 3, note } })
    await cast.community.refused('orders.resolve-extension', 'forbidden', { params, body: { decision: 'grant' } })
    const granted = await cast.street.ok('orders.resolve-extension', {
      params,
      body: { decision: 'grant', note: '属实' },
    })
    expect(granted.extension?.decision).toBe('grant')
    expect(before.promisedAt).toBe('2026-11-30T08:30:00+08:00')
    expect(granted.promisedAt).toBe('2026-12-03T08:30:00+08:00')
    expect(granted.clocks.find(({ kind }) => kind === 'fulfil')?.why).toContain('延期')
  })

  test('refused, and nothing moves; too late, and it is refused at once', async () => {
    const order = await orderIn(cast, 'accepted')
    const params = { id: order.id }
    await cast.community.ok('orders.request-extension', { params, body: { days: 3, note } })
    const refused = await cast.street.ok('orders.resolve-extension', { params, body: { decision: 'refuse', note } })
    expect(refused).toMatchObject({ promisedAt: '2026-11-30T08:30:00+08:00', extension: { decision: 'refuse' } })
    const late = await orderIn(cast, 'accepted')
    server.clock.advance({ days: 9 })
    const refusal = await cast.community.refused('orders.request-extension', 'wrong_state', {
      ...{ params: { id: late.id }, body: { days: 3, note } },
    })
    expect(refusal.detail).toContain('超期')
    await cast.community.refused('orders.request-extension', 'invalid', { params, body: { days: 0, note } })
  })
})

test('urging is the owner’s, once a day', async () => {
  const order = await orderIn(cast, 'accepted')
  const params = { id: order.id }
  expect((await cast.resident.ok('orders.urge', { params, body: {} })).urgeCount).toBe(1)
  const refusal = await cast.resident.refused('orders.urge', 'wrong_state', { params, body: {} })
  expect(refusal.detail).toContain('今天已经催过')
  await cast.community.refused('orders.urge', 'forbidden', { params, body: {} })
  server.clock.advance({ days: 1 })
  expect((await cast.resident.ok('orders.urge', { params, body: {} })).urgeCount).toBe(2)
})

describe('disputes', () => {
  test('upheld: the order goes back, and stands so', async () => {
    const order = await orderIn(cast, 'graded')
    const params = { id: order.id }
    expect(await cast.resident.ok('orders.dispute', { params, body: { note: '没有修' } })).toMatchObject({
      isDisputed: true,
    })
    await cast.community.refused('orders.resolve-dispute', 'forbidden', { params, body: { decision: 'uphold', note } })
    const upheld = await cast.street.ok('orders.resolve-dispute', { params, body: { decision: 'uphold', note } })
    expect(upheld).toMatchObject({ status: 'rework', isDisputed: false })
    await cast.resident.refused('orders.dispute', 'wrong_state', { params, body: { note } })
  })

  test('rejected: it stays where it is', async () => {
    const order = await orderIn(cast, 'rated')
    const params = { id: order.id }
    await cast.resident.ok('orders.dispute', { params, body: { note } })
    await cast.street.refused('orders.grade', 'wrong_state', { params, body: { scores: fullMarks } })
    const rejected = await cast.street.ok('orders.resolve-dispute', { params, body: { decision: 'reject', note } })
    expect(rejected).toMatchObject({ status: 'rated', isDisputed: false })
    expect(await steps.grade(cast, params)).toMatchObject({ status: 'graded' })
  })

  test('after 30 days it is too late', async () => {
    const order = await orderIn(cast, 'graded')
    server.clock.advance({ days: 31 })
    await cast.resident.refused('orders.dispute', 'wrong_state', { params: { id: order.id }, body: { note } })
  })
})

describe('escalation', () => {
  const overrule = { decision: 'overrule', note } as const

  async function declinedThrice() {
    const order = await orderIn(cast, 'submitted')
    const params = { id: order.id }
    for (let time = 1; time <= 3; time++) {
      await steps.decline(cast, params)
      if (time < 3) await cast.street.ok('orders.resolve-decline', { params, body: overrule })
    }
    return params
  }

  test('the third decline is the district’s to decide', async () => {
    const district = await cast.world.staff('district_admin', cast.world.code)
    const params = await declinedThrice()
    const refusal = await cast.street.refused('orders.resolve-decline', 'wrong_state', { params, body: overrule })
    expect(refusal.detail).toContain('区里')
    await cast.street.refused('orders.resolve-escalation', 'forbidden', { params, body: { decision: 'end', note } })
    expect(await district.ok('orders.show', { params })).toMatchObject({
      isEscalated: true,
      due: { kind: 'resolve_escalation' },
    })
    await district.refused('orders.resolve-escalation', 'invalid', { params, body: { decision: 'continue', note } })
    const assigned = await district.ok('orders.resolve-escalation', {
      ...{ params, body: { decision: 'assign', toCode: cast.world.neighbour, note } },
    })
    expect(assigned).toMatchObject({ status: 'accepted', communityCode: cast.world.neighbour, isEscalated: false })
    const neighbour = await cast.world.staff('community_staff', cast.world.neighbour)
    const again = await neighbour.refused('orders.decline', 'wrong_state', {
      params,
      body: { reason: 'duplicate', note },
    })
    expect(again.detail).toContain('区里')
  })

  test('or it ends', async () => {
    const district = await cast.world.staff('district_admin', cast.world.code)
    const params = await declinedThrice()
    expect(await district.ok('orders.resolve-escalation', { params, body: { decision: 'end', note } })).toMatchObject({
      status: 'declined',
    })
  })
})

test('until when it may be disputed is what the district set, and is said no more once it was', async () => {
  const admin = await cast.world.staff('district_admin', cast.world.code)
  const limits = { ...defaultLimits, disputeWindow: { unit: 'calendar_days' as const, value: 45 } }
  await admin.ok('limits.save', { body: { districtCode: cast.world.code, limits, officeHours: [...usualOfficeHours] } })
  const done = await orderIn(cast, 'fulfilled')
  expect(done.disputeClosesAt).toBe('2027-01-06T09:00:00+08:00')
  server.clock.advance({ days: 46 })
  const params = { id: done.id }
  expect((await cast.resident.ok('orders.show', { params })).disputeClosesAt).toBe('2027-01-06T09:00:00+08:00')
  server.clock.reset()
  const disputed = await cast.resident.ok('orders.dispute', { params, body: { note: '又不亮了' } })
  expect(disputed.disputeClosesAt).toBeNull()
})
