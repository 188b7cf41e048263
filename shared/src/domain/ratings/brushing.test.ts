import fc from 'fast-check'
import { brushingOf, brushingRules, type DeviceRating } from './brushing'

const start = Date.UTC(2026, 10, 22, 1)
const at = (minutes: number) => new Date(start + minutes * 60_000)
const rating = (orderId: string, ratedAfter: number, part: Partial<DeviceRating> = {}): DeviceRating => ({
  ...{ orderId, ownerId: 'p1', ratedAt: at(ratedAfter), fulfilledAt: at(ratedAfter - 5) },
  ...part,
})

test('three ratings from one device, each within ten minutes of fulfilment', () => {
  const earlier = [rating('a', 0), rating('b', 200)]
  expect(brushingOf(rating('c', 400), earlier)).toEqual([{ pattern: 'soon_after_fulfilment', others: ['a', 'b'] }])
  expect(brushingOf(rating('c', 400), earlier.slice(1))).toEqual([])
  expect(brushingOf(rating('c', 400, { fulfilledAt: at(390) }), earlier)).toHaveLength(1)
  expect(brushingOf(rating('c', 400, { fulfilledAt: at(389) }), earlier)).toEqual([])
  expect(brushingOf(rating('c', 24 * 60 + 1), earlier)).toEqual([])
})

test('two owners from one device within an hour', () => {
  const slow = { fulfilledAt: at(-10_000) }
  const earlier = [rating('a', 0, slow)]
  const byOther = (minutes: number) => rating('b', minutes, { ...slow, ownerId: 'p2' })
  expect(brushingOf(byOther(60), earlier)).toEqual([{ pattern: 'several_owners', others: ['a'] }])
  expect(brushingOf(byOther(61), earlier)).toEqual([])
  expect(brushingOf(rating('b', 10, slow), earlier)).toEqual([])
  expect(brushingOf(byOther(10), earlier, { ...brushingRules, owners: 3 })).toEqual([])
})

const ratings = fc.array(
  fc
    .record({ owner: fc.integer({ min: 1, max: 3 }), minute: fc.integer({ min: 0, max: 3000 }), took: fc.nat(30) })
    .map(({ owner, minute, took }) => ({ owner, ratedAt: at(minute), fulfilledAt: at(minute - took) })),
  { maxLength: 12 },
)

test('a flag never names the rating itself, nor later ones, and an order is named once', () => {
  fc.assert(
    fc.property(ratings, fc.integer({ min: 0, max: 3000 }), (rows, minute) => {
      const earlier = rows.map(({ owner, ...times }, index) => ({
        ...times,
        orderId: `o${index}`,
        ownerId: `p${owner}`,
      }))
      for (const { others } of brushingOf(rating('me', minute), [...earlier, rating('me', 0)])) {
        expect(others.length).toBeGreaterThan(0)
        expect(new Set(others).size).toBe(others.length)
        for (const id of others) {
          const other = earlier.find(({ orderId }) => orderId === id)
          expect(other && other.ratedAt <= at(minute)).toBe(true)
        }
      }
    }),
  )
})

test('more ratings never hide a pattern', () => {
  fc.assert(
    fc.property(ratings, (rows) => {
      const earlier = rows.map(({ owner, ...times }, i) => ({ ...times, orderId: `o${i}`, ownerId: `p${owner}` }))
      const patternsOf = (given: DeviceRating[]) => brushingOf(rating('me', 3000), given).map(({ pattern }) => pattern)
      expect(patternsOf(earlier)).toEqual(expect.arrayContaining(patternsOf(earlier.slice(1))))
    }),
  )
})
