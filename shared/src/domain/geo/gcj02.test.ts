import fc from 'fast-check'
import { distanceMetres, gcj02ToWgs84, isInChina, wgs84ToGcj02 } from './gcj02'

/** Well inside the box, so that no shift leads out of it. */
const inChina = fc.record({
  lat: fc.double({ min: 3, max: 53, noNaN: true }),
  lng: fc.double({ min: 74, max: 135, noNaN: true }),
})
const anywhere = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
})

/** Reference pairs that open implementations test against (eviltransform), WGS-84 and GCJ-02. */
test.each([
  ['Shanghai', { lat: 31.1774276, lng: 121.5272106 }, { lat: 31.17530398364597, lng: 121.531541859215 }],
  ['Shenzhen', { lat: 22.543847, lng: 113.912316 }, { lat: 22.540796131694766, lng: 113.9171764808363 }],
  ['Beijing', { lat: 39.911954, lng: 116.377817 }, { lat: 39.91334545536069, lng: 116.38404722455657 }],
])('%s: the shift agrees with the reference to a centimetre, both ways', (_city, wgs84, gcj02) => {
  expect(distanceMetres(wgs84ToGcj02(wgs84), gcj02)).toBeLessThan(0.01)
  expect(distanceMetres(gcj02ToWgs84(gcj02), wgs84)).toBeLessThan(0.01)
})

test.each([
  ['London', { lat: 51.5007, lng: -0.1246 }],
  ['Sydney', { lat: -33.8568, lng: 151.2153 }],
])('%s is not shifted', (_city, point) => {
  expect(wgs84ToGcj02(point)).toEqual(point)
  expect(gcj02ToWgs84(point)).toEqual(point)
})

test('there and back is less than a millimetre anywhere in China', () => {
  fc.assert(
    fc.property(inChina, (point) => {
      expect(distanceMetres(gcj02ToWgs84(wgs84ToGcj02(point)), point)).toBeLessThan(0.001)
      expect(distanceMetres(wgs84ToGcj02(gcj02ToWgs84(point)), point)).toBeLessThan(0.001)
    }),
  )
})

test('the shift is some hundred metres, never kilometres', () => {
  fc.assert(fc.property(inChina, (point) => distanceMetres(point, wgs84ToGcj02(point)) < 2000))
})

test('distances: a degree of latitude, a quarter of the equator, the antipode', () => {
  expect(distanceMetres({ lat: 34, lng: 107 }, { lat: 35, lng: 107 })).toBeCloseTo(111_195, -1)
  expect(distanceMetres({ lat: 0, lng: 0 }, { lat: 0, lng: 90 })).toBeCloseTo(10_007_557, -1)
  expect(distanceMetres({ lat: 90, lng: 0 }, { lat: -90, lng: 0 })).toBeCloseTo(20_015_115, -1)
})

test('distance is symmetric and zero only on the spot', () => {
  fc.assert(
    fc.property(anywhere, anywhere, (from, to) => {
      expect(distanceMetres(from, to)).toBeCloseTo(distanceMetres(to, from), 6)
      expect(distanceMetres(from, from)).toBe(0)
    }),
  )
})

test('a point with latitude and longitude mixed up is not in China', () => {
  expect(isInChina({ lat: 34.36, lng: 107.14 })).toBe(true)
  expect(isInChina({ lat: 107.14, lng: 34.36 })).toBe(false)
  expect(isInChina({ lat: 0, lng: 0 })).toBe(false)
})
