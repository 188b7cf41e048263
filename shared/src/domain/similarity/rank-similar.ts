import { similarity, type Similarity, type SimilarSide } from './similarity'

/** More are refused: an index picks candidates (community, kind, open), this function only orders them. */
export const maxSimilarCandidates = 200

export interface SimilarCandidate extends SimilarSide {
  id: string
}

export interface RankedSimilar<Candidate extends SimilarCandidate> extends Similarity {
  candidate: Candidate
}

export interface RankOptions {
  /** At most so many are returned. */
  limit: number
  /** Lowest score, 0–1; `similarThreshold` is a measured one. */
  threshold: number
}

/**
 * The candidates that say the same as the draft, best first, equal scores by id, so that the order of the candidates
 * doesn't matter. For 200: some 3 ms with 250 characters each, 12 ms with 3,000, when features are stored.
 * @throws RangeError above `maxSimilarCandidates`
 */
export function rankSimilar<Candidate extends SimilarCandidate>(
  draft: SimilarSide,
  candidates: readonly Candidate[],
  { limit, threshold }: RankOptions,
): RankedSimilar<Candidate>[] {
  if (candidates.length > maxSimilarCandidates) {
    throw new RangeError(`rankSimilar takes at most ${maxSimilarCandidates} candidates, got ${candidates.length}`)
  }
  return candidates
    .map((candidate) => ({ candidate, ...similarity(draft, candidate) }))
    .filter(({ score }) => score >= threshold)
    .sort((a, b) => b.score - a.score || (a.candidate.id < b.candidate.id ? -1 : 1))
    .slice(0, limit)
}
