import { ItemContent } from '@xinban/shared/contracts'
import { demoContent, demoItems } from './demo-catalogue'
import { demoStories } from './demo-stories'

test('demo catalogue: as many items as Jintai integrated, each by a name of its own', () => {
  expect(demoItems).toHaveLength(44)
  expect(new Set(demoItems.map(({ name }) => name)).size).toBe(44)
})

test.each(demoItems.map((item) => [item.name, item] as const))('demo catalogue: %s keeps the contract', (_, item) => {
  const content = demoContent(item)
  expect(ItemContent.parse(content)).toEqual(content)
  expect(content.kind).toBe('service')
  expect(content.guide.source).toMatch(/^演示数据/)
})

test('demo catalogue: a number of days stands only where a law or the platform itself states one', () => {
  const numbered = demoItems.filter((item) => item.timeLimit?.workingDays)
  expect(numbered.length).toBeGreaterThan(0)
  for (const { basis, timeLimit } of numbered) {
    expect(basis !== undefined || timeLimit?.words.includes('平台默认时限')).toBe(true)
  }
})

test('demo catalogue: district, streets and communities all offer something', () => {
  expect(new Set(demoItems.map(({ offeredBy }) => offeredBy))).toEqual(
    new Set(['district', 'demo-street', 'streets', 'communities']),
  )
})

test('demo catalogue: every order of the demo asks for an item that is there', () => {
  const names = new Set(demoItems.map(({ name }) => name))
  const asked = demoStories.flatMap(({ place }) => place.item ?? [])
  expect(asked.filter((name) => !names.has(name))).toEqual([])
  expect(asked.length).toBeGreaterThan(0)
})
