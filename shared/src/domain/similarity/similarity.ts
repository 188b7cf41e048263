import { distanceMetres, type Point } from '../geo/gcj02'
import type { TextFeatures } from './features'
import { containment, cosine, shareFound } from './overlap'
import { areaKind } from './place-words'
import { weights } from './weights'

export interface SimilarSide {
  features: TextFeatures
  /** GCJ-02. */
  point?: Point | null
}

/** What the score is made of; all but `metres` 0–1, and none depends on which side comes first. */
export interface SimilarityParts {
  /** Overlap of everything said, over the mean length. */
  text: number
  /** How much of the one that says less stands in the other. */
  contained: number
  /** How much of each title stands in the other's text; low shares count little. */
  title: number
  /** How far both name the same places, or stand on the same spot; 0 also when one of them gives neither. */
  place: number
  /** 1 when their titles name different cities, counties or districts. */
  otherArea: number
  /** Metres between their points; null unless both have one. */
  metres: number | null
}

export interface Similarity {
  /** 0 nothing in common – 1 the same. */
  score: number
  parts: SimilarityParts
}

/** Chosen, not measured: pins of one spot lie within 100 m; from there e-fold per 500 m, down to a floor for bad pins. */
const near = { sameSpotMetres: 100, scaleMetres: 500, floor: 0.55 } as const

/**
 * How likely two orders say the same trouble in the same place. Symmetric, more than 0.9 for an order with itself (when
 * it has words), inputs untouched. Time plays no part. See `docs/similar-orders.md` for precision and recall.
 */
export function similarity(a: SimilarSide, b: SimilarSide): Similarity {
  const metres = a.point && b.point ? distanceMetres(a.point, b.point) : null
  const closeness = metres === null ? null : Math.exp(-Math.max(0, metres - near.sameSpotMetres) / near.scaleMetres)
  const bar = Math.min(a.features.bar, b.features.bar)
  const contained = containment(a.features.text, b.features.text, bar)
  const parts = {
    text: Math.sqrt(cosine(a.features.text, b.features.text, bar)),
    contained,
    title: (titlesFound(a.features, b.features) ?? contained) ** 3,
    place: Math.max(placesInCommon(a.features, b.features), closeness ?? 0),
    otherArea: nameOtherAreas(a.features.areas, b.features.areas) ? 1 : 0,
    metres,
  }
  const nearness = closeness === null ? 1 : near.floor + (1 - near.floor) * closeness
  return { score: scoreOf(parts) * nearness, parts }
}

function scoreOf({ text, contained, title, place, otherArea }: Omit<SimilarityParts, 'metres'>): number {
  if (text === 0) return 0
  const evidence =
    weights.constant +
    weights.text * text +
    weights.contained * contained +
    weights.title * title +
    weights.place * place +
    weights.otherArea * otherArea
  return 1 / (1 + Math.exp(-evidence))
}

/** The mean of both titles' shares in the other's text, as far as its sample can tell; null when neither has words. */
function titlesFound(a: TextFeatures, b: TextFeatures): number | null {
  const shares = [shareFound(a.title, b.text, b.bar), shareFound(b.title, a.text, a.bar)].filter(
    (share) => share !== null,
  )
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length
}

/** Place words count when a title names one. */
const placesInCommon = (a: TextFeatures, b: TextFeatures): number =>
  a.titlePlaces.length > 0 || b.titlePlaces.length > 0 ? cosine(a.places, b.places) : 0

function nameOtherAreas(a: readonly number[], b: readonly number[]): boolean {
  if (a.some((area) => b.includes(area))) return false
  return a.some((area) => b.some((other) => areaKind(area) === areaKind(other)))
}
