import { deriveKey, type Keys } from './keys'
import { UrlSigner } from './url-signer'

const keysOf = (byte: number): Keys => ({
  data: { id: 'k1', key: Buffer.alloc(32, byte) },
  lookup: Buffer.alloc(32, 9),
})
const signer = new UrlSigner(deriveKey(keysOf(1), 'file-url'))
const parts = ['an-id', 'full', '1764028800']

test('UrlSigner: knows its own signature, and no other part, order or split', () => {
  const signature = signer.sign(parts)
  expect(signature).toMatch(/^[\w-]{43}$/)
  expect(signer.isSigned(parts, signature)).toBe(true)
  expect(signer.isSigned(['an-id', '1764028800', 'full'], signature)).toBe(false)
  expect(signer.isSigned(['an-idfull', '', '1764028800'], signature)).toBe(false)
  expect(signer.isSigned(['an-id', 'full', '1764028801'], signature)).toBe(false)
  for (const other of ['', signature.slice(1), `${signature}A`, '签'.repeat(43)]) {
    expect(signer.isSigned(parts, other)).toBe(false)
  }
})

test('UrlSigner: a server with another data key does not know it', () => {
  const elsewhere = new UrlSigner(deriveKey(keysOf(2), 'file-url'))
  expect(elsewhere.isSigned(parts, signer.sign(parts))).toBe(false)
})

test('deriveKey: the derived key is not the data key', () => {
  const keys = keysOf(1)
  const derived = deriveKey(keys, 'file-url')
  expect(derived).toHaveLength(32)
  expect(derived.equals(keys.data.key)).toBe(false)
})
