import { ApiClient } from '../../../test/client'
import { countRows, dump } from '../../../test/database'
import { orderBody } from '../../../test/orders'
import { openTestServer, type TestServer } from '../../../test/server'
import { appid, WechatStandIn } from '../../../test/wechat-stand-in'
import type { Caller, World } from '../../../test/world'
import { WechatClient } from '../../wechat/wechat-client'

let wechat: WechatStandIn
let server: TestServer
let world: World
beforeAll(async () => {
  wechat = await WechatStandIn.start()
  server = await openTestServer(wechat.env)
  world = await server.world()
})
afterAll(async () => {
  await server.close()
  await wechat.stop()
})

const body = (code: string) => ({ body: { provider: 'wechat' as const, code } })
const signIn = (openid: string) => server.anyone.ok('sessions.create', body(wechat.loginCode(openid)))
const visitor = async (openid: string) => new ApiClient(server.url, (await signIn(openid)).token)
let phones = 0
const newPhone = () => `1370000${String((phones += 1)).padStart(4, '0')}`

test('sessions.create wechat: a first visit makes a person of whom nothing else is known', async () => {
  const session = await signIn('openid-first')
  expect(session).toMatchObject({ person: { name: null, phone: null, community: null, isVerified: false } })
  expect(session.memberships).toEqual([])
  expect(session.expiresAt).toBe('2026-12-22T09:00:00+08:00')
  expect((await new ApiClient(server.url, session.token).ok('me.show')).person.id).toBe(session.person.id)
})

test('sessions.create wechat: the same openid is the same person, another one is not', async () => {
  const [first, again, other] = [await signIn('openid-a'), await signIn('openid-a'), await signIn('openid-b')]
  expect(again.person.id).toBe(first.person.id)
  expect(again.token).not.toBe(first.token)
  expect(other.person.id).not.toBe(first.person.id)
})

test('sessions.create wechat: openids that differ in case alone are two people', async () => {
  const [lower, upper] = [await signIn('openid-case'), await signIn('openid-CASE')]
  expect(upper.person.id).not.toBe(lower.person.id)
})

test('sessions.create wechat: ten first visits of one openid at once make one person', async () => {
  const sessions = await Promise.all(Array.from({ length: 10 }, () => signIn('openid-at-once')))
  expect(new Set(sessions.map(({ person }) => person.id)).size).toBe(1)
  expect(await countRows(server.services.db, 'wechat_identities', "openid = 'openid-at-once'")).toBe(1)
  const lost = 'id NOT IN (SELECT person_id FROM wechat_identities)'
  expect(await countRows(server.services.db, 'persons', lost)).toBe(0)
})

test('sessions.create wechat: a wrong, a used and a blocked code are 401', async () => {
  await server.anyone.refused('sessions.create', 'wrong_credentials', body('no-such-code'))
  const code = wechat.loginCode('openid-used')
  await server.anyone.ok('sessions.create', body(code))
  await server.anyone.refused('sessions.create', 'wrong_credentials', body(code))
  wechat.trouble('/sns/jscode2session', { errcode: 40226 })
  await server.anyone.refused('sessions.create', 'wrong_credentials', body(wechat.loginCode('openid-blocked')))
})

test('sessions.create wechat: when WeChat says too often, so do we', async () => {
  wechat.trouble('/sns/jscode2session', { errcode: 45011 })
  await server.anyone.refused('sessions.create', 'too_many_requests', body(wechat.loginCode('openid-often')))
})

test.each([
  ['it hangs up', 'hang up'],
  ['it answers no JSON', 'not json'],
  ['it has a fault of its own', { errcode: -1 }],
  ['our secret is wrong', { errcode: 40125 }],
  ['it leaves out the openid', { answer: { session_key: 'x' } }],
] as const)('sessions.create wechat: 502 when %s, and nobody is made', async (_, trouble) => {
  const before = await countRows(server.services.db, 'persons')
  wechat.trouble('/sns/jscode2session', trouble)
  await server.anyone.refused('sessions.create', 'upstream_failed', body(wechat.loginCode('openid-502')))
  expect(await countRows(server.services.db, 'persons')).toBe(before)
})

test('sessions.create wechat: an errcode of 0 is success', async () => {
  wechat.trouble('/sns/jscode2session', { answer: { errcode: 0, openid: 'openid-zero', session_key: 'x' } })
  await server.anyone.ok('sessions.create', body('any'))
})

test('wechat client: does not wait for ever', async () => {
  const client = new WechatClient({ appid, secret: 'x', baseUrl: wechat.url, timeoutMs: 50 })
  wechat.trouble('/sns/jscode2session', 'silence')
  await expect(client.codeToSession('x')).rejects.toMatchObject({ code: 'upstream_failed' })
})

test('me.update: confirms a phone by WeChat and shows it masked', async () => {
  const me = await visitor('openid-phone')
  const { person } = await me.ok('me.update', { body: { phoneCode: wechat.phoneCode('13712345678') } })
  expect(person.phone).toBe('137****5678')
  expect(JSON.stringify(await dump(server.services.db))).not.toContain('13712345678')
})

