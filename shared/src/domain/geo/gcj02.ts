/** A position in degrees, datum as the function says: WGS-84 (browsers, GPS) or GCJ-02 (WeChat, Chinese maps). */
export interface Point {
  lat: number
  lng: number
}

/** Semi-major axis in metres and first eccentricity squared of the Krasovsky 1940 ellipsoid, on which GCJ-02 rests. */
const semiMajorAxis = 6_378_245
const eccentricitySquared = 0.00669342162296594323
/** Mean radius of the earth in metres (IUGG R1). */
export const earthRadius = 6_371_008.8
/** The box around China in which the published formula shifts; coarse, it takes in border regions of neighbours. */
const box = { south: 0.8293, north: 55.8271, west: 72.004, east: 137.8347 }

export const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Whether a point may lie in China, by the same coarse box; what it refuses is a typing error, such as lat for lng. */
export const isInChina = ({ lat, lng }: Point): boolean =>
  lat >= box.south && lat <= box.north && lng >= box.west && lng <= box.east

type Wave = readonly [amplitude: number, factor: number]
/** Waves of the published formula, in units of 2/3 m; both shifts have the ones along longitude in common. */
const sharedWaves: readonly Wave[] = [
  [20, 6],
  [20, 2],
]
const northWaves: readonly Wave[] = [
  [20, 1],
  [40, 1 / 3],
  [160, 1 / 12],
  [320, 1 / 30],
]
const eastWaves: readonly Wave[] = [
  [20, 1],
  [40, 1 / 3],
  [150, 1 / 12],
  [300, 1 / 30],
]
const sumOf = (waves: readonly Wave[], degrees: number) =>
  waves.reduce((sum, [amplitude, factor]) => sum + (amplitude * 2 * Math.sin(factor * Math.PI * degrees)) / 3, 0)

/** How far GCJ-02 lies from WGS-84 at a WGS-84 position, in degrees. */
function shiftAt({ lat, lng }: Point): Point {
  const x = lng - 105
  const y = lat - 35
  const root = Math.sqrt(Math.abs(x))
  const shared = 0.1 * x * y + sumOf(sharedWaves, x)
  const northMetres = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.2 * root + shared + sumOf(northWaves, y)
  const eastMetres = 300 + x + 2 * y + 0.1 * x * x + 0.1 * root + shared + sumOf(eastWaves, x)
  const sine = Math.sin(radians(lat))
  const flattening = 1 - eccentricitySquared * sine * sine
  const meridianRadius = (semiMajorAxis * (1 - eccentricitySquared)) / (flattening * Math.sqrt(flattening))
  const parallelRadius = (semiMajorAxis / Math.sqrt(flattening)) * Math.cos(radians(lat))
  return {
    lat: (northMetres / meridianRadius) * (180 / Math.PI),
    lng: (eastMetres / parallelRadius) * (180 / Math.PI),
  }
}

/**
 * WGS-84 → GCJ-02, degrees. The transformation is not published officially; the formula is the one that the open
 * implementations agree on (eviltransform, coordtransform; see "Restrictions on geographic data in China", Wikipedia).
 * Outside the box around China nothing is shifted.
 */
export function wgs84ToGcj02(point: Point): Point {
  if (!isInChina(point)) return { lat: point.lat, lng: point.lng }
  const shift = shiftAt(point)
  return { lat: point.lat + shift.lat, lng: point.lng + shift.lng }
}

/**
 * GCJ-02 → WGS-84, degrees, by fixed-point iteration: the shift changes by less than 1 % of a step, so eight rounds
 * leave far less than a millimetre. Identity outside the box.
 */
export function gcj02ToWgs84(point: Point): Point {
  if (!isInChina(point)) return { lat: point.lat, lng: point.lng }
  let guess: Point = { lat: point.lat, lng: point.lng }
  for (let round = 0; round < 8; round++) {
    const shift = shiftAt(guess)
    guess = { lat: point.lat - shift.lat, lng: point.lng - shift.lng }
  }
  return guess
}

/** Great-circle distance in metres (haversine). Both points in the same datum. */
export function distanceMetres(from: Point, to: Point): number {
  const height = Math.sin(radians(to.lat - from.lat) / 2) ** 2
  const width = Math.sin(radians(to.lng - from.lng) / 2) ** 2
  const chord = height + Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * width
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(chord)))
}
