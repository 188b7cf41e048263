import { maskAddress, maskName, maskPhone } from './mask'

test.each([
  ['13800008000', '138****8000'],
  ['0917-1234567', '0917****4567'],
  ['12345', '****45'],
])('phone %s → %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked))

test.each([
  ['王小明', '王**'],
  ['王明', '王**'],
  ['𠮷田', '𠮷**'],
  ['  ', ''],
])('name %s → %s', (name, masked) => expect(maskName(name)).toBe(masked))

test('an address keeps six characters, a short one none', () => {
  expect(maskAddress('曙光路 12 号院 3 号楼')).toBe('曙光路 12****')
  expect(maskAddress('3 号楼')).toBe('****')
})
