import { countRows, dump } from '../../../test/database'
import { openTestServer, serve, openTestServices, type TestServer } from '../../../test/server'
import { ApiClient } from '../../../test/client'
import type { Caller, World } from '../../../test/world'
import { query } from '../../db/sql'
import { sweepSignIns } from './commands/password-attempts'

let server: TestServer
let world: World
let district: Caller
beforeAll(async () => {
  server = await openTestServer()
  world = await server.world()
  district = await world.staff('district_admin', world.code)
})
afterAll(() => server.close())
beforeEach(() => server.clock.reset())

const password = 'correct horse 42'
let accounts = 0
async function newAccount(): Promise<string> {
  accounts += 1
  const account = `staff${accounts}`
  await district.ok('members.grant', {
    body: { account, name: '李建国', role: 'community_staff', orgCode: world.community, password },
  })
  return account
}
const signIn = (account: string, guess: string) =>
  server.anyone.call('sessions.create', { body: { provider: 'password', account, password: guess } })
const codeOf = (reply: Awaited<ReturnType<typeof signIn>>) => (reply.isOk ? 'ok' : reply.problem.code)

test('sessions.create password: signs in, and answers the person masked with their roles', async () => {
  const account = await newAccount()
  const session = await server.anyone.ok('sessions.create', { body: { provider: 'password', account, password } })
  expect(session.person.name).toBe('李**')
  expect(session.memberships).toMatchObject([{ role: 'community_staff', org: { code: world.community } }])
  expect(session.expiresAt).toBe('2026-11-22T21:00:00+08:00')
  const me = await new ApiClient(server.url, session.token).ok('me.show')
  expect(me).toEqual({ person: session.person, memberships: session.memberships })
})

test('sessions.create password: account names are the same in any case and with spaces around', async () => {
  const account = await newAccount()
  expect(codeOf(await signIn(` ${account.toUpperCase()} `, password))).toBe('ok')
})

test('sessions.create password: the password is stored as argon2id alone', async () => {
  const name = await newAccount()
  const account = (await dump(server.services.db)).accounts?.find((row) => row.name === name)
  expect(account?.password_hash).toMatch(/^\$argon2id\$v=19\$m=\d{5,},t=[2-9]\d*,p=\d+\$/)
  expect(JSON.stringify(account)).not.toContain(password)
})

test('sessions.create password: wrong password, unknown account and account without a password answer alike', async () => {
  const account = await newAccount()
  const body = (name: string) => ({ body: { provider: 'password', account: name, password: 'wrong password' } })
  const wrong = await server.anyone.refused('sessions.create', 'wrong_credentials', body(account))
  const unknown = await server.anyone.refused('sessions.create', 'wrong_credentials', body('nobody'))
  expect({ ...unknown, requestId: '', headers: null }).toEqual({ ...wrong, requestId: '', headers: null })
})

test('sessions.create password: the fifth wrong one locks, the right one does not open before 15 minutes are over', async () => {
  const account = await newAccount()
  for (let attempt = 1; attempt <= 5; attempt++) {
    expect(codeOf(await signIn(account, 'wrong password'))).toBe('wrong_credentials')
  }
  const locked = await server.anyone.refused('sessions.create', 'account_locked', {
    body: { provider: 'password', account, password },
  })
  expect(locked.headers.get('retry-after')).toBe('900')
  expect(locked.detail).toContain('15 分钟')
  server.clock.advance({ minutes: 14, ms: 59_999 })
  expect(codeOf(await signIn(account, password))).toBe('account_locked')
  server.clock.advance({ ms: 1 })
  expect(codeOf(await signIn(account, password))).toBe('ok')
})

test('sessions.create password: a right one sets the count back', async () => {
  const account = await newAccount()
  for (let round = 1; round <= 2; round++) {
    for (let attempt = 1; attempt <= 4; attempt++) await signIn(account, 'wrong password')
    expect(codeOf(await signIn(account, password))).toBe('ok')
  }
})

