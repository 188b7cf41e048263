import { distanceMetres, earthRadius, radians, type Point } from './gcj02'

/** A rectangle of degrees, for an index to look in before distances are reckoned. */
export interface GeoBox {
  south: number
  north: number
  west: number
  east: number
}

/**
 * The least box that holds everything within `metres` of a point; it holds corners that are farther. Not for points
 * nearer than that to a pole or to the meridian of 180°, which are far from here.
 */
export function boxAround({ lat, lng }: Point, metres: number): GeoBox {
  const angle = metres / earthRadius
  const degrees = (value: number) => (value * 180) / Math.PI
  const width = degrees(Math.asin(Math.min(1, Math.sin(angle) / Math.cos(radians(lat)))))
  const height = degrees(angle)
  return { south: lat - height, north: lat + height, west: lng - width, east: lng + width }
}

/** A distance as people say it: `不到 20 米`, `约 120 米`, `约 1.2 公里`. */
export function sayDistance(metres: number): string {
  if (metres < 20) return '不到 20 米'
  if (metres < 995) return `约 ${Math.round(metres / 10) * 10} 米`
  return `约 ${(metres / 1000).toFixed(1)} 公里`
}

/** How far the nearest known place may be for a position to be taken for its community, in metres. */
export const communityReach = 500
/** How much farther every place of another community must be, in metres: twice what a phone is usually off by. */
export const communityMargin = 60

interface PlacedInCommunity {
  readonly communityCode: string
  readonly point: Point
}

/**
 * The community that a position most likely lies in, by the places nearby; null where that would be a guess: nothing
 * known within `communityReach`, or another community's place almost as near. Borders are not known to us.
 */
export function likelyCommunity(position: Point, places: readonly PlacedInCommunity[]): string | null {
  const nearest = new Map<string, number>()
  for (const { communityCode, point } of places) {
    const metres = distanceMetres(position, point)
    nearest.set(communityCode, Math.min(metres, nearest.get(communityCode) ?? Infinity))
  }
  const [first, second] = [...nearest].sort(([, a], [, b]) => a - b)
  if (!first || first[1] > communityReach) return null
  return second && second[1] - first[1] < communityMargin ? null : first[0]
}
