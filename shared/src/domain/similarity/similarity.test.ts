import fc from 'fast-check'
import { featuresOf } from './features'
import { orderTexts, side, sides } from './similarity.fixtures'
import { similarity } from './similarity'
import { similarThreshold, weights } from './weights'

const lamps = side(
  '幸福小区3栋楼下路灯不亮',
  '幸福小区3栋前面的两盏路灯已经坏了半个月，晚上一片漆黑，老人下楼容易摔倒，希望尽快修好。',
)
const score = (a: typeof lamps, b: typeof lamps) => similarity(a, b).score

test('the same trouble in other words is similar, in the same place with another trouble or elsewhere less so', () => {
  const same = side('幸福小区路灯坏了没人修', '幸福小区3栋附近路灯坏了很久，晚上漆黑，老人摔倒过，请尽快修好路灯。')
  const otherTrouble = side('幸福小区垃圾没人清运', '幸福小区门口垃圾桶满了一周，气味难闻，苍蝇很多，请安排清运。')
  const otherPlace = side('曙光花园9栋楼下路灯不亮', '曙光花园9栋前面的路灯坏了，晚上看不清路，希望维修。')
  expect(score(lamps, same)).toBeGreaterThan(similarThreshold)
  expect(score(lamps, same)).toBeGreaterThan(score(lamps, otherPlace))
  expect(score(lamps, same)).toBeGreaterThan(score(lamps, otherTrouble))
  expect(score(lamps, otherTrouble)).toBeLessThan(similarThreshold)
})

test('a title alone finds the order', () => {
  expect(score(side('幸福小区3栋路灯不亮'), lamps)).toBeGreaterThan(similarThreshold)
  expect(score(side('公积金怎么提取'), lamps)).toBe(0)
})

test('a form letter about another estate is held back by the place', () => {
  const letter = (estate: string) =>
    side(
      `反对在${estate}小区门口建垃圾中转站`,
      `我们是${estate}小区的住户，听说门口要建垃圾中转站，臭气影响健康，坚决不同意。`,
    )
  expect(score(letter('东风'), letter('东风'))).toBeGreaterThan(0.98)
  expect(score(letter('东风'), letter('向阳'))).toBeLessThan(0.8)
})

test('another county in the title counts against them', () => {
  const question = (area: string) =>
    side(`咨询${area}新生儿医保怎么办理`, '孩子刚出生，想问医保办理需要什么材料，多久生效。')
  const { score: other, parts } = similarity(question('长沙县'), question('望江县'))
  expect(parts.otherArea).toBe(1)
  expect(other).toBeLessThan(score(question('长沙县'), question('长沙县')) * 0.72)
  expect(similarity(question('长沙县'), question('长沙市')).parts.otherArea).toBe(0)
})

test('distance: the same spot names the place, a far one pulls the score down', () => {
  const here = { lat: 34.37, lng: 107.14 }
  const at = (metres: number) => ({
    ...side('路灯不亮', '晚上走路看不清，请派人来修一下路灯。'),
    point: { ...here, lat: here.lat + metres / 111_195 },
  })
  const near = similarity(at(0), at(60))
  expect(near.parts).toMatchObject({ place: 1, otherArea: 0 })
  expect(near.parts.metres).toBeCloseTo(60, 0)
  expect(near.score).toBeGreaterThan(0.98)
  expect(similarity(at(0), at(1500)).score).toBeLessThan(0.65)
  expect(similarity(at(0), side('路灯不亮')).parts.metres).toBeNull()
})

test('no words in common is 0, no words at all too', () => {
  expect(score(side('路灯'), side('公积金'))).toBe(0)
  expect(score(side('请问？'), side('请问？'))).toBe(0)
})

test('symmetric, 0–1, and inputs stay as they were', () => {
  fc.assert(
    fc.property(sides, sides, (a, b) => {
      const before = JSON.stringify([a, b])
      const there = similarity(a, b)
      expect(there).toEqual(similarity(b, a))
      expect(there.score).toBeGreaterThanOrEqual(0)
      expect(there.score).toBeLessThanOrEqual(1)
      expect(JSON.stringify([a, b])).toBe(before)
    }),
  )
})

test('more than 0.9 for itself, whenever it says anything', () => {
  fc.assert(
    fc.property(sides, (a) => {
      fc.pre(a.features.text.length > 0)
      expect(similarity(a, a).score).toBeGreaterThan(0.9)
    }),
  )
})

test('to share more, in words or place, never lowers the score', () => {
  fc.assert(
    fc.property(orderTexts, orderTexts, (a, b) => {
      const [left, right] = [{ features: featuresOf(a) }, { features: featuresOf(b) }]
      const told = { features: featuresOf({ ...a, content: `${a.content}\n${b.title}\n${b.content}` }) }
      const { parts } = similarity(left, right)
      expect(similarity(told, right).parts.contained).toBeGreaterThanOrEqual(parts.contained)
      expect(similarity(told, right).parts.title).toBeGreaterThanOrEqual(parts.title)
    }),
  )
  for (const [name, weight] of Object.entries(weights)) {
    expect(Math.sign(weight)).toBe(name === 'constant' || name === 'otherArea' ? -1 : 1)
  }
})

test('text longer than the sample is still itself', () => {
  const characters = Array.from({ length: 4000 }, (_, index) => String.fromCodePoint(0x4e00 + ((index * 7919) % 20000)))
  const long = side('很长的来信', characters.join(''))
  expect(long.features.text).toHaveLength(1024)
  expect(score(long, long)).toBeGreaterThan(0.9)
  expect(score(long, side('很长的来信', characters.slice(0, 3500).join('')))).toBeGreaterThan(0.9)
})
