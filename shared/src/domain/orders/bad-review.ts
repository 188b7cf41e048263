import type { Stars } from '../ratings/rating-reasons'
import { addDays } from '../time/china-time'

/** How far the loop is that a rating of one or two stars starts. */
export interface BadReview {
  /** The street has yet to call back. */
  readonly needsCallback: boolean
  /** Its handler has yet to put it right. */
  readonly needsRectifying: boolean
  /** The owner may rate what was put right. */
  readonly isFollowUpOpen: boolean
  /** Grading may go on. */
  readonly isOver: boolean
}

export interface BadReviewFacts {
  /** The first rating; null while there is none. */
  readonly stars: Stars | null
  readonly calledBackAt: Date | null
  readonly rectifiedAt: Date | null
  readonly followedUpAt: Date | null
}

export const isBadRating = (stars: Stars | null): boolean => stars !== null && stars <= 2

/** The last instant at which the owner may rate what was put right. */
export const followUpClosesAt = (rectifiedAt: Date, windowDays: number): Date => addDays(rectifiedAt, windowDays)

/**
 * The loop of callback, rectification and one follow-up rating, or null where no bad rating started one. Calling back
 * and putting right may come in either order; the loop is over with the follow-up rating, or when both are done and
 * the owner let the window for it pass.
 * @param windowDays calendar days for the follow-up rating
 */
export function badReviewOf(facts: BadReviewFacts, now: Date, windowDays: number): BadReview | null {
  const { stars, calledBackAt, rectifiedAt, followedUpAt } = facts
  if (!isBadRating(stars)) return null
  if (followedUpAt) return { needsCallback: false, needsRectifying: false, isFollowUpOpen: false, isOver: true }
  const isFollowUpOpen = rectifiedAt !== null && now.getTime() <= followUpClosesAt(rectifiedAt, windowDays).getTime()
  return {
    needsCallback: calledBackAt === null,
    needsRectifying: rectifiedAt === null,
    isFollowUpOpen,
    isOver: calledBackAt !== null && rectifiedAt !== null && !isFollowUpOpen,
  }
}
