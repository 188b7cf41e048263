import { keep, readKept } from './storage'

const key = 'device'
let own: string | undefined

/**
 * What this device calls itself: 32 random hexadecimal digits, made once and kept over sign-ins. The server keeps a
 * keyed hash of it for 30 days, against brushed ratings; it is no secret and no credential, so any randomness will do.
 */
export function deviceId(): string {
  own ??= readKept<string>(key)
  if (own === undefined) {
    own = Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16)).join('')
    keep(key, own)
  }
  return own
}
