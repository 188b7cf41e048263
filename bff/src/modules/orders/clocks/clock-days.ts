import { holderOf, type Calendar, type ClockKind } from '@xinban/shared/domain'
import type { ClockRules } from '../../calendar'

interface Placed {
  readonly communityCode: string
  readonly streetCode: string
}

/**
 * The working days that a clock counts: those of whoever answers for it, below the district's. The resident's counts
 * those of the community where it was ordered, because its promise is theirs; a redirect does not change them.
 * @param place where the clock was started
 */
export function daysOf(kind: ClockKind, { communityCode, streetCode }: Placed, rules: ClockRules): Calendar {
  const isOfStreet = holderOf(kind) === 'street'
  if (isOfStreet) return rules.calendarOf([streetCode])
  const isOfCommunity = holderOf(kind) === 'community' || kind === 'resident'
  return isOfCommunity ? rules.calendarOf([streetCode, communityCode]) : rules.calendar
}
