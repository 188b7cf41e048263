import fc from 'fast-check'
import { distanceMetres, type Point } from './gcj02'
import { boxAround, communityMargin, communityReach, likelyCommunity, sayDistance } from './nearby'

const centre: Point = { lat: 34.36, lng: 107.14 }
/** So many metres north of a point. */
const north = (metres: number, { lat, lng }: Point = centre): Point => ({ lat: lat + metres / 111_195, lng })
const inside = (point: Point, box: ReturnType<typeof boxAround>) =>
  point.lat >= box.south && point.lat <= box.north && point.lng >= box.west && point.lng <= box.east

test('the box holds everything within the distance, and nothing half as far again along an axis', () => {
  const inChina = fc.record({
    lat: fc.double({ min: 3, max: 53, noNaN: true }),
    lng: fc.double({ min: 74, max: 135, noNaN: true }),
  })
  const offset = fc.double({ min: -0.05, max: 0.05, noNaN: true })
  fc.assert(
    fc.property(inChina, offset, offset, fc.integer({ min: 10, max: 5000 }), (from, dLat, dLng, metres) => {
      const to = { lat: from.lat + dLat, lng: from.lng + dLng }
      if (distanceMetres(from, to) <= metres) expect(inside(to, boxAround(from, metres))).toBe(true)
    }),
  )
  const box = boxAround(centre, 1000)
  expect(inside(north(990), box)).toBe(true)
  expect(inside(north(1500), box)).toBe(false)
  expect(distanceMetres(centre, { lat: centre.lat, lng: box.east })).toBeCloseTo(1000, -1)
})

test.each([
  [0, '不到 20 米'],
  [19.9, '不到 20 米'],
  [20, '约 20 米'],
  [123, '约 120 米'],
  [994, '约 990 米'],
  [995, '约 1.0 公里'],
  [1234, '约 1.2 公里'],
])('%d metres are %s', (metres, words) => {
  expect(sayDistance(metres)).toBe(words)
})

describe('likelyCommunity', () => {
  const place = (communityCode: string, metres: number) => ({ communityCode, point: north(metres) })

  test('is that of the nearest place', () => {
    expect(likelyCommunity(centre, [place('b', 400), place('a', 100), place('a', 900)])).toBe('a')
  })
  test('is unknown without a place in reach', () => {
    expect(likelyCommunity(centre, [])).toBeNull()
    expect(likelyCommunity(centre, [place('a', communityReach + 5)])).toBeNull()
    expect(likelyCommunity(centre, [place('a', communityReach - 5)])).toBe('a')
  })
  test('is unknown where another is almost as near', () => {
    expect(likelyCommunity(centre, [place('a', 100), place('b', 100 + communityMargin - 5)])).toBeNull()
    expect(likelyCommunity(centre, [place('a', 100), place('b', 100 + communityMargin + 5)])).toBe('a')
  })
  test('is the same in whatever order places come, and always one of them', () => {
    const some = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 900 })), { maxLength: 8 })
    fc.assert(
      fc.property(some, (pairs) => {
        const places = pairs.map(([code, metres]) => place(code, metres))
        const found = likelyCommunity(centre, places)
        expect(likelyCommunity(centre, [...places].reverse())).toBe(found)
        if (found !== null) expect(places.map(({ communityCode }) => communityCode)).toContain(found)
      }),
    )
  })
})
