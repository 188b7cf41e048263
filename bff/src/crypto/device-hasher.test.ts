import { DeviceHasher } from './device-hasher'

const hasher = new DeviceHasher(Buffer.alloc(32, 1))
const device = 'a-device-of-somebody'
const at = (date: string) => new Date(`${date}T00:00:00Z`)

test('the same within a month, another one in the next, for another device, and under another key', () => {
  const hash = hasher.hash(device, at('2026-11-01'))
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect(hasher.hash(device, at('2026-11-30'))).toBe(hash)
  expect(hasher.hash(device, at('2026-12-01'))).not.toBe(hash)
  expect(hasher.hash(`${device}-2`, at('2026-11-01'))).not.toBe(hash)
  expect(new DeviceHasher(Buffer.alloc(32, 2)).hash(device, at('2026-11-01'))).not.toBe(hash)
})

test('30 days may touch three months', () => {
  const [from, to] = [at('2027-01-30'), at('2027-03-01')]
  const months = ['2027-01-01', '2027-02-01', '2027-03-01']
  expect(hasher.hashes(device, from, to)).toEqual(months.map((month) => hasher.hash(device, at(month))))
})
