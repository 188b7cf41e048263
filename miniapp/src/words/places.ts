import type { Place } from '@xinban/shared/contracts'
import { placeKindWords, sayDistance, type Point, type Role } from '@xinban/shared/domain'

/** `小区（院） · 约 120 米`; with its community where that is not the one at hand. */
export const tellPlace = ({ kind, distanceMetres, communityCode, communityName }: Place, homeCode: string): string =>
  [
    placeKindWords[kind],
    distanceMetres === null ? null : sayDistance(distanceMetres),
    communityCode === homeCode ? null : communityName,
  ]
    .filter(Boolean)
    .join(' · ')

/** A position as the API takes it: to ten metres or so, which is as much as finding what is near needs. */
export const asNear = ({ lat, lng }: Point): string => `${lat.toFixed(4)},${lng.toFixed(4)}`

/** Farther off than this, in metres, a position does not tell which community one stands in. */
const sureMetres = 200
export const isRough = (accuracyMetres: number | null): boolean =>
  accuracyMetres !== null && accuracyMetres > sureMetres

/** Whose workbench leads to the list of places. The server decides what they may change. */
export const keepsPlaces = (role: Role): boolean =>
  role === 'community_staff' || role === 'street_staff' || role === 'district_admin'
