import { createHmac, timingSafeEqual } from 'node:crypto'

/** Signs what a URL says, so that the server knows its own URLs again (HMAC-SHA-256). */
export class UrlSigner {
  constructor(private readonly key: Buffer) {}

  /** @param parts none of them with a line break, which keeps them apart */
  sign(parts: readonly string[]): string {
    return createHmac('sha256', this.key).update(parts.join('\n')).digest('base64url')
  }

  /** Compares in constant time, and the text itself: other spellings of the same bytes are no signature. */
  isSigned(parts: readonly string[], signature: string): boolean {
    const expected = Buffer.from(this.sign(parts))
    const given = Buffer.from(signature)
    return given.length === expected.length && timingSafeEqual(given, expected)
  }
}
