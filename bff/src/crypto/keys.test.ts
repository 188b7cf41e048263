import fs from 'node:fs'
import path from 'node:path'
import { newDir } from '../../test/database'
import { testKeys } from '../../test/server'
import { readEnv } from '../env'
import { loadKeys } from './keys'

const keyOf = (bytes: number) => Buffer.alloc(bytes, 5).toString('base64')

test('keys: demo mode makes its own once, for its owner alone', () => {
  const env = readEnv({ XINBAN_DEMO: '1', XINBAN_DATA_DIR: path.join(newDir(), 'new') })
  const made = loadKeys(env)
  expect(made.data.key).toHaveLength(32)
  expect(made.lookup.equals(made.data.key)).toBe(false)
  expect(fs.statSync(path.join(env.dataDir, 'keys.json')).mode & 0o777).toBe(0o600)
  expect(loadKeys(env)).toEqual(made)
})

test('keys: two demos do not share keys', () => {
  const [one, two] = [newDir(), newDir()].map((dir) => loadKeys(readEnv({ XINBAN_DEMO: '1', XINBAN_DATA_DIR: dir })))
  expect(one?.data.key.equals(two?.data.key ?? Buffer.alloc(0))).toBe(false)
})

test('keys: an ordinary installation takes them from the environment', () => {
  const keys = loadKeys(readEnv(testKeys))
  expect(keys.data.id).toBe('test')
  expect(keys.data.key.equals(Buffer.alloc(32, 7))).toBe(true)
  expect(keys.lookup.equals(Buffer.alloc(32, 9))).toBe(true)
})

test.each([
  ['a data key that is too short', { XINBAN_DATA_KEY: `k1:${keyOf(16)}` }],
  ['a data key without its id', { XINBAN_DATA_KEY: keyOf(32) }],
  ['a look-up key that is too long', { XINBAN_LOOKUP_KEY: keyOf(33) }],
])('keys: refuses %s, and says which', (_, wrong) => {
  const env = readEnv({ ...testKeys, ...wrong })
  expect(() => loadKeys(env)).toThrow(/XINBAN_(DATA|LOOKUP)_KEY must hold 32 bytes/)
})
