import { createIntent } from './intent'

test('a retry of the same thing carries the same key', () => {
  const intent = createIntent()
  expect(intent.keyFor({ title: '灯' })).toBe(intent.keyFor({ title: '灯' }))
})

test('changed words and a new intent carry another', () => {
  const intent = createIntent()
  const first = intent.keyFor({ title: '灯' })
  const changed = intent.keyFor({ title: '路灯' })
  intent.settle()
  const later = intent.keyFor({ title: '路灯' })
  expect(new Set([first, changed, later]).size).toBe(3)
})

test('keys look like UUIDs', () => {
  expect(createIntent().keyFor(1)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
})