test('sessions.create password: 20 wrong ones at once get five tries, and the account is locked', async () => {
  const account = await newAccount()
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, number) => signIn(account, `wrong number ${number}`)),
  )
  const codes = replies.map(codeOf)
  expect(codes.filter((code) => code === 'wrong_credentials')).toHaveLength(5)
  expect(codes.filter((code) => code === 'account_locked')).toHaveLength(15)
  expect(codeOf(await signIn(account, password))).toBe('account_locked')
})

test('sessions.create password: a name that nobody has locks like any other', async () => {
  for (let attempt = 1; attempt <= 5; attempt++) {
    expect(codeOf(await signIn('no-such-account', 'wrong password'))).toBe('wrong_credentials')
  }
  expect(codeOf(await signIn(' No-Such-Account', 'wrong password'))).toBe('account_locked')
})

test('sessions that are over and counts whose lock is over are swept, others stay', async () => {
  const { services, clock } = server
  await signIn(await newAccount(), password)
  await signIn('nobody-else', 'wrong password')
  const left = async () => ({
    over: (await query(services.db.reader, 'SELECT 1 FROM sessions WHERE expires_at < ?', [clock.now()])).length,
    attempts: await countRows(services.db, 'password_attempts'),
  })
  expect(await sweepSignIns({ services, now: clock.now() })).toBe(0)
  expect((await left()).attempts).toBeGreaterThan(0)
  clock.advance({ hours: 13 })
  expect(await sweepSignIns({ services, now: clock.now() })).toBeGreaterThanOrEqual(2)
  expect(await left()).toEqual({ over: 0, attempts: 0 })
  await district.ok('me.show', {})
})

test('sessions.create demo: does not exist outside of demo mode', async () => {
  await server.anyone.refused('sessions.create', 'forbidden', { body: { provider: 'demo', account: 'resident-1' } })
})

test('sessions.create wechat: says so when WeChat is not set up', async () => {
  await server.anyone.refused('sessions.create', 'forbidden', { body: { provider: 'wechat', code: 'x' } })
})

test('sessions.create: an old token in the header does not keep anyone from signing in', async () => {
  const account = await newAccount()
  const withOldToken = new ApiClient(server.url, 'a-token-of-yesterday')
  await withOldToken.ok('sessions.create', { body: { provider: 'password', account, password } })
  await withOldToken.ok('site.show')
})

test('sessions.create: too many a minute from one address are refused with the time to wait', async () => {
  const limited = await serve({ ...server.services, env: { ...server.services.env, signInsPerMinute: 3 } })
  const body = { provider: 'password', account: 'nobody', password: 'wrong password' }
  for (let attempt = 1; attempt <= 3; attempt++) {
    await limited.anyone.refused('sessions.create', 'wrong_credentials', { body })
  }
  const refused = await limited.anyone.refused('sessions.create', 'too_many_requests', { body })
  expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60)
  await limited.stopListening()
})

test('sessions: an unknown, an ended and an expired token are 401', async () => {
  await new ApiClient(server.url, 'no-such-token').refused('me.show', 'not_signed_in')
  await server.anyone.refused('me.show', 'not_signed_in')
  const account = await newAccount()
  const { token } = await server.anyone.ok('sessions.create', { body: { provider: 'password', account, password } })
  const me = new ApiClient(server.url, token)
  server.clock.advance({ hours: 11, minutes: 59 })
  await me.ok('me.show')
  server.clock.advance({ minutes: 1 })
  await me.refused('me.show', 'not_signed_in')
})

test('sessions.end: the token is dead at once, the other sessions of the person live on', async () => {
  const account = await newAccount()
  const body = { provider: 'password' as const, account, password }
  const [one, two] = [
    await server.anyone.ok('sessions.create', { body }),
    await server.anyone.ok('sessions.create', { body }),
  ].map(({ token }) => new ApiClient(server.url, token))
  await one?.ok('sessions.end')
  await one?.refused('me.show', 'not_signed_in')
  await one?.refused('sessions.end', 'not_signed_in')
  await two?.ok('me.show')
})

