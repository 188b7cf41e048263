import type { OrderStatus } from '../../orders/order-flow'
import type { Stars } from '../../ratings/rating-reasons'
import type { RatingSource } from './counters'

/** The three rates that an order bears on: 响应率, 解决率, 满意率. */
export const scoreParts = ['response', 'resolution', 'satisfaction'] as const
export type ScorePart = (typeof scoreParts)[number]

/** Whom a clock is charged to: its holder's community with what stands above it, and the unit it was handed to. */
export interface ScorePlace {
  readonly districtCode: string
  readonly streetCode: string
  readonly communityCode: string
  /** The unit that held it when it was dispatched to one; null while the community keeps it. */
  readonly unitCode: string | null
  /** A unit claimed it and answers in the community's place: it counts for the unit and the district alone. */
  readonly isUnitAlone?: true
  /** A department asked for it: no resident rates, so it counts for the unit and for nobody else (docs/adr/0024). */
  readonly isOfTask?: true
}

/**
 * One holder's segment of a clock, as recorded. Nothing here depends on the present time: a deadline that passes
 * changes a score when the overdue is recorded.
 */
export interface ScoredClock {
  readonly kind: 'accept' | 'fulfil'
  readonly holder: ScorePlace
  /** The deadline, extension included. Its month in China is the period that the clock belongs to. */
  readonly dueAt: Date
  /**
   * `open`: running. `met`, `late`: the holder did what the clock waits for, in time or after it. What an accept clock
   * waits for is an acceptance or a decline, so a decline in time that was confirmed or redirected is `met`; while a
   * decline is undecided the clock is `open`. A fulfil clock stops at the first fulfilment and a rework does not start
   * it again. `void`: it ended without that (withdrawn, merged, redirected, declined).
   */
  readonly outcome: 'open' | 'met' | 'late' | 'void'
  /** An overdue was recorded while this holder had the clock; it stays, however the clock ends. */
  readonly isOverdue: boolean
  /** Accept clocks: a decline of this holder was overruled. */
  readonly isOverruled?: boolean
  /** Stopped by an import, not by a person at that moment. */
  readonly isSynthetic: boolean
}

/** What scores need to know of one order: its row, its clocks, and what stands in its event log. */
export interface ScoredOrder {
  readonly status: OrderStatus
  readonly itemId: string | null
  /**
   * In order of time. The last fulfil clock is the one that rating, grade, rework and dispute speak of: no segment
   * follows a fulfilment, whoever does the rework.
   */
  readonly clocks: readonly ScoredClock[]
  /** The first rating; it alone counts in 满意率 and a follow-up never replaces it. */
  readonly rating: { readonly stars: Stars; readonly source: RatingSource } | null
  /** Stars after a rectification, published beside the first rating as 整改后满意. */
  readonly followUpStars: Stars | null
  /** It was sent back at least once. */
  readonly isReworked: boolean
  /** A dispute of its owner was resolved in the owner's favour. */
  readonly isDisputedWithSuccess: boolean
  /** Total of the street's grade, 0–100. */
  readonly gradeTotal: number | null
  /** Parts that an approved docket took it out of (剔除). */
  readonly excludedParts: readonly ScorePart[]
}