test('me.update: one access token serves many, and goes only in the query', async () => {
  const before = wechat.countAsked('/cgi-bin/stable_token')
  for (const openid of ['openid-t1', 'openid-t2']) {
    const me = await visitor(openid)
    await me.ok('me.update', { body: { phoneCode: wechat.phoneCode(newPhone()) } })
  }
  expect(wechat.countAsked('/cgi-bin/stable_token') - before).toBeLessThanOrEqual(1)
  const asked = wechat.asked.findLast(({ path }) => path === '/wxa/business/getuserphonenumber')
  expect(asked?.query.get('access_token')).toMatch(/^.{300,}$/)
  expect(Object.keys(asked?.body as object)).toEqual(['code'])
})

test('me.update: a token that WeChat no longer takes is renewed once, and the phone is confirmed', async () => {
  const me = await visitor('openid-stale')
  await me.ok('me.update', { body: { phoneCode: wechat.phoneCode(newPhone()) } })
  const before = wechat.countAsked('/cgi-bin/stable_token')
  wechat.expireToken()
  await me.ok('me.update', { body: { phoneCode: wechat.phoneCode(newPhone()) } })
  expect(wechat.countAsked('/cgi-bin/stable_token')).toBe(before + 1)
})

test('me.update: a token that is refused again and again is our trouble, not an endless loop', async () => {
  const me = await visitor('openid-loop')
  const before = wechat.countAsked('/wxa/business/getuserphonenumber')
  wechat.trouble('/wxa/business/getuserphonenumber', { errcode: 40001 })
  wechat.trouble('/wxa/business/getuserphonenumber', { errcode: 40001 })
  await me.refused('me.update', 'upstream_failed', { body: { phoneCode: wechat.phoneCode(newPhone()) } })
  expect(wechat.countAsked('/wxa/business/getuserphonenumber')).toBe(before + 2)
})

test('me.update: a bad phone code, too often, and WeChat away change nothing', async () => {
  const me = await visitor('openid-bad-phone')
  const code = wechat.phoneCode(newPhone())
  await me.refused('me.update', 'wrong_credentials', { body: { phoneCode: 'no-such-code', name: '张三' } })
  wechat.trouble('/wxa/business/getuserphonenumber', { errcode: 45011 })
  await me.refused('me.update', 'too_many_requests', { body: { phoneCode: code, name: '张三' } })
  wechat.trouble('/wxa/business/getuserphonenumber', 'hang up')
  await me.refused('me.update', 'upstream_failed', { body: { phoneCode: code, name: '张三' } })
  expect((await me.ok('me.show')).person).toMatchObject({ name: null, phone: null })
})

test('me.update: a phone that someone else has confirmed is 409, and their account stays theirs', async () => {
  const phone = newPhone()
  const [first, second] = [await visitor('openid-has-phone'), await visitor('openid-wants-phone')]
  await first.ok('me.update', { body: { phoneCode: wechat.phoneCode(phone) } })
  await second.refused('me.update', 'already_exists', { body: { phoneCode: wechat.phoneCode(phone) } })
  expect((await second.ok('me.show')).person.phone).toBeNull()
  expect((await first.ok('me.show')).person.phone).not.toBeNull()
})

describe('orders placed for someone who has no account yet', () => {
  const place = (helper: Caller, phone: string) =>
    helper.ok('orders.place', {
      body: orderBody(world, { onBehalfOf: { name: '赵大爷', phone, relation: '邻居' } }),
    })

  test('orders.place: they become that person’s own when the phone is confirmed', async () => {
    const phone = newPhone()
    const helper = await world.person()
    const order = await place(helper, phone)
    const me = await visitor('openid-beneficiary')
    await me.refused('orders.show', 'not_found', { params: { id: order.id } })
    await me.ok('me.update', { body: { phoneCode: wechat.phoneCode(phone) } })
    const mine = await me.ok('orders.show', { params: { id: order.id } })
    expect(mine.allowedActions).toEqual(['withdraw', 'urge'])
    expect((await me.ok('orders.list')).items.map(({ id }) => id)).toEqual([order.id])
    expect((await helper.ok('orders.show', { params: { id: order.id } })).allowedActions).toEqual([])
  })

  test('orders.place: someone with that phone already owns it at once; the helper sees it and cannot rate it', async () => {
    const phone = newPhone()
    const owner = await world.person({ phone })
    const helper = await world.person()
    const order = await place(helper, phone)
    expect((await owner.ok('orders.show', { params: { id: order.id } })).allowedActions).toEqual(['withdraw', 'urge'])
    await helper.refused('orders.withdraw', 'forbidden', { params: { id: order.id }, body: {} })
  })

  test('sessions.create: signing in brings what was placed since the phone was confirmed', async () => {
    const phone = newPhone()
    const me = await visitor('openid-later')
    await me.ok('me.update', { body: { phoneCode: wechat.phoneCode(phone) } })
    const order = await place(await world.person(), phone)
    await server.services.db.unitOfWork((em) => em.query('UPDATE orders SET owner_id = NULL WHERE id = ?', [order.id]))
    const again = await visitor('openid-later')
    await again.ok('orders.show', { params: { id: order.id } })
  })
})