test('me.change-password: the new one signs in, the old one does not, other sessions end', async () => {
  const account = await newAccount()
  const body = { provider: 'password' as const, account, password }
  const mine = new ApiClient(server.url, (await server.anyone.ok('sessions.create', { body })).token)
  const other = new ApiClient(server.url, (await server.anyone.ok('sessions.create', { body })).token)
  await mine.ok('me.change-password', { body: { current: password, next: 'another horse 43' } })
  expect((await mine.ok('me.show')).person.hasPassword).toBe(true)
  await other.refused('me.show', 'not_signed_in')
  expect(codeOf(await signIn(account, password))).toBe('wrong_credentials')
  expect(codeOf(await signIn(account, 'another horse 43'))).toBe('ok')
})

test('me.change-password: five wrong ones lock the account there and at signing in', async () => {
  const account = await newAccount()
  const body = { provider: 'password' as const, account, password }
  const mine = new ApiClient(server.url, (await server.anyone.ok('sessions.create', { body })).token)
  const change = (current: string) => ({ body: { current, next: 'another horse 43' } })
  for (let attempt = 1; attempt <= 5; attempt++) await mine.refused('me.change-password', 'invalid', change('a guess'))
  await mine.refused('me.change-password', 'account_locked', change(password))
  expect(codeOf(await signIn(account, password))).toBe('account_locked')
})

test('me.change-password: 401, 403 without a password of one’s own, 422 for a wrong or weak one', async () => {
  const account = await newAccount()
  const session = await server.anyone.ok('sessions.create', { body: { provider: 'password', account, password } })
  const mine = new ApiClient(server.url, session.token)
  const change = (current: string, next: string) => ({ body: { current, next } })
  await server.anyone.refused('me.change-password', 'not_signed_in', change(password, 'another horse 43'))
  const resident = await world.person()
  await resident.refused('me.change-password', 'forbidden', change(password, 'another horse 43'))
  const wrong = await mine.refused('me.change-password', 'invalid', change('not my password', 'another horse 43'))
  expect(wrong.errors).toMatchObject([{ path: 'current', code: 'wrong' }])
  for (const weak of ['short', '1234567890123', 'aaaaaaaaaaaa', `${account}-abc-xyz`]) {
    const refusal = await mine.refused('me.change-password', 'invalid', change(password, weak))
    expect(refusal.errors).toMatchObject([{ path: 'next', code: 'weak' }])
  }
})

describe('demo mode', () => {
  test('sessions.create demo: a demo account needs no password; an ordinary or unknown one does not come in', async () => {
    const services = await openTestServices()
    const demo = await serve({ ...services, env: { ...services.env, isDemo: true } })
    const place = await demo.world()
    const admin = await place.staff('district_admin', place.code)
    const grant = { name: '李建国', role: 'community_staff' as const, orgCode: place.community, password }
    await admin.ok('members.grant', { body: { ...grant, account: 'shown' } })
    await admin.ok('members.grant', { body: { ...grant, account: 'ordinary' } })
    await services.db.unitOfWork((em) => em.query("UPDATE accounts SET is_demo = 1 WHERE name = 'shown'"))
    const session = await demo.anyone.ok('sessions.create', { body: { provider: 'demo', account: 'shown' } })
    expect(session.memberships).toMatchObject([{ role: 'community_staff' }])
    expect(await countRows(services.db, 'sessions', "provider = 'demo'")).toBe(1)
    for (const account of ['ordinary', 'nobody']) {
      await demo.anyone.refused('sessions.create', 'wrong_credentials', { body: { provider: 'demo', account } })
    }
    await demo.close()
  })
})
