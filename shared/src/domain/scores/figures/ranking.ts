import { scoreParts, type ScorePart } from '../counting/scored-order'
import { isAssessed, type Assessed } from './figures'
import type { Score } from './score'

/** What a list can be ranked by. */
export const rankKeys = ['composite', ...scoreParts] as const
export type RankKey = 'composite' | ScorePart

export interface Standing {
  /** 1 is best; rows that share a place are followed by a gap (1, 2, 2, 4). Null: 未评估, not ranked. */
  readonly rank: number | null
  /** Others share the place. */
  readonly isTied: boolean
}

/** The lower bound that decides a place. */
export const boundOf = (score: Score, by: RankKey): Assessed =>
  by === 'composite' ? score.compositeLowerBound : score.parts[by].lowerBound

/**
 * Rows by their Wilson lower bound, the best first, so that few ratings never beat many: 1 of 1 stands below 98 of 100.
 * Rows tie when their bounds are printed the same; ties stand by code. What is not assessed comes last, unranked.
 */
export function rankScores<Row extends { readonly code: string; readonly score: Score }>(
  rows: readonly Row[],
  by: RankKey,
): (Row & Standing)[] {
  const bounded = rows.map((row) => ({ row, bound: boundOf(row.score, by) }))
  bounded.sort((a, b) => {
    const [left, right] = [isAssessed(a.bound) ? a.bound : -1, isAssessed(b.bound) ? b.bound : -1]
    if (left !== right) return right - left
    return a.row.code < b.row.code ? -1 : 1
  })
  const counts = new Map<Assessed, number>()
  const first = new Map<Assessed, number>()
  bounded.forEach(({ bound }, index) => {
    counts.set(bound, (counts.get(bound) ?? 0) + 1)
    if (!first.has(bound)) first.set(bound, index + 1)
  })
  return bounded.map(({ row, bound }) => {
    const rank = isAssessed(bound) ? (first.get(bound) ?? null) : null
    return { ...row, rank, isTied: rank !== null && (counts.get(bound) ?? 0) > 1 }
  })
}
