import type { Point } from '@xinban/shared/domain'
import type { HallRow } from './hall.entity'

type Stored = Pick<HallRow, 'latE6' | 'lngE6'>

export const toMillionths = (degrees: number): number => Math.round(degrees * 1e6)
export const storeHallPoint = (point: Point | null | undefined): Stored =>
  point ? { latE6: toMillionths(point.lat), lngE6: toMillionths(point.lng) } : { latE6: null, lngE6: null }
export const readHallPoint = ({ latE6, lngE6 }: Stored): Point | null =>
  latE6 === null || lngE6 === null ? null : { lat: latE6 / 1e6, lng: lngE6 / 1e6 }
