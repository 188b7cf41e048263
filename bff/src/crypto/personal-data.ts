import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { Keys } from './keys'

/** What a sealed value is; bound to the ciphertext, so that one column's value does not open as another's. */
export type Purpose = 'name' | 'phone' | 'contact' | 'point' | 'beneficiary' | 'ballot-key'

/** Seals personal data at rest with AES-256-GCM and finds phones by a keyed hash under a second key. */
export class PersonalData {
  constructor(private readonly keys: Keys) {}

  /** `keyId.iv.tag.ciphertext`, base64url. */
  seal(plain: string, purpose: Purpose): string {
    const iv = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', this.keys.data.key, iv).setAAD(Buffer.from(purpose))
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
    return [this.keys.data.id, ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.')
  }

  /** Throws when the value was changed, belongs to another purpose, or was sealed with a key that is not at hand. */
  open(sealed: string, purpose: Purpose): string {
    const [keyId, iv = '', tag = '', body = ''] = sealed.split('.')
    if (keyId !== this.keys.data.id) throw new Error(`personal data was sealed with key ${keyId}, which is not at hand`)
    const decipher = createDecipheriv('aes-256-gcm', this.keys.data.key, Buffer.from(iv, 'base64url'))
      .setAAD(Buffer.from(purpose))
      .setAuthTag(Buffer.from(tag, 'base64url'))
    return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8')
  }

  sealJson(value: object, purpose: Purpose): string {
    return this.seal(JSON.stringify(value), purpose)
  }

  openJson<T extends object>(sealed: string, purpose: Purpose): T {
    return JSON.parse(this.open(sealed, purpose)) as T
  }

  /** Equal for equal phones, whatever separators were typed; useless without the look-up key. */
  phoneHash(phone: string): string {
    return createHmac('sha256', this.keys.lookup).update(phone.replace(/\D/g, '')).digest('hex')
  }

  /** Of what was typed as the name of an account, which may be anything, a password too. */
  nameHash(name: string): string {
    return createHmac('sha256', this.keys.lookup).update(`name:${name}`).digest('hex')
  }
}
