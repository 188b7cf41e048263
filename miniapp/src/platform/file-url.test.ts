import { fileUrl, isExpired } from './file-url'

test('a reference is relative to the server', () => {
  expect(fileUrl('/api/v1/files/f1?variant=full')).toBe('http://api.test/api/v1/files/f1?variant=full')
})

test('its ten minutes are over at the second that it names', () => {
  const url = '/api/v1/files/f1?variant=full&expires=1000&signature=s'
  expect(isExpired(url, new Date(999_999))).toBe(false)
  expect(isExpired(url, new Date(1_000_000))).toBe(true)
  expect(isExpired('/no-expiry', new Date())).toBe(false)
})
