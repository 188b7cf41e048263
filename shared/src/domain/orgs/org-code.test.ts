import { districtOf, isCodeOf, isWithin, mayStandUnder, orgPath } from './org-code'

test.each([
  ['district', '610303', true],
  ['district', '61030', false],
  ['street', '610303001', true],
  ['community', '610303001002', true],
  ['grid', '610303001002001', true],
  ['unit', '610303-U1', true],
  ['unit', 'u1', false],
] as const)('%s %s', (level, code, isValid) => expect(isCodeOf(level, code)).toBe(isValid))

test('each level stands under the one above; a unit under any of the upper three', () => {
  expect(mayStandUnder('community', 'street')).toBe(true)
  expect(mayStandUnder('community', 'district')).toBe(false)
  expect((['district', 'street', 'community'] as const).every((parent) => mayStandUnder('unit', parent))).toBe(true)
  expect(mayStandUnder('unit', 'grid')).toBe(false)
})

test('a territory is a path, and a longer code is not inside a shorter one by its digits', () => {
  const street = orgPath(orgPath(null, '610303'), '610303001')
  expect(street).toBe('/610303/610303001/')
  expect(isWithin(orgPath(street, '610303001002'), street)).toBe(true)
  expect(isWithin('/610303/6103030010/', street)).toBe(false)
  expect(districtOf(street)).toBe('610303')
})
