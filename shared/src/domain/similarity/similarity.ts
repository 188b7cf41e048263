import { distanceMetres, type Point } from '../geo/gcj02'
import type { TextFeatures } from './features'
import { cosine, countCommon, shareFound } from './overlap'
import { areaKind } from './place-words'

export interface SimilarSide {
  features: TextFeatures
  /** GCJ-02. */
  point?: Point | null
}

export interface SimilarityParts {
  /** How far both say the same, 0–1. */
  words: number
  /** How far they name the same places, or stand on the same spot, 0–1; null when one of them gives neither. */
  place: number | null
  /** How many place words they share. */
  sharedPlaces: number
  /** Whether their titles name different cities, counties or districts. */
  isOtherArea: boolean
  /** Metres between their points; null unless both have one. */
  metres: number | null
}

export interface Similarity {
  /** 0 nothing in common – 1 the same. */
  score: number
  parts: SimilarityParts
}

/** Set by the pairs marked `tune` of `scripts/data/similar-pairs.csv`; see `docs/similar-orders.md`. */
const weights = {
  /** Share of the whole text, the rest goes to titles found in the other's text. */
  text: 0.75,
  /** `words` is raised to this when no place is known, */
  unknownPlacePower: 2,
  /** to this when the places differ, */
  otherPlacePower: 1.6,
  /** and to as much less when they are the same and there are many of them. */
  samePlaceRelief: 0.5,
  otherPlaceFactor: 0.5,
  otherAreaFactor: 0.5,
} as const

/** From which score on two orders are taken for the same: the highest that keeps 0.9 of the pairs marked `tune`. */
export const similarThreshold = 0.28

/** Chosen, not measured: pins of one spot lie within 100 m; from there e-fold per 500 m, down to a floor for bad pins. */
const near = { sameSpotMetres: 100, scaleMetres: 500, floor: 0.3 } as const

/**
 * How likely two orders say the same trouble in the same place. Symmetric, 1 for an order with itself (when it has
 * words), inputs untouched. Time plays no part. See `docs/similar-orders.md` for precision and recall.
 */
export function similarity(a: SimilarSide, b: SimilarSide): Similarity {
  const metres = a.point && b.point ? distanceMetres(a.point, b.point) : null
  const closeness = metres === null ? null : Math.exp(-Math.max(0, metres - near.sameSpotMetres) / near.scaleMetres)
  const parts = {
    words: wordsInCommon(a.features, b.features),
    place: placeInCommon(a.features, b.features, closeness),
    sharedPlaces: countCommon(a.features.places, b.features.places),
    isOtherArea: nameOtherAreas(a.features.areas, b.features.areas),
    metres,
  }
  const nearness = closeness === null ? 1 : near.floor + (1 - near.floor) * closeness
  // The square root spreads the low scores, where the useful thresholds lie.
  return { score: Math.sqrt(scoreOf(parts) * nearness), parts }
}

function scoreOf({ words, place, sharedPlaces, isOtherArea }: Omit<SimilarityParts, 'metres'>): number {
  const area = isOtherArea ? weights.otherAreaFactor : 1
  if (place === null) return words ** weights.unknownPlacePower * area
  // One shared word may be chance, and raises little; three are a place.
  const relief = (weights.samePlaceRelief * place * sharedPlaces) / (sharedPlaces + 1)
  const factor = weights.otherPlaceFactor + (1 - weights.otherPlaceFactor) * place
  return words ** (weights.otherPlacePower - relief) * factor * area
}

function wordsInCommon(a: TextFeatures, b: TextFeatures): number {
  const texts = cosine(a.text, b.text, Math.min(a.bar, b.bar))
  const titles = meanOf([titleFound(a, b), titleFound(b, a)])
  return titles === null ? texts : weights.text * texts + (1 - weights.text) * titles
}

/** Which share of the title stands in the other's text, as far as its sample can tell; null for a title of no words. */
const titleFound = (from: TextFeatures, other: TextFeatures): number | null =>
  shareFound(from.title, other.text, other.bar) ?? shareFound(from.title, other.title)

function meanOf(shares: readonly (number | null)[]): number | null {
  const known = shares.filter((share) => share !== null)
  return known.length === 0 ? null : known.reduce((sum, share) => sum + share, 0) / known.length
}

/** Place words count when a title names one and the other side has any; a common spot counts like a common name. */
function placeInCommon(a: TextFeatures, b: TextFeatures, closeness: number | null): number | null {
  const isNamed = (a.titlePlaces.length > 0 || b.titlePlaces.length > 0) && a.places.length > 0 && b.places.length > 0
  if (!isNamed) return closeness
  return Math.max(cosine(a.places, b.places), closeness ?? 0)
}

function nameOtherAreas(a: readonly number[], b: readonly number[]): boolean {
  if (a.some((area) => b.includes(area))) return false
  return a.some((area) => b.some((other) => areaKind(area) === areaKind(other)))
}
