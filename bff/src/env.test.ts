import { testKeys } from '../test/server'
import { readEnv } from './env'

test.each([
  [{ NODE_ENV: 'production' }, /NODE_ENV=production/],
  [{ WECHAT_APPID: 'wx1', WECHAT_SECRET: 's' }, /WECHAT_APPID/],
  [{ DATABASE_URL: 'mysql://root@127.0.0.1/x' }, /DATABASE_URL/],
  [{ DATABASE_URL: 'mariadb://root@127.0.0.1/x' }, /DATABASE_URL/],
])('env: demo mode refuses %j', (source, message) => {
  expect(() => readEnv({ XINBAN_DEMO: '1', ...source })).toThrow(message)
  expect(readEnv({ ...testKeys, ...source }).isDemo).toBe(false)
})

test('env: demo mode listens on this machine alone unless told otherwise, and needs no keys', () => {
  expect(readEnv({ XINBAN_DEMO: '1' })).toMatchObject({ isDemo: true, host: '127.0.0.1', port: 3000, dataKey: null })
  expect(readEnv({ XINBAN_DEMO: '1', HOST: '0.0.0.0', PORT: '8080' })).toMatchObject({ host: '0.0.0.0', port: 8080 })
})

test.each([
  ['XINBAN_DATA_KEY', { XINBAN_LOOKUP_KEY: 'x' }],
  ['XINBAN_LOOKUP_KEY', { XINBAN_DATA_KEY: 'x' }],
  ['WECHAT_SECRET', { ...testKeys, WECHAT_APPID: 'wx1' }],
])('env: an ordinary start says that %s is missing', (name, source) => {
  expect(() => readEnv(source)).toThrow(`${name} is not set`)
})

test.each(['-1', '65536', 'http', '1.5'])('env: refuses PORT=%s', (port) => {
  expect(() => readEnv({ ...testKeys, PORT: port })).toThrow(/PORT/)
})

test.each(['0', '-3', 'many'])('env: refuses %s sign-ins a minute', (count) => {
  expect(() => readEnv({ ...testKeys, XINBAN_SIGN_INS_PER_MINUTE: count })).toThrow(/whole number/)
})

test('env: reads a database address with everything in it', () => {
  const env = readEnv({ ...testKeys, DATABASE_URL: 'mysql://xin:p%40ss@db.local:3307/xinban' })
  expect(env.database).toEqual({
    ...{ kind: 'mysql', host: 'db.local', port: 3307, user: 'xin', password: 'p@ss', database: 'xinban' },
  })
})

test('env: refuses a database it does not know', () => {
  expect(() => readEnv({ ...testKeys, DATABASE_URL: 'postgres://localhost/x' })).toThrow(/sqlite: or mysql/)
})
