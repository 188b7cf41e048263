import fc from 'fast-check'
import { side, sides } from './similarity.fixtures'
import { maxSimilarCandidates, rankSimilar } from './rank-similar'

const draft = side('东风小区3栋路灯不亮')
const candidates = [
  { id: 'a', ...side('东风小区垃圾没人清') },
  { id: 'b', ...side('东风小区3栋路灯坏了', '东风小区3栋前的路灯坏了，晚上很黑。') },
  { id: 'c', ...side('公积金怎么提取') },
  { id: 'd', ...side('东风小区3栋路灯不亮') },
]
const many = fc.uniqueArray(fc.record({ id: fc.uuid(), side: sides }), { selector: ({ id }) => id, maxLength: 12 })

test('best first, from the threshold on, at most the limit', () => {
  const ids = (threshold: number, limit = 9) =>
    rankSimilar(draft, candidates, { threshold, limit }).map(({ candidate }) => candidate.id)
  expect(ids(0.3).slice(0, 2)).toEqual(['d', 'b'])
  expect(ids(0.3, 1)).toEqual(['d'])
  expect(ids(0.95)).toEqual(['d'])
  expect(rankSimilar(draft, candidates, { threshold: 0.95, limit: 1 })[0]).toMatchObject({
    parts: { text: 1, title: 1 },
  })
})

test('the order of the candidates makes no difference, and they stay as they were', () => {
  fc.assert(
    fc.property(sides, many, (from, entries) => {
      const all = entries.map(({ id, side: { features, point } }) => ({ id, features, point }))
      const before = JSON.stringify(all)
      const options = { limit: 5, threshold: 0.1 }
      const ranked = rankSimilar(from, all, options)
      expect(rankSimilar(from, all.toReversed(), options)).toEqual(ranked)
      expect(ranked.every(({ score }, index) => score >= 0.1 && score <= (ranked[index - 1]?.score ?? 1))).toBe(true)
      expect(JSON.stringify(all)).toBe(before)
    }),
  )
})

test('more candidates than an index should pick are refused', () => {
  const crowd = Array.from({ length: maxSimilarCandidates + 1 }, (_, index) => ({ ...draft, id: String(index) }))
  expect(() => rankSimilar(draft, crowd, { limit: 5, threshold: 0 })).toThrow(RangeError)
})
