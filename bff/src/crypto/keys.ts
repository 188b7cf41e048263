import { hkdfSync, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Env } from '../env'

export interface Keys {
  /** AES-256 key with the id that is stored beside what it sealed. */
  readonly data: { id: string; key: Buffer }
  /** HMAC key of phone look-up, apart from the data key. */
  readonly lookup: Buffer
}

/** Keys from the environment; in demo mode from a local file that is made once, readable by its owner alone. */
export function loadKeys(env: Env): Keys {
  if (env.dataKey !== null && env.lookupKey !== null) {
    const [keyId = '', encoded = ''] = env.dataKey.split(':')
    return {
      data: { id: keyId, key: decodeKey('XINBAN_DATA_KEY', encoded) },
      lookup: decodeKey('XINBAN_LOOKUP_KEY', env.lookupKey),
    }
  }
  const stored = readOrMakeDemoKeys(path.join(env.dataDir, 'keys.json'))
  return { data: { id: 'demo', key: Buffer.from(stored.data, 'base64') }, lookup: Buffer.from(stored.lookup, 'base64') }
}

/** A key of its own for another purpose; it tells nothing about the data key (HKDF, RFC 5869). */
export function deriveKey({ data }: Keys, purpose: 'file-url' | 'device-trace'): Buffer {
  return Buffer.from(hkdfSync('sha256', data.key, Buffer.alloc(0), `xinban:${purpose}`, 32))
}

function decodeKey(name: string, encoded: string): Buffer {
  const key = Buffer.from(encoded, 'base64')
  if (key.length !== 32) throw new Error(`${name} must hold 32 bytes in base64 (XINBAN_DATA_KEY as keyId:base64)`)
  return key
}

function readOrMakeDemoKeys(file: string): { data: string; lookup: string } {
  if (!fs.existsSync(file)) {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    const made = { data: randomBytes(32).toString('base64'), lookup: randomBytes(32).toString('base64') }
    fs.writeFileSync(file, JSON.stringify(made), { mode: 0o600, flag: 'wx' })
  }
  return JSON.parse(fs.readFileSync(file, 'utf8')) as { data: string; lookup: string }
}
