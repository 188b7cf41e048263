import { PersonalData } from './personal-data'

const keys = { data: { id: 'k1', key: Buffer.alloc(32, 1) }, lookup: Buffer.alloc(32, 2) }
const personalData = new PersonalData(keys)

test.each(['王小明', '', 'a'.repeat(5000), '😀 emoji', '13800008000'])(
  'personal data: %j opens as it was sealed',
  (plain) => {
    expect(personalData.open(personalData.seal(plain, 'name'), 'name')).toBe(plain)
  },
)

test('personal data: the same value never looks the same, and says nothing of itself', () => {
  const [one, two] = [personalData.seal('13800008000', 'phone'), personalData.seal('13800008000', 'phone')]
  expect(one).not.toBe(two)
  expect(one.startsWith('k1.')).toBe(true)
  expect(one).not.toContain('138')
  expect(Buffer.from(one.split('.')[3] ?? '', 'base64url').toString()).not.toContain('138')
})

test('personal data: a change in any part is noticed', () => {
  const parts = personalData.seal('王小明', 'name').split('.')
  for (const index of [1, 2, 3]) {
    const bytes = Buffer.from(parts[index] ?? '', 'base64url')
    bytes[0] = (bytes[0] ?? 0) ^ 1
    const tampered = parts.map((part, at) => (at === index ? bytes.toString('base64url') : part)).join('.')
    expect(() => personalData.open(tampered, 'name')).toThrow()
  }
  expect(() => personalData.open(parts.slice(0, 3).join('.'), 'name')).toThrow()
})

test('personal data: a value does not open as another kind, nor with another key', () => {
  const sealed = personalData.seal('13800008000', 'phone')
  expect(() => personalData.open(sealed, 'name')).toThrow()
  const renamed = new PersonalData({ ...keys, data: { ...keys.data, id: 'k2' } })
  expect(() => renamed.open(sealed, 'phone')).toThrow(/key k1, which is not at hand/)
  const other = new PersonalData({ ...keys, data: { id: 'k1', key: Buffer.alloc(32, 3) } })
  expect(() => other.open(sealed, 'phone')).toThrow()
})

test('personal data: objects come back as they were', () => {
  const contact = { name: '王小明', address: '三单元 501' }
  expect(personalData.openJson(personalData.sealJson(contact, 'contact'), 'contact')).toEqual(contact)
})

test('personal data: a phone is found by its digits, under the look-up key alone', () => {
  const hash = personalData.phoneHash('0917-3260000')
  expect(personalData.phoneHash('09173260000')).toBe(hash)
  expect(personalData.phoneHash('09173260001')).not.toBe(hash)
  expect(new PersonalData({ ...keys, lookup: Buffer.alloc(32, 4) }).phoneHash('09173260000')).not.toBe(hash)
  const otherDataKey = new PersonalData({ ...keys, data: { id: 'k9', key: Buffer.alloc(32, 9) } })
  expect(otherDataKey.phoneHash('09173260000')).toBe(hash)
})
