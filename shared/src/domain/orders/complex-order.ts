export const complexRefusals = ['already_complex', 'own_limit', 'urgent', 'late'] as const
export type ComplexRefusal = (typeof complexRefusals)[number]

interface Candidate {
  readonly isComplex: boolean
  readonly isUrgent: boolean
  /** The service item promises a time of its own. */
  readonly hasOwnLimit: boolean
  /** By when each of its running clocks is due. */
  readonly dueAts: readonly Date[]
}

/**
 * Why an order cannot be accepted as a complex one, which has the longer limit; null where it can. What was promised
 * elsewhere, or cannot wait, stays; and nobody who is late already gains time by it. A due time itself is in time.
 */
export function complexRefusal(
  { isComplex, isUrgent, hasOwnLimit, dueAts }: Candidate,
  now: Date,
): ComplexRefusal | null {
  if (isComplex) return 'already_complex'
  if (hasOwnLimit) return 'own_limit'
  if (isUrgent) return 'urgent'
  return dueAts.some((dueAt) => now.getTime() > dueAt.getTime()) ? 'late' : null
}
