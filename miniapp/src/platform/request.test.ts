import Taro from '@tarojs/taro'
import { answerWith, ok, order, problem, sentTo, signInAs } from '../../test/api-double'
import { asProblem, type ApiProblem } from './problem'
import { call } from './request'
import { session } from './session'

const accept = () => call('orders.accept', { params: { id: 'o1' }, body: {}, version: 3, idempotencyKey: 'k' })
const failure = async (promise: Promise<unknown>): Promise<ApiProblem> =>
  promise.then(
    () => Promise.reject(new Error('it went through')),
    (thrown: unknown) => asProblem(thrown),
  )

beforeEach(() => signInAs())

test('fills the path and carries token, quoted version and key', async () => {
  answerWith({ 'orders.accept': ok<'orders.accept'>(order({ status: 'accepted' })) })
  expect((await accept()).status).toBe('accepted')
  const [sent] = sentTo('orders.accept')
  expect(sent?.url).toBe('http://api.test/api/v1/orders/o1/accept')
  expect(sent?.header).toMatchObject({ authorization: 'Bearer token', 'if-match': '"3"', 'idempotency-key': 'k' })
})

test('puts only what is set into the query, escaped', async () => {
  answerWith({ 'orders.list': ok<'orders.list'>({ items: [], nextCursor: null }) })
  await call('orders.list', { query: { view: 'queue', q: '灯 &', kind: undefined } })
  expect(sentTo('orders.list')[0]?.url).toMatch(/\/orders\?view=queue&q=%E7%81%AF%20%26$/)
})

test('says in plain words that there is no network', async () => {
  answerWith({ 'orders.accept': () => new Error('request:fail timeout') })
  const failed = await failure(accept())
  expect(failed).toMatchObject({ code: 'offline', message: '网络不通，请检查网络后再试', isUndecided: true })
})

test('keeps the words of a problem, and those of each field', async () => {
  const errors = [{ path: 'contact.phone', code: 'invalid_format', message: '电话号码不对' }]
  answerWith({ 'orders.accept': () => problem(422, 'invalid', '有一项填得不对', errors) })
  const failed = await failure(accept())
  expect(failed).toMatchObject({ code: 'invalid', message: '有一项填得不对', isUndecided: false })
  expect(failed.fields).toEqual({ 'contact.phone': '电话号码不对' })
})

test('an answer that is not ours gets words of our own', async () => {
  answerWith({ 'orders.accept': () => ({ statusCode: 502, data: '<html>Bad Gateway</html>' }) })
  expect(await failure(accept())).toMatchObject({ code: 'unreadable', status: 502, isUndecided: true })
})

test('a session that ended is dropped, and nobody is led away from what they look at', async () => {
  answerWith({ 'orders.list': () => problem(401, 'not_signed_in', '登录已失效，请重新登录') })
  expect(await failure(call('orders.list', { query: { view: 'mine' } }))).toMatchObject({ code: 'not_signed_in' })
  expect(session.get()).toBeNull()
  expect(Taro.navigateTo).not.toHaveBeenCalled()
})

test('a wrong password keeps whoever is signed in', async () => {
  answerWith({ 'sessions.create': () => problem(401, 'wrong_credentials', '账号或密码不对') })
  await failure(call('sessions.create', { body: { provider: 'password', account: 'a', password: 'b' } }))
  expect(session.get()).not.toBeNull()
  expect(Taro.navigateTo).not.toHaveBeenCalled()
})
